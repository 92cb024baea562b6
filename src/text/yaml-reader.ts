import type { TextDocument } from './document.js';
import type { TextStream, TextTaker } from './text-stream.js';

/**
 * What reads YAML. It stands on a library that takes longer to load than a small file to check: who checks texts hands
 * it in, loaded before or when it is first needed.
 */
export interface YamlReader {
  /** Opens a text that comes in pieces. */
  open(taker: TextTaker): TextStream;
  /** Reads the documents of a whole text. */
  parse(bytes: Uint8Array): readonly TextDocument[];
}
