import type { FuzzyDateRelation } from '../../src/primitives/fuzzy-date/relate.js';
import { pointsOf, type Sample, type SamplePoint, type SampleRange } from './fuzzy-date-arbitrary.js';

// What two dates may turn out to be, by trying: every question is asked of every pair of what they may mean. All that
// matters of time is in which order things stand, so a few moments beside every boundary stand for all of it.

const HOUR = 3_600_000;
/** How much later and earlier in UTC a moment may be than a clock somewhere on Earth shows. */
const LATER = 12 * HOUR;
const EARLIER = 14 * HOUR;

/** One thing a date may turn out to be: an extent, or a moment as an extent without length. */
type World = readonly [start: number, end: number];

/** Where a moment lies, both ends inclusive. */
type Stretch = readonly [low: number, high: number];

/** Where the beginning of a period lies, then where its end does. */
type Period = readonly [beginning: Stretch, end: Stretch];

/** What a date may turn out to be, and which period its text names. */
interface Meaning {
  readonly worlds: readonly World[];
  readonly periods: readonly (readonly [low: number, high: number])[];
  readonly uncertain: boolean;
}

/** Answers of the oracle. */
export interface Verdict {
  readonly definitely: { readonly before: boolean; readonly within: boolean; readonly overlapping: boolean };
  readonly possibly: { readonly before: boolean; readonly within: boolean; readonly overlapping: boolean };
  /** Relations that hold in some pair of worlds. */
  readonly relations: ReadonlySet<FuzzyDateRelation>;
}

const isPoint = (part: unknown): part is SamplePoint => typeof part === 'object';

export function judge(a: Sample, b: Sample): Verdict {
  const floats = [...pointsOf(a), ...pointsOf(b)].some(({ fixed }) => fixed);
  const moments = momentsFor([...stretchesOf(a, floats), ...stretchesOf(b, floats)]);
  const [one, other] = [meaningOf(a, floats, moments), meaningOf(b, floats, moments)];
  const uncertain = one.uncertain || other.uncertain;
  const count = { before: 0, overlapping: 0, within: 0 };
  const relations = new Set<FuzzyDateRelation>();
  for (const [s, e] of one.worlds)
    for (const [t, f] of other.worlds) {
      if (e < t) count.before++;
      if (s <= f && t <= e) count.overlapping++;
    }
  for (const [s, e] of withLength(one.worlds))
    for (const [t, f] of withLength(other.worlds)) relations.add(relationOf(s, e, t, f));
  for (const [s, e] of one.worlds)
    for (const [low, high] of other.periods) if (s >= low && e <= high) count.within++;
  const pairs = one.worlds.length * other.worlds.length;
  const holds = (some: number, all: number) => [some === all && !uncertain, some > 0 || uncertain] as const;
  const before = holds(count.before, pairs);
  const overlapping = holds(count.overlapping, pairs);
  const inside = holds(count.within, one.worlds.length * other.periods.length);
  return {
    definitely: { before: before[0], within: inside[0], overlapping: overlapping[0] },
    possibly: { before: before[1], within: inside[1], overlapping: overlapping[1] },
    relations,
  };
}

/** Extents that end when they start are left out of Allen's relations, unless there are no others. */
function withLength(worlds: readonly World[]): readonly World[] {
  const long = worlds.filter(([start, end]) => start < end);
  return long.length > 0 ? long : worlds;
}

/** Where a point may lie, widened by what it may mean in UTC when it floats beside an instant. */
function stretchOf({ first, next, fixed }: SamplePoint, floats: boolean): Stretch {
  return floats && !fixed ? [first - EARLIER, next - 1 + LATER] : [first, next - 1];
}

/** Every stretch whose boundaries matter: where a point may lie, and the period that it surely names. */
function stretchesOf(sample: Sample, floats: boolean): Stretch[] {
  return pointsOf(sample).flatMap((point): Stretch[] => {
    const stretch = stretchOf(point, floats);
    const surely: Stretch = [point.first + LATER, point.next - 1 - EARLIER];
    return floats && !point.fixed ? [stretch, surely] : [stretch];
  });
}

