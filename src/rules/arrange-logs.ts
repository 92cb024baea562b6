import { addressAt, type ByteReader, createByteLog, createReader, PIECE, seek } from '../bytes/byte-log.js';
import { pathOfReference, referenceFieldsOf } from '../dataset/references.js';
import type { RecordType } from '../vocabulary/record-type.js';
import { factList } from './fact-list.js';
import type { FactLog } from './fact-log.js';
import { storeOf } from './fact-log.js';
import type { Facts, RecordFacts, ReferenceFact } from './facts.js';
import { lastUpTo } from './last-up-to.js';
import {
  ANY_KEY,
  BLOCK,
  BLOCK_REFERENCES,
  bitsOfKeys,
  blockHas,
  clearMarks,
  createEntryReader,
  type EntryReader,
  enterBlock,
  type FactStore,
  HAS_REST,
  hasKeys,
  ID_BITS,
  idIn,
  idsOfBlock,
  NEW_ID,
  nextEntry,
  readIdAddress,
  readReferences,
  readRest,
  SPOILED,
  skipEntry,
  skipReferences,
  skipRest,
  TYPE_BITS,
  toEntry,
  typeNumbers,
  typeOf,
} from './log/fact-store.js';
import {
  ELSEWHERE,
  holderAt,
  isReferredAt,
  isSharedAt,
  numberAt,
  SHARED,
  setHolder,
  setNumber,
  skipId,
  writeId,
} from './log/id-cells.js';
import { eachId, type IdPool, internId } from './log/id-pool.js';
import { addId, createIdTable, findId, hashId, type IdTable } from './log/id-table.js';

/** How many bytes of facts are kept as objects, once they were read; what is beyond is read each time. */
const MOST_KEPT = 32_000_000;
/** About what an object takes, and what it takes more for each byte that it was read from. */
const KEPT_FOR_ITSELF = 300;
const KEPT_FOR_A_BYTE = 6;

/** How many references that lead nowhere are kept, once they were found. */
const MOST_STRAYS = 10_000;

/** The logs that are arranged, with their ids and records numbered through. */
interface Logs {
  readonly stores: readonly FactStore[];
  /** The number of the first record of each log. */
  readonly firsts: readonly number[];
  /** The pieces of the ids of all logs: an address in them is an address in that of one plus where its pieces begin. */
  readonly pieces: readonly Uint8Array[];
  /** The address at which the ids of each log begin. */
  readonly starts: readonly number[];
}

/** Who has which id. */
interface Holders {
  /** Finds the ids that records have, and maybe others. */
  readonly table: IdTable;
  /** Of each id that several records have, by its address: their numbers. */
  readonly shared: ReadonlyMap<number, number[]>;
  /** Where an id stands first, by the address where it stands again. */
  readonly elsewhere: ReadonlyMap<number, number>;
}

/**
 * Arranges the facts of several logs for judging, numbered through in their order. The logs belong to it from then on:
 * nothing may be added to them while it is used, and each may be in one arrangement at a time.
 */
