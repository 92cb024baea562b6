import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextDocument } from '../../../src/text/document.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/text/utf8.js';
import { corpora } from '../../support/corpora.js';
import { growth } from '../../support/growth.js';

const parse = (text: string): TextDocument => parseJson(encodeUtf8(text));
/** Each problem as `code@start-end`. */
const problemsOf = (document: TextDocument): string[] =>
  document.problems.map(({ code, start, end }) => `${code.replace('syntax/', '')}@${start}-${end}`);

describe('what a text says', () => {
  it('is what JSON.parse says, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        const document = parse(text);
        expect(document.value).toEqual(JSON.parse(text));
        const expected = ['syntax/proto-key', 'syntax/unsafe-integer'];
        expect(document.problems.filter(({ code }) => !expected.includes(code))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps the last of equal keys, as JSON.parse does', () => {
    expect(parse('{"a":1,"b":2,"a":3}').value).toEqual({ a: 3, b: 2 });
  });

  it('keeps __proto__ as a key of its own and leaves prototypes alone', () => {
    const { value } = parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}');
    expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('a mutated text', () => {
  // What JSON.parse accepts and this reader reports all the same.
  const beyondJsonParse = new Set([
    'syntax/duplicate-key',
    'syntax/unsafe-integer',
    'syntax/number',
    'syntax/lone-surrogate',
    'syntax/proto-key',
    'syntax/depth',
  ]);
  const accepts = (text: string): boolean => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const mutation = fc.record({
    at: fc.nat(200),
    remove: fc.nat(3),
    insert: fc.oneof(
      fc.constantFrom(
        '',
        '"',
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '\\',
        '\\u',
        '/',
        '//',
        '/*',
        "'",
        '\n',
        '0',
        '-',
        'e',
        '.',
      ),
      fc.string({ maxLength: 2 }),
    ),
  });

  it('is refused exactly when JSON.parse refuses it, and every problem lies in it', () => {
    let refused = 0;
    fc.assert(
      fc.property(fc.jsonValue(), fc.array(mutation, { minLength: 1, maxLength: 3 }), (value, mutations) => {
        let text = JSON.stringify(value);
        for (const { at, remove, insert } of mutations) {
          const place = at % (text.length + 1);
          text = text.slice(0, place) + insert + text.slice(place + remove);
        }
        // Cutting a surrogate pair makes a text that UTF-8 cannot hold.
        text = decodeUtf8(encodeUtf8(text));
        if (text.startsWith('\ufeff')) return;
        const bytes = encodeUtf8(text);
        const document = parseJson(bytes);
        const hard = document.problems.filter(({ code }) => !beyondJsonParse.has(code));
        const accepted = accepts(text);
        if (!accepted) refused++;
        expect(hard.length === 0, `${JSON.stringify(text)} ${JSON.stringify(hard)}`).toBe(accepted);
        if (accepted) expect(document.value).toEqual(JSON.parse(text));
        for (const { start, end } of document.problems) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(bytes.length);
        }
      }),
      { numRuns: 5000 },
    );
    expect(refused).toBeGreaterThan(1000);
  });
});

describe('one mistake is one problem', () => {
  it.each([
    // text, problems, value
    ['', 'empty@0-0', undefined],
    [' \n', 'empty@2-2', undefined],
    ['\ufeff{}', 'bom@0-3', {}],
    ['[1,]', 'invalid@2-3', [1]],
    ['{"a":1,}', 'invalid@6-7', { a: 1 }],
    ['[1 2]', 'invalid@3-4', [1, 2]],
    ['[1 2 3]', 'invalid@3-4 invalid@5-6', [1, 2, 3]],
    ['{"a":1 "b":2}', 'invalid@7-8', { a: 1, b: 2 }],
    ['{"a" 1}', 'invalid@5-6', { a: 1 }],
    ['{"a":}', 'invalid@5-6', {}],
    ['{"a"}', 'invalid@4-5', {}],
    ['{a:1}', 'invalid@1-2', { a: 1 }],
    ["{'a':'b'}", 'invalid@1-4 invalid@5-8', { a: 'b' }],
    ['{bad}', 'invalid@1-4', {}],
    ['[01]', 'invalid@1-3', [null]],
    ['[1.]', 'invalid@1-3', [null]],
    ['[+1]', 'invalid@1-3', [null]],
    ['[NaN, True]', 'invalid@1-4 invalid@6-10', [null, null]],
    ['[1] 2', 'invalid@4-5', [1]],
    ['{} {}', 'invalid@3-4', {}],
    ['[1}', 'invalid@2-3', [1]],
    ['[{"a":1]', 'invalid@7-8', [{ a: 1 }]],
    ['[{"a":1],{"b":2}]', 'invalid@7-8', [{ a: 1 }, { b: 2 }]],
    ['{"a":[{"b":1],{"c":2}],"d":3}', 'invalid@12-13', { a: [{ b: 1 }, { c: 2 }], d: 3 }],
    ['{"a":[{"b":1],"c":3}', 'invalid@12-13', { a: [{ b: 1 }], c: 3 }],
    ['[{"a":1}},{"b":2}]', 'invalid@8-9', [{ a: 1 }, { b: 2 }]],
    ['[{"a":1,{"b":2},{"c":3}]', 'invalid@8-9', [{ a: 1 }, { b: 2 }, { c: 3 }]],
    ['{"a":"b\n', 'truncated@8-8', {}],
    ['["\\ud83d\\ud', 'truncated@11-11', []],
    ['{"a":[1,2}', 'invalid@9-10', { a: [1, 2] }],
    ['[,1]', 'invalid@1-2', [1]],
    ['[1,,2]', 'invalid@3-4', [1, 2]],
    [']', 'invalid@0-1', undefined],
    ['{"a":1 // one\n}', 'comment@7-13', { a: 1 }],
    ['[/* 1 */2]', 'comment@1-8', [2]],
    ['["a\tb"]', 'invalid@3-4', ['a\tb']],
    ['["\\x"]', 'invalid@2-4', ['x']],
    ['["\\u12"]', 'invalid@2-4', ['\\u12']],
    ['["\\ud800"]', 'lone-surrogate@2-8', ['\ud800']],
    ['["\\udc00\\ud800"]', 'lone-surrogate@2-8', ['\udc00\ud800']],
    ['["\\ud83d\\ude00"]', '', ['😀']],
    ['[12345678901234567890]', 'unsafe-integer@1-21', [Number('12345678901234567890')]],
    ['[9007199254740991]', '', [9007199254740991]],
    ['[-9007199254740992]', 'unsafe-integer@1-18', [-9007199254740992]],
    ['[1e400]', 'number@1-6', [Infinity]],
    ['{"a":1,"a":2,"a":3}', 'duplicate-key@7-10 duplicate-key@13-16', { a: 3 }],
    ['{"a":1,"\\u0061":2}', 'duplicate-key@7-15', { a: 2 }],
    ['{"a":[1', 'truncated@7-7', { a: [1] }],
    ['{"a":"b', 'truncated@7-7', {}],
    ['["\\u00', 'truncated@6-6', []],
    ['[tru', 'truncated@4-4', []],
    ['[1e', 'truncated@3-3', []],
    ['{"a": "b\n  "c": 1}', 'invalid@8-9', { a: 'b', c: 1 }],
    ['{"a": "b\nc"}', 'invalid@8-9', { a: 'b\nc' }],
    ['<html></html>', 'invalid@0-13', null],
  ])('%j', (text, problems, value) => {
    const document = parse(text);
    expect(problemsOf(document).join(' ')).toBe(problems);
    expect(document.value).toEqual(value);
  });

  it('tells a broken encoding once a string, at its first byte', () => {
    const bytes = Uint8Array.from([...encodeUtf8('["caf'), 0xe9, 0xe8, ...encodeUtf8('","ok"]')]);
    const document = parseJson(bytes);
    expect(problemsOf(document)).toEqual(['encoding@5-6']);
    expect(document.value).toEqual(['caf\ufffd\ufffd', 'ok']);
  });

  it('names the encoding of a text that is not UTF-8 at all', () => {
    const document = parseJson(Uint8Array.from(Buffer.from('\ufeff{"a":1}', 'utf16le')));
    expect(problemsOf(document)).toEqual(['encoding@0-4']);
    expect(document.problems[0]!.received).toBe('UTF-16LE');
    expect(document.value).toBeUndefined();
  });

  it('shows the first of equal keys', () => {
    expect(parse('{"a":1,"b":0,"a":2}').problems[0]!.related).toEqual([
      { start: 1, end: 4, message: '"a" is first set here' },
    ]);
  });
});

describe('places', () => {
  const text = '{"a": [1, {"é": "😀"}], "b": {}, "a\\n": null, "b": 2}';
  const document = parse(text);
  const slice = (place: { start: number; end: number } | undefined): string | undefined =>
    place && decodeUtf8(encodeUtf8(text), place.start, place.end);

  it.each([
    [[], 'value', text],
    [[], 'open', '{'],
    [['a'], 'key', '"a"'],
    [['a'], 'value', '[1, {"é": "😀"}]'],
    [['a', 0], 'value', '1'],
    [['a', 1, 'é'], 'key', '"é"'],
    [['a', 1, 'é'], 'value', '"😀"'],
    [['a', 1], 'open', '{'],
    [['a\n'], 'key', '"a\\n"'],
    [['b'], 'value', '2'],
    [['c'], 'value', undefined],
    [['a', 2], 'value', undefined],
    [['a', 'length'], 'value', undefined],
    [['toString'], 'value', undefined],
  ] as const)('%j, %s, is %s', (path, part, expected) => {
    expect(slice(document.place(path, part))).toBe(expected);
  });

  it('lead back from a byte to the path, for every value and key', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const read = parse(JSON.stringify(value));
        const visit = (part: unknown, path: (string | number)[]): void => {
          const place = read.place(path, 'value')!;
          expect(read.pathAt(place.start)).toEqual(path);
          const key = read.place(path, 'key')!;
          expect(read.pathAt(key.start)).toEqual(path);
          if (Array.isArray(part)) {
            for (const [index, item] of part.entries()) visit(item, [...path, index]);
          } else if (typeof part === 'object' && part !== null) {
            for (const [name, item] of Object.entries(part)) visit(item, [...path, name]);
          }
        };
        visit(read.value, []);
      }),
      { numRuns: 300 },
    );
  });
});

