import {
  addressAt,
  addressOf,
  type ByteLogData,
  byteLogData,
  createByteLog,
  createReader,
  cutBytes,
  makeRoom,
  seek,
  settle,
} from '../bytes/byte-log.js';
import { LONGEST_VARINT, readVarint, unzigzag, writeVarint, zigzag } from '../bytes/varint.js';
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
  /** The places as plain data, to be posted to another thread; the buffers may be transferred. */
  data(): RecordPlacesData;
}

/** Places as plain data. */
export interface RecordPlacesData {
  readonly count: number;
  readonly steps: ByteLogData;
  readonly stops: ByteLogData;
}

/*
 * A record mostly begins a byte after the end of the last, on the next line, in column 1 and the next document. Of such
 * a one only the length is written. Of others what is different is, each as far as it lies from what was to be expected.
 * Every BLOCK records all is written, where one can begin to read.
 */

/** What a place is told from: all of it in numbers. */
interface Step {
  end: number;
  line: number;
  column: number;
  document: number;
  /** The path as one number: three times its index and its length, which is 0, 1 or 2. */
  path: number;
}

const BLOCK = 128;
/**
 * What a stop takes: the address of the first step, and the step before. Two numbers are free, for stops must fill a
 * piece of memory without a rest: they are found by their numbers.
 */
const STOP = 8 * Float64Array.BYTES_PER_ELEMENT;

const GAP = 1;
const LINE = 2;
const COLUMN = 4;
const DOCUMENT = 8;
const PATH = 16;

const startStep = (): Step => ({ end: -1, line: 0, column: 1, document: -1, path: 0 });

/** What comes after a record where nothing is out of the ordinary: the next line, or the next of a list. */
function expected(last: Step, next: Step): void {
  next.end = last.end + 1;
  next.line = last.line + 1;
  next.column = 1;
  const isListed = last.path % 3 > 0;
  next.document = isListed ? last.document : last.document + 1;
  next.path = isListed ? last.path + 3 : last.path;
}

/** Makes a list of places: an empty one, or one of the data of another, whose bytes it takes. */
export function createRecordPlaces(data?: RecordPlacesData): RecordPlaces {
  const steps = createByteLog(data?.steps);
  const stops = createByteLog(data?.stops);
  let count = data?.count ?? 0;
  const last = startStep();
  const next = startStep();
  const reader = createReader();
  const numbers = new Float64Array(8);
  const bytes = new Uint8Array(numbers.buffer);

  /** Reads the next place into `step`, and answers where it starts. */
  const read = (step: Step): number => {
    settle(reader, steps.pieces);
    expected(step, step);
    const code = readVarint(reader) - 1;
    let start = step.end;
    if (code % 2 === 1) {
      const differs = readVarint(reader);
      if ((differs & GAP) !== 0) start += unzigzag(readVarint(reader));
      if ((differs & LINE) !== 0) step.line += unzigzag(readVarint(reader));
      if ((differs & COLUMN) !== 0) step.column += readVarint(reader);
      if ((differs & DOCUMENT) !== 0) step.document += unzigzag(readVarint(reader));
      if ((differs & PATH) !== 0) step.path += unzigzag(readVarint(reader));
    }
    step.end = start + Math.floor(code / 2);
    return start;
  };

  /** Goes to before a record, whose block must have begun, with the one before it in `step`. */
  const goTo = (record: number, step: Step): void => {
    seek(reader, stops.pieces, Math.floor(record / BLOCK) * STOP);
    bytes.set(reader.bytes.subarray(reader.at, reader.at + STOP));
    const [address, end, line, column, document, path] = numbers as unknown as number[];
    Object.assign(step, { end, line, column, document, path });
    seek(reader, steps.pieces, address!);
    for (let between = record % BLOCK; between > 0; between--) read(step);
  };

  const begin = (): void => {
    makeRoom(stops, STOP);
    numbers.set([addressOf(steps), last.end, last.line, last.column, last.document, last.path]);
    stops.bytes.set(bytes, stops.at);
    stops.at += STOP;
  };

  if (count > 0) {
    goTo(count - 1, last);
    read(last);
  }
  return {
    count: () => count,
    add({ start, end, from, document, path }) {
      if (count % BLOCK === 0) begin();
      count++;
      expected(last, next);
      const code = pathCode(path);
      makeRoom(steps, 7 * LONGEST_VARINT);
      const { bytes: to } = steps;
      let at = steps.at;
      let differs = 0;
      if (start !== next.end) differs |= GAP;
      if (from.line !== next.line) differs |= LINE;
      if (from.column !== 1) differs |= COLUMN;
      if (document !== next.document) differs |= DOCUMENT;
      if (code !== next.path) differs |= PATH;
      // never a zero, which would end the piece
      at = writeVarint(to, at, (end - start) * 2 + (differs === 0 ? 1 : 2));
      if (differs !== 0) {
        to[at++] = differs;
        if ((differs & GAP) !== 0) at = writeVarint(to, at, zigzag(start - next.end));
        if ((differs & LINE) !== 0) at = writeVarint(to, at, zigzag(from.line - next.line));
        if ((differs & COLUMN) !== 0) at = writeVarint(to, at, from.column - 1);
        if ((differs & DOCUMENT) !== 0) at = writeVarint(to, at, zigzag(document - next.document));
        if ((differs & PATH) !== 0) at = writeVarint(to, at, zigzag(code - next.path));
      }
      steps.at = at;
      last.end = end;
      last.line = from.line;
      last.column = from.column;
      last.document = document;
      last.path = code;
    },
    at(record) {
      goTo(record, next);
      const start = read(next);
      const { end, line, column, document, path } = next;
      return { start, end, from: { byteOffset: start, line, column }, document, path: pathOf(path) };
    },
    cut(to) {
      if (to >= count) return;
      goTo(to, last);
      cutBytes(steps, addressAt(reader));
      cutBytes(stops, Math.ceil(to / BLOCK) * STOP);
      count = to;
    },
    data: () => ({ count, steps: byteLogData(steps), stops: byteLogData(stops) }),
  };
}

const pathCode = (path: Path): number => Number(path.at(-1) ?? 0) * 3 + path.length;

function pathOf(code: number): Path {
  const length = code % 3;
  const index = (code - length) / 3;
  return length === 0 ? [] : length === 1 ? [index] : ['records', index];
}
