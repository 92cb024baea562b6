import {
  addressAt,
  type ByteLog,
  type ByteReader,
  createReader,
  seek,
  settle,
} from '../../bytes/byte-log.js';
import { readVarint, unzigzag } from '../../bytes/varint.js';
import { referenceFieldsOf } from '../../dataset/references.js';
import { type RecordType, recordTypes } from '../../vocabulary/record-type.js';
import type { RecordFacts } from '../facts.js';
import { NO_PARTS } from '../record-parts.js';
import { idAt, isReferredAt, setHolder, skipId } from './id-cells.js';
import { eachId, type IdPool } from './id-pool.js';

/*
 * What a fact log holds. For each record an entry: a byte with the type and with what follows; the address of the id,
 * unless the id stands here for the first time, for such ids come in the order of their records; the length of the
 * references, and for each the number of its field, its indexes and how far the id lies from where ids were when the
 * block began; which keys the parts have, and the length of the rest and the rest as JSON. A part
 * that is an id is told by its reference, and not in the rest. Every BLOCK entries a row says where entries and ids are.
 */

/** The bytes of a fact log, and what finds ids in them. */
export interface FactStore extends IdPool {
  readonly entries: ByteLog;
  readonly rows: ByteLog;
  /** How many records there are, and how many of them have an id. */
  count: number;
  named: number;
  /** The keys of parts by their bits, in the order in which they came. */
  readonly keys: string[];
  /** Whether ids say more than when they were written: {@link clearMarks} makes them as they were. */
  marked: boolean;
}

export const TYPE_BITS = 7;
export const ID_BITS = 3 << 3;
export const NEW_ID = 1 << 3;
export const KNOWN_ID = 2 << 3;
export const HAS_REFERENCES = 1 << 5;
export const HAS_REST = 1 << 6;

/** How many records a row stands for, and how many bytes it takes. */
export const BLOCK = 64;
export const ROW = 16;

/** Where in a row stand the address of the entry, that of the ids, and what the block has. */
export const ENTRY_AT = 0;
export const IDS_AT = 6;
export const HAS_AT = 12;

/** What a block may have, beside the rest of records of each type. */
export const BLOCK_REFERENCES = 1 << 6;

/** The number of a type in headers of entries and ids. */
export const typeNumbers: Readonly<Record<RecordType, number>> = Object.fromEntries(
  recordTypes.map((type, index) => [type, index + 1]),
) as Record<RecordType, number>;

/** The type that a number stands for. */
export const typeOf = (number: number): RecordType => recordTypes[number - 1]!;

/** Reads the entries of a store one after the other. What it says is of the entry it was moved to last. */
export interface EntryReader {
  /** The number of the entry in its log. */
  index: number;
  header: number;
  /** Where the entry is, and behind its header, later behind all of it. */
  readonly at: ByteReader;
  /** Where its id is, where it has a new one; otherwise behind that of the last entry that has. */
  readonly id: ByteReader;
  /** The address that references are counted from. */
  idsStart: number;
  /** Where in the piece its references begin, once they were moved over. */
  references: number;
}

export const createEntryReader = (): EntryReader => ({
  index: -1,
  header: 0,
  at: createReader(),
  id: createReader(),
  idsStart: 0,
  references: 0,
});

/** A number of 6 bytes in a row. */
function rowNumber(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = 5; index >= 0; index--) value = value * 256 + bytes[at + index]!;
  return value;
}

