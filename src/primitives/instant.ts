import type { Branded } from './branded.js';
import { hasDay, momentIn } from './calendar.js';
import type { SafeParseResult } from './result.js';
import { twoDigits } from './two-digits.js';

/** A point in time: an RFC 3339 date-time with its offset, kept as written. */
export type Instant = Branded<'Instant'>;

/** Why a value is no {@link Instant}. */
export type InstantErrorCode =
  | 'type'
  | 'syntax'
  | 'lower-case'
  | 'missing-time'
  | 'missing-seconds'
  | 'missing-offset'
  | 'no-such-date'
  | 'no-such-time'
  | 'leap-second'
  | 'offset-range';

/** The fault that keeps a value from being an {@link Instant}. */
export class InstantError extends Error {
  override readonly name = 'InstantError';
  /** The kind of fault. */
  readonly code: InstantErrorCode;
  /** Where the fault begins, in UTF-16 units. */
  readonly position: number;

  constructor(code: InstantErrorCode, position: number) {
    super(messages[code]);
    this.code = code;
    this.position = position;
  }
}

const messages: Record<InstantErrorCode, string> = {
  type: 'An instant is a string, such as "2024-06-19T09:30:00Z".',
  syntax: 'Write an RFC 3339 date-time: YYYY-MM-DDThh:mm:ss, then Z or an offset such as +07:00.',
  'lower-case': 'Write the "T" before the time and the "Z" after it as capitals.',
  'missing-time': 'A date alone is no instant: add a time with its offset, or use a fuzzy date.',
  'missing-seconds': 'Write the seconds too: hh:mm:ss.',
  'missing-offset': 'Say which offset from UTC the time has: end with Z or with an offset such as +07:00.',
  'no-such-date': 'The calendar has no such date.',
  'no-such-time':
    'The clock has no such time: hours are 00 to 23, minutes and seconds 00 to 59; midnight is T00:00:00.',
  'leap-second': 'Leap seconds cannot be stored: write :59, or :00 of the next minute.',
  'offset-range': 'Offsets lie between -12:00 and +14:00, with minutes 00 to 59.',
};

/**
 * The source of a regular expression, usable as a JSON Schema `pattern`, that accepts exactly what
 * {@link isInstant} accepts.
 */
export const INSTANT_PATTERN =
  '^(?:[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))' +
  '|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)' +
  'T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?' +
  '(?:Z|\\+(?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00)|-(?:(?:0[0-9]|1[01]):[0-5][0-9]|12:00))$';

const DASH = 45;
const COLON = 58;

/** A fault in a form that costs nothing while there is none: the code's index and the position in one number. */
const faults: readonly InstantErrorCode[] = [
  'type',
  'syntax',
  'lower-case',
  'missing-time',
  'missing-seconds',
  'missing-offset',
  'no-such-date',
  'no-such-time',
  'leap-second',
  'offset-range',
];
const fault = (code: InstantErrorCode, position: number): number =>
  position * faults.length + faults.indexOf(code);

/** The first place of `YYYY-MM-DDThh:mm:ss` that a text does not follow. */
function shapeFault(text: string): number {
  for (let i = 0; i < 19; i++) {
    if (i === text.length) {
      if (i === 10) return fault('missing-time', i);
      return fault(i === 16 ? 'missing-seconds' : 'syntax', i);
    }
    const unit = text.charCodeAt(i);
    if (i === 4 || i === 7) {
      if (unit !== DASH) return fault('syntax', i);
    } else if (i === 10) {
      if (unit !== 84) return fault(unit === 116 ? 'lower-case' : 'syntax', i);
    } else if (i === 13 || i === 16) {
      if (unit !== COLON) return fault(i === 16 && endsTime(unit) ? 'missing-seconds' : 'syntax', i);
    } else if (unit < 48 || unit > 57) return fault('syntax', i);
  }
  return -1;
}

const endsTime = (unit: number): boolean => unit === 90 || unit === 43 || unit === DASH;

/** -1 when `text` is an instant, else its first fault. Allocates nothing. */
function scan(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  if (
    !(year + month + day + hour + minute + second >= 0) ||
    text.charCodeAt(4) !== DASH ||
    text.charCodeAt(7) !== DASH ||
    text.charCodeAt(10) !== 84 ||
    text.charCodeAt(13) !== COLON ||
    text.charCodeAt(16) !== COLON
  )
    return shapeFault(text);
  if (month < 1 || month > 12) return fault('no-such-date', 5);
  if (!hasDay(year, month, day)) return fault('no-such-date', 8);
  if (hour > 23) return fault('no-such-time', 11);
  if (minute > 59) return fault('no-such-time', 14);
  if (second > 59) return fault(second === 60 ? 'leap-second' : 'no-such-time', 17);
  let at = 19;
  if (text.charCodeAt(at) === 46) {
    at++;
    while (text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57) at++;
    if (at === 20) return fault('syntax', at);
  }
  if (at === text.length) return fault('missing-offset', at);
  const sign = text.charCodeAt(at);
  if (sign === 90) return at + 1 === text.length ? -1 : fault('syntax', at + 1);
  if (sign !== 43 && sign !== DASH) return fault(sign === 122 ? 'lower-case' : 'syntax', at);
  const offsetHour = twoDigits(text, at + 1);
  const offsetMinute = twoDigits(text, at + 4);
  if (!(offsetHour >= 0)) return fault('syntax', at + 1);
  if (text.charCodeAt(at + 3) !== COLON) return fault('syntax', at + 3);
  if (!(offsetMinute >= 0)) return fault('syntax', at + 4);
  if (text.length !== at + 6) return fault('syntax', at + 6);
  if (offsetMinute > 59 || offsetHour * 60 + offsetMinute > (sign === 43 ? 840 : 720))
    return fault('offset-range', at);
  return -1;
}

