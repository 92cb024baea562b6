import { tzOffset } from '@date-fns/tz/tzOffset';

const HOUR = 3_600_000;

/** `Date` holds no more than this many milliseconds. */
const LIMIT = 8.64e15;

/** Milliseconds that a zone's clock is ahead of UTC at an instant. */
function offsetAt(instant: number, timeZone: string): number {
  const minutes = tzOffset(timeZone, new Date(Math.max(-LIMIT, Math.min(LIMIT, instant))));
  if (Number.isNaN(minutes)) throw new RangeError(`Not an IANA time zone: ${timeZone}`);
  return Math.round(minutes * 60_000);
}

/** The moment at which the zone's clock jumps forward over `local`, between two instants before and after it. */
function jump(local: number, before: number, after: number, timeZone: string): number {
  let low = before;
  let high = after;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle, timeZone) < local) low = middle;
    else high = middle;
  }
  return high;
}

/**
 * The first and the last instant at which a zone's clock shows `local`; where it jumps over it, the last instant
 * before counts as the last, and the instant of the jump as the first.
 */
export function instantsOf(local: number, timeZone: string): [first: number, last: number] {
  const early = local - 14 * HOUR;
  const late = local + 12 * HOUR;
  const offsets = [offsetAt(early, timeZone), offsetAt(late, timeZone)];
  // Where `Date` ends, so does what is known of zones: no clock is further off than this.
  if (!(Math.abs(local) < LIMIT - 24 * HOUR)) return [early, late];
  // `tzOffset` loses the sign of offsets such as Monrovia's -00:44:30, in use until 1972: both are taken.
  const candidates = offsets.flatMap((offset) =>
    offset !== 0 && Math.abs(offset) < HOUR ? [local - offset, local + offset] : local - offset,
  );
  const shown = candidates.filter(
    (instant) => candidates.length > 2 || instant + offsetAt(instant, timeZone) === local,
  );
  if (shown.length > 0) return [Math.min(...shown), Math.max(...shown)];
  const moment = jump(local, Math.min(...candidates), Math.max(...candidates), timeZone);
  return [moment, moment - 1];
}
