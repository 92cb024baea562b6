import type * as z from 'zod';
import { findingsFromIssues } from '../../finding/from-issues.js';
import { NewsDomainError } from '../../finding/newsdomain-error.js';
import { type Judgement, judgeLeniently, type UnknownKeys } from '../../schema/unknown-keys.js';

/** How strictly a record is read. */
export interface ParseOptions {
  /**
   * What to do with keys that this version does not know, at every depth but `extensions`: `'error'` refuses
   * them (the default: a typing mistake must not vanish), `'strip'` leaves them out, `'keep'` hands them on.
   * Nothing else is relaxed.
   */
  unknownKeys?: UnknownKeys | undefined;
}

/** Judges a value, and says which value it was that was judged: with unknown keys taken out, a copy. */
export function judgeRecordAs<T>(schema: z.ZodType<T>, value: unknown, options?: ParseOptions): Judgement<T> {
  return judgeLeniently(schema, value, options?.unknownKeys ?? 'error');
}

/** Judges a value and gives zod's result. */
export function safeParseRecord<T>(
  schema: z.ZodType<T>,
  value: unknown,
  options?: ParseOptions,
): z.ZodSafeParseResult<T> {
  return judgeRecordAs(schema, value, options).result;
}

/** Judges a value and gives the record, or throws a {@link NewsDomainError}. */
export function parseRecordAs<T>(
  schema: z.ZodType<T>,
  name: string,
  value: unknown,
  options?: ParseOptions,
): T {
  const { result, judged } = judgeRecordAs(schema, value, options);
  if (result.success) return result.data;
  const issues = findingsFromIssues(schema, judged, result.error.issues);
  throw new NewsDomainError('invalid-record', `not a valid ${name}`, issues, result.error);
}
