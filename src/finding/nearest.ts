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
  const search = searchFor(wrong, ties);
  for (const name of known) if (!search.compare(name, fold(name))) break;
  return search.best();
}

/**
 * Finds for each of several names the {@link nearest} of the same `known`, which are gone through once; ties go to the
 * least as texts are compared.
 */
export function nearestOfEach(
  wrong: readonly string[],
  known: Iterable<string>,
): readonly (string | undefined)[] {
  const searches = wrong.map((name) => searchFor(name, 'least'));
  for (const name of known) {
    const folded = fold(name);
    for (const { compare } of searches) compare(name, folded);
  }
  return searches.map(({ best }) => best());
}

interface Search {
  /** Looks at one more name; `false` says that no other can be nearer. */
  readonly compare: (name: string, folded: string) => boolean;
  readonly best: () => string | undefined;
}

function searchFor(wrong: string, ties: 'first' | 'least'): Search {
  const own = fold(wrong);
  const hopeless = own.length === 0 || own.length > LONGEST;
  let best: string | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  return {
    compare(name, folded) {
      if (hopeless) return false;
      if (name === wrong) return true;
      const limit = Math.min(
        allowed(Math.max(own.length, folded.length)),
        ties === 'first' ? bestDistance - 1 : bestDistance,
      );
      if (limit < 0) return false;
      if (Math.abs(folded.length - own.length) > limit) return true;
      const distance = alignmentDistance(own, folded, limit);
      if (distance <= limit && (distance < bestDistance || name < best!)) {
        best = name;
        bestDistance = distance;
      }
      return true;
    },
    best: () => best,
  };
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

/** Rows of distances, the last three of them: texts are compared by the million where an id is wrong. */
const rows = [0, 1, 2].map(() => new Uint16Array(LONGEST + 8));

/** The optimal string alignment distance, or any number above `limit` as soon as it must exceed that. */
function alignmentDistance(a: string, b: string, limit: number): number {
  let [from, aEnd, bEnd] = [0, a.length, b.length];
  while (from < aEnd && from < bEnd && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  while (aEnd > from && bEnd > from && a.charCodeAt(aEnd - 1) === b.charCodeAt(bEnd - 1)) {
    aEnd--;
    bEnd--;
  }
  const [height, width] = [aEnd - from, bEnd - from];
  if (height === 0 || width === 0) return height + width;
  let [beforeLast, last, current] = rows as [Uint16Array, Uint16Array, Uint16Array];
  for (let j = 0; j <= width; j++) last[j] = j;
  for (let i = 1; i <= height; i++) {
    const one = a.charCodeAt(from + i - 1);
    // what is further from the diagonal than the limit is further away than that
    const first = Math.max(1, i - limit);
    const end = Math.min(width, i + limit);
    current[first - 1] = first === 1 ? i : limit + 1;
    let least = current[first - 1]!;
    for (let j = first; j <= end; j++) {
      const other = b.charCodeAt(from + j - 1);
      let cost = last[j - 1]! + (one === other ? 0 : 1);
      const above = j < i + limit ? last[j]! + 1 : limit + 1;
      if (above < cost) cost = above;
      const left = current[j - 1]! + 1;
      if (left < cost) cost = left;
      if (
        i > 1 &&
        j > 1 &&
        one === b.charCodeAt(from + j - 2) &&
        a.charCodeAt(from + i - 2) === other &&
        beforeLast[j - 2]! + 1 < cost
      )
        cost = beforeLast[j - 2]! + 1;
      current[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > limit) return limit + 1;
    [beforeLast, last, current] = [last, current, beforeLast];
  }
  return last[width]!;
}
