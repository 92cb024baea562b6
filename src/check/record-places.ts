import type { Path } from '../finding/finding.js';
import type { TextPlace } from '../text/lines.js';
import type { Span } from '../text/problem.js';

/** Where a record of a file is, so that it can be read again. */
export interface RecordPlace extends Span {
  /** The line and column of the first byte. */
  readonly from: TextPlace;
  /** The number of the document in the file that it is in. */
  readonly document: number;
  /** Steps from the root of the document to the record: none, an index, or `records` and an index. */
  readonly path: Path;
}

/** The places of the records of a file by their numbers, in a few bytes each. */
export interface RecordPlaces {
  count(): number;
  add(place: RecordPlace): void;
  at(record: number): RecordPlace;
  /** Forgets the places from a number on. */
  cut(count: number): void;
}

const COLUMNS = 6;

/** Makes an empty list of places. */
export function createRecordPlaces(): RecordPlaces {
  let cells = new Float64Array(8 * COLUMNS);
  let count = 0;
  return {
    count: () => count,
    add({ start, end, from, document, path }) {
      const at = count++ * COLUMNS;
      if (at === cells.length) {
        const larger = new Float64Array(cells.length * 2);
        larger.set(cells);
        cells = larger;
      }
      const last = path.at(-1);
      cells.set([start, end, from.line, from.column, document, pathCode(path.length, Number(last ?? 0))], at);
    },
    at(record) {
      const [start, end, line, column, document, code] = cells.subarray(
        record * COLUMNS,
      ) as unknown as number[];
      return {
        start: start!,
        end: end!,
        from: { byteOffset: start!, line: line!, column: column! },
        document: document!,
        path: pathOf(code!),
      };
    },
    cut(to) {
      count = Math.min(count, to);
    },
  };
}

/** A path as one number: its length is 0, 1 or 2. */
const pathCode = (length: number, index: number): number => index * 3 + length;

function pathOf(code: number): Path {
  const length = code % 3;
  const index = (code - length) / 3;
  return length === 0 ? [] : length === 1 ? [index] : ['records', index];
}