export function arrangeLogs(logs: readonly FactLog[], knownIds: Iterable<string> = []): Facts {
  const all = putTogether(logs.map(storeOf));
  const holders = findHolders(all);
  const known = createIdSet(knownIds);
  const { stores, firsts, pieces } = all;
  const scratch = createByteLog();
  const cell = createReader();

  /** The address of an id that some record has; -1 where none has. */
  const held = (id: string): number => {
    const end = writeId(scratch, id, 0);
    const { bytes, at } = scratch;
    const address = findId(holders.table, hashId(holders.table, bytes, at, end), pieces, bytes, at, end);
    if (address < 0) return -1;
    seek(cell, pieces, address);
    return holderAt(cell.bytes, cell.at) === 0 ? -1 : address;
  };

  const recordsAt = (address: number): readonly number[] =>
    holders.shared.get(address) ?? [recordAt(all, address)];

  const numberOf = (type: RecordType, id: string): number | undefined => {
    const address = held(id);
    if (address < 0) return undefined;
    const same = holders.shared.get(address);
    if (same !== undefined) return same.find((one) => typeOfRecord(one) === type);
    return holderAt(cell.bytes, cell.at) === typeNumbers[type] ? recordAt(all, address) : undefined;
  };

  const entry = createEntryReader();
  const kept = new Map<number, RecordFacts>();
  let room = MOST_KEPT;

  /** Reads an entry after its header. */
  const read = (store: FactStore, first: number, reader: EntryReader): RecordFacts => {
    const record = first + reader.index;
    const known = kept.get(record);
    if (known !== undefined) {
      skipEntry(reader);
      return known;
    }
    const start = reader.at.at;
    const address = readIdAddress(reader);
    skipReferences(reader);
    const facts: { -readonly [Key in keyof RecordFacts]: RecordFacts[Key] } = {
      record,
      type: typeOf(reader.header & TYPE_BITS),
      ...readRest(store, reader),
    };
    if (address >= 0) facts.id = idIn(store.ids.pieces, address);
    const takes = KEPT_FOR_ITSELF + KEPT_FOR_A_BYTE * (reader.at.at - start);
    if ((reader.header & HAS_REST) !== 0 && takes <= room) {
      room -= takes;
      kept.set(record, facts);
    }
    return facts;
  };

  const factsOf = (record: number): RecordFacts => {
    const known = kept.get(record);
    if (known !== undefined) return known;
    const log = lastUpTo(firsts, record);
    const store = stores[log]!;
    toEntry(store, entry, record - firsts[log]!);
    return read(store, firsts[log]!, entry);
  };

  const typeOfRecord = (record: number): RecordType => {
    const log = lastUpTo(firsts, record);
    toEntry(stores[log]!, entry, record - firsts[log]!);
    return typeOf(entry.header & TYPE_BITS);
  };

  /** The records of a type whose rest has one of some bits, which depend on the log. */
  const recordsWith = <T extends RecordType>(type: T, bitsIn: (store: FactStore) => number) =>
    factList<T>(function* () {
      const number = typeNumbers[type];
      const reader = createEntryReader();
      for (const [log, store] of stores.entries()) {
        const bits = bitsIn(store);
        if (bits === 0) continue;
        for (let block = 0; block * BLOCK < store.count; block++) {
          if ((blockHas(store, block) & (1 << (number - 1))) === 0) continue;
          enterBlock(store, reader, block);
          const end = Math.min(store.count, (block + 1) * BLOCK);
          for (let index = block * BLOCK; index < end; index++) {
            nextEntry(store, reader);
            if ((reader.header & TYPE_BITS) !== number) {
              skipEntry(reader);
              continue;
            }
            const start = reader.at.at;
            if ((reader.header & ID_BITS) !== NEW_ID) readIdAddress(reader);
            skipReferences(reader);
            if (hasKeys(reader, bits)) {
              reader.at.at = start;
              yield read(store, firsts[log]!, reader) as unknown as RecordFacts<T>;
            } else skipRest(reader);
          }
        }
      }
    });

  /** Moves to where an id stands first that stands at an address of all logs. */
  const toFirst = (address: number): number => {
    seek(cell, pieces, address);
    if (holderAt(cell.bytes, cell.at) !== ELSEWHERE) return address;
    const first = isReferredAt(cell.bytes, cell.at)
      ? numberAt(cell.bytes, cell.at)
      : holders.elsewhere.get(address)!;
    seek(cell, pieces, first);
    return first;
  };

  /** The numbers of the records that have an id, where they are several. */
  const sharedAt = (address: number): readonly number[] | undefined => {
    const first = toFirst(address);
    return isSharedAt(cell.bytes, cell.at) ? holders.shared.get(first) : undefined;
  };

  /** Whether an id is that of a record of one of some types, told by their bits, or of one that is elsewhere. */
  const leads = (address: number, types: number): boolean => {
    const same = sharedAt(address);
    const holder = holderAt(cell.bytes, cell.at);
    if (holder === 0) return known.hasAt(cell);
    if ((types & (1 << holder)) !== 0) return true;
    return same?.some((record) => (types & (1 << typeNumbers[typeOfRecord(record)])) !== 0) === true;
  };

  /** The references that lead nowhere, once all were looked at, if they are few: who asks next need not look again. */
  let strays: readonly ReferenceFact[] | undefined;

  function* stray(): Generator<ReferenceFact, void, undefined> {
    if (strays !== undefined) {
      yield* strays;
      return;
    }
    const few: ReferenceFact[] = [];
    let count = 0;
    const reader = createEntryReader();
    for (const [log, store] of stores.entries()) {
      for (let block = 0; block * BLOCK < store.count; block++) {
        if ((blockHas(store, block) & BLOCK_REFERENCES) === 0) continue;
        enterBlock(store, reader, block);
        const end = Math.min(store.count, (block + 1) * BLOCK);
        for (let index = block * BLOCK; index < end; index++) {
          nextEntry(store, reader);
          readIdAddress(reader);
          const type = typeOf(reader.header & TYPE_BITS);
          const targets = targetBits(type);
          let found: ReferenceFact[] | undefined;
          readReferences(reader, (number, indexes, address) => {
            if (leads(all.starts[log]! + address, targets[number]!)) return;
            const field = referenceFieldsOf(type)[number]!;
            found ??= [];
            found.push({
              record: firsts[log]! + index,
              to: idIn(store.ids.pieces, address),
              targets: field.targets,
              path: pathOfReference(field, indexes),
            });
          });
          if (found !== undefined) {
            count += found.length;
            if (count <= MOST_STRAYS) few.push(...found);
            yield* found;
          }
          skipRest(reader);
        }
      }
    }
    if (count <= MOST_STRAYS) strays = few;
  }

  function* ids(types: readonly RecordType[]): Generator<string, void, undefined> {
    const numbers = bitsOf(types);
    const reader = createEntryReader();
    for (const [log, store] of stores.entries()) {
      reader.index = -1;
      reader.header = 0;
      while (nextEntry(store, reader)) {
        const isRight = (numbers & (1 << (reader.header & TYPE_BITS))) !== 0;
        const address = readIdAddress(reader);
        skipReferences(reader);
        skipRest(reader);
        if (!isRight || address < 0) continue;
        const record = firsts[log]! + reader.index;
        const same = sharedAt(all.starts[log]! + address);
        const first = same?.find((one) => types.includes(typeOfRecord(one))) ?? record;
        if (first === record) yield idIn(store.ids.pieces, address);
      }
    }
  }

  return {
    named: stores.reduce((sum, { named }) => sum + named, 0),
    holders: (id) => {
      const address = held(id);
      return address < 0 ? [] : recordsAt(address).map(factsOf);
    },
    *shared() {
      const all = [...holders.shared.values()].sort(([one], [other]) => one! - other!);
      for (const same of all) yield same.map(factsOf);
    },
    ids,
    records(type, ...keys) {
      if (keys.length === 0) return recordsWith(type, () => ANY_KEY);
      const all = recordsWith(type, (store) => bitsOfKeys(store, keys));
      return factList(function* () {
        // keys that have no bit of their own share one
        for (const one of all) if (keys.some((key) => one.parts[key] !== undefined)) yield one;
      });
    },
    spoiled: (type) => recordsWith(type, () => SPOILED),
    number: numberOf,
    isFirst: ({ type, id, record }) =>
      id !== undefined && (holders.shared.size === 0 || numberOf(type, id) === record),
    find: <T extends RecordType>(type: T, id: string | undefined) => {
      const record = id === undefined ? undefined : numberOf(type, id);
      return record === undefined ? undefined : (factsOf(record) as unknown as RecordFacts<T>);
    },
    references(record, found) {
      const log = lastUpTo(firsts, record);
      const store = stores[log]!;
      toEntry(store, entry, record - firsts[log]!);
      const fields = referenceFieldsOf(typeOf(entry.header & TYPE_BITS));
      readIdAddress(entry);
      const named: (readonly [to: string, field: number])[] = [];
      readReferences(entry, (field, _indexes, address) =>
        named.push([idIn(store.ids.pieces, address), field]),
      );
      for (const [to, field] of named) found(to, fields[field]!.targets);
    },
    stray,
    isKnown: known.has,
  };
}

