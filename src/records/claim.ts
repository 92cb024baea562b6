import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import { type FuzzyDate, safeParseFuzzyDate } from '../primitives/fuzzy-date/parse.js';
import type { ArticleId, ClaimId, EntityId, ScheduledEventId, SourceId } from '../primitives/id.js';
import type { Instant } from '../primitives/instant.js';
import type { TextAnchor } from '../primitives/text-anchor.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../schema/cross-field.js';
import {
  type AttributionMode,
  type AttributionRole,
  attributionModes,
  attributionRoles,
  type Certainty,
  type ClaimKind,
  type ClaimRecordStatus,
  type ClaimRelationType,
  type ClaimTimeRole,
  certainties,
  claimKinds,
  claimRecordStatuses,
  claimRelationTypes,
  claimTimeRoles,
  type Polarity,
  polarities,
  type ResponseKind,
  responseKinds,
  type SpeechAct,
  type Stance,
  type StanceAspect,
  speechActs,
  stanceAspects,
  stances,
} from '../vocabulary/claim.js';
import { type GroundRules, groundRules } from '../vocabulary/source.js';
import { type Likelihood, likelihoods } from '../vocabulary/time.js';
import { asClause } from './common/as-clause.js';
import {
  ArticleIdSchema,
  ClaimIdSchema,
  EntityIdSchema,
  EntityOrEventIdSchema,
  ScheduledEventIdSchema,
  SourceIdSchema,
} from './common/ids.js';
import { distinctList, distinctListOfSome } from './common/lists.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import { FuzzyDateSchema, InstantSchema, TextSchema } from './common/scalars.js';
import { TextAnchorSchema } from './common/text-anchor.js';
import { type TimeReference, timeReferenceFields } from './common/time-reference.js';

/** One link of the chain that a proposition came through. */
export interface AttributionLink {
  /** Who; several spoke jointly. */
  sourceIds: SourceId[];
  /** What they did: said it first, passed it on, published it. */
  role: AttributionRole;
  /** How their words are rendered. */
  mode?: AttributionMode | undefined;
  /** The words that attribute it, such as "told the agency". */
  cue?: TextAnchor | undefined;
  /** The words in quotation marks, which can be fewer than the claim. */
  quotes?: TextAnchor[] | undefined;
  /** The terms this was given on, where they differ from the source's own. */
  groundRules?: GroundRules | undefined;
  /** Whether it is uncertain that this link belongs to the chain. */
  uncertain?: boolean | undefined;
}

/** How sure a source is, and in which direction (FactBank). */
export interface Factuality {
  /** Whose view it is. */
  sourceId: SourceId;
  /** How sure they are. */
  certainty: Certainty;
  /** Whether they hold it to be so. */
  polarity: Polarity;
}

/** A time in a claim, and what it is the time of. */
export interface ClaimTime extends TimeReference {
  /** What it is the time of. */
  of: ClaimTimeRole;
}

/** What a claim does to one aspect of an event: the evidence that confirmation is derived from. */
export interface EventStance {
  /** The event. */
  eventId: ScheduledEventId;
  /** The part of the event that it is about. */
  aspect: StanceAspect;
  /** What the claim does to it. */
  stance: Stance;
  /** Whose stance it is, where that is not the originator. */
  sourceId?: SourceId | undefined;
  /** What it says of the aspect: for `date` a fuzzy date, else in words or by id. */
  value?: string | undefined;
}

/** What a party answered when the claim was put to it. */
export interface ClaimResponse {
  /** Who was asked. */
  sourceId: SourceId;
  /** What they answered. */
  kind: ResponseKind;
  /** When, or as of when. */
  at?: FuzzyDate | undefined;
  /** The claim that the answer is. */
  claimId?: ClaimId | undefined;
}

/** How this claim relates to another. */
export interface ClaimRelation {
  /** The relation, read from this claim to the other. */
  type: ClaimRelationType;
  /** The other claim. */
  claimId: ClaimId;
  /** The words that say so, such as "although". */
  anchors?: TextAnchor[] | undefined;
}

/** A state that the record of a claim was in. */
export interface ClaimStatusChange {
  /** The state. */
  status: ClaimRecordStatus;
  /** From when on. */
  at: FuzzyDate;
}

/** Words that can be read in several ways, and the readings. */
export interface Ambiguity {
  /** The words. */
  anchor: TextAnchor;
  /** What they can mean, in plain words. */
  readings: string[];
}

