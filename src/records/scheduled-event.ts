import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import { isDefinitelyBefore } from '../primitives/fuzzy-date/order.js';
import { type FuzzyDate, isFuzzyDate } from '../primitives/fuzzy-date/parse.js';
import { arePlainInOrder } from '../primitives/fuzzy-date/plain.js';
import type { ClaimId, EntityId, ScheduledEventId, SourceId } from '../primitives/id.js';
import type { WebUrl } from '../primitives/web-url.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../schema/cross-field.js';
import type { Problem } from '../schema/problem.js';
import { type Certainty, certainties } from '../vocabulary/claim.js';
import {
  type AgendaStatus,
  type AspectStatus,
  type AttendanceMode,
  agendaStatuses,
  aspectStatuses,
  attendanceModes,
  type CoverageStatus,
  coverageStatuses,
  type DateStatus,
  dateStatuses,
  type EventPhase,
  type EventRelationType,
  type EventStatus,
  eventPhases,
  eventRelationTypes,
  eventStatuses,
} from '../vocabulary/scheduled-event.js';
import { type Likelihood, likelihoods } from '../vocabulary/time.js';
import { type Concept, ConceptSchema, type Subject, SubjectSchema } from './common/concept.js';
import { ClaimIdSchema, EntityIdSchema, ScheduledEventIdSchema, SourceIdSchema } from './common/ids.js';
import { distinctList, distinctListOfSome } from './common/lists.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import { FuzzyDateSchema, RecurrenceRuleSchema, TextSchema, WebUrlSchema } from './common/scalars.js';
import { type ArticleAnchor, ArticleAnchorSchema } from './common/text-anchor.js';
import {
  ArticleTimeReferenceSchema,
  pointTimeReferenceFields,
  type TimeReference,
} from './common/time-reference.js';

/**
 * When an event starts or ends, and how far that is settled. Its `date` is a point or a set, some time within,
 * never an interval. Dates agreed but undisclosed have a status and no date.
 */
export interface ScheduledTime extends TimeReference<ArticleAnchor> {
  /** How far it is settled, apart from the event's own status. */
  status?: DateStatus | undefined;
  /** Whether the parties have made it known. */
  disclosed?: boolean | undefined;
}

/** Who confirmed an event, and when. */
export interface Confirmation {
  /** The sources that confirmed it, at least one. */
  by: SourceId[];
  /** When they did. */
  at?: FuzzyDate | undefined;
  /** The claims in which they did. */
  claimIds?: ClaimId[] | undefined;
}

/** How far the aspects of an event are confirmed, each by itself; dates carry their own status. */
export interface EventAspects {
  /** Where it takes place. */
  place?: AspectStatus | undefined;
  /** Who takes part. */
  participants?: AspectStatus | undefined;
  /** What is to be discussed or done. */
  agenda?: AspectStatus | undefined;
  /** That it is being prepared. */
  preparation?: AspectStatus | undefined;
}

/** What was known of an event's schedule before. */
export interface EventHistoryEntry {
  /** The phase it was in. */
  phase?: EventPhase | undefined;
  /** Whether that was confirmed. */
  status?: EventStatus | undefined;
  /** When it was to start. */
  start?: ScheduledTime | undefined;
  /** When it was to end. */
  end?: ScheduledTime | undefined;
  /** The span it was to fall in. */
  window?: TimeReference<ArticleAnchor> | undefined;
  /** When this was so, or when it stopped being so. */
  at?: FuzzyDate | undefined;
  /** The claims that said so. */
  claimIds?: ClaimId[] | undefined;
  /** A remark for people. */
  note?: string | undefined;
}

/** Somebody or something that takes part in an event. */
export interface Participant {
  /** Who or what. */
  entityId: EntityId;
  /** As what, such as "guest" or "host". */
  role?: string | undefined;
  /** Whether it is a party whose word can confirm. Where any participant says so, only those that say so are. */
  party?: boolean | undefined;
}

