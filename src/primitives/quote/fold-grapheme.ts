/** What a character is to folding where it stands alone. */
export type FoldKind = 'plain' | 'space' | 'dash' | 'single-mark';

/** A grapheme after folding. Nothing is left of an invisible one. */
export interface FoldedGrapheme {
  readonly folded: string;
  readonly kind: FoldKind;
}

/** Characters that a line or a page may break at, and that separate words: Unicode's white space. */
const spaces =
  '\t\n\v\f\r \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';

/** Hyphens, dashes of every length, the minus sign and the Hebrew maqaf. */
const dashes = '-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u05be\u2e3a\u2e3b\ufe58\ufe63\uff0d';

/** Apostrophes, single quotation marks of every shape and height, primes, accents that stand in for them, the ʻokina. */
const singleMarks =
  "'`\u00b4\u02b9\u02bb\u02bc\u02bd\u2018\u2019\u201a\u201b\u2032\u2035\u2039\u203a\u05f3\u275b\u275c\uff07";

/** Double quotation marks of every shape and height, double primes. */
const doubleMarks =
  '"\u00ab\u00bb\u02ba\u201c\u201d\u201e\u201f\u2033\u2036\u05f4\u275d\u275e\u301d\u301e\u301f\uff02';

const space: FoldedGrapheme = { folded: ' ', kind: 'space' };
const dash: FoldedGrapheme = { folded: '-', kind: 'dash' };
const singleMark: FoldedGrapheme = { folded: "'", kind: 'single-mark' };
const doubleMark: FoldedGrapheme = { folded: '"', kind: 'plain' };
const ellipsis: FoldedGrapheme = { folded: '...', kind: 'plain' };

const characters: ReadonlyMap<string, FoldedGrapheme> = new Map<string, FoldedGrapheme>([
  ...[...spaces].map((char) => [char, space] as const),
  ['\r\n', space],
  ...[...dashes].map((char) => [char, dash] as const),
  ...[...singleMarks].map((char) => [char, singleMark] as const),
  ...[...doubleMarks].map((char) => [char, doubleMark] as const),
  ['\u2026', ellipsis],
]);

/**
 * What readers do not see: soft hyphens, zero-width spaces and joiners, byte order marks, marks of direction, variation
 * selectors. Emoji need their joiners; tags, which are invisible too, tell the flags of England and Scotland apart.
 */
const invisible =
  /[\u00ad\u061c\u200b\u200c\u200e\u200f\u202a-\u202e\u2060\u2066-\u206f\ufeff]|\u034f|[\u180b-\u180f]|[\ufe00-\ufe0f]|[\u{e0100}-\u{e01ef}]/gu;
const joiner = /\u200d/g;
const emoji = /\p{Extended_Pictographic}/u;

/** Ligatures and other shapes of letters that Unicode has beside the letters themselves (U+FB00–FDFF, U+FE70–FEFC). */
const shapes = /[\ufb00-\ufdff\ufe70-\ufefc]/g;

/** Takes a shape apart into its letters. A whole phrase stays, what stands on a space stays, and so does a currency. */
function lettersOf(shape: string): string {
  const letters = shape.normalize('NFKD');
  return letters.includes(' ') || shape === '\ufdfc' ? shape : letters;
}

/** What single UTF-16 units were found to fold to: there are few, and texts are made of them. */
const units = new Map<string, FoldedGrapheme>(characters);

/** Folds one grapheme. */
export function foldGrapheme(grapheme: string): FoldedGrapheme {
  let folded = units.get(grapheme);
  if (folded === undefined) {
    folded = foldAnew(grapheme);
    if (grapheme.length === 1) units.set(grapheme, folded);
  }
  return folded;
}

function foldAnew(grapheme: string): FoldedGrapheme {
  let folded = grapheme.replace(invisible, '');
  if (!emoji.test(folded)) folded = folded.replace(joiner, '');
  folded = folded.normalize('NFD').replace(shapes, lettersOf).normalize('NFD');
  return characters.get(folded) ?? { folded, kind: 'plain' };
}
