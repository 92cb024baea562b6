import { differenceInHours } from 'date-fns/differenceInHours';
import { hoursToMilliseconds } from 'date-fns/hoursToMilliseconds';
import type { Moment } from '../../reasoning/time/moment.js';

/** How far a clock somewhere on Earth is behind UTC, and ahead. */
const BEHIND = hoursToMilliseconds(12);
const AHEAD = hoursToMilliseconds(14);

/**
 * How much time surely lies between two moments, for a message: in whole days, or hours where it is less than two days;
 * `undefined` where it may be less than an hour, or nothing is sure.
 */
export function timeApart(earlier: Moment, later: Moment): string | undefined {
  if (earlier.uncertain || later.uncertain) return undefined;
  const from = earlier.latest + (earlier.floating ? BEHIND : 0);
  const to = later.earliest - (later.floating ? AHEAD : 0);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const hours = differenceInHours(to, from);
  if (!(hours >= 1)) return undefined;
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

const counted = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;
