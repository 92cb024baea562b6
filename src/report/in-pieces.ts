/** How long a piece may get before it is handed on, in UTF-16 units. */
const PIECE = 1 << 20;

/** Joins texts to pieces that are worth writing: a report of a million diagnostics is longer than a string can be. */
export function* inPieces(texts: Iterable<string>): Generator<string, void, undefined> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
