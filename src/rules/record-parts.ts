import type { Branded } from '../primitives/branded.js';
import type { RecordsByType } from '../records/news-record.js';
import type { RecordType } from '../vocabulary/record-type.js';

/** A value of a record of which any part may be left out. */
type Loose<T> =
  T extends Branded<string>
    ? string
    : T extends readonly (infer Item)[]
      ? readonly Loose<Item>[]
      : T extends object
        ? { readonly [Key in keyof T]?: Loose<T[Key]> | undefined }
        : T;

/** Every key of every branch of a union. */
type KeyOf<T> = T extends unknown ? keyof T : never;

/** What the branches of a union that have a key have there. */
type At<T, Key extends PropertyKey> = T extends { readonly [K in Key]?: infer Value } ? Value : never;

/**
 * Parts of a record, standing where they stand in the record, so that paths lead to the same places. Any may be left
 * out: because the record has no such part, because nobody reads it, or because it is wrong and has a finding of its
 * own.
 */
export type RecordParts<T extends RecordType = RecordType> = {
  readonly [Key in KeyOf<RecordsByType[T]>]?: Loose<At<RecordsByType[T], Key>> | undefined;
};

/** The parts of a record of which there are none. */
export const NO_PARTS: RecordParts = Object.freeze({});
