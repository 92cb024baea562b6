import type { ByteWindow } from './byte-window.js';
import type { PathSegment, TextDocument } from './document.js';
import type { Lines } from './lines.js';
import type { Span, TextProblem } from './problem.js';

/**
 * Who takes what is read of a text, in the order of the text. Documents and lines are good until the call returns:
 * the text itself may be too long to be kept.
 */
export interface TextTaker {
  /** A whole value: the only one of the text, or one of several. `index` is its number. */
  document(document: TextDocument, lines: Lines, index: number): void;
  /**
   * A list begins whose elements come one by one and are no part of the document, which comes after them.
   * `path` leads to the list in the document. If there was a list at that path before, this one takes its place.
   */
  list(path: readonly PathSegment[]): void;
  /** An element of the list. Paths in the document of the element begin at the element. */
  element(document: TextDocument, lines: Lines, index: number): void;
  /** A problem that stands between the elements of the list. */
  between(problem: TextProblem, lines: Lines): void;
  /**
   * Takes an object without its being read, where its bytes show that nothing is wrong with it: a line of NDJSON, which
   * it must fill but for white space, or else an element of the list. The offsets are those of the text. Answers where
   * it ends; `undefined` where it must be read after all; `MORE` where bytes behind the stretch are needed to tell.
   */
  readonly shortcut?:
    | ((
        window: ByteWindow,
        place: Span & { readonly isLine: boolean },
        lines: Lines,
        index: number,
      ) => number | undefined)
    | undefined;
  /**
   * Reads a line that is one object of which nothing is wrong as JSON, faster than others do; `undefined` where it is
   * not certain that it is. It is asked after the shortcut.
   */
  readonly read?: ((window: ByteWindow, line: Span) => TextDocument | undefined) | undefined;
}

/** The answer of a shortcut for which an object goes on where the bytes end. */
export const MORE = -1;

/** A text that comes in pieces. */
export interface TextStream {
  /** Takes a piece, which is borrowed until the call returns. Answers whether more is wanted. */
  write(piece: Uint8Array): boolean;
  /**
   * Says that the text ends here. `cut` says that it should not, and that this is told already: a value that is not
   * whole is then left out.
   */
  end(cut?: boolean): void;
  /** Tells at the end what must be known of this text to read on behind it, where texts of its kind can be read in parts. */
  readonly passed?: (() => Passed) | undefined;
}

/** A part of a text that is read by itself. It begins where a line does. */
export interface TextRange {
  /** The offset of its first byte in the text. */
  readonly start: number;
  /** Whether the text goes on behind it. Its last line is then whole. */
  readonly goesOn: boolean;
}

/** What was passed when a part of a text was read. */
export interface Passed {
  /** How many lines end in it. */
  readonly lines: number;
  /** Whether what comes behind it is read no differently because of it. */
  readonly isSettled: boolean;
}

/** The longest record, or document that is no list of records, in bytes: 256 MB. */
export const defaultMaxBytes = 256 * 1024 * 1024;

/** The problem of a value that is longer than can be kept in memory. */
export function tooLong(maxBytes: number, at: number, suggestion?: string): TextProblem {
  const limit = maxBytes >= 1024 * 1024 ? `${Math.floor(maxBytes / 1024 / 1024)} MB` : `${maxBytes} bytes`;
  return {
    code: 'io/too-large',
    scope: 'structure',
    start: at,
    end: at,
    message: `one record is read up to ${limit}, and this is longer`,
    expected: `at most ${maxBytes} bytes`,
    suggestion,
  };
}
