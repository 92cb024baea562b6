import { tzOffset } from '@date-fns/tz/tzOffset';

/** No clock was ever further away from UTC, in milliseconds. */
const REACH = 16 * 3_600_000;

/** `Date` holds no more milliseconds, and some that are on its clocks. */
export const LIMIT = 8.64e15 - REACH;

/**
 * The first and the last instant at which a zone's clock shows `local`; where it jumps over it, the last instant
 * before counts as the last, and the instant of the jump as the first.
 */
export function instantsOf(local: number, timeZone: string): [first: number, last: number] {
  const offsetAt = (instant: number): number => {
    const date = new Date(instant);
    const minutes = tzOffset(timeZone, date);
    // `tzOffset` loses the sign of offsets such as Monrovia's -00:44:30, in use until 1972, and returns NaN for what is
    // no time zone, while `Intl` throws.
    const negative =
      !(Math.abs(minutes - 30) >= 30) &&
      date.toLocaleString('en', { timeZone, timeZoneName: 'longOffset' }).includes('-00:');
    return Math.round((negative ? -minutes : minutes) * 60_000);
  };
  let low = local - REACH;
  let high = local + REACH;
  const before = local - offsetAt(low);
  const after = local - offsetAt(high);
  // Where the offset changes in between, it does at `high`.
  while (before !== after && high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (local - offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return [before < high ? before : Math.max(high, after), after < high ? Math.min(high - 1, before) : after];
}
