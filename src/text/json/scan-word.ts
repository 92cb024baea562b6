import type { TextProblem } from '../problem.js';
import { decodeUtf8 } from '../utf8.js';
import { MINUS } from './bytes.js';
import { numberShape } from './scan-number.js';
import { clip, meantLiteral, printable } from './show-bytes.js';

/** What a run of bytes between delimiters is. */
export type Word =
  /** A number or a literal, with what is to be said of it. */
  | {
      readonly kind: 'value';
      readonly value: number | boolean | null;
      readonly problem?: TextProblem | undefined;
    }
  /** The beginning of a number or a literal, and nothing else. */
  | { readonly kind: 'prefix'; readonly of: 'number' | 'word' }
  | {
      readonly kind: 'bad';
      readonly problem: Pick<TextProblem, 'message' | 'expected' | 'received' | 'suggestion'>;
    };

const literals = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

/** Reads what stands between delimiters and is no string. `base` is the offset of the first byte in the file. */
export function scanWord(bytes: Uint8Array, start: number, end: number, base: number): Word {
  const first = bytes[start]!;
  if (first === MINUS || (first >= 0x30 && first <= 0x39)) return scanNumber(bytes, start, end, base);
  const word = end - start <= 9 ? decodeUtf8(bytes, start, end) : '';
  const literal = literals.get(word);
  if (literal !== undefined) return { kind: 'value', value: literal };
  if (word !== '' && [...literals.keys()].some((name) => name.startsWith(word))) {
    return { kind: 'prefix', of: 'word' };
  }
  return badWord(bytes, start, end);
}

/** What is said of a word that is no JSON. */
export function badWord(bytes: Uint8Array, start: number, end: number): Word & { kind: 'bad' } {
  const meant = end - start <= 9 ? meantLiteral(decodeUtf8(bytes, start, end)) : undefined;
  const received = printable(bytes, start, end);
  return {
    kind: 'bad',
    problem: {
      message: `${received} is not a JSON value`,
      expected: 'a value',
      received,
      ...(meant === undefined ? {} : { suggestion: `write ${meant}` }),
    },
  };
}

function scanNumber(bytes: Uint8Array, start: number, end: number, base: number): Word {
  const shape = numberShape(bytes, start, end);
  if (shape === 'prefix') return { kind: 'prefix', of: 'number' };
  if (shape === 'invalid') return badNumber(bytes, start, end);
  const text = decodeUtf8(bytes, start, end);
  const value = Number(text);
  const at = { scope: 'token', start: start + base, end: end + base } as const;
  if (shape === 'integer' && !Number.isSafeInteger(value)) {
    const problem: TextProblem = {
      ...at,
      code: 'syntax/unsafe-integer',
      message: 'this integer loses digits when it is read as a number',
      expected: 'an integer from -9007199254740991 to 9007199254740991, or a string',
      received: clip(text),
      suggestion: `write ${clip(JSON.stringify(text))} if it is an identifier`,
    };
    return { kind: 'value', value, problem };
  }
  if (!Number.isFinite(value)) {
    const problem: TextProblem = {
      ...at,
      code: 'syntax/number',
      message: 'this number is too large to be read',
      received: clip(text),
    };
    return { kind: 'value', value, problem };
  }
  return { kind: 'value', value };
}

/** What is said of a number that JSON writes otherwise. */
export function badNumber(bytes: Uint8Array, start: number, end: number): Word & { kind: 'bad' } {
  return {
    kind: 'bad',
    problem: {
      message: 'this is not a number as JSON writes it',
      expected: 'a number',
      received: printable(bytes, start, end),
    },
  };
}
