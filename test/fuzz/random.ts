/** Chance that depends on nothing but its seed, and costs next to nothing (mulberry32). */
export interface Random {
  /** A whole number from 0 to below a limit. */
  below(limit: number): number;
  one<T>(list: readonly T[]): T;
}

/** Starts a sequence of numbers. */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  };
  return { below, one: (list) => list[below(list.length)]! };
}
