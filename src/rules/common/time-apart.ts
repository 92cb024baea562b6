import { differenceInHours } from 'date-fns/differenceInHours';
import { thousands } from '../../primitives/thousands.js';
import { type Moment, rangeBeside } from '../../reasoning/time/moment.js';

/**
 * How much time surely lies between two moments, for a message: in whole days, or hours where it is less than two days;
 * `undefined` where it may be less than an hour, or nothing is sure.
 */
export function timeApart(earlier: Moment, later: Moment): string | undefined {
  if (earlier.uncertain || later.uncertain) return undefined;
  const [, from] = rangeBeside(earlier, later.floating);
  const [to] = rangeBeside(later, earlier.floating);
  if (!Number.isFinite(from) || !Number.isFinite(to)) return undefined;
  const hours = differenceInHours(to, from);
  if (!(hours >= 1)) return undefined;
  return hours < 48 ? counted(hours, 'hour') : counted(Math.floor(hours / 24), 'day');
}

const counted = (number: number, noun: string): string =>
  `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
