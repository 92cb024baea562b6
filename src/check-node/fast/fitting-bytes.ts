import { codePointLength } from '../../primitives/code-points.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';
import type { FitCheck } from '../../rules/at-hand.js';
import { isSoundBoundary } from '../../rules/common/fitting-quotes.js';
import { BACKSLASH } from '../../text/json/bytes.js';
import type { TextKernel } from './kernel/text-kernel.js';

/** A quick look at texts that stand in JSON, without decoding them. */
export interface ByteFit {
  /**
   * Goes to the contents of a string, in bytes that lie in the memory of the kernel: valid UTF-8, with no escape but
   * those that JSON knows and no half of a surrogate pair without the other.
   */
  open(bytes: Buffer, start: number, end: number): void;
  /** Says of an anchor what `createFitCheck` says of it, or that it does not fit. */
  readonly fits: FitCheck;
}

const SMALL_U = 0x75;

/** Makes a quick look at texts in the memory of a kernel. */
export function createByteFit(kernel: Pick<TextKernel, 'open' | 'place'>): ByteFit {
  let bytes: Buffer = Buffer.alloc(0);
  let base = 0;
  let start = 0;
  let end = 0;
  /** Whether the kernel is at the text: few texts are quoted. */
  let isOpen = false;

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

  /** The place of the code point of a number; -1 where the text has ended before. */
  const placeOf = (number: number): number => {
    // WebAssembly would take a number beyond 2^32 for another
    if (number > end - start) return -1;
    if (!isOpen) kernel.open(base + start, base + end);
    isOpen = true;
    const place = kernel.place(number);
    return place < 0 ? -1 : place - base;
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
    const around = first - codePointLength(prefix);
    if (around < 0) return false;
    // One code point more is looked at where no prefix tells what stands before.
    const reach = prefix === '' && first > 0 ? first - 1 : around;
    const reached = placeOf(reach);
    if (reached < 0 || (reach < first && reached >= end)) return false;
    const before = first === 0 ? -1 : prefix === '' ? codePoint(reached) : lastPointOf(prefix);
    const from = prefix === '' && first > 0 ? reached + width(reached) : behind(prefix, reached);
    if (from < 0) return false;
    const to = behind(exact, from);
    if (to < 0 || first + codePointLength(exact) !== last || behind(suffix, to) < 0) return false;
    return (
      isSoundBoundary(before, exact.codePointAt(0)!, true) &&
      isSoundBoundary(lastPointOf(exact), to < end ? codePoint(to) : -1, false)
    );
  };

  return {
    open(memory, from, to) {
      bytes = memory;
      base = memory.byteOffset;
      start = from;
      end = to;
      isOpen = false;
    },
    fits,
  };
}

function lastPointOf(text: string): number {
  const last = text.charCodeAt(text.length - 1);
  return last >>> 10 === 0x37 ? text.codePointAt(text.length - 2)! : last;
}
