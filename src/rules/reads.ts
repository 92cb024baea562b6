import { isPlainObject } from '../schema/cross-field.js';
import { type RecordType, recordTypes } from '../vocabulary/record-type.js';
import { NO_PARTS, type RecordParts } from './record-parts.js';

/**
 * Which parts of which records a rule reads: keys joined by `.`, with `*` for every item of a list, such as
 * `attribution.*.sourceIds`. A path that ends at an object or a list takes it whole.
 */
export type Reads = { readonly [T in RecordType]?: readonly string[] };

/** Takes the parts that are read out of a record of one type. */
export type Projection = (record: Readonly<Record<string, unknown>>) => RecordParts;

/** What is taken of a value: all of it, the items of a list, or some keys of an object. */
type Step = 'whole' | { readonly items: Step } | { readonly keys: readonly (readonly [string, Step])[] };

/** Puts together what several rules read, so that each part is taken once. */
export function projectionsOf(readers: Iterable<Reads>): Readonly<Record<RecordType, Projection>> {
  const all = [...readers];
  const projection = (type: RecordType): Projection => {
    const paths = all.flatMap((reads) => (reads[type] ?? []).map((path) => path.split('.')));
    if (paths.length === 0) return () => NO_PARTS;
    const step = stepFor(paths);
    return (record) => (partOf(record, step) as RecordParts | undefined) ?? NO_PARTS;
  };
  return Object.fromEntries(recordTypes.map((type) => [type, projection(type)])) as Record<
    RecordType,
    Projection
  >;
}

function stepFor(paths: readonly (readonly string[])[]): Step {
  if (paths.some((path) => path.length === 0)) return 'whole';
  const below = new Map<string, (readonly string[])[]>();
  for (const [key = '', ...rest] of paths) {
    const known = below.get(key);
    if (known === undefined) below.set(key, [rest]);
    else known.push(rest);
  }
  const items = below.get('*');
  if (items !== undefined) return { items: stepFor(items) };
  return { keys: [...below].map(([key, rests]) => [key, stepFor(rests)] as const) };
}

function partOf(value: unknown, step: Step): unknown {
  if (step === 'whole') return value;
  if ('items' in step) {
    if (!Array.isArray(value)) return undefined;
    // Every item keeps its place, so that paths into the parts are paths into the record.
    return value.map((item) => partOf(item, step.items) ?? NO_PARTS);
  }
  if (!isPlainObject(value)) return undefined;
  let parts: Record<string, unknown> | undefined;
  for (const [key, below] of step.keys) {
    const inner = value[key];
    if (inner === undefined) continue;
    const part = partOf(inner, below);
    if (part === undefined) continue;
    parts ??= {};
    parts[key] = part;
  }
  return parts;
}
