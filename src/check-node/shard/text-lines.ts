import { closeSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';
import { openToRead } from '../open-files.js';

const PIECE = 1024 * 1024;

/** Reads the lines of a file, one after the other. */
export function* textLines(path: string): Generator<string, void, undefined> {
  const fd = openToRead(path);
  try {
    const bytes = Buffer.alloc(PIECE);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    for (let count = readSync(fd, bytes); count > 0; count = readSync(fd, bytes)) {
      const lines = (rest + decoder.write(bytes.subarray(0, count))).split('\n');
      rest = lines.pop()!;
      yield* lines;
    }
    if (rest !== '') yield rest;
  } finally {
    closeSync(fd);
  }
}
