// Parsing fuzzy dates against npm edtf and @edtf-ts/core, and a hostile set at two sizes. Needs the built package.

import { parse as parseEdtfTs } from '@edtf-ts/core';
import { parse as parseEdtf } from 'edtf';
import { isFuzzyDate, parseFuzzyDate, safeParseFuzzyDate } from '../../dist/fuzzy-date.js';
import { conclude, judge, race, ratioOf } from './harness.mjs';

/** The dates of a day's news, about as often as they come: most are days, some are vague, few are sets. */
const mix = newsMix(1000);

/** Small and seeded, so that every run has the same dates. */
function newsMix(count) {
  let state = 20240619;
  const below = (limit) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const two = (number) => String(number).padStart(2, '0');
  const year = () => String(1990 + below(45));
  const month = () => `${year()}-${two(1 + below(12))}`;
  const day = () => `${month()}-${two(1 + below(28))}`;
  const time = () => `${day()}T${two(below(24))}:${two(below(60))}:00${['Z', '+07:00', '-05:00'][below(3)]}`;
  const kinds = [
    [40, day],
    [12, time],
    [12, month],
    [8, year],
    [6, () => `${month()}~`],
    [4, () => `${day()}?`],
    [3, () => `${year()}%`],
    [3, () => `${year()}-${21 + below(4)}`],
    [2, () => `${year().slice(0, 3)}X`],
    [2, () => `${month()}-XX`],
    [4, () => `20${10 + below(5)}-0${1 + below(9)}-01/20${20 + below(5)}-1${below(3)}`],
    [2, () => `${day()}/..`],
    [2, () => `[20${10 + below(5)}-09,20${20 + below(5)}-09]`],
  ];
  const total = kinds.reduce((sum, [share]) => sum + share, 0);
  return Array.from({ length: count }, () => {
    let left = below(total);
    const [, make] = kinds.find(([share]) => {
      left -= share;
      return left < 0;
    });
    return make();
  });
}

/** A set of about so many UTF-16 units, which is read to its end before it is refused or accepted. */
const hostile = (length, tail) => `[${'2024-06-19..2024-06-20,'.repeat(Math.ceil(length / 23))}${tail}]`;

for (const date of mix) {
  // Whoever refuses a date of the mix, or reads it wrongly, would be measured at something else.
  if (!safeParseFuzzyDate(date).success) throw new Error(`newsdomain refuses ${date}`);
  if (!parseEdtfTs(date).success) throw new Error(`@edtf-ts/core refuses ${date}`);
  parseEdtf(date);
}

const all = (parse) => () => {
  let last;
  for (const date of mix) last = parse(date);
  return last;
};

const peers = await race([
  { name: 'newsdomain parseFuzzyDate', run: all(parseFuzzyDate) },
  { name: 'newsdomain isFuzzyDate', run: all(isFuzzyDate) },
  { name: '@edtf-ts/core', run: all(parseEdtfTs) },
  { name: 'edtf', run: all(parseEdtf) },
]);

const sizes = await race(
  ['2024', '2024-13'].flatMap((tail) =>
    [10_000, 100_000].map((length) => {
      const text = hostile(length, tail);
      return {
        name: `${tail === '2024' ? 'good' : 'bad'} set of ${length / 1000} kB`,
        run: () => safeParseFuzzyDate(text),
      };
    }),
  ),
);

conclude({
  name: 'fuzzy-date',
  results: { 'a news mix of 1,000 dates': peers, 'a hostile set, parsed': sizes },
  ratios: [
    judge(ratioOf(peers, 'edtf', 'newsdomain parseFuzzyDate'), { least: 50 }),
    judge(ratioOf(peers, '@edtf-ts/core', 'newsdomain parseFuzzyDate'), { least: 5 }),
    judge(ratioOf(sizes, 'good set of 100 kB', 'good set of 10 kB'), { most: 20 }),
    judge(ratioOf(sizes, 'bad set of 100 kB', 'bad set of 10 kB'), { most: 20 }),
  ],
});
