import { PIECE } from '../../bytes/byte-log.js';
import { type HashKey, keyedHash, newHashKey } from '../../bytes/keyed-hash.js';
import { prefixAt, textAt } from './id-cells.js';

/**
 * Finds ids by their bytes: an open hash table of addresses. A hash only says where to look; whether two ids are the
 * same their bytes say. The key is secret, so that no data can be made to fall on one place.
 */
export interface IdTable {
  readonly key: HashKey;
  /** For each place 0, or some bits of the hash of what is there: it is rarely looked at in vain. */
  tags: Uint8Array;
  /** What is there. */
  addresses: Uint32Array | Float64Array;
  count: number;
}

const SMALLEST = 16;
/** How full a table may become. */
const FULLEST = 0.8;

const MOST_IN_32_BITS = 0x100000000;

/** Makes a table for so many ids, at addresses below a limit. */
export function createIdTable(count = 0, limit = 0, key = newHashKey()): IdTable {
  const size = Math.max(SMALLEST, Math.ceil(count / FULLEST) + 1);
  return {
    key,
    tags: new Uint8Array(size),
    addresses: limit > MOST_IN_32_BITS ? new Float64Array(size) : new Uint32Array(size),
    count: 0,
  };
}

/** Whether one more id, at an address below a limit, needs a larger table. */
export const needsLarger = ({ tags, addresses, count }: IdTable, limit: number): boolean =>
  count + 1 > tags.length * FULLEST || (limit > MOST_IN_32_BITS && addresses instanceof Uint32Array);

/** How many ids a table that became too small is made for. */
export const enlarged = ({ count }: IdTable): number => Math.max(SMALLEST, Math.ceil(count * 1.4));

/** The hash of an id. */
export function hashId({ key }: IdTable, bytes: Uint8Array, at: number, end: number): number {
  return keyedHash(key, bytes, textAt(bytes, at), end, prefixAt(bytes, at));
}

const placeOf = (hash: number, size: number): number => Math.floor((hash / MOST_IN_32_BITS) * size);

const tagOf = (hash: number): number => hash & 0xff || 1;

/**
 * Finds the address of an id that lies from `at` to `end`, among ids that lie in `pieces`; -1 where it is not there.
 */
export function findId(
  { tags, addresses }: IdTable,
  hash: number,
  pieces: readonly Uint8Array[],
  bytes: Uint8Array,
  at: number,
  end: number,
): number {
  const tag = tagOf(hash);
  for (let place = placeOf(hash, tags.length); ; place = place + 1 === tags.length ? 0 : place + 1) {
    const found = tags[place]!;
    if (found === 0) return -1;
    if (found === tag && isSameId(pieces, addresses[place]!, bytes, at, end)) return addresses[place]!;
  }
}

/** Puts an id in, which must not be there. */
export function addId(table: IdTable, hash: number, address: number): void {
  const { tags, addresses } = table;
  let place = placeOf(hash, tags.length);
  while (tags[place] !== 0) place = place + 1 === tags.length ? 0 : place + 1;
  tags[place] = tagOf(hash);
  addresses[place] = address;
  table.count++;
}

/** Whether the id at an address is the one from `at` to `end`: the length stands first, so that one look is enough. */
function isSameId(
  pieces: readonly Uint8Array[],
  address: number,
  bytes: Uint8Array,
  at: number,
  end: number,
): boolean {
  const piece = Math.floor(address / PIECE);
  const others = pieces[piece]!;
  const other = address - piece * PIECE;
  if (prefixAt(others, other) !== prefixAt(bytes, at)) return false;
  let there = textAt(others, other);
  for (let here = textAt(bytes, at); here < end; here++) {
    if (bytes[here] !== others[there++]) return false;
  }
  return true;
}
