import { BACKSLASH, QUOTE } from '../../text/json/bytes.js';
import { closingQuote } from '../../text/json/closing-quote.js';

const SMALL_U = 0x75;

/** Bytes of a string that are looked at one by one before the rest is searched for its end. */
const NEAR = 64;

/** Bytes of a string that are counted together: those between two such places of the memory, or fewer at either end. */
export const STRETCH = 256;

/** What is noted of a long string. */
export interface TextNotes {
  /** Where its escapes begin, in their order, and how many there are; a surrogate pair is one. */
  escapes: Int32Array;
  count: number;
  /** How many bytes of each stretch go on with a code point. */
  continuing: Int32Array;
}

/** Makes room for notes. */
export const createNotes = (): TextNotes => ({
  escapes: new Int32Array(64),
  count: 0,
  continuing: new Int32Array(64),
});

/** Finds where JSON strings end in one piece of memory that is valid UTF-8, and whether they are right. */
export interface StringScanner {
  /** Goes to other memory, in which nothing may change while it is used. */
  open(bytes: Buffer): void;
  /**
   * The quote that ends the string whose contents begin at `start`; -1 where there is none, or where the string holds a
   * control character, an escape that JSON does not know, or half a surrogate pair without the other. What is
   * noted of it is only what was asked for, and only of strings that are not short.
   */
  end(start: number, noted?: TextNotes): number;
  /** Whether the last string does not end in the memory. */
  isOpen: boolean;
  /** Whether the last string that was found has an escape. */
  isEscaped: boolean;
  /** Whether it may hold more than ASCII. */
  isWide: boolean;
}

/** Makes a scanner. */
export function createStringScanner(): StringScanner {
  let bytes: Buffer = Buffer.alloc(0);
  // Four bytes at a time: a control character is found by the borrow of a subtraction.
  let base = 0;
  let words = new Int32Array(0);
  /** The first backslash from a byte on. */
  let nextBackslash = -1;
  let searchedFrom = 0;
  const unused = createNotes();

  const hasBackslash = (start: number, end: number): boolean => {
    // A record that was not whole was read too far: the next begins before.
    if (nextBackslash < start || start < searchedFrom) {
      searchedFrom = start;
      const found = bytes.indexOf(BACKSLASH, start);
      nextBackslash = found < 0 ? bytes.length : found;
    }
    return nextBackslash < end;
  };

  /** Whether a string holds a control character; counts bytes that go on with a code point, stretch by stretch. */
  const hasControl = (start: number, end: number, continuing: Int32Array): boolean => {
    // What a loop reads is looked up once, not at each turn.
    const memory = bytes;
    const fours = words;
    const shift = base;
    let stretch = 0;
    for (let at = start; at < end; ) {
      const stop = Math.min(((at + shift) & -STRETCH) + STRETCH - shift, end);
      let count = 0;
      for (; at < stop && ((at + shift) & 3) !== 0; at++) {
        const byte = memory[at]!;
        if (byte < 0x20) return true;
        if ((byte & 0xc0) === 0x80) count++;
      }
      const last = (stop + shift) >> 2;
      let word = (at + shift) >> 2;
      for (; word + 4 <= last; word += 4) {
        const one = fours[word]!;
        const two = fours[word + 1]!;
        const three = fours[word + 2]!;
        const four = fours[word + 3]!;
        if ((control(one) | control(two) | control(three) | control(four)) !== 0) return true;
        if (((one | two | three | four) & 0x80808080) !== 0) {
          count += continuingIn(one) + continuingIn(two) + continuingIn(three) + continuingIn(four);
        }
      }
      for (at = Math.max(at, (word << 2) - shift); at < stop; at++) {
        const byte = memory[at]!;
        if (byte < 0x20) return true;
        if ((byte & 0xc0) === 0x80) count++;
      }
      continuing[stretch++] = count;
    }
    return false;
  };

  const far = (start: number, from: number, noted: TextNotes): number => {
    const quote = from < bytes.length ? closingQuote(bytes, from) : -1;
    scanner.isOpen = quote < 0;
    if (quote < 0) return -1;
    const stretches = Math.ceil((quote - start) / STRETCH) + 1;
    if (noted.continuing.length < stretches) noted.continuing = new Int32Array(2 * stretches);
    noted.count = 0;
    if (hasControl(start, quote, noted.continuing)) return -1;
    scanner.isWide = true;
    scanner.isEscaped = hasBackslash(from, quote);
    return scanner.isEscaped && !escapesAreSound(bytes, from, quote, noted) ? -1 : quote;
  };

  const scanner: StringScanner = {
    isOpen: false,
    isEscaped: false,
    isWide: false,
    open(memory) {
      bytes = memory;
      base = memory.byteOffset & 3;
      words = wordsOf(memory);
      nextBackslash = -1;
    },
    end(start, noted = unused) {
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
      return far(start, at, noted);
    },
  };
  return scanner;
}