describe('damage', () => {
  it('reaches the containers around a broken structure and no others', () => {
    const document = parse('[{"a":1},{"b" 2},{"c":3}]');
    expect([[], [0], [1], [2]].map((path) => document.damaged(path))).toEqual([true, false, true, false]);
  });

  it('leaves values before a cut alone', () => {
    const document = parse('{"records":[{"id":"a"},{"id":"b"');
    expect([[], ['records', 0], ['records', 1]].map((path) => document.damaged(path))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('is none where the meaning is plain', () => {
    expect(parse("[{'a':1,},/* x */ 2 3]").damaged([])).toBe(false);
  });
});

describe('hostile texts', () => {
  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])('100,000 levels of %s are one problem', (open, close) => {
    for (const text of [open.repeat(100_000), `${open.repeat(100_000)}1${close.repeat(100_000)}`]) {
      const document = parse(text);
      expect(document.problems.map(({ code }) => code)).toEqual(['syntax/depth']);
      expect(document.problems[0]!.start).toBe(256 * open.length);
    }
  });

  it('goes on behind a value that is too deep', () => {
    const document = parse(`[${'['.repeat(300)}"]"${']'.repeat(300)}, 2]`);
    expect((document.value as unknown[])[1]).toBe(2);
    expect(document.problems.map(({ code }) => code)).toEqual(['syntax/depth']);
  });

  it('takes 256 levels', () => {
    expect(parse('['.repeat(256) + ']'.repeat(256)).problems).toEqual([]);
  });

  it('reads many keys, and as many duplicates, in linear time', () => {
    const run = (size: number): void => {
      const keys = Array.from({ length: size }, (_, index) => `"k${index}":${index}`);
      expect(parse(`{${[...keys, ...keys].join(',')}}`).problems.length).toBe(size);
    };
    expect(growth(run, 30_000)).toBeLessThan(2.5);
  });

  it('finds every duplicate of many small objects in linear time', () => {
    const run = (size: number): void => {
      expect(parse(`[${'{"a":1,"a":2},'.repeat(size)}0]`).problems.length).toBe(size);
    };
    expect(growth(run, 20_000)).toBeLessThan(2.5);
  });

  it('refuses more values than it may hold', () => {
    const document = parseJson(encodeUtf8(`[${'0,'.repeat(100)}0]`), { maxValues: 50 });
    expect(document.problems.map(({ code }) => code)).toEqual(['io/too-large']);
  });
});

const folder = corpora('06a-json-jsontestsuite');

describe.skipIf(folder === undefined)('JSONTestSuite', () => {
  const root = folder ? join(folder, 'nst__JSONTestSuite', 'test_parsing') : '';
  const files = folder ? readdirSync(root).sort() : [];
  const read = (file: string) => parseJson(new Uint8Array(readFileSync(join(root, file))));

  it('is all there', () => {
    expect(files.length).toBeGreaterThan(300);
  });

  it.each(files.filter((file) => file.startsWith('y_')))('accepts %s', (file) => {
    const document = read(file);
    expect(document.problems.filter(({ code }) => code !== 'syntax/duplicate-key')).toEqual([]);
    expect(document.value).toEqual(JSON.parse(readFileSync(join(root, file), 'utf8')));
  });

  it.each(files.filter((file) => file.startsWith('n_')))('refuses %s', (file) => {
    const { problems } = read(file);
    expect(problems.some(({ code }) => code !== 'syntax/duplicate-key')).toBe(true);
  });

  it.each(files.filter((file) => file.startsWith('i_')))('survives %s', (file) => {
    expect(read(file).problems.length).toBeLessThan(3);
  });
});
