import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceFieldsOf } from '../../src/dataset/references.js';
import { type Dataset, loadDataset, parseDataset, referencesOf } from '../../src/index.js';
import { valueAt } from '../../src/schema/cross-field.js';
import { visitPattern } from '../../src/schema/walk.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { validFixtures } from '../support/fixtures.js';
import { newsRecordArbitrary } from '../support/record-arbitrary.js';
import { oneIn } from '../support/runs.js';

const everything = recordTypes.flatMap((type) => validFixtures(type).map(({ value }) => value));

/** Every object in a value, itself first. */
function objectsIn(value: unknown): object[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(objectsIn)];
}

describe('a dataset', () => {
  const dataset = loadDataset(everything);

  test('holds the records in the order given, and by type', () => {
    expect(dataset.records).toEqual(everything);
    const lists: Readonly<Record<RecordType, keyof Dataset>> = {
      article: 'articles',
      source: 'sources',
      entity: 'entities',
      claim: 'claims',
      'scheduled-event': 'scheduledEvents',
      assessment: 'assessments',
    };
    for (const type of recordTypes) {
      const list = dataset[lists[type]];
      expect(list).toEqual(everything.filter((record) => record.type === type));
      expect((list as readonly unknown[]).length).toBeGreaterThan(0);
    }
  });

  test('finds a record by its id, whatever its type or of a type', () => {
    const [first] = dataset.claims;
    expect(dataset.get(first!.id)).toBe(first);
    expect(dataset.find('claim', first!.id)).toBe(first);
    expect(dataset.find('article', first!.id)).toBeUndefined();
    for (const id of ['no:such', '', '__proto__', 'constructor', 'toString']) {
      expect(dataset.get(id)).toBeUndefined();
      expect(dataset.find('claim', id)).toBeUndefined();
      expect(dataset.referencesFrom(id)).toEqual([]);
      expect(dataset.referencesTo(id)).toEqual([]);
    }
  });

  test('keeps records that share an id, and finds the first of them', () => {
    const twice = loadDataset([
      { type: 'article', id: 'a', headline: 'first' },
      { type: 'claim', id: 'b', text: 'It rained.', articleId: 'a' },
      { type: 'article', id: 'a', headline: 'second' },
      { type: 'source', id: 'a', kind: 'outlet', name: 'third' },
    ]);
    expect(twice.records).toHaveLength(4);
    expect(twice.articles).toHaveLength(2);
    expect(twice.get('a')).toMatchObject({ headline: 'first' });
    expect(twice.find('source', 'a')).toBeUndefined();
    expect(twice.referencesTo('a').map(({ from }) => from.id)).toEqual(['b']);
  });

  test('can have any id, those that objects have a use for included', () => {
    const ids = ['__proto__', 'constructor', 'hasOwnProperty', '0', '~/~0~1', 'x'.repeat(200)];
    const odd = loadDataset(ids.map((id) => ({ type: 'article', id })));
    for (const id of ids) expect(odd.get(id)?.id).toBe(id);
  });
});

