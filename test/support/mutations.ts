import fc from 'fast-check';
import { encodeUtf8 } from '../../src/text/utf8.js';

/** A change of a text at the level of bytes. */
export interface Mutation {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly number[];
}

const pieces = [
  ...[
    '"',
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '\n',
    '\r',
    '\r\n',
    '\t',
    ' ',
    '\\',
    '\\u',
    '\\ud83d',
    '/',
    '//',
    '/*',
    '*/',
    "'",
  ],
  ...[
    '😀',
    'é',
    '\ufeff',
    '\0',
    '- ',
    '-',
    '0',
    '1e',
    'null',
    'tru',
    '"id"',
    '"type":',
    '"records":[',
    '{"type":"article"}',
  ],
];

/** Changes that break texts where it hurts: at brackets, quotes, line ends and in the middle of characters. */
export const mutation: fc.Arbitrary<Mutation> = fc.record({
  at: fc.nat(4000),
  remove: fc.oneof(fc.nat(4), fc.nat(60)),
  insert: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...pieces).map((text) => [...encodeUtf8(text)]) },
    { weight: 1, arbitrary: fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 3 }) },
  ),
});

/** Applies changes one after the other; places wrap around the text. */
export function mutate(bytes: Uint8Array, mutations: readonly Mutation[]): Uint8Array {
  const changed = [...bytes];
  for (const { at, remove, insert } of mutations)
    changed.splice(at % (changed.length + 1), remove, ...insert);
  return Uint8Array.from(changed);
}

/** Cuts bytes into pieces of the given lengths, over and over; each is a copy, and the copy is spoilt once it was used. */
export function* cut(bytes: Uint8Array, lengths: readonly number[]): Generator<Uint8Array> {
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const length = Math.max(1, lengths[turn % lengths.length] ?? bytes.length);
    const piece = bytes.slice(at, at + length);
    at += length;
    yield piece;
    piece.fill(0x5a);
  }
}

/** Lengths to cut a text into: one byte, a few, many. */
export const lengths: fc.Arbitrary<readonly number[]> = fc.oneof(
  fc.constant([1]),
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
  fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 4 }),
);