/** The memory of bytes, from the word on that the first of them is in, in whole words. */
export function wordsOf({ buffer, byteOffset, length }: Buffer): Int32Array<ArrayBuffer> {
  const base = byteOffset & 3;
  return new Int32Array(buffer as ArrayBuffer, byteOffset - base, (length + base) >> 2);
}

/** Not 0 where one of four bytes is a control character, and all of them are to be looked at one by one elsewhere. */
function control(four: number): number {
  return (four - 0x20202020) & ~four & 0x80808080;
}

/** How many of four bytes go on with a code point. */
function continuingIn(four: number): number {
  const ones = (four >>> 7) & ~(four >>> 6) & 0x01010101;
  return Math.imul(ones, 0x01010101) >>> 24;
}

/** Whether every escape is one that JSON knows, and every half of a surrogate pair has its other half. */
function escapesAreSound(bytes: Buffer, start: number, end: number, noted: TextNotes): boolean {
  let at = start;
  while (at < end) {
    if (bytes[at] !== BACKSLASH) {
      // Escapes come in clusters: look at a few bytes before asking for a search.
      const near = Math.min(end, at + 16);
      while (at < near && bytes[at] !== BACKSLASH) at++;
      if (at < near) continue;
      const next = bytes.indexOf(BACKSLASH, at);
      if (next < 0 || next >= end) return true;
      at = next;
    }
    note(noted, at);
    const kind = bytes[at + 1]!;
    if (kind !== SMALL_U) {
      if (!isSimpleEscape(kind)) return false;
      at += 2;
      continue;
    }
    const unit = hexUnit(bytes, at + 2, end);
    if (unit < 0 || (unit >= 0xdc00 && unit <= 0xdfff)) return false;
    at += 6;
    if (unit >= 0xd800 && unit <= 0xdbff) {
      if (bytes[at] !== BACKSLASH || bytes[at + 1] !== SMALL_U) return false;
      const low = hexUnit(bytes, at + 2, end);
      if (low < 0xdc00 || low > 0xdfff) return false;
      at += 6;
    }
  }
  return true;
}

function note(noted: TextNotes, at: number): void {
  if (noted.count === noted.escapes.length) {
    const larger = new Int32Array(noted.count * 2);
    larger.set(noted.escapes);
    noted.escapes = larger;
  }
  noted.escapes[noted.count++] = at;
}

/** Whether a byte behind a backslash is one of `"`, `\\`, `/`, `b`, `f`, `n`, `r` and `t`. */
function isSimpleEscape(byte: number): boolean {
  switch (byte) {
    case QUOTE:
    case BACKSLASH:
    case 0x2f:
    case 0x62:
    case 0x66:
    case 0x6e:
    case 0x72:
    case 0x74:
      return true;
    default:
      return false;
  }
}

/** The UTF-16 unit that four hexadecimal digits name; -1 where they are not four. */
function hexUnit(bytes: Buffer, start: number, end: number): number {
  if (start + 4 > end) return -1;
  let unit = 0;
  for (let at = start; at < start + 4; at++) {
    const byte = bytes[at]!;
    const digit =
      byte >= 0x30 && byte <= 0x39
        ? byte - 0x30
        : (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66
          ? (byte | 0x20) - 0x57
          : -1;
    if (digit < 0) return -1;
    unit = unit * 16 + digit;
  }
  return unit;
}
