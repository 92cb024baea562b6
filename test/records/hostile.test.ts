import { describe, expect, test } from 'vitest';
import { findIssues, loadDataset, NewsDomainError, parseDataset, safeLoadDataset } from '../../src/index.js';
import { recordFunctions } from '../support/record-functions.js';
import { thrownBy } from '../support/thrown-by.js';

/** Levels of nesting that no recursion survives. */
const ABYSS = 100_000;

function nested(levels: number, make: (inner: unknown) => unknown): unknown {
  let value: unknown = null;
  for (let level = 0; level < levels; level++) value = make(value);
  return value;
}

const inArrays = nested(ABYSS, (inner) => [inner]);
const inObjects = nested(ABYSS, (inner) => ({ inner }));

/** Two references to the level below, forty levels: a million million values to whoever follows each. */
const laughs = nested(40, (inner) => [inner, inner]);

const circle: { itself?: unknown } = {};
circle.itself = circle;

const holes = new Array<string>(1_000);
holes[500] = 'not a hole';

class Model {
  readonly type = 'article';
}

/** Values that no JSON text gives, to stand in the place of any other. */
const strangers: readonly (readonly [string, unknown])[] = [
  ['100,000 arrays in each other', inArrays],
  ['100,000 objects in each other', inObjects],
  ['a circle', circle],
  ['a lot of references to few values', laughs],
  ['an array with holes', holes],
  ['an array of 100,000 numbers', new Array(100_000).fill(7)],
  ['a bigint', 10n],
  ['NaN', Number.NaN],
  ['Infinity', Number.POSITIVE_INFINITY],
  ['a symbol', Symbol('id')],
  ['a function', () => 'id'],
  ['a Map', new Map([['type', 'article']])],
  ['a Set', new Set(['article:a'])],
  ['a Date', new Date(0)],
  ['a RegExp', /a/],
  ['a String object', Object('article:a')],
  ['an instance of a class', new Model()],
  ['a typed array', new Uint8Array(8)],
  ['an object without prototype', Object.create(null)],
  ['a key named __proto__', JSON.parse('{"__proto__":{"polluted":true}}')],
  ['a key named constructor', { constructor: { prototype: { polluted: true } } }],
  ['a Proxy', new Proxy({ a: 1 }, { get: () => circle })],
];

