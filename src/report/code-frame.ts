import type { LineIndex } from '../text/lines.js';
import { decodeUtf8 } from '../text/utf8.js';
import { displayWidth, printable, textWidth } from './display-width.js';

/** A line of a text cut to what fits, and where to underline it. Widths are columns of a terminal. */
export interface CodeFrame {
  readonly text: string;
  readonly underlineStart: number;
  readonly underlineWidth: number;
}

/** How many bytes around a place are looked at: enough for any terminal, little for a line of a megabyte. */
const WINDOW = 1024;

/**
 * Cuts the line of a place to a window of `width` columns around it. A span over several lines is underlined to the
 * end of its first.
 */
export function codeFrame(
  bytes: Uint8Array,
  lines: LineIndex,
  place: { readonly line: number; readonly byteOffset: number; readonly byteEnd: number },
  width: number,
): CodeFrame {
  const line = lines.lineSpan(place.line);
  const at = Math.min(Math.max(place.byteOffset, line.start), line.end);
  const spanEnd = Math.min(Math.max(place.byteEnd, at), line.end);
  const from = boundary(bytes, Math.max(line.start, at - WINDOW), line.end);
  const to = boundary(bytes, Math.min(line.end, at + WINDOW), line.end);

  const before = Array.from(printable(decodeUtf8(bytes, from, at)));
  const marked = Array.from(printable(decodeUtf8(bytes, at, Math.min(spanEnd, to))));
  const after = Array.from(printable(decodeUtf8(bytes, Math.min(spanEnd, to), to)));
  const characters = [...before, ...marked, ...after];

  // The place begins in the first third of the window, unless the line begins or ends nearby.
  const total = characters.reduce((sum, character) => sum + displayWidth(character), 0);
  let first = 0;
  let cutBefore = from > line.start;
  if (cutBefore || total > width) {
    let lead = textWidth(before.join(''));
    const rest = total - lead;
    const room = Math.max(Math.floor(width / 3), width - rest - 1);
    while (first < before.length && lead > room) {
      lead -= displayWidth(before[first]!);
      first++;
      cutBefore = true;
    }
  }
  let used = cutBefore ? 1 : 0;
  let text = cutBefore ? '…' : '';
  let last = first;
  for (; last < characters.length; last++) {
    const next = displayWidth(characters[last]!);
    const isLast = last === characters.length - 1 && to === line.end;
    if (used + next > width - (isLast ? 0 : 1)) break;
    text += characters[last];
    used += next;
  }
  if (last < characters.length || to < line.end) text += '…';

  const lead = characters.slice(first, before.length);
  const shown = characters.slice(before.length, Math.min(before.length + marked.length, last));
  return {
    text: text.trimEnd(),
    underlineStart: (cutBefore ? 1 : 0) + textWidth(lead.join('')),
    underlineWidth: Math.max(1, textWidth(shown.join(''))),
  };
}

/** Moves a byte back to the beginning of its character. */
function boundary(bytes: Uint8Array, at: number, end: number): number {
  let byte = at;
  while (byte > 0 && byte < end && at - byte < 4 && (bytes[byte]! & 0xc0) === 0x80) byte--;
  return byte;
}
