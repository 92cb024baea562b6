/** What a hash begins with: secret, so that nobody can write data whose hashes are the same. */
export interface HashKey {
  readonly low: number;
  readonly high: number;
}

/** Picks a key. Nothing that anybody sees may depend on it. */
export const newHashKey = (): HashKey => ({
  low: Math.floor(Math.random() * 0x100000000) | 0,
  high: Math.floor(Math.random() * 0x100000000) | 0,
});

/**
 * Hashes some bytes to 32 bits (HalfSipHash-1-3, https://github.com/veorq/SipHash). `salt` tells apart what has the
 * same bytes.
 */
export function keyedHash(
  { low, high }: HashKey,
  bytes: Uint8Array,
  start: number,
  end: number,
  salt: number,
): number {
  let v0 = low;
  let v1 = high ^ salt;
  let v2 = 0x6c796765 ^ low;
  let v3 = 0x74656462 ^ high;
  let at = start;
  for (let turn = end - start + 12; turn >= 0; turn -= 4) {
    // whole words, then what is left with the length, then three turns without anything
    let word = 0;
    if (turn >= 16) {
      word = bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
      at += 4;
    } else if (turn >= 12) {
      word = (end - start) << 24;
      if (turn > 12) word |= bytes[at]!;
      if (turn > 13) word |= bytes[at + 1]! << 8;
      if (turn > 14) word |= bytes[at + 2]! << 16;
    } else if (turn >= 8) v2 ^= 0xff;
    v3 ^= word;
    v0 = (v0 + v1) | 0;
    v1 = ((v1 << 5) | (v1 >>> 27)) ^ v0;
    v0 = (v0 << 16) | (v0 >>> 16);
    v2 = (v2 + v3) | 0;
    v3 = ((v3 << 8) | (v3 >>> 24)) ^ v2;
    v0 = (v0 + v3) | 0;
    v3 = ((v3 << 7) | (v3 >>> 25)) ^ v0;
    v2 = (v2 + v1) | 0;
    v1 = ((v1 << 13) | (v1 >>> 19)) ^ v2;
    v2 = (v2 << 16) | (v2 >>> 16);
    v0 ^= word;
  }
  return (v1 ^ v3) >>> 0;
}
