/** How often a property is tried: a thousand times, unless a run that is one of several asks for less. */
export const RUNS = Number(process.env.NEWSDOMAIN_RUNS ?? 1000);

/** How often a property is tried of which each try takes as long as so many others. fast-check never ends at half a run. */
export const oneIn = (tries: number): number => Math.ceil(RUNS / tries);
