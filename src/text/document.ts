import type { Span, TextProblem } from './problem.js';

/** The syntaxes that the checker reads. */
export const textFormats = ['json', 'ndjson', 'yaml'] as const;

/** One of the syntaxes that the checker reads. */
export type TextFormat = (typeof textFormats)[number];

/** An object key or an array index. */
export type PathSegment = string | number;

/**
 * Which part of the value at a path is meant: the value itself, the key in front of it, or the opening of
 * the object or array (`{`, `[`; the first key of a YAML block), where something missing is shown.
 */
export type PlacePart = 'value' | 'key' | 'open';

/** A place, and whether a single token stands there. */
export interface Place extends Span {
  readonly scalar: boolean;
}

/** One value of a text with everything that is known about where it stands. */
export interface TextDocument extends Span {
  /** The value that was read; `undefined` where nothing could be. */
  readonly value: unknown;
  readonly problems: readonly TextProblem[];
  /** What is written in a part of the document, decoded. */
  textAt(start: number, end: number): string;
  /** The place of a part of the value at a path, in bytes of the file; `undefined` if there is no such value. */
  place(path: readonly PathSegment[], part: PlacePart): Place | undefined;
  /** The path of the innermost value that a byte stands in, its key included; empty outside of everything. */
  pathAt(byteOffset: number): readonly PathSegment[];
  /** Whether the shape of the value at the path is a guess, because the syntax broke inside it. */
  damaged(path: readonly PathSegment[]): boolean;
}
