import { expect, test } from 'vitest';
import { momentAt } from '../../../src/rules/common/moments.js';
import { timeApart } from '../../../src/rules/common/time-apart.js';

test.each([
  ['2024-06-19T10:00:00Z', '2024-06-19T11:00:00Z', '1 hour'],
  ['2024-06-19T10:00:00Z', '2024-06-19T10:59:59Z', undefined],
  ['2024-06-19T10:00:00Z', '2024-06-21T09:59:00Z', '47 hours'],
  ['2024-06-19T10:00:00+07:00', '2024-06-21T03:00:00Z', '2 days'],
  // the 19th ends at noon of the 20th in UTC where it ends last
  ['2024-06-19', '2024-06-20T11:00:00Z', undefined],
  ['2024-06-19', '2024-06-20T14:00:00Z', '2 hours'],
  ['2024-06-19T10:00:00Z', '2024-06-23', '3 days'],
  ['2024-06-19', '2028-06-19T12:00:00Z', '1,460 days'],
  ['2024-06-19?', '2024-07-19T12:00:00Z', undefined],
  ['2024-06-19/..', '2028-07-19T12:00:00Z', undefined],
  ['2024-06-20', '2024-06-19', undefined],
])('between %s and %s there are at least: %s', (earlier, later, expected) => {
  expect(timeApart(momentAt(earlier), momentAt(later))).toBe(expected);
});