/** One proposition, with who says so, how sure they are and as of when. Only its text is required. */
export interface Claim extends RecordBase {
  /** Says that this is a claim. */
  type: 'claim';
  /** Identifies the claim. */
  id: ClaimId;
  /** The proposition in plain words, written affirmatively: `polarity` says whether it is asserted or denied. */
  text: string;
  /** What sort of proposition it is. */
  kind?: ClaimKind | undefined;
  /** What the originator did in saying it. */
  speechAct?: SpeechAct | undefined;
  /** The article it stands in. */
  articleId?: ArticleId | undefined;
  /** The words it was taken from. */
  anchors?: TextAnchor[] | undefined;
  /**
   * Whom it came through, earliest first. Where the originator is unstated the chain begins with a relay; the
   * article's publisher is implied by `articleId`.
   */
  attribution?: AttributionLink[] | undefined;
  /** How sure the first link of the chain is. */
  certainty?: Certainty | undefined;
  /** Whether the first link of the chain asserts or denies it. */
  polarity?: Polarity | undefined;
  /** How sure other sources are, where they differ from the first link. */
  factuality?: Factuality[] | undefined;
  /** The words that hedge it. */
  hedges?: TextAnchor[] | undefined;
  /** A likelihood in ICD 203's terms, only where the text uses one. */
  likelihood?: Likelihood | undefined;
  /** The entities and events it is about. */
  about?: (EntityId | ScheduledEventId)[] | undefined;
  /** Whom or what it is aimed at: the accused of an accusation. */
  targetIds?: (EntityId | ScheduledEventId)[] | undefined;
  /** Times in it, each with what it is the time of. */
  times?: ClaimTime[] | undefined;
  /** What it does to events. */
  stances?: EventStance[] | undefined;
  /** What parties answered to it. */
  responses?: ClaimResponse[] | undefined;
  /** How it relates to other claims. */
  relations?: ClaimRelation[] | undefined;
  /** The claims that it is composed of, each verifiable apart. */
  componentIds?: ClaimId[] | undefined;
  /** The claims that it takes for granted. */
  presupposesIds?: ClaimId[] | undefined;
  /** The claim whose content this is: of a promise that was made, what was promised. */
  contentOf?: ClaimId | undefined;
  /** Whether it excludes all others: "the only other visit". */
  exclusive?: boolean | undefined;
  /** Whose evaluation it is. */
  attitudeHolderId?: EntityId | undefined;
  /** What the text leaves open about it. */
  ambiguities?: Ambiguity[] | undefined;
  /** When it was asserted. Absent: when its article was published, else unknown. */
  assertedAt?: FuzzyDate | undefined;
  /** When it was entered here. */
  recordedAt?: Instant | undefined;
  /** Where the record stands in its life. */
  recordStatus?: ClaimRecordStatus | undefined;
  /** The states it was in and from when on, so that a judgement at a time knows whether it still stood. */
  statusHistory?: ClaimStatusChange[] | undefined;
  /** The claim that this one replaces. */
  supersedes?: ClaimId | undefined;
}

/** A {@link Claim} as it is written by hand or read from elsewhere: ids and dates are plain strings. */
export type ClaimInput = Unbranded<Claim>;

/** Reports a stance on a date whose value is a text and no date. */
const dateStanceHasDate: CrossFieldRule = (value) => {
  if (!isPlainObject(value) || value.aspect !== 'date') return [];
  const date = value.value;
  if (typeof date !== 'string' || date === '') return [];
  const { error } = safeParseFuzzyDate(date);
  if (error === undefined) return [];
  const backwards = error.code === 'order';
  return [
    {
      code: backwards ? 'time/end-before-start' : 'claim/stance-date',
      path: ['value'],
      message: backwards
        ? asClause(error.message)
        : 'the value of a stance on a date is an EDTF date, such as 2024-06-19; keep the phrase in `times`',
      expected: 'an EDTF date',
      received: JSON.stringify(date),
    },
  ];
};

/** Schema of {@link AttributionLink}. */
export const AttributionLinkSchema = z.strictObject({
  sourceIds: distinctListOfSome(SourceIdSchema),
  role: z.enum(attributionRoles),
  mode: z.enum(attributionModes).optional(),
  cue: TextAnchorSchema.optional(),
  quotes: z.array(TextAnchorSchema).optional(),
  groundRules: z.enum(groundRules).optional(),
  uncertain: z.boolean().optional(),
});

/** Schema of {@link EventStance}. */
export const EventStanceSchema = z
  .strictObject({
    eventId: ScheduledEventIdSchema,
    aspect: z.enum(stanceAspects),
    stance: z.enum(stances),
    sourceId: SourceIdSchema.optional(),
    value: TextSchema.optional(),
  })
  .check(crossField(dateStanceHasDate));

