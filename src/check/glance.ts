import type { FitCheck } from '../rules/at-hand.js';
import type { ByteWindow } from '../text/byte-window.js';
import type { TextDocument } from '../text/document.js';
import type { Span } from '../text/problem.js';

/** A record in which no schema finds a mistake, and nothing that reading it would tell. */
export interface SoundRecord {
  /** Of the record all that rules read and all that refers to others, but for the long texts of its body. */
  readonly record: Readonly<Record<string, unknown>>;
  /** The offset at which it ends. */
  readonly end: number;
  /** Looks at the anchors that quote its own text, where that was left out; good until the next glance. */
  readonly fits?: FitCheck | undefined;
}

/** A record that was read whatever schemas say of it. */
export interface ReadRecord {
  /** What it is and where; of an article, the long plain text of its body may be left out of the value. */
  readonly document: TextDocument;
  /** As of a sound record, where the text was left out. */
  readonly fits?: FitCheck | undefined;
}

/** Looks at records faster than they can be read. What it says is certain; what it does not say is not known. */
export interface Glance {
  /**
   * Looks at the object that begins at an offset of the text: a line, which it must fill but for white space, or else
   * anything with an object at its start. `undefined` says that it must be read, `MORE` that it goes on behind the
   * stretch.
   */
  at(window: ByteWindow, place: Span & { readonly isLine: boolean }): SoundRecord | number | undefined;
  /**
   * Reads the object that fills a line, whatever schemas say of it; `undefined` where its text may have faults. A text is
   * left out where schemas ask no more of it than that it is there, and no rule reads it.
   */
  read(window: ByteWindow, line: Span): ReadRecord | undefined;
}
