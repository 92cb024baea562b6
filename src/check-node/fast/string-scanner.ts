import { BACKSLASH, QUOTE } from '../../text/json/bytes.js';
import { ESCAPED, OPEN, type TextKernel } from './kernel/text-kernel.js';

/** Bytes of a string that are looked at here before the kernel is called for the rest. */
const NEAR = 64;

/** Finds where JSON strings end in one piece of memory that is valid UTF-8, and whether they are right. */
export interface StringScanner {
  /** Goes to other bytes, in the memory of the kernel, in which nothing may change while they are used. */
  open(bytes: Buffer): void;
  /**
   * The quote that ends the string whose contents begin at `start`; -1 where there is none, or where the string holds a
   * control character, an escape that JSON does not know, or half a surrogate pair without the other.
   */
  end(start: number): number;
  /** Whether the last string does not end in the memory. */
  isOpen: boolean;
  /** Whether the last string that was found has an escape. */
  isEscaped: boolean;
  /** Whether it may hold more than ASCII. */
  isWide: boolean;
}

/** Makes a scanner. */
export function createStringScanner({ sweep }: Pick<TextKernel, 'sweep'>): StringScanner {
  let bytes: Buffer = Buffer.alloc(0);
  let base = 0;

  const far = (from: number): number => {
    const found = sweep(base + from, base + bytes.length);
    scanner.isOpen = found === OPEN;
    if (found < 0) return -1;
    scanner.isWide = true;
    scanner.isEscaped = found >= ESCAPED;
    return (scanner.isEscaped ? found - ESCAPED : found) - base;
  };

  const scanner: StringScanner = {
    isOpen: false,
    isEscaped: false,
    isWide: false,
    open(memory) {
      bytes = memory;
      base = memory.byteOffset;
    },
    end(start) {
      const memory = bytes;
      let all = 0;
      let at = start;
      for (const near = start + NEAR; at < near; at++) {
        const byte = memory[at]!;
        if (byte === QUOTE) {
          scanner.isEscaped = false;
          scanner.isWide = all > 0x7f;
          return at;
        }
        // behind the last byte there is none that is greater
        if (byte === BACKSLASH || !(byte >= 0x20)) break;
        all |= byte;
      }
      return far(at);
    },
  };
  return scanner;
}