/** Something that is to be discussed or done at an event. */
export interface AgendaItem {
  /** What. */
  topic: string;
  /** How far it is settled. */
  status: AgendaStatus;
  /** Who says so. */
  sourceId?: SourceId | undefined;
  /** The claims that say so. */
  claimIds?: ClaimId[] | undefined;
  /** The words of the text. */
  anchor?: ArticleAnchor | undefined;
}

/** How an event relates to another. Order can be known when dates are not. */
export interface EventRelation {
  /** The relation, read from this event to the other. */
  type: EventRelationType;
  /** The other event. */
  eventId: ScheduledEventId;
  /** How sure that is. */
  certainty?: Certainty | undefined;
  /** The claims that say so. */
  claimIds?: ClaimId[] | undefined;
  /** The words of the text. */
  anchors?: ArticleAnchor[] | undefined;
}

/** The status an imported event had in the format it came from. */
export interface ImportedStatus {
  /** The format, such as `icalendar` or `schema-org`. */
  format: string;
  /** The status as it stood there. */
  status: string;
}

/** What confirmed and unconfirmed events share. */
export interface ScheduledEventBase extends RecordBase {
  /** Says that this is a scheduled event. */
  type: 'scheduled-event';
  /** Identifies the event. */
  id: ScheduledEventId;
  /** The name to show. */
  name: string;
  /** Where the event stands in its life; `status` says whether that is confirmed. */
  phase: EventPhase;
  /** As of when `status` and `phase` are so. */
  asOf?: FuzzyDate | undefined;
  /** What sort of event it is: free words, or a concept of a controlled vocabulary. */
  category?: string | Concept | undefined;
  /** A description for people. */
  description?: string | undefined;
  /** How far its aspects are confirmed, each by itself. */
  aspects?: EventAspects | undefined;
  /** When it starts. */
  start?: ScheduledTime | undefined;
  /** When it ends. */
  end?: ScheduledTime | undefined;
  /** The span it falls in, such as "over the next few weeks"; its date may be an interval. */
  window?: TimeReference<ArticleAnchor> | undefined;
  /** Earlier schedules, oldest first. */
  history?: EventHistoryEntry[] | undefined;
  /** How likely it is, in ICD 203's terms. */
  likelihood?: Likelihood | undefined;
  /** Who takes part. */
  participants?: Participant[] | undefined;
  /** Where it takes place, as finely as is known. */
  placeIds?: EntityId[] | undefined;
  /** What is to be discussed or done. */
  agenda?: AgendaItem[] | undefined;
  /** Who organizes it. */
  organizerIds?: EntityId[] | undefined;
  /** How it relates to other events. */
  relations?: EventRelation[] | undefined;
  /** Whether it will be covered (IPTC news coverage status). */
  coverage?: CoverageStatus | undefined;
  /** How it recurs: an RFC 5545 RRULE value such as `FREQ=WEEKLY;COUNT=4`. */
  recurrence?: string | undefined;
  /** How people attend (schema.org event attendance mode). */
  attendance?: AttendanceMode | undefined;
  /** The newsroom's or organizer's own reference. */
  reference?: string | undefined;
  /** A page about it. */
  url?: WebUrl | undefined;
  /** What it is about, by controlled vocabularies. */
  subjects?: Subject[] | undefined;
  /** The status it had in the format it was imported from. */
  imported?: ImportedStatus | undefined;
}

/** An event of which what `phase` says is confirmed, by somebody who is named. */
export interface ConfirmedEvent extends ScheduledEventBase {
  /** Says that what `phase` says is confirmed. */
  status: 'confirmed';
  /** Who confirmed it. */
  confirmation: Confirmation;
}

/** An event of which what `phase` says is not confirmed. */
export interface UnconfirmedEvent extends ScheduledEventBase {
  /** Says that what `phase` says is not confirmed. */
  status: 'unconfirmed';
  /** An unconfirmed event carries no confirmation, however unknown keys are treated. */
  confirmation?: undefined;
}

/** Something that is to happen, happened or was to happen; told apart by `status`, which has no default. */
export type ScheduledEvent = ConfirmedEvent | UnconfirmedEvent;

