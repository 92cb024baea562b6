import { type ByteLog, type ByteReader, makeRoom } from '../../bytes/byte-log.js';
import { exactTextLength, readExactText, writeExactText } from '../../bytes/exact-text.js';
import { LONGEST_VARINT, readVarint, writeVarint } from '../../bytes/varint.js';

/*
 * An id in a log: each stands there once. First a byte that holds what it begins with (3 bits), the type of the first
 * record that has it (3 bits, 0 where none has), whether others have it too (1 bit), and whether it was first seen in a
 * reference (1 bit). Such an id has a number next, in 5 bytes: which record has it. Then come the length of the rest in
 * bytes, and these.
 */

/** What ids begin with, as a rule: in front of an id it takes no bytes. */
const prefixes = [
  '',
  'article:',
  'source:',
  'entity:',
  'claim:',
  'event:',
  'assessment:',
  'scheduled-event:',
] as const;

const PREFIX = 7;
const TYPE = 7 << 3;
export const SHARED = 1 << 6;
const REFERRED = 1 << 7;

/** Stands for a type where the number of an id leads to where else it stands. */
export const ELSEWHERE = 7;

/** How many bytes the number of an id takes. */
const NUMBER = 5;

/** The type of the first record that has an id: its number in the list of types plus one, 0, or {@link ELSEWHERE}. */
export const holderAt = (bytes: Uint8Array, at: number): number => (bytes[at]! & TYPE) >> 3;

export const isSharedAt = (bytes: Uint8Array, at: number): boolean => (bytes[at]! & SHARED) !== 0;

export const isReferredAt = (bytes: Uint8Array, at: number): boolean => bytes[at]! >= REFERRED;

/** Notes the type of the first record that has an id, and that no other has. */
export function setHolder(bytes: Uint8Array, at: number, holder: number): void {
  bytes[at] = (bytes[at]! & (PREFIX | REFERRED)) | (holder << 3);
}

/** The number of an id that was first seen in a reference. */
export function numberAt(bytes: Uint8Array, at: number): number {
  let value = 0;
  for (let index = NUMBER; index > 0; index--) value = value * 256 + bytes[at + index]!;
  return value;
}

export function setNumber(bytes: Uint8Array, at: number, value: number): void {
  let rest = value;
  for (let index = 1; index <= NUMBER; index++) {
    bytes[at + index] = rest % 256;
    rest = Math.floor(rest / 256);
  }
}

/** What an id begins with, for the table: ids that begin otherwise may have the same bytes. */
export const prefixAt = (bytes: Uint8Array, at: number): number => bytes[at]! & PREFIX;

/** Where the length and the bytes of an id begin. */
export const textAt = (bytes: Uint8Array, at: number): number =>
  bytes[at]! >= REFERRED ? at + 1 + NUMBER : at + 1;

/** Moves a reader behind an id. */
export function skipId(reader: ByteReader): void {
  reader.at = textAt(reader.bytes, reader.at);
  const length = readVarint(reader);
  reader.at += length;
}

const lengths: ByteReader = { bytes: new Uint8Array(0), piece: 0, at: 0 };

/** Reads an id. */
export function idAt(bytes: Uint8Array, at: number): string {
  lengths.bytes = bytes;
  lengths.at = textAt(bytes, at);
  const length = readVarint(lengths);
  return prefixes[prefixAt(bytes, at)]! + readExactText(bytes, lengths.at, lengths.at + length);
}

/** Which of the prefixes an id has. One id is always written in one way. */
function prefixOf(id: string): number {
  switch (id.charCodeAt(0)) {
    case 0x61:
      return id.startsWith('article:') ? 1 : id.startsWith('assessment:') ? 6 : 0;
    case 0x73:
      return id.startsWith('source:') ? 2 : id.startsWith('scheduled-event:') ? 7 : 0;
    case 0x65:
      return id.startsWith('entity:') ? 3 : id.startsWith('event:') ? 5 : 0;
    case 0x63:
      return id.startsWith('claim:') ? 4 : 0;
    default:
      return 0;
  }
}

/**
 * Writes an id at the end of a log without making it a part of it, and answers where it would end. `holder` is the type
 * of the record that has it, 0 where it is seen in a reference.
 */
export function writeId(log: ByteLog, id: string, holder: number): number {
  makeRoom(log, 1 + NUMBER + LONGEST_VARINT + id.length);
  const prefix = prefixOf(id);
  const from = prefixes[prefix]!.length;
  const { bytes, at } = log;
  let to = at + 1;
  if (holder > 0) bytes[at] = prefix | (holder << 3);
  else {
    bytes[at] = prefix | REFERRED;
    to += NUMBER;
    bytes.fill(0, at + 1, to);
  }
  const textStart = to;
  to = writeVarint(bytes, to, id.length - from);
  for (let index = from; index < id.length; index++) {
    const unit = id.charCodeAt(index);
    if (unit > 0x7f) return writeOther(log, id, from, textStart - at);
    bytes[to++] = unit;
  }
  return to;
}

/** Writes an id that is not ASCII; what stands before its text is written. */
function writeOther(log: ByteLog, id: string, from: number, before: number): number {
  const length = exactTextLength(id, from);
  const head = log.bytes.slice(log.at, log.at + before);
  makeRoom(log, before + LONGEST_VARINT + length);
  log.bytes.set(head, log.at);
  const to = writeVarint(log.bytes, log.at + before, length);
  writeExactText(id, from, log.bytes, to);
  return to + length;
}
