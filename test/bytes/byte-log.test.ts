import { expect, it } from 'vitest';
import {
  addressAt,
  addressOf,
  byteLogData,
  createByteLog,
  createReader,
  cutBytes,
  makeRoom,
  PIECE,
  seek,
  settle,
} from '../../src/bytes/byte-log.js';

/** Adds an item of a length, filled with a number, and answers its address. */
function add(log: ReturnType<typeof createByteLog>, length: number, value: number): number {
  makeRoom(log, length);
  const address = addressOf(log);
  log.bytes.fill(value, log.at, log.at + length);
  log.at += length;
  return address;
}

it('items keep their addresses, those longer than a piece too, and are found one after the other', () => {
  const log = createByteLog();
  const lengths = [1, 100, PIECE, 3, 3 * PIECE + 5, 7, PIECE - 1, 2];
  const addresses = lengths.map((length, index) => add(log, length, index + 1));
  for (const { pieces } of [log, createByteLog(byteLogData(log))]) {
    const reader = createReader();
    seek(reader, pieces, 0);
    for (const [index, length] of lengths.entries()) {
      expect(settle(reader, pieces)).toBe(true);
      expect(addressAt(reader)).toBe(addresses[index]);
      const item = reader.bytes.subarray(reader.at, reader.at + length);
      expect(item.every((byte) => byte === index + 1)).toBe(true);
      expect(item).toHaveLength(length);
      seek(reader, pieces, addresses[index]!);
      reader.at += length;
    }
  }
});

it('what is cut off makes room for others', () => {
  const log = createByteLog();
  for (const length of [10, PIECE, 2 * PIECE, 5]) add(log, length, 1);
  const end = addressOf(log);
  for (const length of [PIECE, 4 * PIECE, 1]) add(log, length, 2);
  cutBytes(log, end);
  expect(addressOf(log)).toBe(end);
  const address = add(log, 3, 3);
  const reader = createReader();
  seek(reader, log.pieces, address);
  expect([...reader.bytes.subarray(reader.at, reader.at + 3)]).toEqual([3, 3, 3]);
  cutBytes(log, 0);
  expect(add(log, 1, 1)).toBe(0);
});

it('a log that holds little takes little', () => {
  const log = createByteLog();
  add(log, 10, 1);
  expect(log.bytes.length).toBeLessThan(1000);
});
