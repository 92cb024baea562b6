import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnyReader, createAnyReader } from '../../../src/check-node/fast/any-value.js';
import { createStringScanner } from '../../../src/check-node/fast/string-scanner.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { inKernel, kernel } from '../../support/in-kernel.js';
import { brokenJson, objectText } from '../../support/json-text.js';
import { RUNS } from '../../support/runs.js';

/** Goes to a text, at an odd place in memory that goes on behind it. */
function readerOf(text: string, before = 3): AnyReader {
  const strings = createStringScanner(kernel);
  const reader = createAnyReader(strings);
  const at = inKernel(Buffer.from(text), before, '}"}');
  strings.open(at);
  reader.open(at);
  return reader;
}

const endOf = (text: string, before?: number): number => readerOf(text, before).end(0);

const long = 'x'.repeat(600);

describe('an object of which nothing is known', () => {
  test.each([
    '{}',
    '{ "a": [1, -2.5, true, null, "b\\n", ""], "c": { "a": "é" } }',
    '{"a":{"b":1},"c":[{"b":1},{"b":2}],"b":1}',
    '{"a":"\\ud83d\\ude00"}',
    `{"a":"${long}","b":"${long}\\u00e9"}`,
    '{"":{"":1}}',
    `{"a":${'['.repeat(59)}${']'.repeat(59)}}`,
  ])('ends where its brackets do: %s', (text) => {
    for (const before of [0, 1, 2, 3]) expect(endOf(`${text} , 1`, before)).toBe(Buffer.byteLength(text));
  });

  test.each([
    ['a key given twice', '{"a":1,"b":2,"a":3}'],
    ['a key given twice in an inner object', '{"a":{"b":1,"c":{"b":1},"b":2}}'],
    ['a key given twice in an object in a list', '{"a":[1,{"b":1,"b":2}]}'],
    ['an escape in a key', '{"\\u0061":1}'],
    ['a key that reaches for the prototype', '{"__proto__":1}'],
    ['an integer that a double may not hold', '{"a":9007199254740993}'],
    ['a number with an exponent', '{"a":1e400}'],
    ['a number with a large exponent', '{"a":[1E400]}'],
    ['half a surrogate pair', '{"a":"\\ud83d"}'],
    ['the second half alone', '{"a":"\\ude00"}'],
    ['half a surrogate pair in a long string', `{"body":"${long}\\ud83d${long}"}`],
    ['an unknown escape in a long string', `{"body":"${long}\\x${long}"}`],
    ['a control character in a long string', `{"body":"${long}\t${long}"}`],
    ['a list', '[{}]'],
    ['nothing', ''],
    ['great depth', `{"a":${'['.repeat(60)}${']'.repeat(60)}}`],
    ['more keys than are known', `{${Array.from({ length: 300 }, (_, key) => `"${key}":1`).join(',')}}`],
  ])('is doubted for %s', (_, text) => {
    expect(endOf(text)).toBe(-1);
  });

  test.each([
    [`{"type":"article","body":{"html":"${long}","text":"${long}é\\n"}}`, `${long}é\\n`],
    [`{"a":[{"body":1}],"body" : { "a":{"text":"no"}, "text" : "${long}" },"text":"${long}"}`, long],
    [`{"body":{"text":"${long.slice(1, 256)}"}}`, undefined],
    [`{"body":{"html":"${long}"},"text":"${long}"}`, undefined],
    [`{"boby":{"text":"${long}"}}`, undefined],
    [`{"body":{"texts":"${long}"}}`, undefined],
    [`{"body":["text","${long}"]}`, undefined],
    [`{"body":[{"text":"${long}"}]}`, undefined],
    [`{"body":{"a":{"text":"${long}"}}}`, undefined],
    [`{"a":{"body":{"text":"${long}"}}}`, undefined],
    [`{"body":{"text":["${long}"]}}`, undefined],
  ])('notes the long text of its body: %s', (text, expected) => {
    const reader = readerOf(text);
    expect(reader.end(0)).toBe(Buffer.byteLength(text));
    const { textStart, textEnd } = reader;
    const noted = textStart < 0 ? undefined : Buffer.from(text).subarray(textStart, textEnd).toString();
    expect([noted, textEnd >= 0]).toEqual([expected, expected !== undefined]);
    // what comes next has none
    reader.end(Buffer.byteLength(text) - 2);
    expect(reader.textStart).toBe(-1);
  });

  test('is known not to end, at every byte that it may be cut at', () => {
    const text = `{"a":{"b":[1,-2.5,"c\\"d",true]},"é":"${long}\\n\\ud83d\\ude00","x":{}}`;
    const bytes = Buffer.from(text);
    expect(endOf(text)).toBe(bytes.length);
    for (let length = 1; length < bytes.length; length++) {
      expect(endOf(bytes.toString('latin1', 0, length), length % 4), String(length)).toBe(-2);
    }
  });
});

test('what ends and is JSON has no mistake that the exact reader would tell, and ends where it does', () => {
  let accepted = 0;
  fc.assert(
    fc.property(fc.oneof(brokenJson, objectText), fc.nat(3), (text, before) => {
      const end = endOf(text, before);
      if (end < 0) return;
      const json = Buffer.from(text).subarray(0, end);
      let value: unknown;
      try {
        value = JSON.parse(json.toString());
      } catch {
        return;
      }
      accepted++;
      const exact = parseJson(json);
      expect(exact.problems).toEqual([]);
      expect(value).toEqual(exact.value);
    }),
    { numRuns: RUNS * 10 },
  );
  expect(accepted).toBeGreaterThan(RUNS);
});
