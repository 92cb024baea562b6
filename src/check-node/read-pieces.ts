import { read, readSync } from 'node:fs';
import type { Span } from '../text/problem.js';
import { giveBack, PIECE, takeMemory } from './piece-memory.js';

/**
 * Reads a span of an open file of some size, piece by piece. A piece is good until the next is asked for. Of a long file
 * the next is read while one is looked at; others get their turn in between.
 */
export async function* readPieces(
  fd: number,
  { start, end }: Span,
  size: number,
): AsyncGenerator<Uint8Array, void, undefined> {
  const memory = takeMemory(Math.min(end, size) - start > PIECE);
  let ahead: Promise<number> | undefined;
  try {
    let buffer = memory[0]!;
    let count = readSync(fd, buffer, 0, Math.min(PIECE, end - start), start);
    let at = start + count;
    for (let turn = 1; count > 0; turn++) {
      const next = memory[turn % memory.length]!;
      const most = Math.min(PIECE, end - at);
      ahead = next === buffer || most === 0 ? undefined : readInto(fd, next, most, at);
      yield buffer.subarray(0, count);
      if (most === 0) return;
      if (ahead === undefined) await new Promise<void>((resolve) => setImmediate(resolve));
      count = ahead === undefined ? readSync(fd, next, 0, most, at) : await ahead;
      at += count;
      buffer = next;
    }
  } finally {
    // memory that is written to is nobody else's
    await ahead?.catch(() => undefined);
    giveBack(memory);
  }
}

/** Reads into memory without waiting. What goes wrong is told to who waits for it, and to nobody before. */
function readInto(fd: number, memory: Uint8Array, length: number, position: number): Promise<number> {
  const reading = new Promise<number>((resolve, reject) => {
    read(fd, memory, 0, length, position, (error, count) => (error ? reject(error) : resolve(count)));
  });
  reading.catch(() => undefined);
  return reading;
}
