import { isAscii, isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CUT, createSkeletonReader, type SkeletonReader } from '../../../src/check-node/fast/skeleton.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { RUNS } from '../../support/runs.js';

/** Reads a text as the only record of a file, at an odd place in memory. */
function skeleton(text: string | Uint8Array, before = 3): string | undefined {
  return read(text, before)?.json;
}

function read(text: string | Uint8Array, before = 3) {
  const bytes = Buffer.from(text);
  const memory = Buffer.alloc(bytes.length + before + 5, ' ');
  bytes.copy(memory, before);
  const at = memory.subarray(before, before + bytes.length);
  return readerOf(at).read(0, at.length, isAscii(at));
}

function readerOf(bytes: Buffer): SkeletonReader {
  const reader = createSkeletonReader();
  reader.open(bytes);
  return reader;
}

const long = 'x'.repeat(600);

describe('a skeleton', () => {
  test('is the text itself where no string is long', () => {
    const text = '{ "a": [1, -2.5, true, null, "b\\n", ""], "c": { "a": "é" } }';
    expect(skeleton(text)).toBe(text);
  });

  test('has no contents of long strings of the body, and says where its text is', () => {
    const text = `{"a":"${long}","body":{"html":"${long}","text":"${long}é\\u00e9\\"\\\\"},"text":"${long}"} `;
    const { json, end, textStart, textEnd } = read(text)!;
    expect(JSON.parse(json)).toEqual({ a: long, body: { html: CUT, text: CUT }, text: long });
    expect(end).toBe(Buffer.byteLength(text) - 1);
    expect(Buffer.from(text).toString('utf8', textStart, textEnd)).toBe(`${long}é\\u00e9\\"\\\\`);
  });

  test.each([
    `{"text":"${long}"}`,
    '{"body":{"text":"short"}}',
    `{"body":{"html":"${long}"}}`,
    `{"body":{"text":["${long}"]}}`,
    `{"body":{"text":{"a":"${long}"}}}`,
    `{"body":{"a":{"text":"${long}"}}}`,
    `{"body":{"a":[{"text":"${long}"}]}}`,
    `{"body":["text","${long}"]}`,
    `{"body":[{"text":"${long}"}]}`,
    `{"body":{"text":1},"a":"${long}"}`,
    `{"body":{"text":1},"body2":{"text":"${long}"}}`,
    `{"body":{"text":"a","html":"${long}"}}`,
  ])('knows no text of the body in %s', (text) => {
    expect(read(text)).toMatchObject({ textStart: -1, textEnd: -1 });
  });

  test('is doubted for what stands before where an earlier record was read to', () => {
    // The quote that is missing turns what is inside of strings and what is outside round.
    const broken = `{"a":"${long}`;
    const blank = ' '.repeat(60);
    const bytes = Buffer.from(`${broken},{"a":"\\ud83d"}${blank},{"a":"\\n"}`);
    const reader = readerOf(bytes);
    expect(reader.read(0, bytes.length, true)).toBeNull();
    expect(reader.read(broken.length + 1, bytes.length, true)).toBeUndefined();
  });

  test('notes the escapes of the text alone', () => {
    const many = '\\n\\ud83d\\ude00\\\\'.repeat(50);
    const bytes = Buffer.from(
      `{"a":"${long}\\n","body":{"html":"${long}\\n","text":"${long}${many}"},"b":"${long}\\n"}`,
    );
    const reader = readerOf(bytes);
    const { textStart } = reader.read(0, bytes.length, true)!;
    const { at, count } = reader.escapes;
    const first = textStart + long.length;
    const expected = Array.from({ length: 50 }, (_, n) => [0, 2, 14].map((place) => first + 16 * n + place));
    expect([...at.subarray(0, count)]).toEqual(expected.flat());
  });

  test('keeps what is called body deeper inside', () => {
    const text = `{"a":{"body":"${long}"}}`;
    expect(skeleton(text)).toBe(text);
  });

  test.each([
    ['a key given twice', '{"a":1,"b":2,"a":3}'],
    ['a key given twice in an inner object', '{"a":{"b":1,"c":{"b":1},"b":2}}'],
    ['an escape in a key', '{"\\u0061":1}'],
    ['a key that reaches for the prototype', '{"__proto__":1}'],
    ['an integer that a double may not hold', '{"a":9007199254740993}'],
    ['a number with an exponent', '{"a":1e400}'],
    ['half a surrogate pair', '{"a":"\\ud83d"}'],
    ['the second half alone', '{"a":"\\ude00"}'],
    ['half a surrogate pair in a long string', `{"body":"${long}\\ud83d${long}"}`],
    ['an unknown escape in a long string', `{"body":"${long}\\x${long}"}`],
    ['half an escape at the end of a long string', `{"body":"${long}\\u12"}`],
    ['a control character in a long string', `{"body":"${long}\t${long}"}`],
    ['a string that does not end', `{"body":"${long}`],
    ['a key that does not end', '{"a'],
    ['a list', '[{}]'],
    ['nothing', ''],
    ['no end', '{"a":{}'],
    ['great depth', `{"a":${'['.repeat(70)}${']'.repeat(70)}}`],
  ])('is doubted for %s', (_, text) => {
    expect(skeleton(text)).toBeUndefined();
  });

  test('says where a record does not end', () => {
    expect(read('{"a":{}')).toBeNull();
    expect(read('{"a')).toBeNull();
    expect(read(`{"a":"${long}`)).toBeNull();
  });

  test('is not doubted for the same key in different objects', () => {
    expect(skeleton('{"a":{"b":1},"c":[{"b":1},{"b":2}],"b":1}')).toBeDefined();
  });

  test('is not doubted for a whole surrogate pair', () => {
    const text = '{"a":"\\ud83d\\ude00"}';
    expect(skeleton(text)).toBe(text);
  });

  test.each([0, 1, 2, 3])(
    'sees a control character at each place of a word, %i bytes into memory',
    (before) => {
      for (let at = 0; at < 8; at++) {
        const text = `{"body":"${'x'.repeat(600 + at)}\u0001${'x'.repeat(8 - at)}"}`;
        expect(skeleton(text, before), String(at)).toBeUndefined();
      }
    },
  );
});

