/**
 * Bytes that are only ever added to. They lie in pieces, so that growing never needs twice the memory, and what was
 * written stays where it is. An item is written into one piece whole, and never begins with a zero: a zero, or its end,
 * ends what a piece holds.
 */
export interface ByteLog {
  /**
   * The pieces, `PIECE` addresses each. One that is longer, for an item that is, stands here again from each of its
   * further addresses on.
   */
  readonly pieces: Uint8Array[];
  /** The piece that is written to. */
  bytes: Uint8Array;
  /** Where in it the next item goes. */
  at: number;
  /** The address of its first byte. */
  base: number;
}

/** A byte log as plain data. */
export interface ByteLogData {
  readonly pieces: readonly Uint8Array[];
  /** The address behind the last item. */
  readonly end: number;
}

/** A place in a log that is read from. */
export interface ByteReader {
  /** The piece that it is in, and its number. */
  bytes: Uint8Array;
  piece: number;
  at: number;
}

/** How many addresses a piece has; the first begins small, for most logs stay so. */
export const PIECE = 1 << 18;
const SMALLEST = 128;

const NOTHING = new Uint8Array(0);

/** Makes an empty log, or one of the data of another, whose bytes it takes. */
export function createByteLog({ pieces, end }: ByteLogData = { pieces: [], end: 0 }): ByteLog {
  const log: ByteLog = { pieces: [...pieces], bytes: NOTHING, at: 0, base: 0 };
  if (pieces.length > 0) cutBytes(log, end);
  return log;
}

/** The bytes of a log as plain data: the same memory, but for the last piece, of which what is empty is left out. */
export function byteLogData(log: ByteLog): ByteLogData {
  const { bytes, at, pieces } = log;
  const isLong = bytes.length > PIECE;
  return { pieces: isLong ? pieces : [...pieces.slice(0, -1), bytes.slice(0, at)], end: addressOf(log) };
}

/** The address that the next item gets, if there is room for it. */
export const addressOf = (log: ByteLog): number => log.base + log.at;

/** Sees to it that an item of up to `count` bytes can be written at `log.at`. */
export function makeRoom(log: ByteLog, count: number): void {
  const { bytes, at, pieces } = log;
  if (bytes.length - at >= count) return;
  // the first piece begins small, and one that was carried elsewhere is as long as what is in it
  if (bytes.length < PIECE && at + count <= PIECE) {
    const grown = new Uint8Array(Math.min(PIECE, Math.max(SMALLEST, bytes.length * 2, at + count)));
    grown.set(bytes.subarray(0, at));
    pieces[Math.max(0, pieces.length - 1)] = grown;
    log.bytes = grown;
    return;
  }
  if (at < bytes.length) bytes[at] = 0;
  const span = Math.ceil(count / PIECE);
  const piece = new Uint8Array(span * PIECE);
  log.base = pieces.length * PIECE;
  log.bytes = piece;
  log.at = 0;
  pieces.push(piece);
  for (let part = 1; part < span; part++) pieces.push(piece.subarray(part * PIECE));
}

/** Forgets what lies at an address and behind it; it must be that of an item, or the end. */
export function cutBytes(log: ByteLog, end: number): void {
  const { pieces } = log;
  if (pieces.length === 0) return;
  // the end of a full piece is in none
  const index = Math.min(Math.floor(end / PIECE), pieces.length - 1);
  const piece = pieces[index]!;
  while (pieces.at(-1)!.buffer !== piece.buffer) pieces.pop();
  log.bytes = piece;
  log.base = index * PIECE;
  log.at = end - log.base;
}

/** Makes a reader, which must be set on an address before it reads. */
export const createReader = (): ByteReader => ({ bytes: NOTHING, piece: 0, at: 0 });

/** Sets a reader on an address. */
export function seek(reader: ByteReader, pieces: readonly Uint8Array[], address: number): void {
  const piece = Math.floor(address / PIECE);
  reader.bytes = pieces[piece] ?? NOTHING;
  reader.piece = piece;
  reader.at = address - piece * PIECE;
}

/** The address that a reader is at. */
export const addressAt = (reader: ByteReader): number => reader.piece * PIECE + reader.at;

/** Moves a reader that stands behind an item before the next, and answers whether there is one. */
export function settle(reader: ByteReader, pieces: readonly Uint8Array[]): boolean {
  while (reader.at >= reader.bytes.length || reader.bytes[reader.at] === 0) {
    reader.piece += Math.max(1, Math.ceil(reader.bytes.length / PIECE));
    if (reader.piece >= pieces.length) return false;
    reader.bytes = pieces[reader.piece]!;
    reader.at = 0;
  }
  return true;
}
