import { describe, expect, it } from 'vitest';
import {
  type RelativeDate,
  type RelativeOptions,
  resolveRelative,
} from '../../../src/primitives/fuzzy-date/relative.js';

const cases: readonly (readonly [string, RelativeDate, string, string, RelativeOptions?])[] = [
  ['three days ago', { unit: 'day', amount: 3, direction: 'past' }, '2024-03-01', '2024-02-27'],
  [
    'tomorrow, at the end of a year',
    { unit: 'day', amount: 1, direction: 'future' },
    '2023-12-31',
    '2024-01-01',
  ],
  ['this month', { unit: 'month', amount: 0, direction: 'past' }, '2024-06-19', '2024-06'],
  ['last year', { unit: 'year', amount: 1, direction: 'past' }, '2024-06-19', '2023'],
  ['next week', { unit: 'week', amount: 1, direction: 'future' }, '2024-06-19', '[2024-06-24..2024-06-30]'],
  [
    'this week, on a Sunday',
    { unit: 'week', amount: 0, direction: 'past' },
    '2024-06-23',
    '[2024-06-17..2024-06-23]',
  ],
  [
    'in a few months',
    { unit: 'month', amount: 'few', direction: 'future' },
    '2024-06-19',
    '[2024-08..2024-11]',
  ],
  [
    "a few of one's own",
    { unit: 'month', amount: 'few', direction: 'future' },
    '2024-06-19',
    '[2024-09..2024-10]',
    { quantities: { few: [3, 4] } },
  ],
  [
    "a word of one's own",
    { unit: 'day', amount: 'dozen', direction: 'past' },
    '2024-06-19',
    '2024-06-07',
    { quantities: { dozen: [12, 12] } },
  ],
  [
    'within three days',
    { unit: 'day', amount: 3, direction: 'future', within: true },
    '2024-06-19',
    '[2024-06-19..2024-06-22]',
  ],
  [
    'in the past few weeks',
    { unit: 'week', amount: 'few', direction: 'past', within: true },
    '2024-06-19',
    '[2024-05-13..2024-06-19]',
  ],
  [
    'from a fuzzy anchor',
    { unit: 'day', amount: 1, direction: 'past' },
    '[2024-06-01..2024-06-18]',
    '[2024-05-31..2024-06-17]',
  ],
  ['from about a month', { unit: 'month', amount: 1, direction: 'future' }, '2024-06~', '[2024-06..2024-08]'],
  ['from an uncertain day', { unit: 'day', amount: 1, direction: 'past' }, '2024-06-19?', '2024-06-18?'],
  [
    'from an uncertain month, within a year',
    { unit: 'month', amount: 'few', direction: 'past' },
    '2024-08?',
    '2024?',
  ],
  ['from an uncertain year', { unit: 'year', amount: 'few', direction: 'past' }, '2028?', '202X?'],
  [
    "by the anchor's own calendar",
    { unit: 'day', amount: 0, direction: 'past' },
    '2024-06-19T01:00:00+07:00',
    '2024-06-19',
  ],
  ['last September, in October', { month: 9, direction: 'past' }, '2024-10-05', '[2023-09,2024-09]'],
  ['last September, in August', { month: 9, direction: 'past' }, '2024-08-05', '2023-09'],
  ['last September, in September', { month: 9, direction: 'past' }, '2024-09-05', '2023-09'],
  ['next September, in October', { month: 9, direction: 'future' }, '2024-10-05', '2025-09'],
  ['next September, in August', { month: 9, direction: 'future' }, '2024-08-05', '[2024-09,2025-09]'],
  [
    'last Tuesday, on a Wednesday',
    { weekday: 2, direction: 'past' },
    '2024-06-19',
    '[2024-06-11,2024-06-18]',
  ],
  ['next Tuesday, on a Wednesday', { weekday: 2, direction: 'future' }, '2024-06-19', '2024-06-25'],
  ['a name in very many years', { month: 9, direction: 'past' }, '20XX', '[1999-09..2099-09]'],
];

describe('resolveRelative', () => {
  it.each(cases.map((one) => [one[0], one] as const))('%s', (_, [, relative, anchor, expected, options]) => {
    expect(resolveRelative(relative, anchor, options)).toBe(expected);
  });

  it.each<readonly [string, unknown, string]>([
    ['an open anchor', { unit: 'day', amount: 1, direction: 'past' }, '2024/..'],
    ['an open anchor of a name', { weekday: 1, direction: 'past' }, '../2024'],
    ['the end of years', { unit: 'day', amount: 1, direction: 'future' }, '9999-12-31'],
    ['half a day', { unit: 'day', amount: 0.5, direction: 'past' }, '2024'],
    ['a negative amount', { unit: 'day', amount: -1, direction: 'past' }, '2024'],
    ['an unknown word', { unit: 'day', amount: 'umpteen', direction: 'past' }, '2024'],
    ['a word of every object', { unit: 'day', amount: 'constructor', direction: 'past' }, '2024'],
    ['month 13', { month: 13, direction: 'past' }, '2024'],
    ['weekday 0', { weekday: 0, direction: 'past' }, '2024'],
    ['neither', { direction: 'past' }, '2024'],
  ])('refuses %s', (_, relative, anchor) => {
    expect(() => resolveRelative(relative as RelativeDate, anchor)).toThrow(RangeError);
  });

  it('refuses an anchor that is no fuzzy date', () => {
    expect(() => resolveRelative({ unit: 'day', amount: 1, direction: 'past' }, 'today')).toThrow(
      expect.objectContaining({ name: 'FuzzyDateError' }),
    );
  });
});