/** Pieces that JSON texts are broken by. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', '1', '-', '.', 'e') },
  fc.constantFrom(
    '\\u0000',
    '\\ud83d\\ude00',
    '\\ud83d',
    '\\"',
    '\\\\',
    '\\x',
    '\u0000',
    '\t',
    '\n',
    'é',
    '😀',
    '\ud83d',
  ),
  fc.constantFrom('"a"', '"b"', '"a":', '"__proto__":', '12345678901234567890', '1e999', '-0', '0.1'),
  fc.constantFrom(long, `"${long}"`, `"${long}\\n"`, `"${long}é"`),
);

const text = fc.oneof(
  fc.json({ maxDepth: 4, noUnicodeString: false } as never),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => `{"a":[${pieces.join(',')}]}`),
  fc
    .array(fc.tuple(fc.constantFrom('"a"', '"b"', '"body"'), piece), { maxLength: 5 })
    .map((pairs) => `{${pairs.map(([key, value]) => `${key}:${value}`).join(',')}}`),
  // one byte changed, put in or taken out
  fc
    .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', '"', '\\', '{', '}', ',', '\u0000'))
    .map(([json, at, put]) => {
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + 1);
    }),
);

test('what a skeleton accepts has no mistake that the exact reader would tell, and the same value', () => {
  let accepted = 0;
  fc.assert(
    fc.property(text, (given) => {
      const bytes = Buffer.from(given);
      if (!isUtf8(bytes) || bytes.length === 0) return;
      const found = read(bytes);
      if (!found) return;
      let value: unknown;
      try {
        value = JSON.parse(found.json);
      } catch {
        return;
      }
      accepted++;
      const exact = parseJson(bytes.subarray(0, found.end));
      expect(exact.problems).toEqual([]);
      expect(value).toEqual(cut(exact.value));
    }),
    { numRuns: RUNS * 10 },
  );
  expect(accepted).toBeGreaterThan(RUNS);
});

/** The value with every string cut that the reader may cut; shorter ones are as they are. */
function cut(value: unknown, inBody = false): unknown {
  if (typeof value === 'string') return inBody && value.length >= 256 ? CUT : value;
  if (Array.isArray(value)) return value.map((part) => cut(part, inBody));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, cut(part, inBody || key === 'body')]),
  );
}
