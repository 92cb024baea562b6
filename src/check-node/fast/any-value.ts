import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COMMA,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from '../../text/json/bytes.js';
import { LEAST_CUT } from './record-plan.js';
import type { StringScanner } from './string-scanner.js';

/** Deeper values are left to the exact reader, which knows the limit and says so. */
const DEEPEST = 60;

/** More keys open at one time are left to the exact reader: here each is held to all others. */
const MOST_KEYS = 256;

/** Longer integers may be more than a double can hold. */
const SAFE_DIGITS = 15;

const UNDERSCORE = 0x5f;

/** Looks at objects of which no schema says what is in them. */
export interface AnyReader {
  /** Goes to other memory, in which nothing may change while it is used. */
  open(bytes: Buffer): void;
  /**
   * The byte after the object whose `{` is the byte at `start`, if it is JSON: that is left to `JSON.parse`. -2 where the
   * bytes end before, and -1 wherever there might be more in them than `JSON.parse` would tell: a key given twice, an
   * integer beyond 2^53, half a surrogate pair, an escape in a key.
   */
  end(start: number): number;
  /** Where the contents of `text` in its `body` begin and end, if that is a long string; -1 otherwise. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** Makes a reader that goes where `strings` goes. */
export function createAnyReader(strings: StringScanner): AnyReader {
  let bytes: Buffer = Buffer.alloc(0);
  const keys = new Int32Array(MOST_KEYS);
  const keysBefore = new Int32Array(DEEPEST + 2);
  const inObject = new Uint8Array(DEEPEST + 2);
  /** Where the last key begins at each depth. */
  const keyAt = new Int32Array(DEEPEST + 2);
  let textStart = -1;
  let textEnd = -1;

  const stands = (key: Uint8Array, at: number): boolean => {
    for (let index = 0; index < key.length; index++) if (bytes[at + index] !== key[index]) return false;
    return true;
  };

  const isTextOfBody = (): boolean => inObject[2] === 1 && stands(BODY, keyAt[1]!) && stands(TEXT, keyAt[2]!);

  return {
    open(memory) {
      bytes = memory;
    },
    end(start) {
      textStart = -1;
      textEnd = -1;
      if (bytes[start] !== OPEN_OBJECT) return -1;
      const limit = bytes.length;
      let at = start + 1;
      let depth = 1;
      let known = 0;
      let atKey = true;
      keysBefore[1] = 0;
      inObject[1] = 1;
      while (at < limit) {
        const byte = bytes[at++]!;
        if (byte === QUOTE) {
          const text = at;
          if (atKey) {
            let hash = 0;
            for (; ; at++) {
              if (at >= limit) return -2;
              const next = bytes[at]!;
              if (next === QUOTE) break;
              if (next === BACKSLASH) return -1;
              hash = (Math.imul(hash, 31) + next) | 0;
            }
            if (bytes[text] === UNDERSCORE && bytes[text + 1] === UNDERSCORE) return -1;
            for (let key = keysBefore[depth]!; key < known; key++) if (keys[key] === hash) return -1;
            if (known === MOST_KEYS) return -1;
            keys[known++] = hash;
            keyAt[depth] = text;
            atKey = false;
          } else {
            at = strings.end(text);
            if (at < 0) return strings.isOpen ? -2 : -1;
            if (depth === 2 && at - text >= LEAST_CUT && isTextOfBody()) {
              textStart = text;
              textEnd = at;
            }
          }
          at++;
        } else if (byte === COMMA) {
          atKey = inObject[depth] === 1;
        } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
          if (++depth > DEEPEST) return -1;
          keysBefore[depth] = known;
          atKey = byte === OPEN_OBJECT;
          inObject[depth] = atKey ? 1 : 0;
        } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
          known = keysBefore[depth]!;
          atKey = false;
          if (--depth === 0) return at;
        } else if (byte >= 0x30 && byte <= 0x39) {
          const digits = at - 1;
          while (at < limit && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
          if (at - digits > SAFE_DIGITS || bytes[at] === 0x65 || bytes[at] === 0x45) return -1;
        }
      }
      return -2;
    },
    get textStart() {
      return textStart;
    },
    get textEnd() {
      return textEnd;
    },
  };
}

/** Keys, each with the quote behind it. */
const BODY = new TextEncoder().encode('body"');
const TEXT = new TextEncoder().encode('text"');
