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

/** Facts that are gone through one by one, as often as is wanted, and need not be in memory together. */
export interface FactList<T extends RecordType = RecordType> extends Iterable<RecordFacts<T>> {
  flatMap<U>(make: (one: RecordFacts<T>) => U | readonly U[]): U[];
  filter(test: (one: RecordFacts<T>) => unknown): RecordFacts<T>[];
  every(test: (one: RecordFacts<T>) => unknown): boolean;
}

/**
 * The facts of all records, arranged for judging. Nothing in it depends on the order in which they came. One record may
 * be another object each time it is asked for: `record` says whether two are the same. References are to be had from
 * `references` and `stray` alone.
 */
export interface Facts {
  /** How many records have an id. */
  readonly named: number;
  /** The records that have an id, the one with the smallest number first. */
  holders(id: string): readonly RecordFacts[];
  /** The records that share their id with others, by ids, in the order of the first that shares it. */
  shared(): Iterable<readonly RecordFacts[]>;
  /** The ids of records of some types, each once, in the order of the first of these that has it. */
  ids(types: readonly RecordType[]): Iterable<string>;
  /**
   * The records of a type that have one of some parts, by their numbers; where none is named, those that have any part
   * or something spoiled. Name them: other records are passed by without being read.
   */
  records<T extends RecordType>(type: T, ...keys: readonly (keyof RecordParts<T>)[]): FactList<T>;
  /** The records of a type of which something is spoiled, by their numbers. */
  spoiled<T extends RecordType>(type: T): FactList<T>;
  /** The first record of a type that has an id. */
  find<T extends RecordType>(type: T, id: string | undefined): RecordFacts<T> | undefined;
  /** The number of that record, found without reading the record. */
  number(type: RecordType, id: string): number | undefined;
  /** Whether a record has an id, and no other of its type has it before: others only ever speak of such. */
  isFirst(one: RecordFacts): boolean;
  /** Calls `found` for every reference in a record. */
  references(record: number, found: (to: string, targets: readonly RecordType[]) => void): void;
  /**
   * The references that lead to no record of a type that may stand there, by the numbers of their records; not those to
   * an id that only records have which exist elsewhere.
   */
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

/** Arranges facts that are in memory for judging; they may come in any order. */
export function arrangeFacts(facts: Iterable<RecordFacts>, knownIds: Iterable<string> = []): Facts {
  const all = [...facts].sort((a, b) => a.record - b.record);
  const known = new Set(knownIds);
  const byNumber = new Map(all.map((one) => [one.record, one]));
  const byId = new Map<string, RecordFacts[]>();
  const byType = new Map<RecordType, RecordFacts[]>();
  for (const one of all) {
    if (one.spoiled !== undefined || Object.keys(one.parts).length > 0) addTo(byType, one.type, one);
    if (one.id !== undefined) addTo(byId, one.id, one);
  }
  const holders = (id: string): readonly RecordFacts[] => byId.get(id) ?? [];
  const number = (type: RecordType, id: string): number | undefined =>
    holders(id).find((one) => one.type === type)?.record;
  const leads = (to: string, targets: readonly RecordType[]): boolean => {
    const same = byId.get(to);
    return same === undefined ? known.has(to) : same.some(({ type }) => targets.includes(type));
  };
  return {
    named: all.filter(({ id }) => id !== undefined).length,
    holders,
    shared: () => [...byId.values()].filter((same) => same.length > 1),
    *ids(types) {
      for (const one of all) {
        const first = one.id !== undefined && holders(one.id).find(({ type }) => types.includes(type));
        if (first === one) yield one.id as string;
      }
    },
    records: <T extends RecordType>(type: T, ...keys: readonly (keyof RecordParts<T>)[]) => {
      const all = (byType.get(type) ?? []) as unknown as RecordFacts<T>[];
      return keys.length === 0
        ? all
        : all.filter(({ parts }) => keys.some((key) => parts[key] !== undefined));
    },
    spoiled: <T extends RecordType>(type: T) =>
      (byType.get(type) ?? []).filter(({ spoiled }) => spoiled !== undefined) as unknown as RecordFacts<T>[],
    find: <T extends RecordType>(type: T, id: string | undefined) =>
      id === undefined
        ? undefined
        : (holders(id).find((one) => one.type === type) as unknown as RecordFacts<T> | undefined),
    number,
    isFirst: ({ type, id, record }) => id !== undefined && number(type, id) === record,
    references(record, found) {
      eachReference(byNumber.get(record)!, (to, { targets }) => found(to, targets));
    },
    *stray() {
      for (const one of all) {
        const stray: ReferenceFact[] = [];
        eachReference(one, (to, field, indexes) => {
          if (leads(to, field.targets)) return;
          const path = pathOfReference(field, indexes);
          stray.push({ record: one.record, to, targets: field.targets, path });
        });
        yield* stray;
      }
    },
    isKnown: (id) => known.has(id),
  };
}

function addTo<Key>(lists: Map<Key, RecordFacts[]>, key: Key, one: RecordFacts): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [one]);
  else list.push(one);
}
