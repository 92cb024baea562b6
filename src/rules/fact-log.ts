import {
  addressAt,
  addressOf,
  type ByteLogData,
  byteLogData,
  createByteLog,
  createReader,
  cutBytes,
  makeRoom,
  seek,
} from '../bytes/byte-log.js';
import { LONGEST_VARINT, writeVarint, zigzag } from '../bytes/varint.js';
import type { RecordFacts } from './facts.js';
import {
  BLOCK,
  BLOCK_REFERENCES,
  clearMarks,
  createEntryReader,
  ENTRY_AT,
  enterBlock,
  type FactStore,
  HAS_AT,
  HAS_REFERENCES,
  HAS_REST,
  ID_BITS,
  IDS_AT,
  idIn,
  KNOWN_ID,
  keyBit,
  NEW_ID,
  nextEntry,
  ROW,
  readIdAddress,
  readReferences,
  readRest,
  SPOILED,
  setRowNumber,
  skipEntry,
  skipRest,
  TYPE_BITS,
  toEntry,
  typeNumbers,
  typeOf,
  untoldParts,
} from './log/fact-store.js';
import { skipId } from './log/id-cells.js';
import { internId } from './log/id-pool.js';
import { NO_PARTS } from './record-parts.js';

/**
 * The facts of records in the order of collection, as bytes: every id once, whether records have it or name it, and a
 * few bytes for each reference.
 */
export interface FactLog {
  count(): number;
  add(facts: Omit<RecordFacts, 'record'>): void;
  /** Forgets the facts from a number on. */
  cut(count: number): void;
  /** The facts with a number, which is their `record`. */
  at(index: number): RecordFacts;
  /** The type and the id of the record with a number. */
  subject(index: number): Pick<RecordFacts, 'type' | 'id'>;
  /** The log as plain data, to be posted to another thread; the buffers may be transferred. */
  data(): FactLogData;
}

/** A fact log as plain data. */
export interface FactLogData {
  readonly count: number;
  /** How many of the records have an id. */
  readonly named: number;
  readonly ids: ByteLogData;
  readonly entries: ByteLogData;
  readonly rows: ByteLogData;
  readonly keys: readonly string[];
}

const stores = new WeakMap<FactLog, FactStore>();

/** The bytes of a log, for {@link arrangeLogs}. */
export const storeOf = (log: FactLog): FactStore => stores.get(log)!;

/** Makes an empty log, or one of the data of another, whose bytes it takes. */
export function createFactLog(data?: FactLogData): FactLog {
  const store: FactStore = {
    ids: createByteLog(data?.ids),
    entries: createByteLog(data?.entries),
    rows: createByteLog(data?.rows),
    count: data?.count ?? 0,
    named: data?.named ?? 0,
    keys: [...(data?.keys ?? [])],
    table: undefined,
    marked: false,
  };
  /** Where ids were when the block began that is written to. */
  let idsStart = 0;
  if (store.count % BLOCK > 0) idsStart = startOfBlock(store);
  const reader = createEntryReader();

  const log: FactLog = {
    count: () => store.count,
    add(facts) {
      if (store.count % BLOCK === 0) idsStart = beginBlock(store);
      addFacts(store, facts, idsStart);
      store.count++;
    },
    cut(count) {
      if (count >= store.count) return;
      cutStore(store, count);
      if (count % BLOCK > 0) idsStart = startOfBlock(store);
    },
    at(index) {
      toEntry(store, reader, index);
      return readFacts(store, reader);
    },
    subject(index) {
      toEntry(store, reader, index);
      const type = typeOf(reader.header & TYPE_BITS);
      const address = readIdAddress(reader);
      return address < 0 ? { type } : { type, id: idIn(store.ids.pieces, address) };
    },
    data() {
      clearMarks(store);
      return {
        count: store.count,
        named: store.named,
        ids: byteLogData(store.ids),
        entries: byteLogData(store.entries),
        rows: byteLogData(store.rows),
        keys: store.keys,
      };
    },
  };
  stores.set(log, store);
  return log;
}

/** Writes the row of a block that begins, and answers where ids are. */
function beginBlock({ rows, entries, ids }: FactStore): number {
  makeRoom(rows, ROW);
  const { bytes, at } = rows;
  const idsStart = addressOf(ids);
  setRowNumber(bytes, at + ENTRY_AT, addressOf(entries));
  setRowNumber(bytes, at + IDS_AT, idsStart);
  bytes.fill(0, at + HAS_AT, at + ROW);
  rows.at += ROW;
  return idsStart;
}

const startOfBlock = (store: FactStore): number => {
  const reader = createEntryReader();
  enterBlock(store, reader, Math.floor((store.count - 1) / BLOCK));
  return reader.idsStart;
};

const utf8 = new TextEncoder();

