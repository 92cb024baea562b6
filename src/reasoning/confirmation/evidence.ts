import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ScheduledEventId } from '../../primitives/id.js';
import type { EventStance } from '../../records/claim.js';
import type { StanceAspect } from '../../vocabulary/claim.js';
import { isPublishable } from '../attribution/ground-rules.js';
import { type Voice, voicesOf } from '../attribution/voice.js';
import { assertionTimeOf } from '../claims/asserted-at.js';
import { withdrawalsOf } from '../claims/withdrawals.js';
import type { ClaimEvidence, EvidenceBase } from '../evidence/evidence-base.js';
import { type Moment, momentOf } from '../time/moment.js';

/** A stance as one voice took it: what confirmation is derived from. */
export interface Evidence {
  readonly claim: ClaimEvidence;
  readonly stance: EventStance;
  readonly voice: Voice;
  /** The voices that took it together. */
  readonly voices: readonly Voice[];
  /** When the claim was asserted, as it is written. */
  readonly assertedAt: FuzzyDate | undefined;
  readonly asserted: Moment;
  /** When the claim was retracted or superseded, each time. */
  readonly withdrawn: readonly Moment[];
}

type EvidenceIndex = ReadonlyMap<string, readonly Evidence[]>;

const indexes = new WeakMap<EvidenceBase, EvidenceIndex>();

/** Ids hold no spaces. */
const keyOf = (eventId: ScheduledEventId, aspect: StanceAspect): string => `${aspect} ${eventId}`;

/** Every stance of a dataset on one aspect of one event, once for each voice. What is off the record is none. */
export function evidenceOn(
  eventId: ScheduledEventId,
  aspect: StanceAspect,
  dataset: EvidenceBase,
): readonly Evidence[] {
  return evidenceIndex(dataset).get(keyOf(eventId, aspect)) ?? [];
}

/** Every stance of a dataset by event and aspect, in the order of the dataset. */
export function allEvidence(dataset: EvidenceBase): Iterable<readonly Evidence[]> {
  return evidenceIndex(dataset).values();
}

/** Datasets never change, so one pass over the claims serves every later question. */
function evidenceIndex(dataset: EvidenceBase): EvidenceIndex {
  let index = indexes.get(dataset);
  if (index === undefined) {
    index = indexEvidence(dataset);
    indexes.set(dataset, index);
  }
  return index;
}

function indexEvidence(dataset: EvidenceBase): EvidenceIndex {
  const index = new Map<string, Evidence[]>();
  for (const claim of dataset.claims) {
    if (claim.stances === undefined || !isPublishable(claim, dataset)) continue;
    const { date, timeZone } = assertionTimeOf(claim, dataset);
    const asserted = momentOf(date, timeZone);
    const withdrawn = withdrawalsOf(claim, dataset);
    for (const stance of claim.stances) {
      const key = keyOf(stance.eventId, stance.aspect);
      let known = index.get(key);
      if (known === undefined) {
        known = [];
        index.set(key, known);
      }
      const voices = voicesOf(claim, dataset, stance.sourceId);
      for (const voice of voices) {
        if (voice.groundRules === 'off-the-record') continue;
        known.push({ claim, stance, voice, voices, assertedAt: date, asserted, withdrawn });
      }
    }
  }
  return index;
}
