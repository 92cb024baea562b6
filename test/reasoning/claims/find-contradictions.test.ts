import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import {
  type FindContradictionsOptions,
  findContradictions,
} from '../../../src/reasoning/claims/find-contradictions.js';
import { deepFreeze } from '../../support/deep-freeze.js';

interface Said {
  readonly by: string;
  readonly aspect?: string;
  readonly stance: string;
  readonly value?: string;
  readonly more?: object;
}

const claims = (all: readonly Said[]): readonly object[] =>
  all.map(({ by, aspect = 'occurrence', stance, value, more = {} }, index) => ({
    type: 'claim',
    id: `claim:${index}`,
    text: 'The visit takes place.',
    attribution: [{ sourceIds: [`source:${by}`], role: 'originator' }],
    stances: [{ eventId: 'event:visit', aspect, stance, ...(value === undefined ? {} : { value }) }],
    ...more,
  }));

function find(all: readonly Said[], options: FindContradictionsOptions = {}) {
  const records = claims(all);
  const found = findContradictions(loadDataset(records), deepFreeze(options));
  expect(findContradictions(loadDataset([...records].reverse()), options)).toEqual(found);
  return found;
}

/** What each side says, and in which claims. */
const sides = (...given: Parameters<typeof find>) =>
  find(...given).map((one) => one.sides.map(({ says, claimIds }) => [says, ...claimIds].join(' ')));

const on = (by: string, value: string, stance = 'reports', more: object = {}): Said => ({
  by,
  aspect: 'date',
  stance,
  value,
  more,
});

describe('stances', () => {
  it('contradict each other where one confirms what another denies', () => {
    const all = [
      { by: 'a', stance: 'confirms' },
      { by: 'b', stance: 'denies' },
      { by: 'c', stance: 'denies' },
    ];
    expect(find(all)).toEqual([
      {
        kind: 'stance',
        eventId: 'event:visit',
        aspect: 'occurrence',
        sides: [
          { says: 'confirms', claimIds: ['claim:0'] },
          { says: 'denies', claimIds: ['claim:1', 'claim:2'] },
        ],
      },
    ]);
  });

  it('contradict each other on the same aspect of the same event alone', () => {
    expect(
      find([
        { by: 'a', stance: 'confirms' },
        { by: 'b', stance: 'denies', aspect: 'place' },
      ]),
    ).toEqual([]);
    const elsewhere = {
      stances: [{ eventId: 'event:other', aspect: 'occurrence', stance: 'denies' }],
    };
    expect(
      find([
        { by: 'a', stance: 'confirms' },
        { by: 'b', stance: 'denies', more: elsewhere },
      ]),
    ).toEqual([]);
  });

  it('contradict nothing where they settle nothing', () => {
    for (const stance of ['supports', 'reports', 'predicts', 'unconfirmed', 'no-comment']) {
      expect(
        find([
          { by: 'a', stance: 'denies' },
          { by: 'b', stance },
        ]),
      ).toEqual([]);
    }
  });

  it('of one source are a change of mind, unless their order is unknown', () => {
    const dated = (stance: string, assertedAt: string): Said => ({ by: 'a', stance, more: { assertedAt } });
    expect(find([dated('confirms', '2024-06-12'), dated('denies', '2024-06-13')])).toEqual([]);
    expect(sides([dated('confirms', '2024-06-12'), dated('denies', '2024-06')])).toEqual([
      ['confirms claim:0', 'denies claim:1'],
    ]);
  });

  it('that were withdrawn contradict nothing', () => {
    const withdrawn = {
      statusHistory: [{ status: 'retracted', at: '2024-06-15' }],
      assertedAt: '2024-06-12',
    };
    const all: readonly Said[] = [
      { by: 'a', stance: 'confirms', more: { assertedAt: '2024-06-10' } },
      { by: 'b', stance: 'denies', more: withdrawn },
    ];
    expect(find(all)).toEqual([]);
    expect(find(all, { at: '2024-06-14' })).toHaveLength(1);
    expect(find(all, { at: '2024-06-11' })).toEqual([]);
  });

  it('that are off the record are no claims', () => {
    const attribution = [{ sourceIds: ['source:b'], role: 'originator', groundRules: 'off-the-record' }];
    expect(
      find([
        { by: 'a', stance: 'confirms' },
        { by: 'b', stance: 'denies', more: { attribution } },
      ]),
    ).toEqual([]);
  });

  it('on one value do not contradict those on another, but for a date within one that is denied', () => {
    const place = (by: string, stance: string, value?: string): Said => ({
      by,
      stance,
      aspect: 'place',
      ...(value === undefined ? {} : { value }),
    });
    expect(find([place('a', 'confirms', 'Hanoi'), place('b', 'denies', 'Hue')])).toEqual([]);
    expect(find([place('a', 'confirms', 'Hanoi'), place('b', 'denies', 'Hanoi')])).toHaveLength(1);
    expect(find([place('a', 'confirms'), place('b', 'denies', 'Hue')])).toHaveLength(1);
    expect(find([on('a', '2024-06-19', 'confirms'), on('b', '2024-06', 'denies')])).toHaveLength(1);
    expect(find([on('a', '2024-06', 'confirms'), on('b', '2024-06-19', 'denies')])).toEqual([]);
    expect(find([on('a', '2024-06-19', 'confirms'), on('b', '2024-06~', 'denies')])).toEqual([]);
  });

  it('list only those that are opposed', () => {
    expect(
      sides([
        on('a', '2024-06-19', 'confirms'),
        on('b', '2024-06-19', 'denies'),
        on('c', '2024-06-25', 'denies'),
        on('d', '2024-06-19', 'confirms'),
      ]),
    ).toEqual([['confirms claim:0 claim:3', 'denies claim:1']]);
  });
});

