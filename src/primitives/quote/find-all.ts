/** How much of a quote is looked for by the platform, whose search can go quadratic in the length. */
const HEAD = 32;

/** How many units per unit of text and quote are compared before a search begins that never looks back. */
const PATIENCE = 4;

/**
 * Finds every place of `words` in a text, overlapping ones too: UTF-16 offsets, ascending. Takes time in proportion to
 * the length of both, whatever they are. Empty words are nowhere.
 */
export function findAll(text: string, words: string): readonly number[] {
  const found: number[] = [];
  if (words === '') return found;
  const head = words.slice(0, HEAD);
  let budget = PATIENCE * (text.length + words.length);
  for (let at = text.indexOf(head); at !== -1; at = text.indexOf(head, at + 1)) {
    if (at + words.length > text.length) break;
    if (words.length > HEAD) {
      budget -= words.length;
      if (budget < 0) return findLinearly(text, words);
      if (!text.startsWith(words, at)) continue;
    }
    found.push(at);
  }
  return found;
}

/** The same by the algorithm of Knuth, Morris and Pratt. */
function findLinearly(text: string, words: string): readonly number[] {
  const last = words.length - 1;
  /** By unit of the words: how many units before it, that one included, begin the words again. */
  const borders = new Uint32Array(words.length);
  for (let i = 1, matched = 0; i <= last; i++) {
    while (matched > 0 && words.charCodeAt(i) !== words.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (words.charCodeAt(i) === words.charCodeAt(matched)) matched++;
    borders[i] = matched;
  }
  const found: number[] = [];
  for (let at = 0, matched = 0; at < text.length; at++) {
    while (matched > 0 && text.charCodeAt(at) !== words.charCodeAt(matched)) matched = borders[matched - 1]!;
    if (text.charCodeAt(at) === words.charCodeAt(matched)) matched++;
    if (matched > last) {
      found.push(at - last);
      matched = borders[last]!;
    }
  }
  return found;
}