describe.each(recordFunctions)('hostile input for $name', ({ schema, parse, safeParse, is, minimal }) => {
  const shape = Object.keys(minimal);

  test.each(strangers)('is refused whole: %s', (_, value) => {
    const error = thrownBy(() => parse(value)) as NewsDomainError;
    expect(error).toBeInstanceOf(NewsDomainError);
    expect(error.issues.length).toBeGreaterThan(0);
    expect(error.message.length).toBeLessThan(5_000);
    expect(is(value)).toBe(false);
  });

  test.each(strangers)('is refused in the place of each required field: %s', (_, value) => {
    for (const key of shape) {
      const wrong = { ...minimal, [key]: value };
      const error = thrownBy(() => parse(wrong)) as NewsDomainError;
      expect(error).toBeInstanceOf(NewsDomainError);
      expect(error.issues.map(({ pointer }) => pointer)).toContain(`/${key}`);
      expect(error.message.length).toBeLessThan(5_000);
      for (const unknownKeys of ['strip', 'keep'] as const) {
        expect(safeParse(wrong, { unknownKeys }).success).toBe(false);
      }
    }
  });

  test.each(strangers)(
    'is refused or handed on in extensions, never followed for ever: %s',
    (name, value) => {
      const record = { ...minimal, extensions: { 'org.example': value } };
      const plain = ['an array of 100,000', 'a lot of references', 'without prototype', 'key named'];
      const isJson = plain.some((part) => name.includes(part));
      expect(is(record)).toBe(isJson);
      if (isJson) {
        expect((parse(record) as typeof record).extensions['org.example']).toBe(value);
      } else {
        const error = thrownBy(() => parse(record)) as NewsDomainError;
        expect(error.issues).toEqual([
          expect.objectContaining({
            code: 'schema/type',
            pointer: '/extensions/org.example',
            expected: 'JSON',
          }),
        ]);
      }
    },
  );

  test.each(strangers)('is an unknown key like any other: %s', (_, value) => {
    const record = { ...minimal, strange: value };
    const error = thrownBy(() => parse(record)) as NewsDomainError;
    expect(error.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['schema/unknown-key', '/strange'],
    ]);
    expect(parse(record, { unknownKeys: 'strip' })).toEqual(minimal);
  });

  test('a key named __proto__ is an unknown key and changes no prototype', () => {
    const record = JSON.parse(`{"__proto__":{"polluted":true},${JSON.stringify(minimal).slice(1)}`);
    const error = thrownBy(() => parse(record)) as NewsDomainError;
    expect(error.issues.map(({ code, pointer }) => [code, pointer])).toEqual([
      ['schema/unknown-key', '/__proto__'],
    ]);
    const kept = parse(record, { unknownKeys: 'keep' }) as object;
    expect(Object.hasOwn(kept, '__proto__')).toBe(true);
    expect(Object.getPrototypeOf(kept)).toBe(Object.prototype);
    expect(parse(record, { unknownKeys: 'strip' })).toEqual(minimal);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  test('symbols are no keys of JSON and are left out, like everything that does not enumerate', () => {
    const record = Object.defineProperty({ ...minimal, [Symbol('a')]: 1 }, 'hidden', {
      value: 1,
      enumerable: false,
    });
    expect(Reflect.ownKeys(parse(record) as object)).toEqual(expect.arrayContaining(shape));
    expect(Reflect.ownKeys(parse(record) as object)).toHaveLength(shape.length);
  });

  test('getters are read, and what they throw is thrown', () => {
    const read = Object.defineProperty({ ...minimal }, 'id', { get: () => 'article:read', enumerable: true });
    expect((parse(read) as { id: string }).id).toBe('article:read');
    const throwing = Object.defineProperty({ ...minimal }, 'createdAt', {
      get() {
        throw new TypeError('nobody may read this');
      },
      enumerable: true,
    });
    expect(() => parse(throwing)).toThrow(new TypeError('nobody may read this'));
  });

  test('a getter that changes its mind is judged by one answer, and gives no other', () => {
    let asked = 0;
    const fickle = Object.defineProperty({ ...minimal }, 'id', {
      get: () => (asked++ === 0 ? minimal.id : 42),
      enumerable: true,
    });
    const result = safeParse(fickle);
    if (result.success) expect(schema.safeParse(result.data).success).toBe(true);
    else expect(thrownBy(() => parse(fickle))).toBeInstanceOf(NewsDomainError);
  });

  test('a Proxy that reports what it holds is read; one that was revoked is refused by the engine', () => {
    expect(parse(new Proxy({ ...minimal }, {}))).toEqual(minimal);
    const { proxy, revoke } = Proxy.revocable({ ...minimal }, {});
    revoke();
    expect(() => parse(proxy)).toThrow(TypeError);
  });

  test('frozen input is read', () => {
    expect(is(Object.freeze({ ...minimal }))).toBe(true);
  });

  test('20,000 unknown keys are 20,000 findings, in a message of ten', () => {
    const keys = Object.fromEntries(
      Array.from({ length: 20_000 }, (_, number) => [`zzzzzzzz${number}`, number]),
    );
    const error = thrownBy(() => parse({ ...minimal, ...keys })) as NewsDomainError;
    expect(error.issues).toHaveLength(20_000);
    expect(error.message.length).toBeLessThan(5_000);
    expect(parse({ ...minimal, ...keys }, { unknownKeys: 'strip' })).toEqual(minimal);
  });

  test('an endless text or key is told in few words', () => {
    const endless = 'x'.repeat(10_000_000);
    for (const wrong of [
      { ...minimal, id: endless },
      { ...minimal, type: endless },
      { ...minimal, [endless]: 1 },
    ]) {
      const error = thrownBy(() => parse(wrong)) as NewsDomainError;
      for (const { message, received, recordId } of error.issues) {
        expect(message.length).toBeLessThan(1_000);
        expect(received?.length ?? 0).toBeLessThan(200);
        expect(recordId?.length ?? 0).toBeLessThanOrEqual(200);
      }
    }
  });
});

describe('hostile texts in fields whose form is judged', () => {
  const endless = (part: string): string => part.repeat(300_000);
  test.each([
    ['publishedAt', `2024-06-19T09:30:00.${endless('0')}`],
    ['language', `en-${endless('abcde-')}`],
    ['language', `en-${endless('a-bb-')}`],
    ['url', `https://${endless('a.')}!`],
    ['url', `https://example.org/${endless('%20')}%`],
    ['url', `https://example.org${endless(':')}`],
    ['embargoedUntil', endless('2024-')],
  ])('%s ends', (key, text) => {
    const { parse, minimal } = recordFunctions[0]!;
    expect(thrownBy(() => parse({ ...minimal, [key]: text }))).toBeInstanceOf(NewsDomainError);
  });

  test.each([
    endless('[2024,'),
    `[${endless('2024,')}`,
    `[${endless('2024..')}2025]`,
    endless('X'),
    endless('2024/'),
    `2024${endless('?')}`,
  ])('a fuzzy date ends', (date) => {
    const { parse, minimal } = recordFunctions.find(({ name }) => name === 'claim')!;
    expect(thrownBy(() => parse({ ...minimal, assertedAt: date }))).toBeInstanceOf(NewsDomainError);
  });

  test.each([endless('FREQ=DAILY;'), endless('BYDAY=MO,'), `FREQ=DAILY;BYHOUR=${endless('1,')}`])(
    'a recurrence rule ends',
    (recurrence) => {
      const { parse, minimal } = recordFunctions.find(({ name }) => name === 'scheduled-event')!;
      expect(thrownBy(() => parse({ ...minimal, recurrence }))).toBeInstanceOf(NewsDomainError);
    },
  );

  test.each([endless('a.'), endless('a-'), `${endless('a')}.org`, endless('a')])(
    'a host name ends',
    (domain) => {
      const { parse, minimal } = recordFunctions.find(({ name }) => name === 'source')!;
      expect(thrownBy(() => parse({ ...minimal, domains: [domain] }))).toBeInstanceOf(NewsDomainError);
    },
  );

  test.each([endless('a'), endless('a/'), `${endless('a')}/`])('a media type ends', (contentType) => {
    const { parse, minimal } = recordFunctions[0]!;
    const media = [{ type: 'picture', contentType }];
    expect(thrownBy(() => parse({ ...minimal, media }))).toBeInstanceOf(NewsDomainError);
  });
});

describe('hostile input for datasets', () => {
  test.each(strangers)('is refused as a value and as a record: %s', (_, value) => {
    for (const input of [
      value,
      { schemaVersion: '1', records: [value] },
      { schemaVersion: value, records: [] },
    ]) {
      const error = thrownBy(() => parseDataset(input)) as NewsDomainError;
      expect(error).toBeInstanceOf(NewsDomainError);
      expect(error.code).toBe('invalid-dataset');
      expect(error.message.length).toBeLessThan(5_000);
    }
    expect(safeLoadDataset([value]).success).toBe(false);
  });

  test('what is kept may nest as deep as a document may, and may stand in many places', () => {
    const article = {
      type: 'article',
      id: 'article:a',
      later: laughs,
      deeper: nested(250, (inner) => ({ inner })),
    };
    const dataset = loadDataset([article], { unknownKeys: 'keep' });
    expect(dataset.records).toHaveLength(1);
    expect(findIssues(dataset)).toEqual([]);
  });
});
