import { decodeUtf8, firstIllFormed, sequenceLength } from '../utf8.js';
import { CR, LF, TAB } from './bytes.js';

/** The JSON literal that a word of another language stands for. */
export function meantLiteral(word: string): string | undefined {
  switch (word.toLowerCase()) {
    case 'true':
    case 'yes':
      return 'true';
    case 'false':
    case 'no':
      return 'false';
    case 'null':
    case 'none':
    case 'nil':
    case 'undefined':
    case 'nan':
      return 'null';
    default:
      return undefined;
  }
}

/** A text in quotes, short enough for a message. */
export function quoted(text: string): string {
  return clip(JSON.stringify(text));
}

/** At most 60 code points of a token, so that a message stays one line. */
export function clip(text: string): string {
  const points = Array.from(text.slice(0, 200));
  return points.length <= 60 ? text : `${points.slice(0, 59).join('')}…`;
}

/** Bytes of the text as a message shows them: in hexadecimal where they are no UTF-8. */
export function printable(bytes: Uint8Array, start: number, end: number): string {
  if (firstIllFormed(bytes, start, Math.min(end, start + 200)) >= 0) return hexBytes(bytes, start, end);
  let stop = Math.min(end, start + 200);
  // A cut inside a character would print a replacement character.
  while (stop < end && stop > start && (bytes[stop]! & 0xc0) === 0x80) stop--;
  const text = decodeUtf8(bytes, start, stop);
  if (text.length === 1 && text < ' ') return controlName(bytes[start]!);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
  return clip(text.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\uFFFD'));
}

/** The bytes of one ill-formed sequence. */
export function hexBytes(bytes: Uint8Array, start: number, end: number): string {
  const stop = Math.min(end, start + Math.max(Math.abs(sequenceLength(bytes, start, end)), 4));
  const shown = Array.from(bytes.subarray(start, stop), (byte) =>
    byte.toString(16).toUpperCase().padStart(2, '0'),
  );
  return `bytes ${shown.join(' ')}`;
}

/** How a message calls a control character. */
export function controlName(byte: number): string {
  if (byte === LF || byte === CR) return 'end of line';
  if (byte === TAB) return 'a tab';
  return `U+${byte.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** How JSON writes a control character. */
export function escapeOf(byte: number): string {
  const escaped = JSON.stringify(String.fromCharCode(byte));
  return escaped.slice(1, -1);
}
