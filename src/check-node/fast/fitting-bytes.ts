import type { TextAnchor } from '../../primitives/text-anchor.js';
import type { FitCheck } from '../../rules/at-hand.js';
import { isSoundBoundary } from '../../rules/common/fitting-quotes.js';
import { BACKSLASH } from '../../text/json/bytes.js';
import { STRETCH, type TextNotes, wordsOf } from './string-scanner.js';

/** A quick look at texts that stand in JSON, without decoding them. */
export interface ByteFit {
  /**
   * Goes to the contents of a string, in bytes: valid UTF-8, with no escape but those that JSON knows and no half of a
   * surrogate pair without the other.
   */
  open(bytes: Buffer, start: number, end: number): void;
  /** Says of an anchor what `createFitCheck` says of it, or that it does not fit. */
  readonly fits: FitCheck;
}

const SMALL_U = 0x75;

/** Makes a quick look at texts. `notes` are those of the text that is open. */
export function createByteFit(notes: Readonly<TextNotes>): ByteFit {
  let bytes: Buffer = Buffer.alloc(0);
  // Four bytes at a time: most hold four characters.
  let base = 0;
  let words = new Int32Array(0);
  let start = 0;
  let end = 0;
  /** Places that were passed, and how many code points there are before them, as far as the text was counted. */
  let marks = new Int32Array(128);
  let marked = 0;
  /** Up to where the text was counted, how many of its bytes begin no code point, and how many escapes were passed. */
  let counted = 0;
  let more = 0;
  let passed = 0;
  /** How many stretches were counted. */
  let stretch = 0;

  /** How many bytes a code point takes that begins at a place. */
  const width = (at: number): number => {
    const byte = bytes[at]!;
    if (byte < 0x80) {
      if (byte !== BACKSLASH) return 1;
      if (bytes[at + 1] !== SMALL_U) return 2;
      // half of a pair: the other half follows
      return (bytes[at + 2]! | 0x20) === 0x64 && bytes[at + 3]! >= 0x38 ? 12 : 6;
    }
    return byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
  };

  const mark = (at: number, points: number): void => {
    if (marked * 2 === marks.length) {
      const larger = new Int32Array(marks.length * 2);
      larger.set(marks);
      marks = larger;
    }
    marks[marked * 2] = at;
    marks[marked * 2 + 1] = points;
    marked++;
  };

  /** Counts on to the end of the stretch, and sets a mark there, or behind the character that goes on. */
  const countOn = (): void => {
    const stop = Math.min(((counted + base) & -STRETCH) + STRETCH - base, end);
    more += notes.continuing[stretch++]!;
    counted = stop;
    let at = stop;
    while (passed < notes.count && notes.escapes[passed]! < stop) {
      const place = notes.escapes[passed++]!;
      const bytesOfIt = width(place);
      more += bytesOfIt - 1;
      at = Math.max(at, place + bytesOfIt);
    }
    let rest = 0;
    while (at < end && (bytes[at]! & 0xc0) === 0x80) {
      at++;
      rest++;
    }
    mark(at, at - start - more - rest);
  };

  /** The place of the code point of a number; -1 where the text has ended before. */
  const placeOf = (number: number): number => {
    while (marks[marked * 2 - 1]! < number && counted < end) countOn();
    const kept = marks;
    const fours = words;
    const shift = base;
    let low = 0;
    let high = marked - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (kept[middle * 2 + 1]! <= number) low = middle;
      else high = middle - 1;
    }
    let at = kept[low * 2]!;
    let points = kept[low * 2 + 1]!;
    // Where each byte is a character there is nothing to count.
    if (low + 1 < marked && kept[low * 2 + 3]! - points === kept[low * 2 + 2]! - at)
      return at + number - points;
    while (points < number && at < end) {
      if (
        ((at + shift) & 3) === 0 &&
        number - points >= 4 &&
        end - at >= 4 &&
        isPlainText(fours[(at + shift) >> 2]!)
      ) {
        at += 4;
        points += 4;
        continue;
      }
      at += width(at);
      points++;
    }
    return points === number ? at : -1;
  };

  /** The code point at a place. */
  const codePoint = (at: number): number => {
    const byte = bytes[at]!;
    if (byte >= 0x80) {
      const second = bytes[at + 1]! & 0x3f;
      if (byte < 0xe0) return ((byte & 0x1f) << 6) | second;
      const third = bytes[at + 2]! & 0x3f;
      if (byte < 0xf0) return ((byte & 0x0f) << 12) | (second << 6) | third;
      return ((byte & 0x07) << 18) | (second << 12) | (third << 6) | (bytes[at + 3]! & 0x3f);
    }
    if (byte !== BACKSLASH) return byte;
    const escaped = JSON.parse(`"${bytes.latin1Slice(at, at + width(at))}"`) as string;
    return escaped.codePointAt(0)!;
  };

  /** The place behind words that stand at a place; -1 where others do. */
  const behind = (text: string, from: number): number => {
    let at = from;
    for (let index = 0; index < text.length; index++) {
      if (at >= end) return -1;
      const unit = text.charCodeAt(index);
      const byte = bytes[at]!;
      if (unit < 0x80 && byte !== BACKSLASH) {
        if (byte !== unit) return -1;
        at++;
        continue;
      }
      const point = text.codePointAt(index)!;
      if (codePoint(at) !== point) return -1;
      if (point > 0xffff) index++;
      at += width(at);
    }
    return at;
  };

  const fits = ({ exact, prefix = '', suffix = '', start: first, end: last }: TextAnchor): boolean => {
    if (first === undefined || last === undefined || exact === '') return false;
    const around = first - lengthOf(prefix);
    if (around < 0) return false;
    // One code point more is looked at where no prefix tells what stands before.
    const reach = prefix === '' && first > 0 ? first - 1 : around;
    const reached = placeOf(reach);
    if (reached < 0 || (reach < first && reached >= end)) return false;
    const before = first === 0 ? -1 : prefix === '' ? codePoint(reached) : lastPointOf(prefix);
    const from = prefix === '' && first > 0 ? reached + width(reached) : behind(prefix, reached);
    if (from < 0) return false;
    const to = behind(exact, from);
    if (to < 0 || first + lengthOf(exact) !== last || behind(suffix, to) < 0) return false;
    return (
      isSoundBoundary(before, exact.codePointAt(0)!, true) &&
      isSoundBoundary(lastPointOf(exact), to < end ? codePoint(to) : -1, false)
    );
  };

  return {
    open(memory, from, to) {
      if (memory !== bytes) {
        bytes = memory;
        base = memory.byteOffset & 3;
        words = wordsOf(memory);
      }
      start = from;
      end = to;
      marked = 0;
      counted = from;
      more = 0;
      passed = 0;
      stretch = 0;
      mark(start, 0);
    },
    fits,
  };
}

/** Whether each of four bytes is a character: ASCII, and no backslash, which is found by the borrow of a subtraction. */
function isPlainText(four: number): boolean {
  const other = four ^ 0x5c5c5c5c;
  return ((four | ((other - 0x01010101) & ~other)) & 0x80808080) === 0;
}

function lengthOf(text: string): number {
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    if (text.charCodeAt(index) >>> 10 !== 0x36) length++;
  }
  return length;
}

function lastPointOf(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >>> 10 === 0x37 ? text.codePointAt(text.length - 2)! : last;
}
