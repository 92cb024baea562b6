import type { ByteReader } from './byte-log.js';

/** The most bytes that a number takes. */
export const LONGEST_VARINT = 8;

/** Writes a whole number from 0 to 2⁵³ - 1 in 7 bits a byte, the lowest first, and answers where it ends. */
export function writeVarint(bytes: Uint8Array, at: number, value: number): number {
  let rest = value;
  let to = at;
  while (rest > 0x7fffffff) {
    bytes[to++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  while (rest > 127) {
    bytes[to++] = (rest & 127) | 128;
    rest >>>= 7;
  }
  bytes[to++] = rest;
  return to;
}

/** Reads such a number, and moves behind it. */
export function readVarint(reader: ByteReader): number {
  const { bytes } = reader;
  let byte = bytes[reader.at++]!;
  if (byte < 128) return byte;
  let value = byte & 127;
  let scale = 128;
  do {
    byte = bytes[reader.at++]!;
    value += (byte & 127) * scale;
    scale *= 128;
  } while (byte > 127);
  return value;
}

/** A number of either sign as one without: near 0 stays near 0. */
export const zigzag = (value: number): number => (value < 0 ? -2 * value - 1 : 2 * value);

/** The number of which {@link zigzag} made this. */
export const unzigzag = (value: number): number => (value % 2 === 0 ? value / 2 : -(value + 1) / 2);
