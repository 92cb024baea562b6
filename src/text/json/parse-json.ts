import type { TextDocument } from '../document.js';
import { createJsonReader } from './json-reader.js';

/** Where in the bytes the text stands, and how much of it is believed. */
export interface ParseJsonOptions {
  /** The first byte of the text; 0 by default. */
  readonly start?: number | undefined;
  /** The byte after the text; the end of the bytes by default. */
  readonly end?: number | undefined;
  /** The offset of the first of the bytes in the file, which all places are counted from; 0 by default. */
  readonly base?: number | undefined;
  /** How many objects and arrays may stand inside each other; 256 by default. */
  readonly maxDepth?: number | undefined;
  /** How many values the text may hold; 5,000,000 by default. */
  readonly maxValues?: number | undefined;
  /**
   * Reads one value and stops behind it, or at the first problem, whatever follows; the document then ends
   * there. Off by default.
   */
  readonly probe?: boolean | undefined;
}

/** Reads one JSON text that is whole in memory; see `createJsonReader`. */
export function parseJson(bytes: Uint8Array, options: ParseJsonOptions = {}): TextDocument {
  const { start = 0, end = bytes.length, base = 0, maxDepth, maxValues, probe } = options;
  const reader = createJsonReader({ start: start + base, maxDepth, maxValues, probe });
  reader.read({ bytes, end, base }, true);
  return reader.document();
}
