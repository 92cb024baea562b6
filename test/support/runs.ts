/** How often a property is tried: a thousand times, unless a run that is one of several asks for less. */
export const RUNS = Number(process.env.NEWSDOMAIN_RUNS ?? 1000);
