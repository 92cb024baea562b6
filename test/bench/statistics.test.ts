import { describe, expect, test } from 'vitest';
import { figureMarkdown, figureOf, figureTable, replaceMeasured } from './figures.mjs';
import { judge, medianOf, pairsOf, quartilesOf, race, ratioOf, short, table } from './harness.mjs';

const result = (name: string, times: readonly number[]) => ({
  name,
  repeats: 1,
  times,
  median: medianOf(times),
  min: Math.min(...times),
  max: Math.max(...times),
});

describe('quartiles', () => {
  test('lie between neighbours in proportion', () => {
    expect(quartilesOf([4, 1, 3, 2])).toEqual({ low: 1.75, median: 2.5, high: 3.25 });
    expect(quartilesOf([5, 1, 4, 2, 3])).toEqual({ low: 2, median: 3, high: 4 });
    expect(quartilesOf([7])).toEqual({ low: 7, median: 7, high: 7 });
  });

  test('have the median in the middle', () => {
    for (const numbers of [[1], [2, 9], [3, 1, 2], [10, -1, 4, 4]])
      expect(quartilesOf(numbers).median).toBe(medianOf(numbers));
  });

  test('leave the numbers as they were', () => {
    const numbers = Object.freeze([3, 1, 2]);
    quartilesOf(numbers);
    expect(numbers).toEqual([3, 1, 2]);
  });
});

describe('ratios', () => {
  // a machine that was twice as busy in the second round
  const results = [result('a', [10, 20, 11]), result('b', [5, 10, 5])];

  test('compare what ran in the same round', () => {
    expect(pairsOf(results, 'a', 'b')).toEqual({ ratios: [2, 2, 2.2], differences: [5, 10, 6] });
    expect(ratioOf(results, 'a', 'b')).toEqual({ of: 'a', to: 'b', median: 2.2, min: 2, max: 2.2 });
  });

  test('are refused for a contender that did not run', () => {
    expect(() => pairsOf(results, 'a', 'c')).toThrow('no contender is called c');
    expect(() => ratioOf(results, 'c', 'a')).toThrow('no contender is called c');
  });

  test('meet a bar or miss it', () => {
    const ratio = ratioOf(results, 'a', 'b');
    expect(judge(ratio, { most: 2.2 })).toMatchObject({ bar: '≤ 2.2', met: true });
    expect(judge(ratio, { least: 2.3 })).toMatchObject({ bar: '≥ 2.3', met: false });
  });
});

describe('a race', () => {
  test('begins each round with another contender', async () => {
    const order: string[] = [];
    const contender = (name: string) => ({ name, run: () => order.push(name) });
    const results = await race(['a', 'b', 'c'].map(contender), { rounds: 3, warmup: 1, least: 0 });
    // warmed up and timed once each, before the rounds
    expect(order.slice(0, 6)).toEqual(['a', 'a', 'b', 'b', 'c', 'c']);
    expect(order.slice(6)).toEqual(['a', 'b', 'c', 'b', 'c', 'a', 'c', 'a', 'b']);
    expect(results.map(({ times }) => times.length)).toEqual([3, 3, 3]);
  });

  test('waits for work that is not done at once', async () => {
    let running = 0;
    let most = 0;
    const run = async () => {
      most = Math.max(most, ++running);
      await new Promise((done) => setTimeout(done, 1));
      running--;
    };
    await race(
      [
        { name: 'a', run },
        { name: 'b', run },
      ],
      { rounds: 2, least: 0 },
    );
    expect(most).toBe(1);
  });
});

test('a race goes by the clock that it is given', async () => {
  let now = 0;
  const work = (name: string, takes: number) => ({
    name,
    run: () => {
      now += takes;
    },
  });
  const results = await race([work('a', 3), work('b', 30)], { rounds: 2, least: 20, clock: () => now });
  expect(results.map(({ median }) => median)).toEqual([3, 30]);
  expect(results.map(({ repeats }) => repeats)).toEqual([8, 1]);
});

describe('a figure', () => {
  test('is the median of its rounds, held to a bar', () => {
    expect(figureOf('check', [3, 1, 2], { bar: { most: 2 } })).toEqual({
      name: 'check',
      unit: '×',
      rounds: [3, 1, 2],
      low: 1.5,
      median: 2,
      high: 2.5,
      bar: { most: 2 },
      met: true,
    });
  });

  test.each([
    [{ most: 1.9 }, false],
    [{ most: 2 }, true],
    [{ least: 2 }, true],
    [{ least: 2.1 }, false],
    [{ above: 2 }, false],
    [{ above: 1.9 }, true],
  ])('of 2 with the bar %o: %s', (bar, met) => {
    expect(figureOf('check', [2], { bar }).met).toBe(met);
  });

  test('without a bar is neither met nor missed', () => {
    expect(figureOf('check', [2])).not.toHaveProperty('met');
  });

  test('that is no number meets no bar', () => {
    expect(figureOf('check', [Number.NaN], { bar: { most: 2 } }).met).toBe(false);
    expect(figureOf('check', [Number.NaN], { bar: { above: 2 } }).met).toBe(false);
  });

  const figures = [
    figureOf('check / parse', [1.1, 1.2, 1.3], { bar: { most: 1.2 } }),
    figureOf('start', [99, 100, 101], { unit: 'ms', bar: { most: 60 } }),
    figureOf('two jobs', [1], { bar: { above: 1 } }),
    figureOf('peer / check', [12.34]),
  ];

  test('is a line of a table', () => {
    expect(figureTable(figures)).toBe(
      [
        '               median      quartiles      bar',
        'check / parse   1.200  1.150 – 1.250    ≤ 1.2     met',
        'start          100 ms     99.5 – 101  ≤ 60 ms  MISSED',
        'two jobs        1.000  1.000 – 1.000      > 1  MISSED',
        'peer / check     12.3    12.3 – 12.3',
      ].join('\n'),
    );
  });

  test('is a line of a table in Markdown', () => {
    expect(figureMarkdown(figures.slice(1, 3))).toBe(
      [
        '|  | median | quartiles | bar |  |',
        '| --- | ---: | ---: | ---: | ---: |',
        '| start | 100 ms | 99.5 – 101 | ≤ 60 ms | MISSED |',
        '| two jobs | 1.000 | 1.000 – 1.000 | > 1 | MISSED |',
      ].join('\n'),
    );
  });
});

test('numbers have three digits that count', () => {
  expect([0.1234, 1.2345, 12.345, 123.45].map(short)).toEqual(['0.123', '1.234', '12.3', '123']);
});

test('a table needs no space at the end of a line', () => {
  expect(
    table([
      ['a', 'b'],
      ['long', ''],
    ]),
  ).toBe('a     b\nlong');
});

describe('the place for figures in a document', () => {
  const [start, end] = ['<!-- measured: npm run bench -- --update -->', '<!-- /measured -->'];

  test('is filled again and again', () => {
    const document = `# Speed\n\n${start}\n${end}\n\nMore.\n`;
    const once = replaceMeasured(document, 'first $& figures\n');
    expect(once).toBe(`# Speed\n\n${start}\nfirst $& figures\n${end}\n\nMore.\n`);
    expect(replaceMeasured(once, 'second')).toBe(`# Speed\n\n${start}\nsecond\n${end}\n\nMore.\n`);
  });

  test.each(['', start, `${end}${start}`])('must be there: %j', (document) => {
    expect(() => replaceMeasured(document, 'figures')).toThrow('no place for the figures');
  });
});