/** Writes an entry. */
function addFacts(store: FactStore, facts: Omit<RecordFacts, 'record'>, idsStart: number): void {
  const { type, id, references, parts, spoiled } = facts;
  const { entries, rows } = store;
  const number = typeNumbers[type];
  let has = spoiled === undefined ? 0 : SPOILED;
  for (const key in parts) {
    if (parts[key as keyof typeof parts] !== undefined) has |= keyBit(store, key);
  }
  const rest = has === 0 ? NO_PARTS : untoldParts(store, facts);
  const json =
    spoiled !== undefined ? JSON.stringify([rest, spoiled]) : isEmpty(rest) ? '' : JSON.stringify(rest);
  makeRoom(entries, 1 + 4 * LONGEST_VARINT + LONGEST_VARINT * (references?.length ?? 0) + 3 * json.length);
  const { bytes, at } = entries;
  let header = number;
  let to = at + 1;
  if (id !== undefined) {
    store.named++;
    const end = addressOf(store.ids);
    const address = internId(store, id, number);
    if (address >= end) header |= NEW_ID;
    else {
      header |= KNOWN_ID;
      to = writeVarint(bytes, to, address);
    }
  }
  if (references !== undefined && references.length > 0) {
    header |= HAS_REFERENCES;
    const start = to + 1;
    to = start;
    for (const part of references) {
      to = writeVarint(
        bytes,
        to,
        typeof part === 'number' ? part : zigzag(internId(store, part, 0) - idsStart),
      );
    }
    to = writeLength(bytes, start, to);
  }
  if (has !== 0) {
    header |= HAS_REST;
    to = writeVarint(bytes, to, has);
    const start = to + 1;
    to = writeText(bytes, start, json);
    to = writeLength(bytes, start, to);
  }
  bytes[at] = header;
  entries.at = to;
  if ((header & (HAS_REFERENCES | HAS_REST)) === 0) return;
  const block = rows.at - ROW + HAS_AT;
  if ((header & HAS_REFERENCES) !== 0) rows.bytes[block] = rows.bytes[block]! | BLOCK_REFERENCES;
  if ((header & HAS_REST) !== 0) rows.bytes[block] = rows.bytes[block]! | (1 << (number - 1));
}

const isEmpty = (parts: object): boolean => {
  if (parts === NO_PARTS) return true;
  for (const _ in parts) return false;
  return true;
};

/** Texts up to this length are mostly of ASCII, and are sooner written here than handed on. */
const SHORT = 64;

/** Writes a text as UTF-8, and answers where it ends. */
function writeText(bytes: Uint8Array, start: number, text: string): number {
  const { length } = text;
  let index = 0;
  if (length <= SHORT) {
    for (; index < length; index++) {
      const unit = text.charCodeAt(index);
      if (unit > 0x7f) break;
      bytes[start + index] = unit;
    }
  }
  return index === length ? start + length : start + utf8.encodeInto(text, bytes.subarray(start)).written;
}

/** Writes how long something is into the byte before it, moving it on where one byte is not enough. */
function writeLength(bytes: Uint8Array, start: number, end: number): number {
  const length = end - start;
  if (length < 128) {
    bytes[start - 1] = length;
    return end;
  }
  let more = 0;
  for (let rest = length; rest > 127; rest = Math.floor(rest / 128)) more++;
  bytes.copyWithin(start + more, start, end);
  writeVarint(bytes, start - 1, length);
  return end + more;
}

/** Reads an entry after its header. */
function readFacts(store: FactStore, reader: ReturnType<typeof createEntryReader>): RecordFacts {
  const type = typeOf(reader.header & TYPE_BITS);
  const address = readIdAddress(reader);
  const facts: { -readonly [Key in keyof RecordFacts]: RecordFacts[Key] } = {
    record: reader.index,
    type,
    parts: NO_PARTS,
  };
  if (address >= 0) facts.id = idIn(store.ids.pieces, address);
  if ((reader.header & HAS_REFERENCES) !== 0) {
    const references: (number | string)[] = [];
    readReferences(reader, (field, indexes, to) => {
      references.push(field, ...indexes, idIn(store.ids.pieces, to));
    });
    facts.references = references;
  }
  const { parts, spoiled } = readRest(store, reader);
  facts.parts = parts;
  if (spoiled !== undefined) facts.spoiled = spoiled;
  return facts;
}

/** Forgets the facts from a number on, and the ids that only they brought. */
function cutStore(store: FactStore, count: number): void {
  clearMarks(store);
  const { entries, ids, rows } = store;
  const reader = createEntryReader();
  const block = Math.floor(count / BLOCK);
  enterBlock(store, reader, block);
  let end = reader.idsStart;
  const id = createReader();
  const reach = (address: number): void => {
    if (address < end) return;
    seek(id, ids.pieces, address);
    skipId(id);
    end = addressAt(id);
  };
  for (let index = block * BLOCK; index < count; index++) {
    nextEntry(store, reader);
    if ((reader.header & ID_BITS) !== 0) reach(readIdAddress(reader));
    readReferences(reader, (_field, _indexes, address) => reach(address));
    skipRest(reader);
  }
  const entriesEnd = addressAt(reader.at);
  while (nextEntry(store, reader)) {
    if ((reader.header & ID_BITS) !== 0) store.named--;
    skipEntry(reader);
  }
  cutBytes(entries, entriesEnd);
  cutBytes(ids, end);
  cutBytes(rows, Math.ceil(count / BLOCK) * ROW);
  store.count = count;
  store.table = undefined;
}
