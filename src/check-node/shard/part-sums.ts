import { crc32 } from 'node:zlib';
import type { PartOpener } from '../../check/open-part.js';
import type { Part } from '../../check/part.js';
import type { FileSource } from '../file-source.js';

/** What parts were read from, as a number: the CRC-32 of the bytes, which tells what changed from what did not. */
export interface PartSums {
  /** Opens a part whose bytes are summed up as it takes them. */
  readonly open: PartOpener;
  /** The sum of the bytes of a part that was opened here. */
  of(part: Part): number;
}

/** Sums up the bytes of what is opened. */
export function createPartSums(open: PartOpener): PartSums {
  const sums = new WeakMap<Part, number>();
  const of = (part: Part): number => sums.get(part) ?? 0;
  return {
    open(...asked) {
      const opened = open(...asked);
      const { part } = opened;
      return {
        ...opened,
        write(piece) {
          sums.set(part, crc32(piece, of(part)));
          return opened.write(piece);
        },
      };
    },
    of,
  };
}

/** A part that was read, if it could be, and the sum of its bytes. */
interface Summed {
  readonly part?: Pick<Part, 'start' | 'end'> | undefined;
  readonly sum?: number | undefined;
}

/** Whether a file holds what parts of it, in their order, were read from. */
export async function holdsStill(source: FileSource, parts: readonly Summed[]): Promise<boolean> {
  const read = parts.flatMap(({ part, sum }) => (part ? [{ ...part, sum, now: 0 }] : []));
  const last = read.at(-1)?.end ?? 0;
  let at = 0;
  await source.feed((piece) => {
    for (const one of read) {
      const [from, to] = [Math.max(one.start - at, 0), Math.min(one.end - at, piece.length)];
      if (from < to) one.now = crc32(piece.subarray(from, to), one.now);
    }
    at += piece.length;
    return at < last;
  });
  return read.every(({ sum, now }) => sum === now);
}
