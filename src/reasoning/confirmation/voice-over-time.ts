import { earliestOn, isSurelyBeforeSome, type Moment } from '../time/moment.js';
import type { Weighed } from './decide.js';
import type { Evidence } from './evidence.js';

/** A moment from which on a piece of evidence counts, or no longer does. */
interface Turn {
  readonly at: number;
  readonly evidence: Evidence;
  readonly enters: boolean;
}

/** What one voice says, followed from one moment to the next: what `countingAt` says of each, without beginning anew. */
export interface VoiceOverTime {
  /** The moments at which something may change, in order. */
  readonly turns: readonly number[];
  /** Goes on to a moment, which must be later than the last. */
  advanceTo(at: number): void;
  /** What counts now and may settle something, one of each sort. */
  settling(): readonly Weighed[];
}

/** Starts to follow one voice, before anything was said. Linear, but for the sorting. */
export function followVoice(
  group: readonly Evidence[],
  weigh: (evidence: Evidence) => Weighed,
  floating: boolean,
): VoiceOverTime {
  const turns = turnsOf(group, floating);
  const live = new Set<Evidence>();
  const isLive = (evidence: Evidence): boolean => live.has(evidence);
  const starts = extremeOf(isLive, ({ asserted }) => asserted.earliest);
  const sorts = new Map<string, { readonly one: Weighed; readonly ends: Extremes; uncertain: number }>();
  const sortOf = new Map(group.map((evidence) => [evidence, settlingSort(weigh(evidence))]));

  const change = ({ evidence, enters }: Turn): void => {
    const { voice, asserted } = evidence;
    if (enters) live.add(evidence);
    else live.delete(evidence);
    if (enters && !voice.uncertain && !asserted.uncertain) starts.add(evidence);
    const settling = sortOf.get(evidence);
    if (settling === undefined) return;
    let sort = sorts.get(settling.key);
    if (sort === undefined) {
      sort = { one: settling.weighed, ends: extremeOf(isLive, (one) => one.asserted.latest), uncertain: 0 };
      sorts.set(settling.key, sort);
    }
    if (asserted.uncertain) sort.uncertain += enters ? 1 : -1;
    else if (enters) sort.ends.add(evidence);
  };

  let next = 0;
  return {
    turns: [...new Set(turns.map(({ at }) => at))],
    advanceTo(at) {
      for (let turn = turns[next]; turn !== undefined && turn.at <= at; turn = turns[++next]) change(turn);
    },
    settling() {
      const last = { fixed: starts.top(false), floating: starts.top(true) };
      const isHeard = (ends: Extremes): boolean =>
        [true, false].some((floats) => {
          const latest = ends.top(floats);
          return (
            latest !== Number.NEGATIVE_INFINITY &&
            !isSurelyBeforeSome({ earliest: latest, latest, floating: floats, uncertain: false }, last)
          );
        });
      return [...sorts.values()].flatMap(({ one, ends, uncertain }) =>
        uncertain > 0 || isHeard(ends) ? [one] : [],
      );
    },
  };
}

/** Evidence counts from when it may have been made until it may have been withdrawn. */
function turnsOf(group: readonly Evidence[], floating: boolean): readonly Turn[] {
  const earliest = (moment: Moment): number => earliestOn(moment, floating);
  return group
    .flatMap((evidence): readonly Turn[] => {
      const from = earliest(evidence.asserted);
      const to = evidence.withdrawn.reduce(
        (first, moment) => Math.min(first, earliest(moment)),
        Number.POSITIVE_INFINITY,
      );
      if (to <= from) return [];
      const enters = { at: from, evidence, enters: true };
      return to === Number.POSITIVE_INFINITY ? [enters] : [enters, { at: to, evidence, enters: false }];
    })
    .sort((a, b) => (a.at === b.at ? 0 : a.at < b.at ? -1 : 1));
}

/** Evidence of the same sort settles the same; what settles nothing is of none. */
function settlingSort(weighed: Weighed): { readonly key: string; readonly weighed: Weighed } | undefined {
  const { authority, parties, evidence } = weighed;
  const { stance, voices } = evidence;
  if (authority !== 'authoritative' || stance.stance === 'unconfirmed') return undefined;
  const key = JSON.stringify([
    stance.stance,
    stance.value ?? null,
    parties,
    voices.map((voice) => voice.key),
  ]);
  return { key, weighed };
}

/** The greatest number of live evidence, apart for what floats. */
interface Extremes {
  add(evidence: Evidence): void;
  /** Negative infinity where there is none. */
  top(floating: boolean): number;
}

function extremeOf(
  isLive: (evidence: Evidence) => boolean,
  scoreOf: (evidence: Evidence) => number,
): Extremes {
  const fixed: Evidence[] = [];
  const floating: Evidence[] = [];
  return {
    add: (evidence) => push(evidence.asserted.floating ? floating : fixed, evidence, scoreOf),
    top(floats) {
      const heap = floats ? floating : fixed;
      // what is no longer live is taken out when it comes to the top
      for (let first = heap[0]; first !== undefined; first = heap[0]) {
        if (isLive(first)) return scoreOf(first);
        pop(heap, scoreOf);
      }
      return Number.NEGATIVE_INFINITY;
    },
  };
}

/** Adds to a binary heap with the greatest first. */
function push<T>(heap: T[], item: T, scoreOf: (item: T) => number): void {
  heap.push(item);
  for (let at = heap.length - 1; at > 0; ) {
    const above = (at - 1) >> 1;
    if (scoreOf(heap[above] as T) >= scoreOf(item)) break;
    heap[at] = heap[above] as T;
    heap[above] = item;
    at = above;
  }
}

/** Takes the greatest out of a binary heap. */
function pop<T>(heap: T[], scoreOf: (item: T) => number): void {
  const item = heap.pop();
  if (item === undefined || heap.length === 0) return;
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && scoreOf(heap[below + 1] as T) > scoreOf(heap[below] as T)) below++;
    if (scoreOf(heap[below] as T) <= scoreOf(item)) break;
    heap[at] = heap[below] as T;
    at = below;
  }
  heap[at] = item;
}
