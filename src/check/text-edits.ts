import type { Span } from '../text/problem.js';
import { encodeUtf8 } from '../text/utf8.js';
import type { TextEdit } from './diagnostic.js';

/** Bytes to put in the place of others. */
export interface ByteEdit extends Span {
  readonly bytes: Uint8Array;
}

/** An edit of a diagnostic, in bytes. */
export function toByteEdit({ byteOffset, byteLength, text }: TextEdit): ByteEdit {
  return { start: byteOffset, end: byteOffset + byteLength, bytes: encodeUtf8(text) };
}

/** A run of the text before, or bytes that were not there. */
type Piece = Span | { readonly bytes: Uint8Array };

/** Applies edits to a text. They must be in the order of the text, none reaching into another. */
export function applyEdits(text: Uint8Array, edits: readonly ByteEdit[]): Uint8Array {
  return joined(
    piecesOf(edits, text.length).map((piece) =>
      'bytes' in piece ? piece.bytes : text.subarray(piece.start, piece.end),
    ),
  );
}

/** Puts two rounds of edits together: edits of the first text that do what `first` and then `second` do. */
export function composeEdits(
  length: number,
  first: readonly ByteEdit[],
  second: readonly ByteEdit[],
): readonly ByteEdit[] {
  const result: Piece[] = [];
  let at = 0;
  let next = 0;
  for (const piece of piecesOf(first, length)) {
    let rest = piece;
    while (lengthOf(rest) > 0) {
      const edit = second[next];
      const end = at + lengthOf(rest);
      if (edit === undefined || edit.start >= end) {
        result.push(rest);
        at = end;
        break;
      }
      if (edit.start > at) {
        result.push(slice(rest, 0, edit.start - at));
        rest = slice(rest, edit.start - at);
        at = edit.start;
      }
      const gone = Math.min(edit.end - at, lengthOf(rest));
      rest = slice(rest, gone);
      at += gone;
      if (at >= edit.end) {
        result.push({ bytes: edit.bytes });
        next++;
      }
    }
  }
  for (; next < second.length; next++) result.push({ bytes: second[next]!.bytes });
  return editsOf(result, length);
}

function piecesOf(edits: readonly ByteEdit[], length: number): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, bytes } of edits) {
    pieces.push({ start: at, end: start }, { bytes });
    at = end;
  }
  pieces.push({ start: at, end: length });
  return pieces;
}

function editsOf(pieces: readonly Piece[], length: number): readonly ByteEdit[] {
  const edits: ByteEdit[] = [];
  let at = 0;
  let added: Uint8Array[] = [];
  const close = (end: number): void => {
    if (end > at || added.some((bytes) => bytes.length > 0))
      edits.push({ start: at, end, bytes: joined(added) });
    added = [];
  };
  for (const piece of pieces) {
    if ('bytes' in piece) added.push(piece.bytes);
    else if (piece.end > piece.start) {
      close(piece.start);
      at = piece.end;
    }
  }
  close(length);
  return edits;
}

const lengthOf = (piece: Piece): number => ('bytes' in piece ? piece.bytes.length : piece.end - piece.start);

function slice(piece: Piece, from: number, to: number = lengthOf(piece)): Piece {
  return 'bytes' in piece
    ? { bytes: piece.bytes.subarray(from, to) }
    : { start: piece.start + from, end: piece.start + to };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
