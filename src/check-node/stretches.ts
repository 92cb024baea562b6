import { readSync } from 'node:fs';
import { formatOfName } from '../text/detect-format.js';
import type { TextFormat } from '../text/document.js';
import type { Span } from '../text/problem.js';
import type { InputFile } from './find-files.js';
import { whileOpen } from './open-files.js';
import { isGzip } from './unpack.js';

/** A file, or the lines of it that begin in a span of its bytes, to be read by itself. */
export interface Stretch {
  readonly file: InputFile;
  /** Absent where the file is read as a whole. */
  readonly lines?: Span | undefined;
}

/**
 * Cuts a file so that each stretch ends where a cut would be, or at the end of the line that stands there. Only NDJSON
 * that is not packed can be cut: any other file is one stretch.
 */
export function cutFile(file: InputFile, cuts: readonly number[], input: TextFormat | 'auto'): Stretch[] {
  const inside = cuts.filter((cut) => cut > 0 && cut < file.size);
  if (inside.length === 0 || !canBeCut(file, input)) return [{ file }];
  const bounds = [0, ...inside, file.size];
  return bounds.slice(1).map((end, index) => ({ file, lines: { start: bounds[index]!, end } }));
}

function canBeCut({ name, path }: InputFile, input: TextFormat | 'auto'): boolean {
  if ((input === 'auto' ? formatOfName(name) : input) !== 'ndjson') return false;
  try {
    return whileOpen(path, (fd) => {
      const first = new Uint8Array(2);
      readSync(fd, first, 0, 2, 0);
      return !isGzip(first);
    });
  } catch {
    // Whoever reads it says why that cannot be done.
    return false;
  }
}
