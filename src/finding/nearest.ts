/**
 * Finds the name that was most likely meant: the nearest of `known` by edit distance with adjacent swaps
 * (optimal string alignment), ignoring case, hyphens and underscores, when it is near enough to be worth saying.
 *
 * The distance allowed is one for names of up to 3 UTF-16 code units, two up to 7, and a third of the length
 * (5 at most) beyond; ties go to the first of `known`, or to the least as texts are compared.
 */
export function nearest(
  wrong: string,
  known: Iterable<string>,
  ties: 'first' | 'least' = 'first',
): string | undefined {
  const folded = fold(wrong);
  if (folded.length === 0 || folded.length > LONGEST) return undefined;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const name of known) {
    if (name === wrong) continue;
    const other = fold(name);
    const limit = Math.min(
      allowed(Math.max(folded.length, other.length)),
      ties === 'first' ? bestDistance - 1 : bestDistance,
    );
    if (limit < 0) break;
    if (Math.abs(other.length - folded.length) > limit) continue;
    const distance = alignmentDistance(folded, other, limit);
    if (distance <= limit && (distance < bestDistance || name < best!)) {
      best = name;
      bestDistance = distance;
    }
  }
  return best;
}

/**
 * Tells whether one name is another with a slip of the finger: equal but for case, hyphens and underscores, or at a
 * distance of one from four UTF-16 code units on, of two from eight on.
 */
export function isSlipOf(wrong: string, name: string): boolean {
  const [a, b] = [fold(wrong), fold(name)];
  if (a === '' || a.length > LONGEST) return false;
  const longer = Math.max(a.length, b.length);
  const limit = longer < 4 ? 0 : longer < 8 ? 1 : 2;
  return Math.abs(a.length - b.length) <= limit && alignmentDistance(a, b, limit) <= limit;
}

/** The only one of `words` that is equal to `word` but for case, hyphens and underscores; `undefined` where none is. */
export function sameWord(word: string, words: readonly string[]): string | undefined {
  const folded = fold(word);
  const [same, ...more] = words.filter((other) => fold(other) === folded);
  return more.length === 0 ? same : undefined;
}

/** Longer names are no typing mistakes of each other that anybody could judge, and cost quadratic time. */
const LONGEST = 256;

const allowed = (length: number): number =>
  length <= 3 ? 1 : length <= 7 ? 2 : Math.min(5, Math.floor(length / 3));

const fold = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '');

/** The optimal string alignment distance, or any number above `limit` as soon as it must exceed that. */
function alignmentDistance(a: string, b: string, limit: number): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let cost = Math.min(last[j]! + 1, current[j - 1]! + 1, last[j - 1]! + (same ? 0 : 1));
      const swapped =
        i > 1 &&
        j > 1 &&
        a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
        a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) cost = Math.min(cost, beforeLast[j - 2]! + 1);
      current.push(cost);
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