/** Schema of {@link Claim}. */
export const ClaimSchema = z.strictObject({
  type: z.literal('claim'),
  id: ClaimIdSchema,
  ...recordBase,
  text: TextSchema,
  kind: z.enum(claimKinds).optional(),
  speechAct: z.enum(speechActs).optional(),
  articleId: ArticleIdSchema.optional(),
  anchors: z.array(TextAnchorSchema).optional(),
  attribution: z.array(AttributionLinkSchema).optional(),
  certainty: z.enum(certainties).optional(),
  polarity: z.enum(polarities).optional(),
  factuality: z
    .array(
      z.strictObject({
        sourceId: SourceIdSchema,
        certainty: z.enum(certainties),
        polarity: z.enum(polarities),
      }),
    )
    .optional(),
  hedges: z.array(TextAnchorSchema).optional(),
  likelihood: z.enum(likelihoods).optional(),
  about: distinctList(EntityOrEventIdSchema).optional(),
  targetIds: distinctList(EntityOrEventIdSchema).optional(),
  times: z.array(z.strictObject({ ...timeReferenceFields, of: z.enum(claimTimeRoles) })).optional(),
  stances: z.array(EventStanceSchema).optional(),
  responses: z
    .array(
      z.strictObject({
        sourceId: SourceIdSchema,
        kind: z.enum(responseKinds),
        at: FuzzyDateSchema.optional(),
        claimId: ClaimIdSchema.optional(),
      }),
    )
    .optional(),
  relations: z
    .array(
      z.strictObject({
        type: z.enum(claimRelationTypes),
        claimId: ClaimIdSchema,
        anchors: z.array(TextAnchorSchema).optional(),
      }),
    )
    .optional(),
  componentIds: distinctList(ClaimIdSchema).optional(),
  presupposesIds: distinctList(ClaimIdSchema).optional(),
  contentOf: ClaimIdSchema.optional(),
  exclusive: z.boolean().optional(),
  attitudeHolderId: EntityIdSchema.optional(),
  ambiguities: z
    .array(z.strictObject({ anchor: TextAnchorSchema, readings: z.array(TextSchema).min(2) }))
    .optional(),
  assertedAt: FuzzyDateSchema.optional(),
  recordedAt: InstantSchema.optional(),
  recordStatus: z.enum(claimRecordStatuses).optional(),
  statusHistory: z
    .array(z.strictObject({ status: z.enum(claimRecordStatuses), at: FuzzyDateSchema }))
    .optional(),
  supersedes: ClaimIdSchema.optional(),
});

/**
 * Judges a value as a claim and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseClaim } from 'newsdomain';
 *
 * safeParseClaim({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' }).success; // => true
 * safeParseClaim({ type: 'claim', id: 'claim:a' }).success; // => false
 * ```
 */
export function safeParseClaim(value: unknown, options?: ParseOptions): z.ZodSafeParseResult<Claim> {
  return safeParseRecord(ClaimSchema, value, options);
}

/**
 * Judges a value as a claim and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseClaim } from 'newsdomain';
 *
 * parseClaim({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' }).id; // => 'claim:a'
 * parseClaim({ type: 'claim', id: 'claim:a' }); // throws NewsDomainError
 * ```
 */
export function parseClaim(value: unknown, options?: ParseOptions): Claim {
  return parseRecordAs(ClaimSchema, 'claim', value, options);
}

/**
 * Tells whether a value is a claim.
 *
 * @example
 * ```ts
 * import { isClaim } from 'newsdomain';
 *
 * isClaim({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' }); // => true
 * isClaim(null); // => false
 * ```
 */
export function isClaim(value: unknown): value is Claim {
  return ClaimSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is a claim.
 *
 * @example
 * ```ts
 * import { assertClaim } from 'newsdomain';
 *
 * assertClaim({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' });
 * assertClaim({ type: 'claim', id: 'claim:a' }); // throws NewsDomainError
 * ```
 */
export function assertClaim(value: unknown): asserts value is Claim {
  parseClaim(value);
}

/**
 * Makes a claim from a literal: completion and type errors while writing, the same judgement as
 * `parseClaim` when run.
 *
 * @example
 * ```ts
 * import { defineClaim } from 'newsdomain';
 *
 * const claim = defineClaim({ type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.' });
 * claim.type; // => 'claim'
 * ```
 */
export function defineClaim(input: ClaimInput): Claim {
  return parseClaim(input);
}
