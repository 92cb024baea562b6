import type { Dataset } from '../../dataset/dataset.js';
import type { ClaimId, SourceId } from '../../primitives/id.js';
import type { Claim } from '../../records/claim.js';
import { groupIndependentVoices, type SameOwner, tiesOf } from './independence.js';
import { type Voice, voicesOf } from './voice.js';

/** What counts as one source. */
export interface IndependentSourcesOptions {
  /**
   * Whether sources that belong to one owner, through `parentId`, count as one: `one` when absent, since the owner can
   * have told them all; `several` takes each newsroom for independent.
   */
  readonly sameOwner?: SameOwner | undefined;
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
  const statements: (readonly Voice[])[] = [];
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
    }
    statements.push(voices);
  }
  const groups = groupIndependentVoices(statements, ({ source }) =>
    tiesOf(source, dataset, options.sameOwner),
  );
  const sources = groups.map((keys) => gather(keys.flatMap((key) => heard.get(key) ?? [])));
  return { sources: sources.sort(byFirstId), unstated: [...unstated].sort() };
}

/** A voice and the claims that come from it. */
interface Heard {
  readonly voice: Voice;
  readonly claimIds: Set<ClaimId>;
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
