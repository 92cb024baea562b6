import type { TextAnchor } from '../primitives/text-anchor.js';
import type { RecordType } from '../vocabulary/record-type.js';

/** Whether there is certainly nothing to say of an anchor. Where the answer is no, nothing is known. */
export type FitCheck = (anchor: TextAnchor) => boolean;

/** A record while it is at hand, and with it what facts do not carry: the text of its body. */
export interface AtHand {
  readonly record: Readonly<Record<string, unknown>>;
  /** Looks at an anchor that quotes the record itself. */
  readonly fits: FitCheck;
}

/** Whether a rule will certainly find nothing in a part of a record, as the record alone tells. */
export type IsSettled = (part: unknown, atHand: AtHand) => boolean;

/**
 * Which parts of which records can be settled while the record is at hand, by the paths that a rule reads. What is
 * settled is left out of the facts: nobody carries it around, or opens the record again to judge it.
 */
export type Settles = { readonly [T in RecordType]?: Readonly<Record<string, IsSettled>> };
