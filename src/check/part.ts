import { createFactLog, type FactLog } from '../rules/fact-log.js';
import type { TextFormat } from '../text/document.js';
import type { Span } from '../text/problem.js';
import type { Diagnostic } from './diagnostic.js';
import { createRecordPlaces, type RecordPlaces } from './record-places.js';

/**
 * What a stretch of a file gave when its records were looked at one by one: a whole file, or some lines of NDJSON.
 * Byte offsets are those of the file; lines are counted from its start.
 */
export interface Part extends Span {
  /** The name of the file. */
  readonly file: string;
  readonly format: TextFormat;
  /** Mistakes, in the order in which they were found. */
  readonly found: readonly Found[];
  /** Whether there were more mistakes than could be kept. */
  readonly hasMore: boolean;
  /** What the dataset rules need; the n-th are those of the record whose place is the n-th. */
  readonly facts: FactLog;
  readonly places: RecordPlaces;
  /** Ids of values that are no records because something else is wrong with them. */
  readonly salvaged: readonly string[];
  readonly records: number;
  /** Whether all records could be judged. */
  readonly complete: boolean;
  /** Whether anything in it may be a record and could not be read as one. */
  readonly isPartial: boolean;
  /** How many lines end in it. */
  readonly lines: number;
  /** Whether what comes behind it can be read without knowing what is in it. */
  readonly isSettled: boolean;
}

/** A mistake of the text, or of a record and of what holds it. */
export interface Found {
  readonly of: 'text' | 'record';
  readonly diagnostic: Diagnostic;
}

/** A part that is being read. */
export interface GrowingPart extends Part {
  readonly found: Found[];
  readonly salvaged: string[];
  end: number;
  format: TextFormat;
  hasMore: boolean;
  records: number;
  complete: boolean;
  isPartial: boolean;
  lines: number;
  isSettled: boolean;
}

/** Makes an empty part. */
export function createPart(file: string, start = 0): GrowingPart {
  return {
    file,
    format: 'json',
    start,
    end: start,
    found: [],
    hasMore: false,
    facts: createFactLog(),
    places: createRecordPlaces(),
    salvaged: [],
    records: 0,
    complete: true,
    isPartial: false,
    lines: 0,
    isSettled: true,
  };
}
