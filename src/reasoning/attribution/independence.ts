import type { EvidenceBase, SourceEvidence } from '../evidence/evidence-base.js';
import { disjointSets } from './disjoint-sets.js';
import { groupJointVoices } from './joint-voices.js';
import type { Voice } from './voice.js';

/** Whether sources that belong to one owner count as one. */
export type SameOwner = 'one' | 'several';

/**
 * What ties a source to others that may not be independent of it: the entity that it is, and the sources that it
 * belongs to. Nothing ties an anonymous one.
 */
export function tiesOf(
  source: SourceEvidence | undefined,
  dataset: EvidenceBase,
  sameOwner: SameOwner = 'one',
): readonly string[] {
  if (source === undefined || source.anonymous === true) return [];
  const ties = source.entityId === undefined ? [] : [`entity ${source.entityId}`];
  if (sameOwner === 'several') return ties;
  const owners = new Set<SourceEvidence>([source]);
  // a Set can grow while it is walked, and a circle of owners ends
  for (const { parentId } of owners) {
    const owner = parentId === undefined ? undefined : dataset.find('source', parentId);
    if (owner?.anonymous === true) continue;
    if (parentId !== undefined) ties.push(`source ${parentId}`);
    if (owner !== undefined) owners.add(owner);
  }
  return ties;
}

/**
 * Groups the voices of statements, by key, into those that surely are independent of each other. Joint speakers count
 * as one, unless they also speak alone.
 */
export function groupIndependentVoices(
  statements: readonly (readonly Voice[])[],
  tiesOfVoice: (voice: Voice) => readonly string[],
): readonly (readonly string[])[] {
  const sets = disjointSets();
  const seen = new Set<string>();
  for (const voice of statements.flat()) {
    if (seen.has(voice.key)) continue;
    seen.add(voice.key);
    for (const tie of tiesOfVoice(voice)) sets.join(voice.key, tie);
  }
  // what is tied together is one voice before anyone is asked who spoke with whom
  const roots = statements.map((voices) => [...new Set(voices.map(({ key }) => sets.rootOf(key)))]);
  const groups = groupJointVoices(
    roots.flatMap((keys) => (keys.length === 1 ? keys : [])),
    roots.filter((keys) => keys.length > 1),
  );
  const byRoot = new Map<string, string[]>();
  for (const key of seen) {
    const root = sets.rootOf(key);
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [key]);
    else known.push(key);
  }
  return [...groups.values()].map((group) => group.flatMap((root) => byRoot.get(root) ?? []));
}
