import { pathOfReference, type ReferenceField, referenceFieldsOf } from '../dataset/references.js';
import type { Path } from '../finding/finding.js';
import type { RecordType } from '../vocabulary/record-type.js';
import type { RecordParts } from './record-parts.js';

/**
 * What the dataset rules need of one record: plain JSON without the record itself, so that it may travel between
 * files, workers and machines, one a line.
 */
export interface RecordFacts<T extends RecordType = RecordType> {
  /** The number of the record in the order of collection: all that is to be changed when facts are put together. */
  readonly record: number;
  readonly type: T;
  /** Absent where the record has no usable one. */
  readonly id?: string | undefined;
  /**
   * What it refers to: for each reference the number of its field, its indexes and the id that it names. Absent where
   * there is nothing.
   */
  readonly references?: readonly (number | string)[] | undefined;
  /** The parts that rules read. */
  readonly parts: RecordParts<T>;
  /** The keys that are left out of `parts` because they are wrong. Absent where there are none. */
  readonly spoiled?: readonly string[] | undefined;
}

/** A reference, and the record it stands in. */
export interface ReferenceFact {
  readonly record: number;
  readonly to: string;
  readonly targets: readonly RecordType[];
  readonly path: Path;
}

/** The facts of all records, arranged for judging. Nothing in it depends on the order in which they came. */
export interface Facts {
  /** The records that have an id, the one with the smallest number first. */
  holders(id: string): readonly RecordFacts[];
  /** Every id that a record has, once, in no particular order. */
  ids(): Iterable<string>;
  /** The records of a type, by their numbers. */
  records<T extends RecordType>(type: T): readonly RecordFacts<T>[];
  /** The first record of a type that has an id. */
  find<T extends RecordType>(type: T, id: string | undefined): RecordFacts<T> | undefined;
  /** The references that lead to no record of a type that may stand there, by the numbers of their records. */
  stray(): Iterable<ReferenceFact>;
  /** Whether a record that exists elsewhere, of whatever type, has the id. */
  isKnown(id: string): boolean;
}

/** Calls `found` for every reference among facts. `indexes` is good until the next call. */
export function eachReference(
  { type, references = [] }: RecordFacts,
  found: (to: string, field: ReferenceField, indexes: readonly number[]) => void,
): void {
  const fields = referenceFieldsOf(type);
  for (let at = 0; at < references.length; ) {
    const field = fields[references[at] as number]!;
    const indexes = references.slice(at + 1, at + 1 + field.depth) as number[];
    found(references[at + 1 + field.depth] as string, field, indexes);
    at += field.depth + 2;
  }
}

/** Arranges facts for judging; they may come in any order. */
export function arrangeFacts(facts: Iterable<RecordFacts>, knownIds: Iterable<string> = []): Facts {
  const all = [...facts].sort((a, b) => a.record - b.record);
  const known = new Set(knownIds);
  const byId = new Map<string, RecordFacts | RecordFacts[]>();
  const byType = new Map<RecordType, RecordFacts[]>();
  for (const one of all) {
    const alike = byType.get(one.type);
    if (alike === undefined) byType.set(one.type, [one]);
    else alike.push(one);
    if (one.id === undefined) continue;
    const same = byId.get(one.id);
    if (same === undefined) byId.set(one.id, one);
    else if (Array.isArray(same)) same.push(one);
    else byId.set(one.id, [same, one]);
  }
  const holders = (id: string): readonly RecordFacts[] => {
    const same = byId.get(id);
    return same === undefined ? [] : Array.isArray(same) ? same : [same];
  };
  const leads = (to: string, targets: readonly RecordType[]): boolean => {
    const same = byId.get(to);
    if (same === undefined) return false;
    return Array.isArray(same)
      ? same.some(({ type }) => targets.includes(type))
      : targets.includes(same.type);
  };
  return {
    holders,
    ids: () => byId.keys(),
    records: <T extends RecordType>(type: T) => (byType.get(type) ?? []) as unknown as RecordFacts<T>[],
    find: <T extends RecordType>(type: T, id: string | undefined) =>
      id === undefined
        ? undefined
        : (holders(id).find((one) => one.type === type) as unknown as RecordFacts<T> | undefined),
    stray: () => {
      const stray: ReferenceFact[] = [];
      for (const one of all) {
        eachReference(one, (to, field, indexes) => {
          if (leads(to, field.targets)) return;
          stray.push({
            record: one.record,
            to,
            targets: field.targets,
            path: pathOfReference(field, indexes),
          });
        });
      }
      return stray;
    },
    isKnown: (id) => known.has(id),
  };
}
