import { createHash } from 'node:crypto';

/** The SHA-256 of lines, of which there may be millions. */
export interface LineDigest {
  /** Takes a line, without its line feed. */
  add(line: string): void;
  /** The digest of all lines so far, in hexadecimal digits. */
  value(): string;
}

/** So many UTF-16 units are taken at a time. */
const PIECE = 64 * 1024;

/** Makes the digest of no lines. */
export function createLineDigest(): LineDigest {
  const hash = createHash('sha256');
  let piece = '';
  const take = (): void => {
    hash.update(piece);
    piece = '';
  };
  return {
    add(line) {
      piece += `${line}\n`;
      if (piece.length >= PIECE) take();
    },
    value() {
      take();
      return hash.copy().digest('hex');
    },
  };
}
