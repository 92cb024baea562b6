import { createByteWindow } from '../byte-window.js';
import { createLineIndex } from '../lines.js';
import type { TextStream, TextTaker } from '../text-stream.js';
import { maxYamlBytes } from './limits.js';
import { parseYaml } from './parse-yaml.js';

/** Reads YAML that comes in pieces, once it is whole; of a text that is too long, no more than it takes to know. */
export function createYamlStream(taker: TextTaker): TextStream {
  const window = createByteWindow();
  return {
    write(piece) {
      window.add(piece.subarray(0, maxYamlBytes + 1 - window.end));
      window.settle();
      return window.end <= maxYamlBytes;
    },
    end(cut = false) {
      if (cut) return;
      const bytes = window.bytes.subarray(0, window.end);
      const lines = createLineIndex(bytes);
      parseYaml(bytes).forEach((document, index) => {
        taker.document(document, lines, index);
      });
    },
  };
}