/** Puts logs one behind the other. */
function putTogether(stores: readonly FactStore[]): Logs {
  const firsts: number[] = [];
  const starts: number[] = [];
  const pieces: Uint8Array[] = [];
  let count = 0;
  for (const store of stores) {
    firsts.push(count);
    starts.push(pieces.length * PIECE);
    count += store.count;
    for (const piece of store.ids.pieces) pieces.push(piece);
  }
  return { stores, firsts, pieces, starts };
}

const finder = createEntryReader();
const place = createReader();

/** The number of the first record that has the id at an address. */
function recordAt({ stores, firsts, pieces, starts }: Logs, address: number): number {
  const log = lastUpTo(starts, address);
  const store = stores[log]!;
  seek(place, pieces, address);
  if (isReferredAt(place.bytes, place.at)) return firsts[log]! + numberAt(place.bytes, place.at);
  const local = address - starts[log]!;
  let low = 0;
  let high = Math.ceil(store.count / BLOCK) - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (idsOfBlock(store, middle) <= local) low = middle;
    else high = middle - 1;
  }
  enterBlock(store, finder, low);
  nextEntry(store, finder);
  while ((finder.header & ID_BITS) !== NEW_ID || addressAt(finder.id) !== local) {
    skipEntry(finder);
    nextEntry(store, finder);
  }
  return firsts[log]! + finder.index;
}

