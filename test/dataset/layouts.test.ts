import { describe, expect, test } from 'vitest';
import {
  loadDataset,
  type NewsDomainError,
  parseDataset,
  safeLoadDataset,
  safeParseDataset,
} from '../../src/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { thrownBy } from '../support/thrown-by.js';

const article = { type: 'article', id: 'article:a' };
const claim = { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' };
const event = {
  type: 'scheduled-event',
  id: 'event:a',
  name: 'A visit',
  status: 'unconfirmed',
  phase: 'planned',
};

const idsOf = (dataset: { records: readonly { id: string }[] }): readonly string[] =>
  dataset.records.map(({ id }) => id);
const placesOf = (error: unknown): readonly string[] =>
  (error as NewsDomainError).issues.map(({ code, pointer }) => `${code} ${pointer}`);

describe('one value of any layout is a dataset', () => {
  test.each([
    ['a record', article, ['article:a']],
    ['a list of records', [claim, article], ['claim:a', 'article:a']],
    ['an empty list', [], []],
    ['a document', { schemaVersion: '1', records: [article, event] }, ['article:a', 'event:a']],
    ['an empty document', { schemaVersion: '1', records: [] }, []],
    [
      'a document with data of other systems',
      { schemaVersion: '1', records: [article], extensions: { 'org.example': { a: 1 } } },
      ['article:a'],
    ],
  ])('%s', (_, value, ids) => {
    deepFreeze(value);
    expect(idsOf(parseDataset(value))).toEqual(ids);
    const result = safeParseDataset(value);
    expect(result.success && idsOf(result.data)).toEqual(ids);
    expect(idsOf(loadDataset([value]))).toEqual(ids);
  });
});

describe('many values are one dataset', () => {
  test('each of any layout, in the order given', () => {
    const values = [claim, [event], { schemaVersion: '1', records: [article] }];
    expect(idsOf(loadDataset(values))).toEqual(['claim:a', 'event:a', 'article:a']);
    expect(idsOf(loadDataset([]))).toEqual([]);
  });

  test('from anything that can be iterated, once', () => {
    const lines = [
      '{"type":"article","id":"article:a"}',
      '{"type":"claim","id":"claim:a","text":"It rained."}',
    ];
    function* values(): Generator<unknown> {
      for (const line of lines) yield JSON.parse(line);
    }
    expect(idsOf(loadDataset(values()))).toEqual(['article:a', 'claim:a']);
    expect(idsOf(loadDataset(new Set([article, claim])))).toEqual(['article:a', 'claim:a']);
    expect(thrownBy(() => loadDataset(null as never))).toBeInstanceOf(TypeError);
  });
});

const holed: unknown[] = [article];
holed[2] = article;

describe('what is no dataset', () => {
  test.each([
    ['a text', 'article', ['schema/type ']],
    ['null', null, ['schema/type ']],
    ['nothing', undefined, ['schema/type ']],
    ['an object of no type', {}, ['schema/unknown-type ']],
    ['a record of no known type', { type: 'rumour', id: 'rumour:a' }, ['schema/unknown-type /type']],
    ['a record with a mistake', { ...claim, text: '' }, ['schema/length /text']],
    ['a list in a list', [[article]], ['schema/type /0']],
    ['a document in a list', [{ schemaVersion: '1', records: [] }], ['schema/unknown-type /0']],
    [
      'a document in a document',
      { schemaVersion: '1', records: [{ schemaVersion: '1', records: [] }] },
      ['schema/unknown-type /records/0'],
    ],
    ['a hole in a list', holed, ['schema/type /1']],
    ['a document without version', { records: [article] }, ['schema/required ']],
    ['a document without records', { schemaVersion: '1' }, ['schema/required ']],
    ['a document of another version', { schemaVersion: '2', records: [] }, ['schema/version /schemaVersion']],
    [
      'a document whose version is a number',
      { schemaVersion: 1, records: [] },
      ['schema/version /schemaVersion'],
    ],
    ['records that are no list', { schemaVersion: '1', records: { a: article } }, ['schema/type /records']],
    ['a misspelt key', { schemaVersion: '1', records: [], extension: {} }, ['schema/unknown-key /extension']],
    [
      'an extension without namespace',
      { schemaVersion: '1', records: [], extensions: { desk: 1 } },
      ['schema/extension-key /extensions/desk'],
    ],
    [
      'mistakes of the document and of its records',
      {
        schemaVersion: '9',
        records: [
          article,
          { ...claim, kind: 'rumour' },
          { ...event, phase: 'cancelled', status: 'cancelled' },
        ],
      },
      ['schema/version /schemaVersion', 'schema/enum /records/1/kind', 'schema/enum /records/2/status'],
    ],
  ])('%s', (_, value, places) => {
    const thrown = thrownBy(() => parseDataset(value)) as NewsDomainError;
    expect(thrown.name).toBe('NewsDomainError');
    expect(thrown.code).toBe('invalid-dataset');
    expect(placesOf(thrown)).toEqual(places);
    const result = safeParseDataset(value);
    expect(result.success).toBe(false);
    expect(!result.success && placesOf(result.error)).toEqual(places);

    const among = safeLoadDataset([article, value]);
    expect(!among.success && placesOf(among.error)).toEqual(places.map((place) => place.replace(' ', ' /1')));
    expect(placesOf(thrownBy(() => loadDataset([article, value])))).toEqual(
      places.map((place) => place.replace(' ', ' /1')),
    );
  });

  test('an unknown version says which one is read', () => {
    const { issues } = thrownBy(() => parseDataset({ schemaVersion: '2', records: [] })) as NewsDomainError;
    expect(issues[0]?.message).toBe('this version of newsdomain reads schemaVersion "1", not "2"');
  });

  test('every mistake of every record is told, with the record it is in and the places that belong to it', () => {
    const { issues } = thrownBy(() =>
      parseDataset({
        schemaVersion: '1',
        records: [
          { ...event, start: { date: '2024-06-20' }, end: { date: '2024-06-19' }, phase: 'soon' },
          { type: 'claim', id: 'claim:b' },
        ],
      }),
    ) as NewsDomainError;
    expect(issues.map(({ code, pointer, recordId }) => [code, pointer, recordId])).toEqual([
      ['schema/enum', '/records/0/phase', 'event:a'],
      ['time/end-before-start', '/records/0/end/date', 'event:a'],
      ['schema/required', '/records/1', 'claim:b'],
    ]);
    expect(issues[1]?.related.map(({ path }) => path)).toEqual([['records', 0, 'start', 'date']]);
  });
});

describe('unknown keys', () => {
  const newer = {
    schemaVersion: '1',
    generator: 'a later version',
    records: [{ ...article, mood: 'calm', authors: [{ name: 'A', pronouns: 'they' }] }],
  };

  test('are mistakes unless something else is asked', () => {
    expect(placesOf(thrownBy(() => parseDataset(newer)))).toEqual([
      'schema/unknown-key /generator',
      'schema/unknown-key /records/0/authors/0/pronouns',
      'schema/unknown-key /records/0/mood',
    ]);
  });

  test('can be stripped or kept; those of the document itself are left out', () => {
    expect(parseDataset(newer, { unknownKeys: 'strip' }).records).toEqual([
      { ...article, authors: [{ name: 'A' }] },
    ]);
    expect(parseDataset(newer, { unknownKeys: 'keep' }).records).toEqual(newer.records);
    expect(loadDataset([newer], { unknownKeys: 'keep' }).records).toEqual(newer.records);
  });

  test('are no excuse for other mistakes', () => {
    for (const unknownKeys of ['strip', 'keep'] as const) {
      expect(
        placesOf(thrownBy(() => parseDataset({ ...newer, schemaVersion: '2' }, { unknownKeys }))),
      ).toEqual(['schema/version /schemaVersion']);
    }
  });
});
