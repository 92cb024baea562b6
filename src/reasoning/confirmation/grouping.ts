import type { Evidence } from './evidence.js';

/** Step 3, grouping: the stances of each originating source, so that however many relay it, it counts once. */
export function groupByVoice(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const groups = new Map<string, Evidence[]>();
  for (const one of evidence) {
    const known = groups.get(one.voice.key);
    if (known === undefined) groups.set(one.voice.key, [one]);
    else known.push(one);
  }
  return groups;
}
