import { describe, expect, test } from 'vitest';
import { recordSchemas } from '../../src/records/news-record.js';
import { type CrossFieldRule, crossFieldRulesOf } from '../../src/schema/cross-field.js';
import { crossFieldProblems } from '../../src/schema/recheck.js';
import { branchesOf, fieldsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { deepFreeze } from '../support/deep-freeze.js';

/** Every rule between fields, by its name, read off the schemas that call it. */
const rules = new Map<string, CrossFieldRule>();
for (const type of recordTypes) {
  const root = recordSchemas[type];
  for (const { schema } of [{ schema: root }, ...fieldsOf(root)]) {
    for (const branch of branchesOf(schema)) {
      for (const rule of crossFieldRulesOf(branch)) rules.set(rule.name, rule);
    }
  }
}

const codesOf = (value: unknown, type: keyof typeof recordSchemas): readonly string[] =>
  crossFieldProblems(recordSchemas[type], value).map(({ code, path }) => `${code} /${path.join('/')}`);

const event = {
  type: 'scheduled-event',
  id: 'event:a',
  name: 'A visit',
  status: 'unconfirmed',
  phase: 'planned',
};
const claim = { type: 'claim', id: 'claim:a', text: 'It rained.' };

test('the rules are plain functions that the schemas call', () => {
  expect([...rules.keys()].sort()).toEqual([
    'bodyHasText',
    'dateStanceHasDate',
    'endNotBeforeStart',
    'extensionProblems',
    'historyEndsNotBeforeStart',
    'offsetsFit',
    'oneAnchor',
    'repeatedItems',
    'sourceIsNamedOrDescribed',
  ]);
});

describe.each([...rules])('%s', (_, rule) => {
  test.each([
    [undefined],
    [null],
    [0],
    ['text'],
    [true],
    [[]],
    [[[], null, { a: 1 }, 1n, undefined]],
    [{}],
    [Object.create(null)],
    [{ start: 4, end: '9', exact: 7 }],
    [{ start: { date: 5 }, end: { date: null }, history: [null, 4, { start: [] }] }],
    [{ aspect: 'date', value: { deep: true } }],
    [{ anonymous: 'yes', name: null }],
    [new Proxy({}, {})],
  ])('takes fields that are absent or wrong, and touches nothing: %s', (value) => {
    const problems = rule(deepFreeze(value));
    expect(Array.isArray(problems)).toBe(true);
    expect(rule(value)).toEqual(problems);
  });
});

describe('an event ends after it starts', () => {
  test.each([
    ['2024-06-20', '2024-06-19', true],
    ['2024-06-20', '2024-06-20', false],
    ['2024-06', '2024-06-19', false],
    ['2024-06-20?', '2024-06-19', false],
    ['[2024-06-18,2024-06-20]', '2024-06-19', false],
    ['[2024-06-20,2024-06-21]', '2024-06-19', true],
    ['2024-06-20T10:00:00Z', '2024-06-20T09:59:59Z', true],
    ['2024-06-20T10:00:00Z', '2024-06-20', false],
    ['2024', '2023', true],
    ['not a date', '2023', false],
    [7, '2023', false],
  ])('from %s to %s, unless the end lies before the start for certain', (start, end, wrong) => {
    const schedule = { start: { date: start }, end: { date: end } };
    expect(codesOf({ ...event, ...schedule }, 'scheduled-event')).toEqual(
      wrong ? ['time/end-before-start /end/date'] : [],
    );
    expect(codesOf({ ...event, history: [{}, schedule] }, 'scheduled-event')).toEqual(
      wrong ? ['time/end-before-start /history/1/end/date'] : [],
    );
  });

  test('whatever else is wrong with it, its status included', () => {
    const schedule = { start: { date: '2024-06-20' }, end: { date: '2024-06-19' } };
    expect(codesOf({ ...event, status: 'cancelled', name: 7, ...schedule }, 'scheduled-event')).toEqual([
      'time/end-before-start /end/date',
    ]);
  });
});

describe('an anchor is as long as its words', () => {
  test.each([
    [{ exact: 'visit', start: 3, end: 8 }, []],
    [{ exact: '🇻🇳', start: 0, end: 2 }, []],
    [{ exact: 'visit', start: 3, end: 3 }, ['anchor/end-before-start /anchors/0/end']],
    [{ exact: 'visit', start: 9, end: 8 }, ['anchor/end-before-start /anchors/0/end']],
    [{ exact: 'visit', start: 3, end: 9 }, ['anchor/length /anchors/0/end']],
    [{ exact: 'visit', start: 3 }, ['schema/required /anchors/0']],
    [{ exact: 'visit', end: 3 }, ['schema/required /anchors/0']],
    [{ exact: 'visit', start: -1, end: 8 }, []],
    [{ exact: 7, start: 3, end: 8 }, []],
  ])('%j', (anchor, codes) => {
    expect(codesOf({ ...claim, anchors: [anchor] }, 'claim')).toEqual(codes);
    const attribution = [{ sourceIds: ['source:a'], role: 'originator', cue: anchor }];
    expect(codesOf({ ...claim, attribution }, 'claim')).toEqual(
      codes.map((code) => code.replace('/anchors/0', '/attribution/0/cue')),
    );
  });
});

test('of a record of any type, only the rules of its own type are run', () => {
  expect(codesOf({ ...claim, name: undefined, anonymous: true }, 'claim')).toEqual([]);
  expect(
    crossFieldProblems(recordSchemas.source, { type: 'source', id: 'source:a', kind: 'outlet' }),
  ).toHaveLength(1);
});
