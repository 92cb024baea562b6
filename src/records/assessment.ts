import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import type { FuzzyDate } from '../primitives/fuzzy-date/parse.js';
import type { AssessmentId, ClaimId, SourceId } from '../primitives/id.js';
import type { WebUrl } from '../primitives/web-url.js';
import { type AssessmentStatus, assessmentStatuses } from '../vocabulary/assessment.js';
import { AssessmentIdSchema, ClaimOrSourceIdSchema, SourceIdSchema } from './common/ids.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import { FuzzyDateSchema, TextSchema, WebUrlSchema } from './common/scalars.js';

/** A rating on the assessor's own scale, kept as it was given. */
export interface Rating {
  /** The label verbatim, such as "Mostly False" or "B2". */
  label: string;
  /** The scale it belongs to, such as `politifact` or `admiralty`. */
  scale?: string | undefined;
  /** The rating as a number (schema.org `ratingValue`). */
  value?: number | undefined;
  /** The best number of the scale (schema.org `bestRating`). */
  best?: number | undefined;
  /** The worst number of the scale (schema.org `worstRating`). */
  worst?: number | undefined;
}

/** One party's dated judgement of a claim or a source. Judgements are added, never changed. */
export interface Assessment extends RecordBase {
  /** Says that this is an assessment. */
  type: 'assessment';
  /** Identifies the assessment. */
  id: AssessmentId;
  /** The claim or source that is judged. */
  subjectId: ClaimId | SourceId;
  /** Who judges. */
  by: SourceId;
  /** When they judged. */
  at: FuzzyDate;
  /** What they found. */
  status: AssessmentStatus;
  /** The rating as they gave it. */
  rating?: Rating | undefined;
  /** Where they published it. */
  url?: WebUrl | undefined;
  /** Why, in their words. */
  explanation?: string | undefined;
}

/** An {@link Assessment} as it is written by hand or read from elsewhere: ids and dates are plain strings. */
export type AssessmentInput = Unbranded<Assessment>;

/** Schema of {@link Assessment}. */
export const AssessmentSchema = z.strictObject({
  type: z.literal('assessment'),
  id: AssessmentIdSchema,
  ...recordBase,
  subjectId: ClaimOrSourceIdSchema,
  by: SourceIdSchema,
  at: FuzzyDateSchema,
  status: z.enum(assessmentStatuses),
  rating: z
    .strictObject({
      label: TextSchema,
      scale: TextSchema.optional(),
      value: z.number().optional(),
      best: z.number().optional(),
      worst: z.number().optional(),
    })
    .optional(),
  url: WebUrlSchema.optional(),
  explanation: TextSchema.optional(),
});

/**
 * Judges a value as an assessment and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseAssessment } from 'newsdomain';
 *
 * safeParseAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', by: 'source:a', at: '2024-06', status: 'supported' }).success; // => true
 * safeParseAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', at: '2024-06', status: 'supported' }).success; // => false
 * ```
 */
export function safeParseAssessment(
  value: unknown,
  options?: ParseOptions,
): z.ZodSafeParseResult<Assessment> {
  return safeParseRecord(AssessmentSchema, value, options);
}

/**
 * Judges a value as an assessment and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseAssessment } from 'newsdomain';
 *
 * parseAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', by: 'source:a', at: '2024-06', status: 'supported' }).id; // => 'assessment:a'
 * parseAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', at: '2024-06', status: 'supported' }); // throws NewsDomainError
 * ```
 */
export function parseAssessment(value: unknown, options?: ParseOptions): Assessment {
  return parseRecordAs(AssessmentSchema, 'assessment', value, options);
}

/**
 * Tells whether a value is an assessment.
 *
 * @example
 * ```ts
 * import { isAssessment } from 'newsdomain';
 *
 * isAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', by: 'source:a', at: '2024-06', status: 'supported' }); // => true
 * isAssessment(null); // => false
 * ```
 */
export function isAssessment(value: unknown): value is Assessment {
  return AssessmentSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is an assessment.
 *
 * @example
 * ```ts
 * import { assertAssessment } from 'newsdomain';
 *
 * assertAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', by: 'source:a', at: '2024-06', status: 'supported' });
 * assertAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', at: '2024-06', status: 'supported' }); // throws NewsDomainError
 * ```
 */
export function assertAssessment(value: unknown): asserts value is Assessment {
  parseAssessment(value);
}

/**
 * Makes an assessment from a literal: completion and type errors while writing, the same judgement as
 * `parseAssessment` when run.
 *
 * @example
 * ```ts
 * import { defineAssessment } from 'newsdomain';
 *
 * const assessment = defineAssessment({ type: 'assessment', id: 'assessment:a', subjectId: 'claim:a', by: 'source:a', at: '2024-06', status: 'supported' });
 * assessment.type; // => 'assessment'
 * ```
 */
export function defineAssessment(input: AssessmentInput): Assessment {
  return parseAssessment(input);
}