export function setRowNumber(bytes: Uint8Array, at: number, value: number): void {
  let rest = value;
  for (let index = 0; index < 6; index++) {
    bytes[at + index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

const row: ByteReader = createReader();

/** What a block has. */
export function blockHas({ rows }: FactStore, block: number): number {
  seek(row, rows.pieces, block * ROW);
  return row.bytes[row.at + HAS_AT]!;
}

/** The address of the ids of a block. */
export function idsOfBlock({ rows }: FactStore, block: number): number {
  seek(row, rows.pieces, block * ROW);
  return rowNumber(row.bytes, row.at + IDS_AT);
}

/** Moves to before the first entry of a block. */
export function enterBlock({ rows, entries, ids }: FactStore, reader: EntryReader, block: number): void {
  seek(row, rows.pieces, block * ROW);
  const { bytes, at } = row;
  reader.index = block * BLOCK - 1;
  reader.header = 0;
  seek(reader.at, entries.pieces, rowNumber(bytes, at + ENTRY_AT));
  reader.idsStart = rowNumber(bytes, at + IDS_AT);
  seek(reader.id, ids.pieces, reader.idsStart);
}

/** Moves to the next entry; `false` where there is none. The entry before must have been read to its end. */
export function nextEntry(store: FactStore, reader: EntryReader): boolean {
  const index = reader.index + 1;
  if (index >= store.count) return false;
  if (index % BLOCK === 0) {
    enterBlock(store, reader, index / BLOCK);
  } else if ((reader.header & ID_BITS) === NEW_ID) skipId(reader.id);
  reader.index = index;
  const { at } = reader;
  settle(at, store.entries.pieces);
  reader.header = at.bytes[at.at++]!;
  if ((reader.header & ID_BITS) === NEW_ID) toNewId(store, reader.id);
  return true;
}

/** Moves from wherever ids begin to the next that a record brought. */
function toNewId({ ids }: FactStore, id: ByteReader): void {
  settle(id, ids.pieces);
  while (isReferredAt(id.bytes, id.at)) {
    skipId(id);
    settle(id, ids.pieces);
  }
}

/** Reads the address of the id of an entry, right after its header; -1 where it has none. */
export function readIdAddress(reader: EntryReader): number {
  switch (reader.header & ID_BITS) {
    case NEW_ID:
      return addressAt(reader.id);
    case KNOWN_ID:
      return readVarint(reader.at);
    default:
      return -1;
  }
}

/** Moves over the references of an entry, after its id. */
export function skipReferences(reader: EntryReader): void {
  reader.references = reader.at.at;
  if ((reader.header & HAS_REFERENCES) === 0) return;
  const length = readVarint(reader.at);
  reader.at.at += length;
}

/** The bit of what is spoiled, and that of all keys beyond the most that have bits of their own. */
export const SPOILED = 1;
const OTHERS = 1 << 29;
export const ANY_KEY = 2 ** 30 - 1;
const MOST_KEYS = 28;

/** The bit of a key, which gets one where it has none. */
export function keyBit({ keys }: FactStore, key: string): number {
  let index = keys.indexOf(key);
  if (index < 0 && keys.length < MOST_KEYS) index = keys.push(key) - 1;
  return index < 0 ? OTHERS : 2 << index;
}

/** The bit that a key has alone; 0 where it has none. */
function knownBit({ keys }: FactStore, key: string): number {
  const index = keys.indexOf(key);
  return index < 0 ? 0 : 2 << index;
}

/** The bits of keys as far as records have any of them. */
export function bitsOfKeys({ keys }: FactStore, wanted: readonly PropertyKey[]): number {
  return wanted.reduce<number>((bits, key) => {
    const index = keys.indexOf(String(key));
    return bits | (index >= 0 ? 2 << index : keys.length < MOST_KEYS ? 0 : OTHERS);
  }, 0);
}

/** Whether the rest of an entry, to which its reader was moved by {@link skipReferences}, has one of some keys. */
export function hasKeys({ header, at }: EntryReader, bits: number): boolean {
  if ((header & HAS_REST) === 0) return false;
  const start = at.at;
  const has = readVarint(at);
  at.at = start;
  return (has & bits) !== 0;
}

/** Moves over the rest of an entry, after its references. */
export function skipRest(reader: EntryReader): void {
  if ((reader.header & HAS_REST) === 0) return;
  readVarint(reader.at);
  const length = readVarint(reader.at);
  reader.at.at += length;
}

/** Moves over an entry, after its header. */
export function skipEntry(reader: EntryReader): void {
  if ((reader.header & ID_BITS) === KNOWN_ID) readVarint(reader.at);
  skipReferences(reader);
  skipRest(reader);
}

/** Moves to the entry with a number. */
export function toEntry(store: FactStore, reader: EntryReader, index: number): void {
  const block = Math.floor(index / BLOCK);
  enterBlock(store, reader, block);
  nextEntry(store, reader);
  while (reader.index < index) {
    skipEntry(reader);
    nextEntry(store, reader);
  }
}

/** How many indexes a reference of each field of a type has. */
const depths = new Map<number, readonly number[]>();

function depthsOf(type: number): readonly number[] {
  let known = depths.get(type);
  if (known === undefined) {
    known = referenceFieldsOf(typeOf(type)).map(({ depth }) => depth);
    depths.set(type, known);
  }
  return known;
}

/**
 * Reads the references of an entry, after its id, and calls `found` with the number of the field of each, its indexes
 * and the address of the id.
 */
export function readReferences(
  reader: EntryReader,
  found: (field: number, indexes: readonly number[], address: number) => void,
): void {
  reader.references = reader.at.at;
  if ((reader.header & HAS_REFERENCES) === 0) return;
  const { at } = reader;
  const fields = depthsOf(reader.header & TYPE_BITS);
  const length = readVarint(at);
  const end = at.at + length;
  while (at.at < end) {
    const field = readVarint(at);
    const indexes: number[] = [];
    for (let depth = fields[field]!; depth > 0; depth--) indexes.push(readVarint(at));
    found(field, indexes, reader.idsStart + unzigzag(readVarint(at)));
  }
}

const utf8 = new TextDecoder();

/** The fields that are looked at for ids among parts, as many as there are bits; types have fewer. */
const MOST_FIELDS = 31;

/** The keys of the parts of a type that are an id each, by the numbers of their reference fields. */
const idKeys = new Map<RecordType, readonly (string | undefined)[]>();

function idKeysOf(type: RecordType): readonly (string | undefined)[] {
  let known = idKeys.get(type);
  if (known === undefined) {
    known = referenceFieldsOf(type).map(({ pattern, number }) =>
      pattern.length === 1 && number < MOST_FIELDS ? pattern[0] : undefined,
    );
    idKeys.set(type, known);
  }
  return known;
}

/** What of the parts of a record is not told by its references. */
export function untoldParts(
  store: FactStore,
  { type, references, parts }: Pick<RecordFacts, 'type' | 'references' | 'parts'>,
): object {
  if (references === undefined) return parts;
  const keys = idKeysOf(type);
  let rest: Record<string, unknown> | undefined;
  let seen = 0;
  for (let at = 0; at < references.length; at++) {
    const field = references[at] as number;
    const key = keys[field];
    while (typeof references[at] === 'number') at++;
    if (key === undefined || (seen & (1 << field)) !== 0) continue;
    // only the first can tell
    seen |= 1 << field;
    const part = (parts as Record<string, unknown>)[key];
    if (part === undefined || part !== references[at] || knownBit(store, key) === 0) continue;
    rest ??= { ...parts };
    delete rest[key];
  }
  return rest ?? parts;
}

const past = createReader();

/** Adds to parts what is told by the references of an entry alone. */
function addTold(store: FactStore, reader: EntryReader, has: number, parts: Record<string, unknown>): void {
  const keys = idKeysOf(typeOf(reader.header & TYPE_BITS));
  const isTold = (key: string | undefined): key is string =>
    key !== undefined && (has & knownBit(store, key)) !== 0 && !Object.hasOwn(parts, key);
  if (!keys.some(isTold)) return;
  const { at, bytes, piece } = reader.at;
  Object.assign(past, { at, bytes, piece });
  reader.at.at = reader.references;
  readReferences(reader, (field, _indexes, address) => {
    const key = keys[field];
    if (isTold(key)) parts[key] = idIn(store.ids.pieces, address);
  });
  Object.assign(reader.at, past);
}

/** Reads the rest of an entry, after its references. */
export function readRest(store: FactStore, reader: EntryReader): Pick<RecordFacts, 'parts' | 'spoiled'> {
  if ((reader.header & HAS_REST) === 0) return { parts: NO_PARTS };
  const { at } = reader;
  const has = readVarint(at);
  const length = readVarint(at);
  const json = length === 0 ? {} : JSON.parse(utf8.decode(at.bytes.subarray(at.at, at.at + length)));
  at.at += length;
  const [parts, spoiled] = (has & SPOILED) === 0 ? [json] : json;
  if ((reader.header & HAS_REFERENCES) !== 0) addTold(store, reader, has, parts);
  return spoiled === undefined ? { parts } : { parts, spoiled };
}

const found: ByteReader = createReader();

/** Reads the id at an address of some pieces. */
export function idIn(pieces: readonly Uint8Array[], address: number): string {
  seek(found, pieces, address);
  return idAt(found.bytes, found.at);
}

/** Takes back what ids say of who has them, where that was noted after they were written. */
export function clearMarks(store: FactStore): void {
  if (!store.marked) return;
  const reader = createEntryReader();
  eachId(store, (bytes, at) => {
    if (isReferredAt(bytes, at)) setHolder(bytes, at, 0);
  });
  while (nextEntry(store, reader)) {
    if ((reader.header & ID_BITS) === NEW_ID) {
      const { bytes, at } = reader.id;
      setHolder(bytes, at, reader.header & TYPE_BITS);
    }
    skipEntry(reader);
  }
  store.marked = false;
}
