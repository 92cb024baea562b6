import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStringScanner } from '../../../src/check-node/fast/string-scanner.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { inKernel, kernel } from '../../support/in-kernel.js';
import { RUNS } from '../../support/runs.js';

const long = 'x'.repeat(600);

/** Reads what stands behind a quote, at an odd place in memory that goes on behind it. */
function scan(contents: string | Buffer, before = 3, behind = ' ') {
  const text = Buffer.concat([Buffer.from('"'), Buffer.from(contents as string)]);
  const bytes = inKernel(text, before, behind);
  const scanner = createStringScanner(kernel);
  scanner.open(bytes);
  return { end: scanner.end(1), bytes, scanner };
}

describe('the end of a string', () => {
  test.each([
    ['nothing', '"'],
    ['a few letters', 'abc"'],
    ['many letters', `${long}"`],
    ['escapes', '\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00"'],
    ['an escaped backslash', 'a\\\\"'],
    ['other scripts', 'Hà Nội 🙂"'],
    ['an escape behind many letters', `${long}\\""`],
  ])('stands behind %s', (_, contents) => {
    for (const before of [0, 1, 2, 3]) {
      const { end, scanner } = scan(contents, before);
      expect(end).toBe(Buffer.byteLength(contents));
      expect(scanner.isEscaped).toBe(contents.includes('\\'));
    }
  });

  test.each([
    ['half a surrogate pair', '\\ud83d'],
    ['the second half alone', '\\ude00'],
    ['two first halves', '\\ud83d\\ud83d'],
    ['a first half before another escape', '\\ud83d\\u0041'],
    ['a first half before an escape above all halves', '\\ud83d\\ue000'],
    ['a first half before a simple escape', '\\ud83d\\n\\ude00'],
    ['an unknown escape', '\\x'],
    ['half an escape', '\\u12'],
    ['an escape of letters that are no digits', '\\u12g4'],
    ['a control character', '\t'],
    ['a line feed', '\n'],
    ['the last control character', '\u001f'],
  ])('is doubted for %s, wherever it stands', (_, wrong) => {
    for (const at of [0, 1, 5, 62, 63, 64, 65, 254, 255, 256, 257, 511, 513, 599]) {
      for (const rest of [0, 1, 2, 3, 4, 30]) {
        for (const before of [0, 1, 2, 3]) {
          const { end, scanner } = scan(`${'x'.repeat(at)}${wrong}${'y'.repeat(rest)}"`, before);
          expect(end, `${at} ${rest} ${before}`).toBe(-1);
          expect(scanner.isOpen).toBe(false);
        }
      }
    }
  });

  test('is missing where the memory ends, whatever stands behind it', () => {
    const whole = `a\\"${'b'.repeat(80)}é\\\\\\ud83d\\ude00${long}`;
    for (let length = 0; length <= whole.length; length++) {
      const { end, scanner } = scan(whole.slice(0, length), length % 4, '"');
      expect(end).toBe(-1);
      expect(scanner.isOpen).toBe(true);
    }
  });

  test('is doubted for what stands before where an earlier string was read to', () => {
    const bytes = inKernel(Buffer.from(`"${long}\\n" "${long}\\ud83d"`));
    const scanner = createStringScanner(kernel);
    scanner.open(bytes);
    const second = bytes.lastIndexOf(` "${'x'.repeat(9)}`) + 2;
    expect(scanner.end(second)).toBe(-1);
    expect(scanner.end(1)).toBe(long.length + 3);
    expect(scanner.end(second)).toBe(-1);
    scanner.open(inKernel(Buffer.from(`"${long}\\ud83d${long}"`)));
    expect(scanner.end(1)).toBe(-1);
  });

  test('may be that of ASCII or not', () => {
    expect(scan('abc"').scanner.isWide).toBe(false);
    expect(scan('aéc"').scanner.isWide).toBe(true);
    expect(scan(`${long}é"`).scanner.isWide).toBe(true);
  });
});

const unit = fc.oneof(
  { weight: 8, arbitrary: fc.string({ unit: 'binary', maxLength: 90 }) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      '\\n',
      '\\"',
      '\\\\',
      '\\ud83d\\ude00',
      '\\u00e9',
      '\\uFFFF',
      '\\uD7FF',
      '🙂',
      'é',
    ),
  },
  { weight: 2, arbitrary: fc.constantFrom(long, 'x'.repeat(64), 'é'.repeat(200)) },
  fc.constantFrom('\\', '\\x', '\\ud83d', '\\ude00', '\\u', '\\u1', '\u0000', '"', '\t', '\u007f', '\u2028'),
);

test('a string ends where it does by the tokenizer, and is right if it is by that', () => {
  let right = 0;
  fc.assert(
    fc.property(fc.array(unit, { maxLength: 12 }), fc.nat(3), (units, before) => {
      const contents = Buffer.from(`${units.join('')}"`);
      if (!isUtf8(contents)) return;
      const { end, bytes, scanner } = scan(contents, before);
      if (end < 0) {
        // What does not end has no quote behind an even number of backslashes.
        const ends = /^(?:[^"\\]|\\[\s\S])*"/.exec(contents.toString());
        expect(scanner.isOpen).toBe(ends === null);
        if (ends) expect(parseJson(Buffer.from(`"${ends[0]}`)).problems).not.toEqual([]);
        return;
      }
      right++;
      const { value, problems } = parseJson(bytes.subarray(0, end + 1));
      expect(problems).toEqual([]);
      const text = bytes.toString('utf8', 1, end);
      expect(JSON.parse(`"${text}"`)).toBe(value);
      expect(scanner.isEscaped).toBe(text.includes('\\'));
      if (!scanner.isWide) expect(text).toBe(bytes.toString('latin1', 1, end));
    }),
    { numRuns: RUNS * 5 },
  );
  expect(right).toBeGreaterThan(RUNS / 2);
});
