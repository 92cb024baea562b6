import { describe, expect, test } from 'vitest';
import { referenceFieldsOf } from '../../src/dataset/references.js';
import { findIssues, loadDataset, parseDataset } from '../../src/index.js';
import { valueAt } from '../../src/schema/cross-field.js';
import { visitPattern } from '../../src/schema/walk.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';
import { validFixtures } from '../support/fixtures.js';
import { recordFunctions } from '../support/record-functions.js';

/** The least record of a type, under any id. */
const least = (type: RecordType, id: string): Readonly<Record<string, unknown>> => ({
  ...recordFunctions.find(({ name }) => name === type)!.minimal,
  id,
});

const told = (issues: ReturnType<typeof findIssues>): readonly unknown[] =>
  issues.map(({ code, recordId, pointer, suggestion }) => [code, recordId, pointer, suggestion]);

const claim = { type: 'claim', id: 'claim:a', text: 'It rained.' };

/** Every field that refers to a record, with a place for it in a valid record. */
const cases = recordTypes.flatMap((type) =>
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

/** The record with another id at `path`. */
function pointing(
  value: unknown,
  path: readonly (string | number)[],
  id: string,
): Readonly<Record<string, unknown>> {
  const copy = structuredClone(value);
  (valueAt(copy, path.slice(0, -1)) as Record<string | number, unknown>)[path.at(-1)!] = id;
  return copy as Readonly<Record<string, unknown>>;
}

describe('a reference to nothing', () => {
  test.each(cases)(
    'is found in $name, and the nearest id of the right type suggested',
    ({ value, path, targets }) => {
      const pointer = path.map((step) => `/${step}`).join('');
      const record = pointing(value, path, 'planted:target-x');
      const others = recordTypes.filter((type) => !targets.includes(type));
      const dataset = loadDataset([
        record,
        least(targets.at(-1)!, 'planted:target-of-x'),
        ...others.map((type) => least(type, `planted:target-x${type.charAt(0)}`)),
      ]);
      expect(told(findIssues(dataset))).toContainEqual([
        'reference/dangling',
        record.id,
        pointer,
        'planted:target-of-x',
      ]);
      const known = findIssues(dataset, { knownIds: ['planted:target-x'] });
      expect(told(known.filter(({ recordId }) => recordId === record.id)).join('\n')).not.toContain(
        `dangling,${record.id},${pointer},`,
      );
    },
  );

  test('has no suggestion where nothing is near', () => {
    const dataset = loadDataset([{ ...claim, articleId: 'article:zzz' }, least('article', 'a')]);
    expect(told(findIssues(dataset))).toEqual([['reference/dangling', 'claim:a', '/articleId', null]]);
  });
});

describe('a reference to a record of the wrong type', () => {
  test.each(cases)('is found in $name, and names both', ({ value, path, targets }) => {
    const pointer = path.map((step) => `/${step}`).join('');
    const wrong = recordTypes.find((type) => !targets.includes(type))!;
    const record = pointing(value, path, 'planted:target');
    const dataset = loadDataset([record, least(wrong, 'planted:target')]);
    const found = findIssues(dataset).find(
      ({ code, pointer: at }) => code === 'reference/wrong-type' && at === pointer,
    );
    expect(found).toMatchObject({ recordId: record.id, severity: 'error' });
    expect(found?.expected).toContain(targets[0]);
    expect(found?.received).toContain(wrong);
    expect(found?.related).toEqual([expect.objectContaining({ recordId: 'planted:target', path: ['type'] })]);
    for (const right of targets) {
      const mended = findIssues(loadDataset([record, least(right, 'planted:target')]));
      expect(mended.some(({ code, pointer: at }) => code === 'reference/wrong-type' && at === pointer)).toBe(
        false,
      );
    }
  });
});

describe('an id that two records have', () => {
  test('is found at each later one, and the first is named', () => {
    const dataset = parseDataset([claim, least('article', 'claim:a'), least('article', 'article:b'), claim]);
    expect(findIssues(dataset)).toEqual([
      expect.objectContaining({ code: 'reference/duplicate-id', recordType: 'article', pointer: '/id' }),
      expect.objectContaining({
        code: 'reference/duplicate-id',
        recordType: 'claim',
        related: [expect.objectContaining({ path: ['id'], recordType: 'claim' })],
      }),
    ]);
  });
});

describe('what else is found', () => {
  test('rules over one record and over all', () => {
    const dataset = loadDataset([
      {
        type: 'article',
        id: 'article:a',
        publishedAt: '2024-06-19T10:00:00Z',
        modifiedAt: '2024-06-19T09:00:00Z',
      },
      { ...claim, componentIds: ['claim:b'] },
      { ...claim, id: 'claim:b', componentIds: ['claim:a'] },
    ]);
    const codes = findIssues(dataset).map(({ code }) => code);
    expect(codes).toContain('time/published-after-modified');
    expect(codes).toContain('reference/cycle');
  });

  test('nothing, in every valid fixture by itself but for what it refers to', () => {
    for (const type of recordTypes) {
      for (const { value, name } of validFixtures(type)) {
        const dataset = loadDataset([value]);
        const ids = dataset.referencesFrom(String(value.id)).map(({ to }) => to);
        const issues = findIssues(dataset, { knownIds: ids });
        expect(
          issues.filter(({ code }) => code.startsWith('reference/') && code !== 'reference/cycle'),
          name,
        ).toEqual([]);
      }
    }
  });

  test('issues come record by record, in the order of the dataset, whatever rule finds them', () => {
    const dataset = loadDataset([
      { ...claim, id: 'claim:c', articleId: 'article:none' },
      { ...claim, id: 'claim:b', articleId: 'claim:c' },
      { ...claim, id: 'claim:c' },
    ]);
    expect(findIssues(dataset).map(({ code, recordId }) => [code, recordId])).toEqual([
      ['reference/dangling', 'claim:c'],
      ['reference/wrong-type', 'claim:b'],
      ['reference/duplicate-id', 'claim:c'],
    ]);
  });

  test('nothing in a dataset without records', () => {
    expect(findIssues(loadDataset([]))).toEqual([]);
  });
});