/** A {@link ScheduledEvent} as it is written by hand or read from elsewhere: ids and dates are plain strings. */
export type ScheduledEventInput = Unbranded<ScheduledEvent>;

const scheduledTimeFields = {
  ...pointTimeReferenceFields,
  status: z.enum(dateStatuses).optional(),
  disclosed: z.boolean().optional(),
};

/** Schema of {@link ScheduledTime}. */
export const ScheduledTimeSchema = z.strictObject(scheduledTimeFields);

/** Reports an end that lies before the start for certain. Looks at `start.date` and `end.date` of one schedule. */
const endNotBeforeStart: CrossFieldRule = (value) => {
  if (!isPlainObject(value)) return [];
  const start = dateOf(value.start);
  const end = dateOf(value.end);
  if (start === undefined || end === undefined || arePlainInOrder(start, end)) return [];
  if (!isFuzzyDate(start) || !isFuzzyDate(end) || !isDefinitelyBefore(end, start)) return [];
  return [
    {
      code: 'time/end-before-start',
      path: ['end', 'date'],
      message: `the end ${end} is before the start ${start}`,
      expected: `${start} or later`,
      received: end,
      related: [{ path: ['start', 'date'], message: 'the start' }],
    },
  ];
};

/** Reports earlier schedules whose end lies before their start for certain. */
const historyEndsNotBeforeStart: CrossFieldRule = (value) =>
  isPlainObject(value) && Array.isArray(value.history)
    ? value.history.flatMap((entry, index) =>
        endNotBeforeStart(entry).map((problem): Problem => below(['history', index], problem)),
      )
    : [];

function dateOf(time: unknown): string | undefined {
  return isPlainObject(time) && typeof time.date === 'string' ? time.date : undefined;
}

function below(prefix: readonly (string | number)[], problem: Problem): Problem {
  return {
    ...problem,
    path: [...prefix, ...problem.path],
    related: problem.related?.map((part) => ({ ...part, path: [...prefix, ...part.path] })),
  };
}

const scheduledEventBase = {
  type: z.literal('scheduled-event'),
  id: ScheduledEventIdSchema,
  ...recordBase,
  name: TextSchema,
  phase: z.enum(eventPhases),
  asOf: FuzzyDateSchema.optional(),
  category: z.union([TextSchema, ConceptSchema]).optional(),
  description: TextSchema.optional(),
  aspects: z
    .strictObject({
      place: z.enum(aspectStatuses).optional(),
      participants: z.enum(aspectStatuses).optional(),
      agenda: z.enum(aspectStatuses).optional(),
      preparation: z.enum(aspectStatuses).optional(),
    })
    .optional(),
  start: ScheduledTimeSchema.optional(),
  end: ScheduledTimeSchema.optional(),
  window: ArticleTimeReferenceSchema.optional(),
  history: z
    .array(
      z.strictObject({
        phase: z.enum(eventPhases).optional(),
        status: z.enum(eventStatuses).optional(),
        start: ScheduledTimeSchema.optional(),
        end: ScheduledTimeSchema.optional(),
        window: ArticleTimeReferenceSchema.optional(),
        at: FuzzyDateSchema.optional(),
        claimIds: distinctList(ClaimIdSchema).optional(),
        note: TextSchema.optional(),
      }),
    )
    .optional(),
  likelihood: z.enum(likelihoods).optional(),
  participants: z
    .array(
      z.strictObject({
        entityId: EntityIdSchema,
        role: TextSchema.optional(),
        party: z.boolean().optional(),
      }),
    )
    .optional(),
  placeIds: distinctList(EntityIdSchema).optional(),
  agenda: z
    .array(
      z.strictObject({
        topic: TextSchema,
        status: z.enum(agendaStatuses),
        sourceId: SourceIdSchema.optional(),
        claimIds: distinctList(ClaimIdSchema).optional(),
        anchor: ArticleAnchorSchema.optional(),
      }),
    )
    .optional(),
  organizerIds: distinctList(EntityIdSchema).optional(),
  relations: z
    .array(
      z.strictObject({
        type: z.enum(eventRelationTypes),
        eventId: ScheduledEventIdSchema,
        certainty: z.enum(certainties).optional(),
        claimIds: distinctList(ClaimIdSchema).optional(),
        anchors: z.array(ArticleAnchorSchema).optional(),
      }),
    )
    .optional(),
  coverage: z.enum(coverageStatuses).optional(),
  recurrence: RecurrenceRuleSchema.optional(),
  attendance: z.enum(attendanceModes).optional(),
  reference: TextSchema.optional(),
  url: WebUrlSchema.optional(),
  subjects: z.array(SubjectSchema).optional(),
  imported: z.strictObject({ format: TextSchema, status: TextSchema }).optional(),
};