/**
 * Tells whether a value is an instant: an RFC 3339 date-time with capital `T` and `Z`, with seconds, with an
 * offset between -12:00 and +14:00, on a date and at a time that exist.
 *
 * @example
 * ```ts
 * import { isInstant } from 'newsdomain';
 *
 * isInstant('2024-06-19T09:30:00.5+07:00'); // => true
 * isInstant('2024-06-19T09:30:00'); // => false
 * isInstant('2023-02-29T00:00:00Z'); // => false
 * ```
 */
export function isInstant(value: unknown): value is Instant {
  return typeof value === 'string' && scan(value) === -1;
}

/** What keeps a value from being an instant, in words; `undefined` where nothing does. Cheaper than an error. */
export function instantFault(value: unknown): string | undefined {
  if (typeof value !== 'string') return messages.type;
  const found = scan(value);
  return found === -1 ? undefined : messages[codeOf(found)];
}

const codeOf = (found: number): InstantErrorCode => faults[found % faults.length] ?? 'syntax';

/**
 * Reads an instant, or says where and why a value is none; `position` is in UTF-16 units.
 *
 * @example
 * ```ts
 * import { safeParseInstant } from 'newsdomain';
 *
 * safeParseInstant('2024-06-19T09:30:00Z').data; // => '2024-06-19T09:30:00Z'
 * safeParseInstant('2024-06-19T24:00:00Z').error?.code; // => 'no-such-time'
 * safeParseInstant('2024-06-19T09:30:00').error?.position; // => 19
 * ```
 */
export function safeParseInstant(value: unknown): SafeParseResult<Instant, InstantError> {
  if (typeof value !== 'string') return { success: false, error: new InstantError('type', 0) };
  const found = scan(value);
  if (found === -1) return { success: true, data: value as Instant };
  return { success: false, error: new InstantError(codeOf(found), Math.floor(found / faults.length)) };
}

/**
 * Returns the value as an instant, unchanged.
 *
 * @throws InstantError when it is none.
 *
 * @example
 * ```ts
 * import { parseInstant } from 'newsdomain';
 *
 * parseInstant('2024-06-19T09:30:00-00:00'); // => '2024-06-19T09:30:00-00:00'
 * parseInstant('2024-06-19'); // throws InstantError
 * ```
 */
export function parseInstant(value: unknown): Instant {
  const result = safeParseInstant(value);
  if (result.success) return result.data;
  throw result.error;
}

/**
 * Asserts that a value is an instant.
 *
 * @throws InstantError when it is none.
 *
 * @example
 * ```ts
 * import { assertInstant } from 'newsdomain';
 *
 * assertInstant('2024-06-19T09:30:00Z'); // => undefined
 * assertInstant('2024-06-19t09:30:00z'); // throws InstantError
 * ```
 */
export function assertInstant(value: unknown): asserts value is Instant {
  parseInstant(value);
}

/**
 * Returns the milliseconds from 1970-01-01T00:00:00Z to an instant; what is finer than a millisecond is cut off,
 * towards the past.
 *
 * @throws InstantError when the text is no instant.
 *
 * @example
 * ```ts
 * import { instantToEpochMilliseconds } from 'newsdomain';
 *
 * instantToEpochMilliseconds('1970-01-01T07:00:01.2509+07:00'); // => 1250
 * instantToEpochMilliseconds('tomorrow'); // throws InstantError
 * ```
 */
export function instantToEpochMilliseconds(instant: string): number {
  const text: string = parseInstant(instant);
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  let milliseconds = momentIn(year * 12 + twoDigits(text, 5) - 1, twoDigits(text, 8));
  milliseconds += (twoDigits(text, 11) * 60 + twoDigits(text, 14)) * 60_000 + twoDigits(text, 17) * 1000;
  if (text.charCodeAt(19) === 46) {
    let weight = 100;
    for (let at = 20; at < 23; at++, weight /= 10) {
      const digit = text.charCodeAt(at) - 48;
      if (digit < 0 || digit > 9) break;
      milliseconds += digit * weight;
    }
  }
  if (text.endsWith('Z')) return milliseconds;
  const sign = text.charCodeAt(text.length - 6) === 43 ? -1 : 1;
  const offset = twoDigits(text, text.length - 5) * 60 + twoDigits(text, text.length - 2);
  return milliseconds + sign * offset * 60_000;
}
