import { visitGraphemes } from '../graphemes.js';
import { type FoldKind, foldGrapheme } from './fold-grapheme.js';

/**
 * A text after typographic folding, and where each of its UTF-16 units came from. What cannot be taken apart, a
 * grapheme or a run that was folded into one, is a unit of folding: all that it folds to has the same start and end.
 */
export interface FoldedText {
  readonly folded: string;
  /** By unit of `folded`, ascending: where what it was folded from begins in the text, in UTF-16 units. */
  readonly starts: Uint32Array;
  /** By unit of `folded`, ascending: where what it was folded from ends in the text, exclusive. */
  readonly ends: Uint32Array;
}

/** A dash before one of these may be a sign, and two may be a dash and a sign. */
const beginsNumber = /^[\p{N}\p{Sc}.,]/u;

const isPlainAscii = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x30 && unit <= 0x39);

/** Folds a text and keeps where everything came from. Takes time in proportion to its length. */
export function foldText(text: string): FoldedText {
  const output = createOutput(text);
  let runKind: FoldKind = 'plain';
  /** Starts and ends of the members of a run that the next grapheme may go on. */
  let run: number[] = [];

  /** Ends a run; `next` is what comes after it. */
  const endRun = (next: string): void => {
    const last = run.length - 1;
    if (runKind === 'space' || (runKind === 'dash' && last > 1 && !beginsNumber.test(next))) {
      output.add(runKind === 'space' ? ' ' : '-', run[0]!, run[last]!);
    } else if (runKind === 'dash') {
      for (let i = 0; i < last; i += 2) output.add('-', run[i]!, run[i + 1]!);
    } else {
      // two single marks are a double one, as typewriters and wires write it
      for (let i = 0; i < last; i += 4) {
        if (i + 3 <= last) output.add('"', run[i]!, run[i + 3]!);
        else output.add("'", run[i]!, run[i + 1]!);
      }
    }
    run = [];
    runKind = 'plain';
  };

  visitGraphemes(text, (start, end) => {
    if (isPlainAscii(text.charCodeAt(start)) && end === start + 1) {
      if (runKind !== 'plain') endRun(text[start]!);
      output.addUnchanged(start, end);
      return;
    }
    const { folded, kind } = foldGrapheme(text.slice(start, end));
    if (folded === '') return;
    if (runKind !== 'plain' && runKind !== kind) endRun(folded);
    if (kind === 'plain') {
      output.add(folded, start, end);
    } else {
      runKind = kind;
      run.push(start, end);
    }
  });
  if (runKind !== 'plain') endRun('');
  return output.finish();
}

interface Output {
  /** Adds a unit that folds to itself. */
  addUnchanged(start: number, end: number): void;
  add(folded: string, start: number, end: number): void;
  finish(): FoldedText;
}

function createOutput(text: string): Output {
  let folded = '';
  let starts = new Uint32Array(text.length + 16);
  let ends = new Uint32Array(text.length + 16);
  let length = 0;
  /** What is not yet in `folded` because more that folds to itself may follow. */
  let copyStart = 0;
  let copyEnd = 0;

  const map = (units: number, start: number, end: number): void => {
    if (length + units > starts.length) {
      starts = grown(starts, units);
      ends = grown(ends, units);
    }
    starts.fill(start, length, length + units);
    ends.fill(end, length, length + units);
    length += units;
  };
  const copy = (): void => {
    folded += text.slice(copyStart, copyEnd);
    copyEnd = copyStart;
  };
  const addUnchanged: Output['addUnchanged'] = (start, end) => {
    if (start !== copyEnd) {
      copy();
      copyStart = start;
    }
    copyEnd = end;
    if (end === start + 1 && length < starts.length) {
      starts[length] = start;
      ends[length++] = end;
    } else {
      map(end - start, start, end);
    }
  };
  return {
    addUnchanged,
    add(unit, start, end) {
      if (unit.length === end - start && text.startsWith(unit, start)) {
        addUnchanged(start, end);
        return;
      }
      copy();
      folded += unit;
      map(unit.length, start, end);
    },
    finish() {
      copy();
      return { folded, starts: starts.subarray(0, length), ends: ends.subarray(0, length) };
    },
  };
}

function grown(numbers: Uint32Array<ArrayBuffer>, units: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * numbers.length + units);
  larger.set(numbers);
  return larger;
}

/** Whether a unit of folding begins, or the text ends, at an offset of the folded text. */
export function isUnitBoundary({ starts }: FoldedText, offset: number): boolean {
  return offset === 0 || offset === starts.length || starts[offset] !== starts[offset - 1];
}

/**
 * Folds the typography of a text away: two texts that fold to the same say the same in the same words. How lines break,
 * which quotation marks, apostrophes, dashes and spaces stand, what is invisible and how letters are encoded makes no
 * difference; case, digits, marks on letters and every other sign do. `docs/anchors.md` has the whole definition.
 *
 * @example
 * ```ts
 * import { foldTypography } from 'newsdomain';
 *
 * foldTypography('“The ofﬁcial’s\u00a0visit”…'); // => `"The official's visit"...`
 * foldTypography('one\r\n\r\ntwo -- three'); // => 'one two - three'
 * foldTypography('−5 °C') === foldTypography('5 °C'); // => false
 * ```
 */
export function foldTypography(text: string): string {
  return foldText(text).folded;
}
