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

/**
 * The offsets that a zone may have around a local time. Those of less than an hour are taken with both signs:
 * `tzOffset` loses the sign of offsets such as Monrovia's -00:44:30, in use until 1972.
 */
function offsetsAround(local: number, timeZone: string): number[] {
  const offsets = [offsetAt(local - 14 * HOUR, timeZone), offsetAt(local + 12 * HOUR, timeZone)];
  return offsets.flatMap((offset) =>
    offset !== 0 && Math.abs(offset) < HOUR ? [offset, -offset] : [offset],
  );
}

/** The moment between two instants at which the zone's clock jumps forward over `local`. */
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

/** The instants at which a zone's clock shows `local`; where it jumps over it, the instant of the jump, twice. */
function instantsOf(local: number, timeZone: string): { readonly first: number; readonly last: number } {
  // Where `Date` ends, so does what is known of zones: no clock is further off than these.
  if (!(Math.abs(local) < LIMIT - 24 * HOUR)) {
    offsetAt(0, timeZone);
    return { first: local - 14 * HOUR, last: local + 12 * HOUR };
  }
  const offsets = offsetsAround(local, timeZone);
  const candidates = offsets.map((offset) => local - offset);
  const first = Math.min(...candidates);
  const last = Math.max(...candidates);
  if (first === last || offsets.length > 2) return { first, last };
  const shown = candidates.filter((instant) => instant + offsetAt(instant, timeZone) === local);
  if (shown.length > 0) return { first: Math.min(...shown), last: Math.max(...shown) };
  const moment = jump(local, first, last, timeZone);
  return { first: moment, last: moment };
}

/** The first instant at which a zone's clock shows `local` or has passed it. */
export const firstInstant = (local: number, timeZone: string): number => instantsOf(local, timeZone).first;

/** The last instant at which a zone's clock shows `local` or has not yet passed it. */
export const lastInstant = (local: number, timeZone: string): number => instantsOf(local, timeZone).last;
