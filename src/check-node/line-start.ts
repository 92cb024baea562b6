import { readSync } from 'node:fs';
import { newBytes } from '../text/byte-window.js';

const LF = 0x0a;
const PIECE = 64 * 1024;

/** Finds the first byte at an offset or behind it that begins a line; the size of the file where there is none. */
export function lineStart(fd: number, offset: number, size: number): number {
  if (offset <= 0) return 0;
  const bytes = newBytes(PIECE);
  for (let at = offset - 1; at < size; ) {
    const count = readSync(fd, bytes, 0, Math.min(PIECE, size - at), at);
    if (count === 0) return size;
    const feed = bytes.subarray(0, count).indexOf(LF);
    if (feed >= 0) return at + feed + 1;
    at += count;
  }
  return size;
}
