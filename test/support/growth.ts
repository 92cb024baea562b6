/**
 * How many times longer four times the work takes, in fours: about 1 where time is linear, 4 where it is quadratic.
 * The best of three runs counts, so that a busy machine does not.
 */
export function growth(run: (size: number) => void, size: number): number {
  const best = (of: number): number => {
    let least = Number.POSITIVE_INFINITY;
    for (let turn = 0; turn < 3; turn++) {
      const start = performance.now();
      run(of);
      least = Math.min(least, performance.now() - start);
    }
    return least;
  };
  run(size);
  const small = best(size);
  return best(4 * size) / small / 4;
}
