import type { Dataset } from '../../dataset/dataset.js';
import type { ClaimId, SourceId } from '../../primitives/id.js';
import type { Claim } from '../../records/claim.js';
import type { Source } from '../../records/source.js';
import { disjointSets } from './disjoint-sets.js';
import { groupJointVoices } from './joint-voices.js';
import { type Voice, voicesOf } from './voice.js';

/** What counts as one source. */
export interface IndependentSourcesOptions {
  /**
   * Whether sources that belong to one owner, through `parentId`, count as one: `one` when absent, since the owner can
   * have told them all; `several` takes each newsroom for independent.
   */
  readonly sameOwner?: 'one' | 'several' | undefined;
}

/** Sources that may not be independent of each other: they count as one. */
export interface IndependentSource {
  /** The sources, in the order of their ids. */
  readonly sourceIds: readonly SourceId[];
  /** Whether it is anonymous. */
  readonly anonymous: boolean;
  /** The claims that come from it, in the order of their ids. */
  readonly claimIds: readonly ClaimId[];
}

/** How many sources some claims come from. */
export interface IndependentSources {
  /** One entry for each source that is surely another one than the rest, in the order of their ids. */
  readonly sources: readonly IndependentSource[];
  /**
   * The claims whose originator is not stated, in the order of their ids. They may repeat any of the others, so they
   * add nothing to the count.
   */
  readonly unstated: readonly ClaimId[];
}

/**
 * Finds how many sources claims come from. However many relay one originator, it counts once. Joint speakers count as
 * one, unless they also speak alone. Named sources that are the same entity, or belong to the same owner, count as one;
 * an anonymous source is never taken for a named one nor for another anonymous one.
 *
 * @example
 * ```ts
 * import { independentSources, loadDataset } from 'newsdomain';
 *
 * const relayed = (id, ...sourceIds) => ({
 *   type: 'claim',
 *   id,
 *   text: 'The dates are agreed.',
 *   attribution: sourceIds.map((sourceId, index) => ({ sourceIds: [sourceId], role: index === 0 && sourceId === 'source:official' ? 'originator' : 'relay' })),
 * });
 * const dataset = loadDataset([
 *   relayed('claim:a', 'source:official', 'source:agency'),
 *   relayed('claim:b', 'source:official', 'source:paper'),
 *   relayed('claim:c', 'source:paper'),
 * ]);
 * const { sources, unstated } = independentSources(dataset.claims, dataset);
 * sources; // => [{ sourceIds: ['source:official'], anonymous: false, claimIds: ['claim:a', 'claim:b'] }]
 * unstated; // => ['claim:c']
 * ```
 */
export function independentSources(
  claims: Iterable<Claim>,
  dataset: Dataset,
  options: IndependentSourcesOptions = {},
): IndependentSources {
  const unstated = new Set<ClaimId>();
  const heard = new Map<string, Heard>();
  const statements: (readonly string[])[] = [];
  const sets = disjointSets();
  for (const claim of claims) {
    const voices = voicesOf(claim, dataset);
    if (voices.some(({ sourceId }) => sourceId === undefined)) {
      unstated.add(claim.id);
      continue;
    }
    for (const voice of voices) {
      const known = heard.get(voice.key) ?? { voice, claimIds: new Set() };
      heard.set(voice.key, known);
      known.claimIds.add(claim.id);
      for (const tie of tiesOf(voice.source, dataset, options)) sets.join(voice.key, tie);
    }
    statements.push(voices.map(({ key }) => key));
  }
  // what is tied together is one voice before anyone is asked who spoke with whom
  const roots = statements.map((keys) => [...new Set(keys.map(sets.rootOf))]);
  const alone = roots.flatMap((keys) => (keys.length === 1 ? keys : []));
  const groups = groupJointVoices(
    alone,
    roots.filter((keys) => keys.length > 1),
  );
  const byRoot = new Map<string, Heard[]>();
  for (const one of heard.values()) {
    const root = sets.rootOf(one.voice.key);
    const known = byRoot.get(root);
    if (known === undefined) byRoot.set(root, [one]);
    else known.push(one);
  }
  const sources = [...groups.values()].map((group) =>
    gather(group.flatMap((root) => byRoot.get(root) ?? [])),
  );
  return { sources: sources.sort(byFirstId), unstated: [...unstated].sort() };
}

/** A voice and the claims that come from it. */
interface Heard {
  readonly voice: Voice;
  readonly claimIds: Set<ClaimId>;
}

/** What ties a source to others that may not be independent of it. Nothing ties an anonymous one. */
function tiesOf(
  source: Source | undefined,
  dataset: Dataset,
  { sameOwner = 'one' }: IndependentSourcesOptions,
): readonly string[] {
  if (source === undefined || source.anonymous === true) return [];
  const ties = source.entityId === undefined ? [] : [`entity ${source.entityId}`];
  if (sameOwner === 'several') return ties;
  const owners = new Set<Source>([source]);
  // a Set can grow while it is walked, and a circle of owners ends
  for (const { parentId } of owners) {
    if (parentId === undefined) continue;
    ties.push(`source ${parentId}`);
    const owner = dataset.find('source', parentId);
    if (owner !== undefined && owner.anonymous !== true) owners.add(owner);
  }
  return ties;
}

function gather(members: readonly Heard[]): IndependentSource {
  const sourceIds = members.flatMap(({ voice }) => voice.sourceId ?? []);
  return {
    sourceIds: [...new Set(sourceIds)].sort(),
    anonymous: members.every(({ voice }) => voice.source?.anonymous === true),
    claimIds: [...new Set(members.flatMap(({ claimIds }) => [...claimIds]))].sort(),
  };
}

function byFirstId(a: IndependentSource, b: IndependentSource): number {
  const one = a.sourceIds[0] ?? '';
  const other = b.sourceIds[0] ?? '';
  return one < other ? -1 : one > other ? 1 : 0;
}
