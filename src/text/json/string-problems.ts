import type { TextProblem } from '../problem.js';
import type { StringFault } from './scan-string.js';
import { controlName, escapeOf, hexBytes, printable } from './show-bytes.js';

/** Tells what is wrong inside one string. `base` is the offset of the first byte in the file. */
export function stringProblem(
  bytes: Uint8Array,
  { kind, start, end }: StringFault,
  base: number,
): TextProblem {
  const at = { scope: 'token', start: start + base, end: end + base } as const;
  switch (kind) {
    case 'escape':
      return {
        ...at,
        code: 'syntax/invalid',
        message: 'invalid escape in a string',
        expected: '\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits',
        received: printable(bytes, start, end),
      };
    case 'control':
      return {
        ...at,
        code: 'syntax/invalid',
        message: 'unescaped control character in a string',
        expected: `the escape ${escapeOf(bytes[start]!)}`,
        received: controlName(bytes[start]!),
      };
    case 'encoding':
      return {
        ...at,
        code: 'syntax/encoding',
        message: 'this is not UTF-8',
        expected: 'UTF-8',
        received: hexBytes(bytes, start, end),
      };
    case 'lone-surrogate':
      return {
        ...at,
        code: 'syntax/lone-surrogate',
        message: 'half of a surrogate pair is not a character',
        received: printable(bytes, start, end),
      };
  }
}
