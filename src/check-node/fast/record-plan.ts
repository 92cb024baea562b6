/** What may stand at a place of a record. */
export const DOUBTFUL = 0;
export const OBJECT = 1;
export const LIST = 2;
export const TEXT = 3;
export const WORD = 4;
export const CODE = 5;
export const NUMBER = 6;
export const BOOLEAN = 7;
export const ANY = 8;
export const UNION = 9;

/** Judges a value that was made, as zod does: it adds to `issues` what is wrong. */
export type Check = (payload: Payload) => unknown;

/** What a check is given. */
export type Payload = { value: unknown; readonly issues: unknown[] };

/** A field of an object. */
export interface Field {
  readonly name: string;
  /** The bytes of the name, and the quote behind them. */
  readonly key: Uint8Array;
  readonly isRequired: boolean;
  readonly plan: Plan;
  /** The object in which it was read last, by its number: in one it stands once. */
  seenIn: number;
  /** The field that came behind it when it was read last. */
  next: Field | undefined;
}

/** A string that is one of some: what stands between its quotes, and the quote that ends it. */
export interface Word {
  readonly value: string;
  readonly key: Uint8Array;
}

/**
 * How a place of a record is read and judged, as its schema says. All plans have all of these, whatever they are for, so
 * that what reads them is fast.
 */
export interface Plan {
  readonly kind: number;
  /** Whether its value is made. */
  readonly isMade: boolean;
  /** What judges the value. It is made for them. */
  readonly checks: readonly Check[];
  readonly fields: readonly Field[];
  /** How many fields must be there. */
  readonly required: number;
  /** The field that came first when an object was read last. */
  first: Field | undefined;
  /** What is in a list, or what a value may be. */
  readonly options: readonly Plan[];
  readonly words: readonly Word[];
  /** For each byte whether a string may have it. */
  readonly bytes: Uint8Array;
  /** How many bytes a string has at least and at most, or between what a number lies. */
  readonly least: number;
  readonly most: number;
  readonly isInteger: boolean;
  /** What is made of a long string: itself, nothing but a sign that it was there, or that and where it stands. */
  readonly cut: number;
  /** Which of the options or words was right last. */
  guess: number;
  /** The string that was right last, if any was. */
  last: string | undefined;
}

export const WHOLE = 0;
export const CUT_OUT = 1;
export const CUT_NOTED = 2;

/**
 * What stands in a record for what was cut out of `body`: a text like any other, so that who reads the record sees that
 * there is one.
 */
export const CUT = '-';

/** Strings of a body with fewer bytes than this stay. */
export const LEAST_CUT = 256;
