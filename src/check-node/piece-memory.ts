import { newBytes } from '../text/byte-window.js';
import { LEAST_ROOM, textKernel } from './fast/kernel/text-kernel.js';

/** How much of a file is read at once, in bytes. */
export const PIECE = LEAST_ROOM;

/** Memory that nobody has: many files need one, as long as they are read one after the other. */
let free: Uint8Array | undefined;
/** Whether somebody has that of the kernel. */
let isLent = false;

/**
 * Takes memory for one piece of a file. Of files that are longer than that, records are looked at in the memory of the
 * kernel: what lies there already is not copied. For the others it need not be made.
 */
export function takeMemory(isLong: boolean): Uint8Array {
  const pieces = isLong && !isLent ? textKernel()?.pieces : undefined;
  if (pieces) {
    isLent = true;
    return pieces;
  }
  const memory = free ?? newBytes(PIECE);
  free = undefined;
  return memory;
}

/** Gives it back. */
export function giveBack(memory: Uint8Array): void {
  // where it was not taken, there is no kernel yet to be asked for
  if (isLent && memory === textKernel()?.pieces) isLent = false;
  else free = memory;
}
