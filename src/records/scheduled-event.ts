import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import { fuzzyDateBounds } from '../primitives/fuzzy-date/bounds.js';
import { isDefinitelyBefore } from '../primitives/fuzzy-date/order.js';
import { isFuzzyDate, type FuzzyDate } from '../primitives/fuzzy-date/parse.js';
import type { ClaimId, EntityId, ScheduledEventId, SourceId } from '../primitives/id.js';
import type { WebUrl } from '../primitives/web-url.js';
import { crossField, type CrossFieldRule, isPlainObject } from '../schema/cross-field.js';
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
import { FuzzyDateSchema, TextSchema, WebUrlSchema } from './common/scalars.js';
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
