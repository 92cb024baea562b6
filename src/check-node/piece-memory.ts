import { newBytes } from '../text/byte-window.js';
import { LEAST_ROOM, textKernel } from './fast/kernel/text-kernel.js';

/** How much of a file is read at once, in bytes. */
export const PIECE = LEAST_ROOM;

/** Memory for pieces of a file that are read in turns: into one while the other is looked at, if there are two. */
export type PieceMemory = readonly Uint8Array[];

/** Memory that nobody has: many files need one, as long as they are read one after the other. */
let free: PieceMemory | undefined;
/** Whether somebody has that of the kernel. */
let isLent = false;

/**
 * Takes memory for the pieces of a file. Of files that are longer than one, records are looked at in the memory of the
 * kernel: what lies there already is not copied. For the others it need not be made.
 */
export function takeMemory(isLong: boolean): PieceMemory {
  const pieces = isLong && !isLent ? textKernel()?.pieces : undefined;
  if (pieces) {
    isLent = true;
    return pieces;
  }
  const memory = free ?? [newBytes(PIECE)];
  free = undefined;
  return memory;
}

/** Gives it back. */
export function giveBack(memory: PieceMemory): void {
  // where it was not taken, there is no kernel yet to be asked for
  if (isLent && memory === textKernel()?.pieces) isLent = false;
  else free = memory;
}
