import { createByteWindow } from './byte-window.js';
import { formatOfName, sniffFormat } from './detect-format.js';
import type { TextFormat } from './document.js';
import { createJsonStream } from './json/json-stream.js';
import { createNdjsonStream } from './ndjson/ndjson-stream.js';
import type { TextRange, TextStream, TextTaker } from './text-stream.js';
import type { YamlReader } from './yaml-reader.js';

/** How a text that comes in pieces is read. */
export interface OpenTextOptions {
  /** The name of the text, which may tell its syntax. */
  readonly name: string;
  /** The syntax; `auto` goes by the name, then by the content. */
  readonly input: TextFormat | 'auto';
  /** The longest record, or document that is no list of records, in bytes. */
  readonly maxBytes?: number | undefined;
  /** What reads YAML; asked where {@link mayBeYaml} says so. */
  readonly yaml: () => YamlReader;
  /** Which part of the text is read, where it is not all of it; only of NDJSON, whose syntax must be known. */
  readonly range?: TextRange | undefined;
}

/** Opens a text that comes in pieces. Who takes what is read of it is told its syntax first. */
export function openText(
  { name, input, range, yaml, ...options }: OpenTextOptions,
  takerOf: (format: TextFormat) => TextTaker,
): TextStream {
  const open = (format: TextFormat): TextStream => {
    const taker = takerOf(format);
    if (format === 'yaml') return yaml().open(taker);
    return format === 'json'
      ? createJsonStream(taker, options)
      : createNdjsonStream(taker, { ...options, range });
  };
  const format = input === 'auto' ? formatOfName(name) : input;
  return format === undefined ? openUnknown(open) : open(format);
}

/** Keeps the beginning of a text until its syntax shows. */
function openUnknown(open: (format: TextFormat) => TextStream): TextStream {
  const window = createByteWindow();
  let stream: TextStream | undefined;
  // Each look begins at the start: one is worth it only when there is twice as much to see.
  let enough = 0;

  const look = (whole: boolean): boolean => {
    if (!whole && window.end < enough) return true;
    const bytes = window.bytes.subarray(0, window.end);
    const format = sniffFormat(bytes, whole);
    enough = 2 * window.end;
    if (format === undefined) return true;
    stream = open(format);
    return stream.write(bytes);
  };

  return {
    write(piece) {
      if (stream) return stream.write(piece);
      window.add(piece);
      const more = look(false);
      if (!stream) window.settle();
      return more;
    },
    end(cut) {
      if (!stream) look(true);
      stream?.end(cut);
    },
  };
}