describe('nothing of a dataset ever changes', () => {
  test('it is frozen throughout; what it was made of is neither frozen nor touched, nor shared', () => {
    fc.assert(
      fc.property(fc.array(newsRecordArbitrary, { maxLength: 4 }), (records) => {
        const before = JSON.stringify(records);
        const dataset = parseDataset(records);
        expect(JSON.stringify(records)).toBe(before);
        expect(dataset.records).toEqual(records);
        const own = new Set(objectsIn(records));
        for (const object of objectsIn(records)) expect(Object.isFrozen(object)).toBe(false);
        for (const part of [dataset, ...objectsIn(dataset.records)]) {
          expect(Object.isFrozen(part)).toBe(true);
          expect(own.has(part)).toBe(false);
        }
      }),
      { numRuns: oneIn(2) },
    );
  });

  test('its answers are frozen too, and the same each time', () => {
    const dataset = loadDataset([
      { type: 'article', id: 'article:a' },
      { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a' },
    ]);
    const referrers = dataset.referencesTo('article:a');
    expect(Object.isFrozen(referrers)).toBe(true);
    expect(referrers.every(Object.isFrozen)).toBe(true);
    expect(dataset.referencesTo('article:a')).toBe(referrers);
    expect(Object.isFrozen(dataset.articles)).toBe(true);
    expect(() => (dataset.records as unknown[]).push({})).toThrow(TypeError);
    expect(() => {
      (dataset.articles[0] as { headline?: string }).headline = 'changed';
    }).toThrow(TypeError);
  });

  test('later changes to what it was made of do not reach it', () => {
    const article = {
      type: 'article',
      id: 'article:a',
      keywords: ['one'],
      extensions: { 'org.example': { a: [1] } },
    };
    const dataset = loadDataset([article]);
    article.keywords.push('two');
    article.extensions['org.example'].a.push(2);
    expect(dataset.articles[0]).toEqual({
      type: 'article',
      id: 'article:a',
      keywords: ['one'],
      extensions: { 'org.example': { a: [1] } },
    });
  });
});

/** Every field that refers to a record, with a valid record that has it. */
const referenceFields = recordTypes.flatMap((type) =>
  referenceFieldsOf(type).map(({ pattern, targets }) => {
    for (const { value } of validFixtures(type)) {
      let path: readonly (string | number)[] | undefined;
      visitPattern(value, pattern, (_, found) => {
        path ??= found;
      });
      if (path !== undefined) return { name: `${type} /${pattern.join('/')}`, value, path, targets };
    }
    throw new Error(`no valid fixture of ${type} has /${pattern.join('/')}`);
  }),
);

describe('who refers to whom', () => {
  test('there are as many fields that refer as there are', () => {
    expect(referenceFields.length).toBeGreaterThanOrEqual(80);
    // own ids refer to nothing
    expect(referenceFields.filter(({ path }) => path.join() === 'id')).toEqual([]);
  });

  test.each(referenceFields)('$name', ({ value, path, targets }) => {
    const pointed = structuredClone(value) as never;
    const parent = valueAt(pointed, path.slice(0, -1)) as Record<string | number, unknown>;
    parent[path.at(-1)!] = 'planted:id';
    const dataset = loadDataset([pointed]);
    const pointer = path.map((step) => `/${step}`).join('');
    expect(dataset.referencesTo('planted:id')).toEqual([
      { to: 'planted:id', targets, path, pointer, from: dataset.records[0] },
    ]);
    expect(dataset.referencesFrom(dataset.records[0]!.id)).toContainEqual({
      to: 'planted:id',
      targets,
      path,
      pointer,
    });
  });

  test('is told in the order of fields and of records, once a place', () => {
    const dataset = loadDataset([
      { type: 'claim', id: 'claim:b', text: 'Two.', about: ['entity:a'], targetIds: ['entity:a'] },
      { type: 'claim', id: 'claim:a', text: 'One.', targetIds: ['event:a', 'entity:a'] },
    ]);
    expect(dataset.referencesTo('entity:a').map(({ from, pointer }) => from.id + pointer)).toEqual([
      'claim:b/about/0',
      'claim:b/targetIds/0',
      'claim:a/targetIds/1',
    ]);
  });

  test('is read off anything: what is wrong elsewhere still refers', () => {
    const wrong = deepFreeze({
      type: 'claim',
      id: 7,
      articleId: 'article:a',
      about: ['entity:a', 4, null, { id: 'x' }],
      attribution: { sourceIds: ['source:a'] },
      stances: [null, { eventId: 'event:a' }],
    });
    expect(referencesOf(wrong).map(({ to }) => to)).toEqual(['article:a', 'entity:a', 'event:a']);
    for (const value of [null, undefined, 'a', [], {}, { type: 'rumour' }, { type: 7 }]) {
      expect(referencesOf(value)).toEqual([]);
    }
  });
});
