import { hasDay } from '../calendar.js';
import { twoDigits } from '../two-digits.js';

// What nearly all fuzzy dates are, told without reading them into parts. Of any other text this says nothing.

/** Whether a text, from `at` up to `to`, is a year of four digits, a month or a day that exists, and nothing more. */
export function isPlainDate(text: string, at = 0, to: number = text.length): boolean {
  const length = to - at;
  if (length !== 10 && length !== 7 && length !== 4) return false;
  const year = 100 * twoDigits(text, at) + twoDigits(text, at + 2);
  if (length === 4) return year >= 0;
  const month = twoDigits(text, at + 5);
  if (!(year >= 0 && month > 0 && month < 13) || text[at + 4] !== '-') return false;
  return length === 7 || (text[at + 7] === '-' && hasDay(year, month, twoDigits(text, at + 8)));
}

/** Whether two texts are plain dates as precise as each other, of which the second is not the earlier. */
export const arePlainInOrder = (start: string, end: string): boolean =>
  start.length === end.length && start <= end && isPlainDate(start) && isPlainDate(end);

/** Whether a text is an interval between two plain dates as precise as each other, in their order. */
export function isPlainInterval(text: string): boolean {
  const half = text.length >> 1;
  return text[half] === '/' && arePlainInOrder(text.slice(0, half), text.slice(half + 1));
}
