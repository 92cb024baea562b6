import { isAscii } from 'node:buffer';

/**
 * What stands in a skeleton for what was cut out of `body`: a text like any other, so that the schema has it, and of
 * ASCII, for a string of wider characters takes longer to parse.
 */
export const CUT = '-';

/** Strings of a body with fewer bytes than this stay: cutting them would cost more than parsing them. */
const LEAST_CUT = 256;

/** Bytes of a string that are looked at one by one before the rest is searched for its end. */
const NEAR = 48;

/** Deeper records are left to the exact reader, which knows the limit and says so. */
const DEEPEST = 60;

/** More keys open at one time are left to the exact reader. */
const MOST_KEYS = 4096;

/** Longer integers may be more than a double can hold. */
const SAFE_DIGITS = 15;

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const SMALL_U = 0x75;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const UNDERSCORE = 0x5f;

/** A record without the long texts of its body. */
export interface Skeleton {
  /** Valid JSON if `JSON.parse` reads it: what is not there was judged already. */
  readonly json: string;
  /** The byte after the record. */
  readonly end: number;
  /** Where the contents of the plain text of the body begin and end, in bytes; -1 where it was not cut out. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** Where the escapes of a string begin, in their order. */
export interface Escapes {
  at: Int32Array;
  count: number;
}

/** Reads skeletons of the records in one piece of memory. */
export interface SkeletonReader {
  /** Goes to other memory, in which nothing may change while it is used. */
  open(bytes: Buffer): void;
  /** The escapes in the plain text of the body that was cut out last. */
  readonly escapes: Readonly<Escapes>;
  /**
   * Reads the record whose `{` is the byte at `start`. `null` where it does not end before `limit`; `undefined` wherever
   * anything in its bytes might be more than `JSON.parse` would tell: a key given twice, an integer beyond 2^53, half a
   * surrogate pair, a control character, an escape in a key. `undefined` is a doubt, not a verdict. The bytes must be
   * valid UTF-8, and `ascii` says that they are nothing but ASCII.
   */
  read(start: number, limit: number, ascii: boolean): Skeleton | null | undefined;
}

/** Makes a reader of skeletons. */
export function createSkeletonReader(): SkeletonReader {
  let bytes: Buffer = Buffer.alloc(0);
  // Four bytes at a time: a control character is found by the borrow of a subtraction.
  let base = 0;
  let words = new Int32Array(0);
  const keys = new Int32Array(MOST_KEYS);
  const keysBefore = new Int32Array(DEEPEST + 2);
  const inObject = new Uint8Array(DEEPEST + 2);
  const escapes: Escapes = { at: new Int32Array(64), count: 0 };
  /** The first backslash from a byte on. */
  let nextBackslash = -1;
  let searchedFrom = 0;

  const hasBackslash = (start: number, end: number): boolean => {
    // A record that was not whole was read too far: the next begins before.
    if (nextBackslash < start || start < searchedFrom) {
      searchedFrom = start;
      const found = bytes.indexOf(BACKSLASH, start);
      nextBackslash = found < 0 ? bytes.length : found;
    }
    return nextBackslash < end;
  };

  const hasControl = (start: number, end: number): boolean => {
    let at = start;
    while (at < end && ((at + base) & 3) !== 0) if (bytes[at++]! < 0x20) return true;
    const last = (end + base) >> 2;
    let word = (at + base) >> 2;
    for (; word < last; word++) {
      const four = words[word]!;
      if ((four - 0x20202020) & ~four & 0x80808080) return true;
    }
    at = Math.max(at, (word << 2) - base);
    while (at < end) if (bytes[at++]! < 0x20) return true;
    return false;
  };

  /** The quote that ends a string whose contents begin at `from` or before; -1 if there is none before `end`. */
  const endOfString = (from: number, end: number): number => {
    for (let at = from; ; ) {
      const quote = bytes.indexOf(QUOTE, at);
      if (quote < 0 || quote >= end) return -1;
      let before = quote - 1;
      while (bytes[before] === BACKSLASH) before--;
      // An even number of backslashes leaves the quote a quote.
      if (((quote - before) & 1) === 1) return quote;
      at = quote + 1;
    }
  };

  return {
    escapes,
    open(memory) {
      bytes = memory;
      base = memory.byteOffset & 3;
      words = wordsOf(memory);
      nextBackslash = -1;
    },
    read(start, limit, ascii) {
      if (bytes[start] !== OPEN_OBJECT) return undefined;
      let at = start + 1;
      let depth = 1;
      let known = 0;
      let atKey = true;
      let inBody = false;
      let atText = false;
      let from = start;
      let json = '';
      let textStart = -1;
      let textEnd = -1;
      keysBefore[1] = 0;
      inObject[1] = 1;
      const piece = (upTo: number): string =>
        ascii || isAscii(bytes.subarray(from, upTo))
          ? bytes.latin1Slice(from, upTo)
          : bytes.utf8Slice(from, upTo);

      while (at < limit) {
        const byte = bytes[at++]!;
        if (byte === QUOTE) {
          const text = at;
          if (atKey) {
            let hash = 0;
            for (; ; at++) {
              if (at >= limit) return null;
              const next = bytes[at]!;
              if (next === QUOTE) break;
              if (next === BACKSLASH) return undefined;
              hash = (Math.imul(hash, 31) + next) | 0;
            }
            if (bytes[text] === UNDERSCORE && bytes[text + 1] === UNDERSCORE) return undefined;
            for (let key = keysBefore[depth]!; key < known; key++) if (keys[key] === hash) return undefined;
            if (known === MOST_KEYS) return undefined;
            keys[known++] = hash;
            atKey = false;
            if (depth === 1) inBody = at - text === 4 && isBody(bytes, text);
            if (depth <= 2) atText = inBody && depth === 2 && at - text === 4 && isText(bytes, text);
            at++;
            continue;
          }
          const near = Math.min(limit, text + NEAR);
          while (at < near && bytes[at] !== QUOTE && bytes[at] !== BACKSLASH) at++;
          if (at === near || bytes[at] === BACKSLASH) {
            at = endOfString(at, limit);
            if (at < 0) return null;
            const isCut = inBody && at - text >= LEAST_CUT;
            const isText = isCut && atText && depth === 2;
            if (isText) {
              textStart = text;
              textEnd = at;
              escapes.count = 0;
            }
            if (hasBackslash(text, at) && !escapesAreSound(bytes, text, at, isText ? escapes : undefined)) {
              return undefined;
            }
            if (isCut) {
              if (hasControl(text, at)) return undefined;
              json += piece(text) + CUT;
              from = at;
            }
          }
          at++;
        } else if (byte === COMMA) {
          atKey = inObject[depth] === 1;
        } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
          if (++depth > DEEPEST) return undefined;
          keysBefore[depth] = known;
          atKey = byte === OPEN_OBJECT;
          inObject[depth] = atKey ? 1 : 0;
        } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
          known = keysBefore[depth]!;
          atKey = false;
          if (--depth === 0) return { json: json + piece(at), end: at, textStart, textEnd };
        } else if (byte >= 0x30 && byte <= 0x39) {
          const digits = at - 1;
          while (at < limit && bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
          if (at - digits > SAFE_DIGITS || bytes[at] === 0x65 || bytes[at] === 0x45) return undefined;
        }
      }
      return null;
    },
  };
}

/** The memory of bytes, from the word on that the first of them is in, in whole words. */
export function wordsOf({ buffer, byteOffset, length }: Buffer): Int32Array<ArrayBuffer> {
  const base = byteOffset & 3;
  return new Int32Array(buffer as ArrayBuffer, byteOffset - base, (length + base) >> 2);
}

function isBody(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x62 && bytes[at + 1] === 0x6f && bytes[at + 2] === 0x64 && bytes[at + 3] === 0x79;
}

function isText(bytes: Buffer, at: number): boolean {
  return bytes[at] === 0x74 && bytes[at + 1] === 0x65 && bytes[at + 2] === 0x78 && bytes[at + 3] === 0x74;
}

/**
 * Whether every escape is one that JSON knows, and every half of a surrogate pair has its other half. Notes where they
 * begin, where that is wanted; a pair is one.
 */
function escapesAreSound(bytes: Buffer, start: number, end: number, noted: Escapes | undefined): boolean {
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
    if (noted !== undefined) note(noted, at);
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

function note(noted: Escapes, at: number): void {
  if (noted.count === noted.at.length) {
    const larger = new Int32Array(noted.count * 2);
    larger.set(noted.at);
    noted.at = larger;
  }
  noted.at[noted.count++] = at;
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
