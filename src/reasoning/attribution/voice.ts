import type { SourceId } from '../../primitives/id.js';
import type { GroundRules } from '../../vocabulary/source.js';
import type { ClaimEvidence, EvidenceBase, LinkEvidence, SourceEvidence } from '../evidence/evidence-base.js';
import { groundRulesOfSource } from './ground-rules.js';

/** One of those whom a claim comes from: a source, or an originator who is not stated. */
export interface Voice {
  /** Equal for what comes from the same originator. */
  readonly key: string;
  /** The originating source; absent where it is not stated. */
  readonly sourceId: SourceId | undefined;
  /** Its record, where the dataset holds one. */
  readonly source: SourceEvidence | undefined;
  /** The first who passed it on, where the originator is not stated. */
  readonly relayIds: readonly SourceId[];
  /** The terms on which it was said. */
  readonly groundRules: GroundRules;
  /** Whether it is uncertain that this voice said it. */
  readonly uncertain: boolean;
}

/** The first link of a claim's chain, if it is an originator: a chain that begins with a relay leaves it unstated. */
function originatorLink(claim: ClaimEvidence): LinkEvidence | undefined {
  const first = claim.attribution?.[0];
  return first?.role === 'originator' ? first : undefined;
}

/** The voice of one source, on the terms of the link it stands in. */
function stated(sourceId: SourceId, link: LinkEvidence | undefined, dataset: EvidenceBase): Voice {
  const source = dataset.find('source', sourceId);
  return {
    key: `source ${sourceId}`,
    sourceId,
    source,
    relayIds: [],
    groundRules: groundRulesOfSource(link, source),
    uncertain: link?.uncertain === true,
  };
}

/** The voice of an originator who is not stated: one for each relay, or for each claim without any chain. */
function unstated(claim: ClaimEvidence): Voice {
  const relayIds = [...(claim.attribution?.[0]?.sourceIds ?? [])].sort();
  return {
    key: relayIds.length === 0 ? `claim ${claim.id}` : `relay ${relayIds.join(' ')}`,
    sourceId: undefined,
    source: undefined,
    relayIds,
    groundRules: 'unstated',
    uncertain: false,
  };
}

/**
 * The voices that a claim comes from, each once: a stance's own source where it names one, else the joint sources of
 * the first link of the chain, else an originator who is not stated. Never empty.
 */
export function voicesOf(
  claim: ClaimEvidence,
  dataset: EvidenceBase,
  stanceSourceId?: SourceId,
): readonly Voice[] {
  if (stanceSourceId !== undefined) {
    const link = claim.attribution?.find(({ sourceIds }) => sourceIds.includes(stanceSourceId));
    return [stated(stanceSourceId, link, dataset)];
  }
  const link = originatorLink(claim);
  if (link === undefined || link.sourceIds.length === 0) return [unstated(claim)];
  return [...new Set(link.sourceIds)].map((id) => stated(id, link, dataset));
}
