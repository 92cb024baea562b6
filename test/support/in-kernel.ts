import { textKernel } from '../../src/check-node/fast/kernel/text-kernel.js';

/** The kernel that tests look at texts with. */
export const kernel = textKernel()!;

/**
 * Lays bytes into the memory of the kernel, a few bytes behind where it begins, and others behind them. What was laid
 * there before is gone.
 */
export function inKernel(bytes: Uint8Array, before = 3, behind = ''): Buffer {
  const memory = Buffer.concat([Buffer.alloc(before, '{'), bytes, Buffer.from(behind)]);
  return kernel.copy(memory).subarray(before, before + bytes.length);
}
