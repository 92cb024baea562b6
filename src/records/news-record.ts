import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import { type RecordType, recordTypes } from '../vocabulary/record-type.js';
import { type Article, ArticleSchema } from './article.js';
import { type Assessment, AssessmentSchema } from './assessment.js';
import { type Claim, ClaimSchema } from './claim.js';
import type { ParseOptions } from './common/record-functions.js';
import { parseRecordAs, safeParseRecord } from './common/record-functions.js';
import { type Entity, EntitySchema } from './entity.js';
import { type ScheduledEvent, ScheduledEventSchema } from './scheduled-event.js';
import { type Source, SourceSchema } from './source.js';

/** Any record, told apart by `type`. */
export type NewsRecord = Article | Source | Entity | Claim | ScheduledEvent | Assessment;

/** A {@link NewsRecord} as it is written by hand or read from elsewhere: ids and dates are plain strings. */
export type NewsRecordInput = Unbranded<NewsRecord>;

/** The interface of each type of record. */
export interface RecordsByType {
  article: Article;
  source: Source;
  entity: Entity;
  claim: Claim;
  'scheduled-event': ScheduledEvent;
  assessment: Assessment;
}

/** The schema of each type of record. */
export const recordSchemas = {
  article: ArticleSchema,
  source: SourceSchema,
  entity: EntitySchema,
  claim: ClaimSchema,
  'scheduled-event': ScheduledEventSchema,
  assessment: AssessmentSchema,
} as const;

/** Schema of {@link NewsRecord}. */
export const NewsRecordSchema = z.discriminatedUnion('type', [
  ArticleSchema,
  SourceSchema,
  EntitySchema,
  ClaimSchema,
  ScheduledEventSchema,
  AssessmentSchema,
]);

/**
 * Tells whether a value names a type of record.
 *
 * @example
 * ```ts
 * import { isRecordType } from 'newsdomain';
 *
 * isRecordType('claim'); // => true
 * isRecordType('rumour'); // => false
 * ```
 */
export function isRecordType(value: unknown): value is RecordType {
  return typeof value === 'string' && (recordTypes as readonly string[]).includes(value);
}

/**
 * Judges a value as a record of any type and gives zod's result.
 *
 * @example
 * ```ts
 * import { safeParseNewsRecord } from 'newsdomain';
 *
 * safeParseNewsRecord({ type: 'claim', id: 'claim:a', text: 'It rained.' }).success; // => true
 * safeParseNewsRecord({ type: 'rumour', id: 'rumour:a' }).success; // => false
 * ```
 */
export function safeParseNewsRecord(
  value: unknown,
  options?: ParseOptions,
): z.ZodSafeParseResult<NewsRecord> {
  return safeParseRecord(NewsRecordSchema, value, options);
}

/**
 * Judges a value as a record of any type and gives it back, or throws a `NewsDomainError`.
 *
 * @example
 * ```ts
 * import { parseNewsRecord } from 'newsdomain';
 *
 * parseNewsRecord({ type: 'claim', id: 'claim:a', text: 'It rained.' }).type; // => 'claim'
 * parseNewsRecord({ type: 'rumour', id: 'rumour:a' }); // throws NewsDomainError
 * ```
 */
export function parseNewsRecord(value: unknown, options?: ParseOptions): NewsRecord {
  return parseRecordAs(NewsRecordSchema, 'record', value, options);
}

/**
 * Tells whether a value is a record of any type.
 *
 * @example
 * ```ts
 * import { isNewsRecord } from 'newsdomain';
 *
 * isNewsRecord({ type: 'article', id: 'article:a' }); // => true
 * isNewsRecord({ id: 'article:a' }); // => false
 * ```
 */
export function isNewsRecord(value: unknown): value is NewsRecord {
  return NewsRecordSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is a record of any type.
 *
 * @example
 * ```ts
 * import { assertNewsRecord } from 'newsdomain';
 *
 * assertNewsRecord({ type: 'article', id: 'article:a' });
 * assertNewsRecord({ id: 'article:a' }); // throws NewsDomainError
 * ```
 */
export function assertNewsRecord(value: unknown): asserts value is NewsRecord {
  parseNewsRecord(value);
}
