import { isPlainObject } from '../schema/cross-field.js';
import { type RecordType, recordTypes } from '../vocabulary/record-type.js';
import type { AtHand, IsSettled, Settles } from './at-hand.js';
import { NO_PARTS, type RecordParts } from './record-parts.js';

/**
 * Which parts of which records a rule reads: keys joined by `.`, with `*` for every item of a list, such as
 * `attribution.*.sourceIds`. A path that ends at an object or a list takes it whole.
 */
export type Reads = { readonly [T in RecordType]?: readonly string[] };

/** Who reads, and what of that it can settle at once. */
export interface Reader {
  readonly reads: Reads;
  readonly settles?: Settles | undefined;
}

/**
 * Takes the parts that are read out of a record of one type. Without what is at hand beside the record nothing is
 * settled.
 */
export type Projection = (record: Readonly<Record<string, unknown>>, atHand?: AtHand) => RecordParts;

/** What is taken of a value: all of it, all unless it is settled, the items of a list, or some keys of an object. */
type Step =
  | 'whole'
  | { readonly unless: readonly IsSettled[] }
  | { readonly items: Step; readonly settles: boolean }
  | { readonly keys: readonly string[]; readonly below: readonly Step[] };

/** What is left of a path, and how its end is settled. */
interface Way {
  readonly path: readonly string[];
  readonly settled: IsSettled | undefined;
}

/** Puts together what several rules read, so that each part is taken once, and left out if it is settled for all. */
export function projectionsOf(readers: Iterable<Reader>): Readonly<Record<RecordType, Projection>> {
  const all = [...readers];
  const projection = (type: RecordType): Projection => {
    const ways = all.flatMap(({ reads, settles }) =>
      (reads[type] ?? []).map((path): Way => ({ path: path.split('.'), settled: settles?.[type]?.[path] })),
    );
    if (ways.length === 0) return () => NO_PARTS;
    const step = stepFor(ways);
    return (record, atHand) => (partOf(record, step, atHand) as RecordParts | undefined) ?? NO_PARTS;
  };
  return Object.fromEntries(recordTypes.map((type) => [type, projection(type)])) as Record<
    RecordType,
    Projection
  >;
}

function stepFor(ways: readonly Way[]): Step {
  if (ways.some(({ path }) => path.length === 0)) {
    const unless = ways.map(({ path, settled }) => (path.length === 0 ? settled : undefined));
    return unless.includes(undefined) ? 'whole' : { unless: [...new Set(unless as IsSettled[])] };
  }
  const below = new Map<string, Way[]>();
  for (const { path, settled } of ways) {
    const [key = '', ...rest] = path;
    const way = { path: rest, settled };
    const known = below.get(key);
    if (known === undefined) below.set(key, [way]);
    else known.push(way);
  }
  const items = below.get('*');
  if (items !== undefined) {
    return { items: stepFor(items), settles: items.some(({ settled }) => settled !== undefined) };
  }
  return { keys: [...below.keys()], below: [...below.values()].map(stepFor) };
}

function isSettledFor(all: readonly IsSettled[], part: unknown, atHand: AtHand): boolean {
  for (const settled of all) if (!settled(part, atHand)) return false;
  return true;
}

function partOf(value: unknown, step: Step, atHand: AtHand | undefined): unknown {
  if (step === 'whole') return value;
  if ('unless' in step) {
    return atHand !== undefined && isSettledFor(step.unless, value, atHand) ? undefined : value;
  }
  if ('items' in step) {
    if (!Array.isArray(value)) return undefined;
    // Every item keeps its place, so that paths into the parts are paths into the record.
    const items: unknown[] = [];
    let isSettled = step.settles && value.length > 0;
    for (const item of value) {
      const part = partOf(item, step.items, atHand);
      if (part !== undefined) isSettled = false;
      items.push(part ?? NO_PARTS);
    }
    return isSettled ? undefined : items;
  }
  if (!isPlainObject(value)) return undefined;
  let parts: Record<string, unknown> | undefined;
  const { keys, below } = step;
  for (let index = 0; index < keys.length; index++) {
    const key = keys[index]!;
    const inner = value[key];
    if (inner === undefined) continue;
    const part = partOf(inner, below[index]!, atHand);
    if (part === undefined) continue;
    parts ??= {};
    parts[key] = part;
  }
  return parts;
}
