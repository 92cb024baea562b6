import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type NewsDomainError,
  parseArticle,
  parseClaim,
  parseNewsRecord,
  parseScheduledEvent,
  safeParseArticle,
} from '../../src/index.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { newsRecordArbitrary } from '../support/record-arbitrary.js';
import { RUNS } from '../support/runs.js';
import { thrownBy } from '../support/thrown-by.js';

type Fields = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** The places of all objects of a record but those inside `extensions`. */
function objectsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.entries(value).flatMap(([key, part]) =>
    path.length === 0 && key === 'extensions'
      ? []
      : objectsOf(part, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? below : [path, ...below];
}

/** A copy with one more key in the object at `path`. */
function plant(value: unknown, [step, ...rest]: Path, key: string, planted: unknown): unknown {
  if (step === undefined) {
    const copy = { ...(value as Fields) };
    Object.defineProperty(copy, key, {
      value: planted,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    return copy;
  }
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? plant(item, rest, key, planted) : item));
  return Object.fromEntries(
    Object.entries(value as Fields).map(([name, part]) => [
      name,
      name === step ? plant(part, rest, key, planted) : part,
    ]),
  );
}

const keys = fc.constantFrom(
  'zzNew',
  '__proto__',
  'constructor',
  'toString',
  '',
  'a b',
  'hasOwnProperty',
  '0',
  '🗞',
);
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constant(JSON.parse('{"__proto__":{"type":"x"},"a":[{}]}')),
);

const planting = newsRecordArbitrary.chain((record) => {
  const places = objectsOf(record);
  return fc.record({
    record: fc.constant(record),
    plants: fc.uniqueArray(fc.record({ place: fc.constantFrom(...places), key: keys, value: values }), {
      minLength: 1,
      maxLength: 5,
      selector: ({ place, key }) => JSON.stringify([place, key]),
    }),
  });
});

describe('a valid record with unknown keys at any depth', () => {
  test('is refused, stripped to the record it was, or kept as it is; the input is never touched', () => {
    fc.assert(
      fc.property(planting, ({ record, plants }) => {
        let planted: unknown = record;
        for (const { place, key, value } of plants) planted = plant(planted, place, key, value);
        deepFreeze(planted);
        const before = JSON.stringify(planted);

        const error = thrownBy(() => parseNewsRecord(planted)) as NewsDomainError;
        expect(error.issues.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual(
          plants
            .map(
              ({ place, key }) => `schema/unknown-key ${[...place, key].map((step) => `/${step}`).join('')}`,
            )
            .sort(),
        );
        expect(parseNewsRecord(planted, { unknownKeys: 'strip' })).toEqual(record);
        const kept = parseNewsRecord(planted, { unknownKeys: 'keep' });
        expect(kept).toEqual(planted);
        expect(JSON.parse(JSON.stringify(kept))).toEqual(JSON.parse(before));
        expect(JSON.stringify(planted)).toBe(before);
      }),
      { numRuns: RUNS },
    );
  });
});

describe('leniency about unknown keys relaxes nothing else', () => {
  const lenient = ['strip', 'keep'] as const;

  test.each(lenient)('%s: an unconfirmed event refuses a confirmation', (unknownKeys) => {
    const event = {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      confirmation: { by: ['source:a'] },
      later: 1,
    };
    const { issues } = thrownBy(() => parseScheduledEvent(event, { unknownKeys })) as NewsDomainError;
    expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['schema/forbidden-key', '/confirmation'],
    ]);
  });

  test.each(lenient)('%s: other mistakes are told, and unknown keys are not', (unknownKeys) => {
    const event = {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'cancelled',
      phase: 'soon',
      later: 1,
      start: { date: '2024-06-19', later: { deep: true } },
      participants: [{ entityId: 'entity:a', later: 2 }, { later: 3 }],
    };
    const { issues } = thrownBy(() => parseScheduledEvent(event, { unknownKeys })) as NewsDomainError;
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      'schema/enum /phase',
      'schema/enum /status',
      'schema/required /participants/1',
    ]);
  });

  test.each(lenient)('%s: rules between fields and the keys of extensions hold', (unknownKeys) => {
    const claim = {
      type: 'claim',
      id: 'claim:a',
      text: 'It rained.',
      later: 1,
      anchors: [{ exact: 'rain', start: 9, end: 4, later: 2 }],
      extensions: { desk: { anything: 1 } },
    };
    const { issues } = thrownBy(() => parseClaim(claim, { unknownKeys })) as NewsDomainError;
    expect(issues.map(({ code, pointer }) => `${code} ${pointer}`).sort()).toEqual([
      'anchor/end-before-start /anchors/0/end',
      'schema/extension-key /extensions/desk',
    ]);
  });

  test('what stands in extensions is handed on in every mode', () => {
    const article = {
      type: 'article',
      id: 'article:a',
      extensions: { 'org.example': { later: [{ a: 1 }] } },
    };
    for (const unknownKeys of ['error', ...lenient] as const) {
      expect(parseArticle(article, { unknownKeys })).toEqual(article);
    }
  });

  test('what is kept is JSON, like all of a record', () => {
    const circle: Record<string, unknown> = {};
    circle.itself = circle;
    for (const later of [circle, () => 1, 1n, Number.NaN, new Date(0), new Map(), undefined, Symbol('a')]) {
      const article = { type: 'article', id: 'article:a', authors: [{ name: 'A', later }] };
      const { issues, cause } = thrownBy(() =>
        parseArticle(article, { unknownKeys: 'keep' }),
      ) as NewsDomainError;
      expect(issues.map(({ code, pointer }) => [code, pointer])).toEqual([
        ['schema/type', '/authors/0/later'],
      ]);
      expect((cause as Error).name).toBe('ZodError');
      expect(safeParseArticle(article, { unknownKeys: 'keep' }).success).toBe(false);
      expect(parseArticle(article, { unknownKeys: 'strip' })).toEqual({
        ...article,
        authors: [{ name: 'A' }],
      });
    }
  });

  test('a wrong type of record stays wrong', () => {
    const { issues } = thrownBy(() =>
      parseNewsRecord({ type: 'rumour', id: 'rumour:a', text: 'x' }, { unknownKeys: 'strip' }),
    ) as NewsDomainError;
    expect(issues[0]).toMatchObject({ code: 'schema/enum', pointer: '/type' });
  });
});
