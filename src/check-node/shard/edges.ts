import { createHash } from 'node:crypto';
import { readSync } from 'node:fs';
import { whileOpen } from '../open-files.js';

/** How many bytes on either side of a cut are looked at. */
const AROUND = 4096;

/**
 * The SHA-256 of the bytes around a cut in a file: whoever has the other side of the cut must have the same there.
 * `undefined` where the file cannot be read any more.
 */
export function edgeAt(path: string, offset: number): string | undefined {
  try {
    return whileOpen(path, (fd) => {
      const bytes = new Uint8Array(2 * AROUND);
      const start = Math.max(0, offset - AROUND);
      const count = readSync(fd, bytes, 0, offset + AROUND - start, start);
      return createHash('sha256').update(bytes.subarray(0, count)).digest('hex');
    });
  } catch {
    return undefined;
  }
}
