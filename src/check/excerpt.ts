import type { Span } from '../text/problem.js';
import type { Diagnostic } from './diagnostic.js';

/**
 * Reads a piece of a file that was checked, by the name that diagnostics give it: the bytes from `start` on, counted
 * in the unpacked text, up to `end` or to where the text ends; `undefined` where they are not to be had.
 */
export type ReadExcerpt = (file: string, start: number, end: number) => Uint8Array | undefined;

/** How many bytes before a place an excerpt holds, and half of how many from there on: enough for any terminal. */
export const EXCERPT_BYTES = 1024;

/** The piece of the file that may be shown with a diagnostic; `undefined` where the diagnostic has no place. */
export function excerptSpan({ byteOffset }: Pick<Diagnostic, 'byteOffset'>): Span | undefined {
  if (byteOffset === null) return undefined;
  return { start: Math.max(0, byteOffset - EXCERPT_BYTES - 4), end: byteOffset + 2 * EXCERPT_BYTES };
}