describe('dates', () => {
  it('contradict each other where they surely are not the same', () => {
    expect(
      sides([on('a', '2024-06-19'), on('b', '2024-06-20', 'confirms'), on('c', '2024-06-19', 'supports')]),
    ).toEqual([['2024-06-19 claim:0 claim:2', '2024-06-20 claim:1']]);
  });

  it('that may be the same do not', () => {
    for (const other of [
      '2024-06',
      '2024-06-20~',
      '2024-07?',
      '2024-06-18/2024-06-21',
      '2024-06-20T03:00:00+09:00',
    ]) {
      expect(find([on('a', '2024-06-19'), on('b', other)])).toEqual([]);
    }
  });

  it('of a set contradict what lies in its gaps', () => {
    expect(sides([on('a', '[2024-06-18,2024-06-20]'), on('b', '2024-06-19')])).toEqual([
      ['2024-06-19 claim:1', '[2024-06-18,2024-06-20] claim:0'],
    ]);
    expect(find([on('a', '[2024-06-18,2024-06-19]'), on('b', '2024-06-19')])).toEqual([]);
  });

  it('leave out what contradicts nobody', () => {
    expect(sides([on('a', '2024-06-19'), on('b', '2024-06-20'), on('c', '2024-06')])).toEqual([
      ['2024-06-19 claim:0', '2024-06-20 claim:1'],
    ]);
  });

  it('that a source has since replaced contradict nothing', () => {
    const dated = (assertedAt: string) => ({ assertedAt });
    expect(
      find([
        on('a', '2024-06-19', 'reports', dated('2024-06-01')),
        on('a', '2024-06-25', 'reports', dated('2024-06-10')),
      ]),
    ).toEqual([]);
  });

  it('that are denied are no dates that are given', () => {
    expect(find([on('a', '2024-06-19', 'denies'), on('b', '2024-06-25', 'confirms')])).toEqual([]);
    expect(find([on('a', '2024-06-19', 'unconfirmed'), on('b', '2024-06-25')])).toEqual([]);
  });

  it('of other aspects are words', () => {
    const agenda = (by: string, value: string): Said => ({ by, stance: 'confirms', aspect: 'agenda', value });
    expect(find([agenda('a', '2024-06-19'), agenda('b', '2024-06-20')])).toEqual([]);
  });
});

describe('findContradictions', () => {
  it('sorts by event, aspect and kind', () => {
    const all = [
      on('a', '2024-06-19', 'confirms'),
      on('b', '2024-06-20', 'confirms'),
      on('c', '2024-06-19', 'denies'),
      { by: 'a', stance: 'confirms', aspect: 'agenda' },
      { by: 'b', stance: 'denies', aspect: 'agenda' },
    ];
    expect(find(all).map(({ aspect, kind }) => [aspect, kind])).toEqual([
      ['agenda', 'stance'],
      ['date', 'date'],
      ['date', 'stance'],
    ]);
  });

  it('refuses a time that is none', () => {
    expect(() => find([], { at: 'now' })).toThrow(expect.objectContaining({ name: 'FuzzyDateError' }));
  });
});
