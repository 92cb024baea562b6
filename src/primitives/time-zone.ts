import type { Branded } from './branded.js';

/** The name of a time zone of the IANA database, kept as given: runtimes rename zones. */
export type TimeZone = Branded<'TimeZone'>;

/** Constructing a formatter is slow, and names come again and again. */
const known = new Map<string, boolean>();
const LIMIT = 1000;

const nameShape = /^[A-Za-z_][\w+.-]*(?:\/[A-Za-z_][\w+.-]*)*$/;

/**
 * Tells whether a value names a time zone of the IANA database that this runtime knows; offsets such as `+07:00`
 * are no names.
 *
 * @example
 * ```ts
 * import { isTimeZone } from 'newsdomain';
 *
 * isTimeZone('Asia/Ho_Chi_Minh'); // => true
 * isTimeZone('+07:00'); // => false
 * isTimeZone('Asia/Atlantis'); // => false
 * ```
 */
export function isTimeZone(value: unknown): value is TimeZone {
  // The longest name of the database has 32 characters; newer Intl also takes offsets, which the shape refuses.
  if (typeof value !== 'string' || value.length > 64 || !nameShape.test(value)) return false;
  const before = known.get(value);
  if (before !== undefined) return before;
  let answer = true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
  } catch {
    answer = false;
  }
  if (known.size >= LIMIT) known.clear();
  known.set(value, answer);
  return answer;
}
