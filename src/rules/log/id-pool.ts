import { addressAt, addressOf, type ByteLog, createReader, seek, settle } from '../../bytes/byte-log.js';
import { skipId, writeId } from './id-cells.js';
import { addId, createIdTable, enlarged, findId, hashId, type IdTable, needsLarger } from './id-table.js';

/** Ids, each of which stands there once. */
export interface IdPool {
  readonly ids: ByteLog;
  /** Finds them; made when it is needed. */
  table: IdTable | undefined;
}

/** Finds an id in a pool, or adds it: as that of a record of a type, or, with 0, as one that is named. */
export function internId(pool: IdPool, id: string, holder: number): number {
  const { ids } = pool;
  const table = pool.table ?? makeTable(pool);
  const end = writeId(ids, id, holder);
  const { bytes, at } = ids;
  const hash = hashId(table, bytes, at, end);
  const known = findId(table, hash, ids.pieces, bytes, at, end);
  if (known >= 0) return known;
  const address = addressOf(ids);
  addId(table, hash, address);
  ids.at = end;
  if (needsLarger(table, addressOf(ids))) makeTable(pool);
  return address;
}

/** Makes a table of all ids that are there, with room for more. */
function makeTable(pool: IdPool): IdTable {
  const { ids, table: old } = pool;
  // what was there is let go before more memory is asked for
  pool.table = undefined;
  let count = old === undefined ? 0 : enlarged(old);
  if (old === undefined) eachId(pool, () => count++);
  const table = createIdTable(count, addressOf(ids), old?.key);
  eachId(pool, (bytes, at, address, end) => addId(table, hashId(table, bytes, at, end), address));
  pool.table = table;
  return table;
}

/** Calls `visit` for every id of a pool, in the order of their addresses. */
export function eachId(
  { ids }: Pick<IdPool, 'ids'>,
  visit: (bytes: Uint8Array, at: number, address: number, end: number) => void,
): void {
  const end = addressOf(ids);
  const reader = createReader();
  seek(reader, ids.pieces, 0);
  // behind the end may lie what was written and not kept
  while (addressAt(reader) < end && settle(reader, ids.pieces) && addressAt(reader) < end) {
    const { bytes, at } = reader;
    const address = addressAt(reader);
    skipId(reader);
    visit(bytes, at, address, reader.at);
  }
}