/** The boundaries and what lies right beside them, so that four things can follow each other between any two. */
function momentsFor(stretches: readonly Stretch[]): number[] {
  const near = stretches.flatMap(([low, high]) => [low, low + 1, low + 2, high - 2, high - 1, high]);
  const [first, last] = [Math.min(0, ...near) - 1e12, Math.max(0, ...near) + 1e12];
  return [...new Set([first, first + 1, ...near, last - 1, last])].sort((x, y) => x - y);
}

function meaningOf(sample: Sample, floats: boolean, moments: readonly number[]): Meaning {
  const inside = ([low, high]: Stretch): number[] =>
    [-Infinity, ...moments, Infinity].filter((moment) => moment >= low && moment <= high);
  const uncertain = pointsOf(sample).some((point) => point.uncertain);
  if (sample.edges !== undefined) {
    const [start, end] = sample.edges;
    const worlds = inside(edgeOf(start, -Infinity, floats)).flatMap((s) =>
      inside(edgeOf(end, Infinity, floats))
        .filter((e) => s <= e)
        .map((e): World => [s, e]),
    );
    return { worlds, periods: periodsOf(beginningOf(start, floats), endOf(end, floats), inside), uncertain };
  }
  const members = sample.members ?? [];
  return {
    worlds: members
      .flatMap((member) => inside(memberOf(member, floats)))
      .map((moment): World => [moment, moment]),
    periods: members.flatMap((member) => {
      const stretch = memberOf(member, floats);
      const [beginning, end]: Period =
        isVague(member) || 'from' in member
          ? [stretch, stretch]
          : [beginningOf(member, floats), endOf(member, floats)];
      return periodsOf(beginning, end, inside);
    }),
    uncertain,
  };
}

const isVague = (member: SamplePoint | SampleRange): boolean => 'from' in member || member.vague;

function memberOf(member: SamplePoint | SampleRange, floats: boolean): Stretch {
  if (!('from' in member)) return stretchOf(member, floats);
  return [
    member.from === 'open' ? -Infinity : stretchOf(member.from, floats)[0],
    member.to === 'open' ? Infinity : stretchOf(member.to, floats)[1],
  ];
}

function edgeOf(edge: SamplePoint | 'open' | 'unknown', open: number, floats: boolean): Stretch {
  if (isPoint(edge)) return stretchOf(edge, floats);
  return edge === 'open' ? [open, open] : [-Infinity, Infinity];
}

/** Where the period that a text names may begin: at its first moment, which floats when the text does. */
function beginningOf(edge: SamplePoint | 'open' | 'unknown', floats: boolean): Stretch {
  if (!isPoint(edge)) return edgeOf(edge, -Infinity, floats);
  if (edge.vague) return stretchOf(edge, floats);
  return stretchOf({ ...edge, next: edge.first + 1 }, floats);
}

function endOf(edge: SamplePoint | 'open' | 'unknown', floats: boolean): Stretch {
  if (!isPoint(edge)) return edgeOf(edge, Infinity, floats);
  if (edge.vague) return stretchOf(edge, floats);
  return stretchOf({ ...edge, first: edge.next - 1 }, floats);
}

function periodsOf(
  beginning: Stretch,
  end: Stretch,
  inside: (stretch: Stretch) => number[],
): (readonly [number, number])[] {
  // A period that may begin after it ends holds nothing for sure.
  return inside(beginning).flatMap((low) =>
    inside(end).map((high): readonly [number, number] => [low, high]),
  );
}

/** Allen's relation between two extents; a moment is an extent whose ends are the same. */
function relationOf(s: number, e: number, t: number, f: number): FuzzyDateRelation {
  if (e < t) return 'before';
  if (f < s) return 'after';
  if (s === t && e === f) return 'equals';
  if (s === t) return e < f ? 'starts' : 'started-by';
  if (e === f) return s > t ? 'finishes' : 'finished-by';
  if (e === t) return 'meets';
  if (f === s) return 'met-by';
  if (s > t && e < f) return 'during';
  if (s < t && e > f) return 'contains';
  return s < t ? 'overlaps' : 'overlapped-by';
}
