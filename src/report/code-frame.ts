import { EXCERPT_BYTES } from '../check/excerpt.js';
import { decodeUtf8, hasByteOrderMark } from '../text/utf8.js';
import { displayWidth, printable, textWidth } from './display-width.js';

/** A piece of a text with a place in it. */
export interface Excerpt {
  readonly bytes: Uint8Array;
  /** Where the piece begins in the text. */
  readonly start: number;
  /** Whether the text goes on behind the piece. */
  readonly cut: boolean;
  /** The bytes of the place, from the start of the text; they begin inside the piece. */
  readonly place: { readonly start: number; readonly end: number };
}

/** A line of a text cut to what fits, and where to underline it. Widths are columns of a terminal. */
export interface CodeFrame {
  readonly text: string;
  readonly underlineStart: number;
  readonly underlineWidth: number;
}

const LF = 10;
const CR = 13;

/**
 * Cuts the line of a place to a window of `width` columns around it. A span over several lines is underlined to the
 * end of its first. A line that begins before the piece or ends behind it is shown as cut.
 */
export function codeFrame({ bytes, start, cut, place }: Excerpt, width: number): CodeFrame {
  const line = lineAround(bytes, place.start - start, start === 0);
  const at = Math.min(Math.max(place.start - start, line.start), line.end);
  const spanEnd = Math.min(Math.max(place.end - start, at), line.end);
  const from = boundary(bytes, Math.max(line.start, at - EXCERPT_BYTES), line.end);
  const to = boundary(bytes, Math.min(line.end, at + EXCERPT_BYTES), line.end);
  const beginsBefore = from > line.start || (line.start === 0 && start > 0);
  const goesOn = to < line.end || (line.end === bytes.length && cut);

  const before = Array.from(printable(decodeUtf8(bytes, from, at)));
  const marked = Array.from(printable(decodeUtf8(bytes, at, Math.min(spanEnd, to))));
  const after = Array.from(printable(decodeUtf8(bytes, Math.min(spanEnd, to), to)));
  const characters = [...before, ...marked, ...after];

  // The place begins in the first third of the window, unless the line begins or ends nearby.
  const total = characters.reduce((sum, character) => sum + displayWidth(character), 0);
  let first = 0;
  let cutBefore = beginsBefore;
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
    const isLast = last === characters.length - 1 && !goesOn;
    if (used + next > width - (isLast ? 0 : 1)) break;
    text += characters[last];
    used += next;
  }
  if (last < characters.length || goesOn) text += '…';

  const lead = characters.slice(first, before.length);
  const shown = characters.slice(before.length, Math.min(before.length + marked.length, last));
  return {
    text: text.trimEnd(),
    underlineStart: (cutBefore ? 1 : 0) + textWidth(lead.join('')),
    underlineWidth: Math.max(1, textWidth(shown.join(''))),
  };
}

/** The bytes of the line around a byte, as far as they are in the piece, without the line end and a byte order mark. */
function lineAround(bytes: Uint8Array, at: number, fromTop: boolean): { start: number; end: number } {
  // The line feed of a CRLF belongs to the line that the two end.
  const inside = at > 0 && bytes[at] === LF && bytes[at - 1] === CR ? at - 1 : at;
  let start = inside;
  while (start > 0 && bytes[start - 1] !== LF && bytes[start - 1] !== CR) start--;
  let end = inside;
  while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end++;
  if (start === 0 && fromTop && hasByteOrderMark(bytes)) start = Math.min(3, end);
  return { start, end };
}

/** Moves a byte back to the beginning of its character; on to the next where the piece begins inside of one. */
function boundary(bytes: Uint8Array, at: number, end: number): number {
  const inside = (byte: number): boolean => byte < end && (bytes[byte]! & 0xc0) === 0x80;
  let byte = at;
  while (byte > 0 && at - byte < 4 && inside(byte)) byte--;
  while (byte < 3 && inside(byte)) byte++;
  return byte;
}
