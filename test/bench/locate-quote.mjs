// Locating quotes at 1 × and 10 × the quotes and the text, against `indexOf` alone, and in texts that repeat
// themselves. Needs the built package.

import { locateQuote, prepareText } from '../../dist/index.js';
import { conclude, judge, race, ratioOf } from './harness.mjs';

/** Small and seeded, so that every run has the same text. */
let state = 20240619;
const below = (limit) => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return Math.floor((state / 2 ** 32) * limit);
};
const pick = (list) => list[below(list.length)];

const words =
  'the a of to and in visit Hà Nội official president agency said that dates have been agreed confirmed not yet journey talks energy Москва переговоры Pyongyang partner areas 19 June satellites 🇻🇳 newspaper charge workers'.split(
    ' ',
  );

/** An article of about so many UTF-16 units, set as agencies and publishers set it. */
function article(length) {
  let text = '';
  while (text.length < length) {
    const sentence = Array.from({ length: 6 + below(18) }, () => pick(words)).join(' ');
    text += pick([`${sentence}. `, `“${sentence},” he said. `, `It’s ${sentence} — ${sentence}.\r\n\r\n`]);
  }
  return text;
}

const plainer = (words) =>
  words
    .replace(/[“”]/g, '"')
    .replaceAll('’', "'")
    .replaceAll('—', '--')
    .replace(/\s+/g, ' ')
    .normalize('NFD');

/** Of ten quotes five as they are written, four set otherwise, and one that nobody said. */
function quotesOf(text, count) {
  return Array.from({ length: count }, (_, i) => {
    const start = text.indexOf(' ', below(text.length - 200)) + 1;
    const quote = text.slice(start, text.indexOf(' ', start + 30 + below(80)));
    return i % 10 === 0 ? `${quote} never` : i % 10 < 5 ? plainer(quote) : quote;
  });
}

const small = article(50_000);
const large = article(500_000);
const few = quotesOf(small, 1000);
const many = quotesOf(small, 10_000);
const fewOfLarge = quotesOf(large, 1000);

const counts = {};
for (const quote of few) {
  const { status } = locateQuote(small, quote);
  counts[status] = (counts[status] ?? 0) + 1;
}
console.log('of 1,000 quotes in 50 kB', counts);
if (!(counts.exact > 400 && counts.folded > 300 && counts.missing >= 100)) throw new Error('not the mix');

const locateAll = (text, quotes) => () => {
  const prepared = prepareText(text);
  let last;
  for (const quote of quotes) last = locateQuote(prepared, quote);
  return last;
};

const quotes = await race([
  { name: '1,000 quotes in 50 kB', run: locateAll(small, few) },
  { name: '10,000 quotes in 50 kB', run: locateAll(small, many) },
  { name: '1,000 quotes in 500 kB', run: locateAll(large, fewOfLarge) },
  {
    name: '1,000 quotes in 50 kB, indexOf alone',
    run() {
      let last;
      for (const quote of few) last = small.indexOf(quote);
      return last;
    },
  },
  { name: 'a text of 50 kB prepared', run: () => locateQuote(prepareText(small), 'no such “words”') },
  { name: 'a text of 500 kB prepared', run: () => locateQuote(prepareText(large), 'no such “words”') },
]);

const hostile = (length) => {
  const text = 'a'.repeat(length);
  const half = 'a'.repeat(length / 2);
  return [
    `${half.slice(1)}b`,
    `b${half.slice(1)}`,
    `${half.slice(length / 4)}b${half.slice(length / 4)}`,
  ].map((quote) => () => locateQuote(text, quote));
};

const repeats = await race(
  [100_000, 1_000_000].map((length) => {
    const runs = hostile(length);
    return { name: `a repeated ${length.toLocaleString('en')} times`, run: () => runs.map((run) => run()) };
  }),
);

conclude({
  name: 'locate-quote',
  results: { 'quotes of an article': quotes, 'a text that repeats itself': repeats },
  ratios: [
    judge(ratioOf(quotes, '10,000 quotes in 50 kB', '1,000 quotes in 50 kB'), { most: 20 }),
    judge(ratioOf(quotes, '1,000 quotes in 500 kB', '1,000 quotes in 50 kB'), { most: 20 }),
    judge(ratioOf(quotes, 'a text of 500 kB prepared', 'a text of 50 kB prepared'), { most: 20 }),
    judge(ratioOf(quotes, '1,000 quotes in 50 kB', '1,000 quotes in 50 kB, indexOf alone'), { most: 20 }),
    judge(ratioOf(repeats, 'a repeated 1,000,000 times', 'a repeated 100,000 times'), { most: 20 }),
  ],
});
