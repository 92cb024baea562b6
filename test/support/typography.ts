import fc from 'fast-check';

/** Ways to set the same thing in type, the plainest first. Within a group all mean the same. */
const groups: readonly (readonly string[])[] = [
  [' ', '  ', '\n', '\r\n', '\r\n\r\n', '\t', '\u00a0', '\u202f', '\u2009', '\u3000', ' \u200b\u00a0'],
  ['"', '“', '”', '„', '«', '»', '″', "''", '``', '’’'],
  ["'", '‘', '’', '‚', '‹', '›', '`', '´', '′', 'ʼ'],
  ['-', '‐', '\u2011', '–', '—', '―', '−'],
  ['...', '…'],
  ['fi', 'ﬁ'],
  ['ffl', 'ﬄ', 'fﬂ', 'ﬀl'],
  ['é', 'e\u0301'],
  ['ậ', 'a\u0323\u0302', 'ạ\u0302', 'â\u0323'],
  ['Å', 'A\u030a', 'Å'],
  ['각', '\u1100\u1161\u11a8'],
  ['لا', 'ﻻ'],
];

const wordSeeds = ['not', 'visit', 'a', 'Ω', '5', '²', '😀', '👨\u200d👩\u200d👧', '🇻🇳', '𠮷', 'क्षि'];

/** What can stand within a text without being seen. */
const unseen = ['\u00ad', '\u200b', '\u200c', '\u2060', '\ufeff', '\u200e', '\ufe0f'];

/** One piece of a text: a group by its number, or the words themselves. */
type Piece = number | string;

/** A text as pieces that can be set in type one way or another. */
export type Copy = readonly Piece[];

const isSpace = (piece: Piece | undefined): boolean => piece === 0;

/** Texts in pieces. No two pieces that folding takes together are neighbours, and dashes stand in words. */
export const copy = (constraints: fc.ArrayConstraints = { maxLength: 20 }): fc.Arbitrary<Copy> =>
  fc
    .array(
      fc.oneof(
        { weight: 2, arbitrary: fc.nat({ max: groups.length - 1 }) },
        fc.constantFrom<Piece>(...wordSeeds),
        fc.constant<Piece>(0),
      ),
      constraints,
    )
    .map((pieces) =>
      pieces.flatMap((piece, i) => {
        const before = pieces[i - 1];
        const apart = (piece === before && typeof piece === 'number') || (piece === 2 && before === 1);
        const mark = piece === 1 && before === 2;
        return apart || mark ? ['a', piece] : [piece];
      }),
    )
    .map((pieces) => pieces.filter((piece, i) => !(isSpace(piece) && isSpace(pieces[i - 1]))));

/** The plainest setting. */
export const plainly = (pieces: Copy): string =>
  pieces.map((piece) => (typeof piece === 'number' ? groups[piece]![0]! : piece)).join('');

/** The same text in some other setting: one that a typesetter, a wire, a browser or a word processor may make of it. */
export const set = (pieces: Copy): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.tuple(
        ...pieces.map((piece) =>
          typeof piece === 'number' ? fc.constantFrom(...groups[piece]!) : fc.constant(piece),
        ),
      ),
      fc.tuple(...pieces.map(() => fc.option(fc.constantFrom(...unseen), { freq: 4, nil: '' }))),
      fc.constantFrom<'NFC' | 'NFD' | undefined>(undefined, undefined, 'NFC', 'NFD'),
    )
    .map(([words, between, form]) => {
      const text = words.map((word, i) => (i === words.length - 1 ? word : word + between[i]!)).join('');
      return form === undefined ? text : text.normalize(form);
    });