const scheduleInOrder = crossField(endNotBeforeStart, historyEndsNotBeforeStart);

/** Schema of {@link ConfirmedEvent}. */
export const ConfirmedEventSchema = z
  .strictObject({
    ...scheduledEventBase,
    status: z.literal('confirmed'),
    confirmation: z.strictObject({
      by: distinctListOfSome(SourceIdSchema),
      at: FuzzyDateSchema.optional(),
      claimIds: distinctList(ClaimIdSchema).optional(),
    }),
  })
  .check(scheduleInOrder);

/** Schema of {@link UnconfirmedEvent}. */
export const UnconfirmedEventSchema = z
  .strictObject({
    ...scheduledEventBase,
    status: z.literal('unconfirmed'),
    confirmation: z
      .never({ error: 'an unconfirmed event carries no confirmation: say status: "confirmed", or remove it' })
      .optional(),
  })
  .check(scheduleInOrder);

/** Schema of {@link ScheduledEvent}. */
export const ScheduledEventSchema = z.discriminatedUnion('status', [
  ConfirmedEventSchema,
  UnconfirmedEventSchema,
]);

/**
 * Judges a value as a scheduled event and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseScheduledEvent } from 'newsdomain';
 *
 * safeParseScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' }).success; // => true
 * safeParseScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', phase: 'planned' }).success; // => false
 * ```
 */
export function safeParseScheduledEvent(
  value: unknown,
  options?: ParseOptions,
): z.ZodSafeParseResult<ScheduledEvent> {
  return safeParseRecord(ScheduledEventSchema, value, options);
}

/**
 * Judges a value as a scheduled event and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseScheduledEvent } from 'newsdomain';
 *
 * parseScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' }).id; // => 'event:a'
 * parseScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', phase: 'planned' }); // throws NewsDomainError
 * ```
 */
export function parseScheduledEvent(value: unknown, options?: ParseOptions): ScheduledEvent {
  return parseRecordAs(ScheduledEventSchema, 'scheduled event', value, options);
}

/**
 * Tells whether a value is a scheduled event.
 *
 * @example
 * ```ts
 * import { isScheduledEvent } from 'newsdomain';
 *
 * isScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' }); // => true
 * isScheduledEvent(null); // => false
 * ```
 */
export function isScheduledEvent(value: unknown): value is ScheduledEvent {
  return ScheduledEventSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is a scheduled event.
 *
 * @example
 * ```ts
 * import { assertScheduledEvent } from 'newsdomain';
 *
 * assertScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' });
 * assertScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', phase: 'planned' }); // throws NewsDomainError
 * ```
 */
export function assertScheduledEvent(value: unknown): asserts value is ScheduledEvent {
  parseScheduledEvent(value);
}

/**
 * Makes a scheduled event from a literal: completion and type errors while writing, the same judgement as
 * `parseScheduledEvent` when run.
 *
 * @example
 * ```ts
 * import { defineScheduledEvent } from 'newsdomain';
 *
 * const event = defineScheduledEvent({ type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'unconfirmed', phase: 'planned' });
 * event.type; // => 'scheduled-event'
 * ```
 */
export function defineScheduledEvent(input: ScheduledEventInput): ScheduledEvent {
  return parseScheduledEvent(input);
}
