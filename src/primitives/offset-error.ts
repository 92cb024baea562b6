/** What is wrong with an offset. */
export type OffsetErrorCode = 'not-whole' | 'negative' | 'beyond-end' | 'order' | 'empty' | 'inside-grapheme';

/** The fault that keeps a number from being an offset into a text, or two from being a span of it. */
export class OffsetError extends RangeError {
  override readonly name = 'OffsetError';
  /** The kind of fault. */
  readonly code: OffsetErrorCode;
  /** The number at fault. */
  readonly offset: number;

  constructor(code: OffsetErrorCode, offset: number, message: string) {
    super(message);
    this.code = code;
    this.offset = offset;
  }
}

/** Throws unless a number counts something: whole and not negative. */
export function assertCount(offset: number, units: string): void {
  if (!Number.isSafeInteger(offset)) {
    throw new OffsetError('not-whole', offset, `The offset ${offset} is no whole number of ${units}.`);
  }
  if (offset < 0) {
    throw new OffsetError('negative', offset, `The offset ${offset} is negative: a text begins at 0.`);
  }
}

/** The fault of an offset behind the end of a text. */
export function beyondEnd(offset: number, length: number, units: string): OffsetError {
  const message = `The offset ${offset} lies beyond the end of the text, which has ${length} ${units}.`;
  return new OffsetError('beyond-end', offset, message);
}