/** Finds out who has which id. Of one log that has a table only the ids are looked at that were there before. */
function findHolders(all: Logs): Holders {
  const { stores, firsts, pieces, starts } = all;
  const own = stores.length === 1 ? stores[0]!.table : undefined;
  let named = 0;
  for (const store of stores) {
    clearMarks(store);
    store.marked = true;
    // their memory is wanted for that of all
    if (own === undefined) store.table = undefined;
    named += store.named;
  }
  const table = own ?? createIdTable(named, pieces.length * PIECE);
  const shared = new Map<number, number[]>();
  const elsewhere = new Map<number, number>();
  const reader = createEntryReader();
  const id = createReader();
  const first = createReader();

  /** The address where an id stands first; adds it to the table of all where it does not stand there yet. */
  const firstOf = (address: number): number => {
    const { bytes, at } = id;
    if (own !== undefined) return address;
    skipId(id);
    const hash = hashId(table, bytes, at, id.at);
    const known = findId(table, hash, pieces, bytes, at, id.at);
    id.at = at;
    if (known >= 0) return known;
    addId(table, hash, address);
    setHolder(bytes, at, 0);
    return address;
  };

  for (const [log, store] of stores.entries()) {
    reader.index = -1;
    reader.header = 0;
    while (nextEntry(store, reader)) {
      const local = readIdAddress(reader);
      skipReferences(reader);
      skipRest(reader);
      if (local < 0 || (own !== undefined && (reader.header & ID_BITS) === NEW_ID)) continue;
      const address = starts[log]! + local;
      seek(id, pieces, address);
      const firstAddress = firstOf(address);
      seek(first, pieces, firstAddress);
      if (holderAt(first.bytes, first.at) === 0) {
        setHolder(first.bytes, first.at, reader.header & TYPE_BITS);
        if (isReferredAt(first.bytes, first.at)) setNumber(first.bytes, first.at, reader.index);
        continue;
      }
      let same = shared.get(firstAddress);
      if (same === undefined) {
        same = [recordAt(all, firstAddress)];
        shared.set(firstAddress, same);
        first.bytes[first.at] = first.bytes[first.at]! | SHARED;
      }
      same.push(firsts[log]! + reader.index);
      if (firstAddress !== address) leadTo(elsewhere, id, address, firstAddress);
    }
  }
  if (own === undefined) {
    for (const [log, store] of stores.entries()) {
      eachId(store, (bytes, at, local, end) => {
        if (!isReferredAt(bytes, at) || holderAt(bytes, at) !== 0) return;
        const known = findId(table, hashId(table, bytes, at, end), pieces, bytes, at, end);
        if (known < 0) return;
        id.bytes = bytes;
        id.at = at;
        leadTo(elsewhere, id, starts[log]! + local, known);
      });
    }
  }
  return { table, shared, elsewhere };
}

/** Notes where an id stands first. */
function leadTo(
  elsewhere: Map<number, number>,
  { bytes, at }: ByteReader,
  address: number,
  first: number,
): void {
  setHolder(bytes, at, ELSEWHERE);
  if (isReferredAt(bytes, at)) setNumber(bytes, at, first);
  else elsewhere.set(address, first);
}

/** Some types of record as bits, at their numbers. */
const bitsOf = (types: readonly RecordType[]): number =>
  types.reduce((bits, type) => bits | (1 << typeNumbers[type]), 0);

const targetsByType = new Map<RecordType, readonly number[]>();

/** What each reference field of a type may name. */
function targetBits(type: RecordType): readonly number[] {
  let known = targetsByType.get(type);
  if (known === undefined) {
    known = referenceFieldsOf(type).map(({ targets }) => bitsOf(targets));
    targetsByType.set(type, known);
  }
  return known;
}

/** Ids by their bytes. */
function createIdSet(given: Iterable<string>): {
  has(id: string): boolean;
  hasAt(cell: ByteReader): boolean;
} {
  const pool: IdPool = { ids: createByteLog(), table: undefined };
  for (const id of given) internId(pool, id, 0);
  const { table } = pool;
  if (table === undefined) return { has: () => false, hasAt: () => false };
  const { pieces } = pool.ids;
  const find = (bytes: Uint8Array, at: number, end: number): boolean =>
    findId(table, hashId(table, bytes, at, end), pieces, bytes, at, end) >= 0;
  const scratch = createByteLog();
  return {
    has(id) {
      const end = writeId(scratch, id, 0);
      return find(scratch.bytes, scratch.at, end);
    },
    hasAt(cell) {
      const { bytes, at } = cell;
      skipId(cell);
      const end = cell.at;
      cell.at = at;
      return find(bytes, at, end);
    },
  };
}
