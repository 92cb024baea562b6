import { moduleText } from './module.js';

/** What looks at JSON strings in its own memory, many bytes at a time: WebAssembly, one for each thread. */
export interface TextKernel {
  /** Memory in which texts are looked at where they lie: one is read while another is looked at. */
  readonly pieces: readonly [Uint8Array, Uint8Array];
  /** Whether bytes lie in the memory. */
  holds(bytes: Uint8Array): boolean;
  /**
   * Copies bytes into the memory, as many of the first as there is room for, which are at least `LEAST_ROOM`; what was
   * copied before is gone.
   */
  copy(bytes: Uint8Array): Buffer;
  /** Another number whenever something was copied. */
  copies(): number;
  /**
   * The quote that ends a string of which the byte at `start` is one, before `limit`: its place, and `ESCAPED` added to
   * that where an escape stands before it. `OPEN` where no quote ends it, and less where it holds a control character,
   * an escape that JSON does not know, or half a surrogate pair without the other. All places are addresses in the
   * memory: the `byteOffset` of the bytes and the index among them.
   */
  sweep(start: number, limit: number): number;
  /** Goes to the contents of a string that is sound and valid UTF-8. */
  open(start: number, end: number): void;
  /** The place of the code point of a number in that string, which is its end for their count; -1 where there is none. */
  place(number: number): number;
}

export const ESCAPED = 2 ** 30;
export const OPEN = -1;

export const LEAST_ROOM = 2 * 1024 * 1024;

/** What the module keeps for itself at the start of its memory. */
const OWN = 64 * 1024;

/** What it may read behind the bytes that it looks at. */
const BEHIND = 64;

interface ModuleExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly sweep: TextKernel['sweep'];
  readonly open: TextKernel['open'];
  readonly place: TextKernel['place'];
}

let made: TextKernel | null | undefined;

/** The kernel of this thread; `undefined` where WebAssembly is not to be had. */
export function textKernel(): TextKernel | undefined {
  if (made === undefined) made = createKernel() ?? null;
  return made ?? undefined;
}

function createKernel(): TextKernel | undefined {
  const exports = instantiate();
  if (exports === undefined) return undefined;
  const { sweep, open, place } = exports;
  const { buffer } = exports.memory;
  const part = (index: number): Buffer =>
    Buffer.from(buffer, OWN + index * (LEAST_ROOM + BEHIND), LEAST_ROOM);
  const room = part(2);
  let copies = 0;
  return {
    pieces: [part(0), part(1)],
    holds: (bytes) => bytes.buffer === buffer,
    copy(bytes) {
      copies++;
      const length = Math.min(bytes.length, room.length);
      room.set(length < bytes.length ? bytes.subarray(0, length) : bytes);
      return room.subarray(0, length);
    },
    copies: () => copies,
    sweep,
    open,
    place,
  };
}

/** What of WebAssembly is used, which the types of Node do not have. */
interface Assembly {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** Makes the module, which is too small to be waited for. */
function instantiate(): ModuleExports | undefined {
  try {
    const { Module, Instance } = (globalThis as unknown as { WebAssembly: Assembly }).WebAssembly;
    return new Instance(new Module(Buffer.from(moduleText, 'base64'))).exports as ModuleExports;
  } catch {
    // a process without a compiler, or a processor without SIMD
    return undefined;
  }
}
