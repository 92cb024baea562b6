import type { Branded } from './branded.js';

/** The id of an article. */
export type ArticleId = Branded<'ArticleId'>;

/** The id of a source. */
export type SourceId = Branded<'SourceId'>;

/** The id of an entity. */
export type EntityId = Branded<'EntityId'>;

/** The id of a claim. */
export type ClaimId = Branded<'ClaimId'>;

/** The id of a scheduled event. */
export type ScheduledEventId = Branded<'ScheduledEventId'>;

/** The id of an assessment. */
export type AssessmentId = Branded<'AssessmentId'>;

/** The id of any record. */
export type RecordId = ArticleId | SourceId | EntityId | ClaimId | ScheduledEventId | AssessmentId;

/** The source of a regular expression, usable as a JSON Schema `pattern`, that accepts exactly the ids. */
export const RECORD_ID_PATTERN = '^[!-~]{1,200}$';

/**
 * Tells whether a value can be the id of a record: 1 to 200 characters of U+0021 to U+007E.
 *
 * @example
 * ```ts
 * import { isRecordId } from 'newsdomain';
 *
 * isRecordId('article:2024/06/19-visit'); // => true
 * isRecordId('article a'); // => false
 * isRecordId('é'); // => false
 * ```
 */
export function isRecordId(value: unknown): value is RecordId {
  if (typeof value !== 'string' || value.length === 0 || value.length > 200) return false;
  for (let i = 0; i < value.length; i++) {
    const unit = value.charCodeAt(i);
    if (unit < 0x21 || unit > 0x7e) return false;
  }
  return true;
}
