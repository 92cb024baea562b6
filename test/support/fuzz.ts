/**
 * What the fuzz tests start from, and how often they try. Both are the same in every run, so that a run that fails can
 * be repeated; the environment can set others to look further.
 */
export const fuzz = {
  seed: Number(process.env.NEWSDOMAIN_FUZZ_SEED ?? 20_261_124),
  numRuns: Number(process.env.NEWSDOMAIN_FUZZ_RUNS ?? 3000),
};
