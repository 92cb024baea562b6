import {
  type StatusContradiction,
  type StatusContradictionKind,
  statusAgainstEvidence,
} from '../../reasoning/events/status-against-evidence.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { DatasetProblem } from '../rule.js';
import { eventEvidence, evidenceOf } from './evidence.js';

/** An event whose stored status its evidence contradicts. */
export interface StoredStatus {
  readonly event: RecordFacts<'scheduled-event'>;
  readonly found: StatusContradiction;
}

const judged = new WeakMap<Facts, readonly StoredStatus[]>();

/** The events whose stored status is contradicted in one way: judged once for all rules that ask. */
export function storedStatuses(facts: Facts, kind: StatusContradictionKind): readonly StoredStatus[] {
  let all = judged.get(facts);
  if (all === undefined) {
    const evidence = evidenceOf(facts);
    all = facts.records('scheduled-event', 'status').flatMap((event) => {
      const { id, parts } = event;
      if (id === undefined || parts.status === undefined || parts.phase === undefined) return [];
      if (!facts.isFirst(event)) return [];
      const found = statusAgainstEvidence(eventEvidence(event), evidence);
      return found === undefined ? [] : [{ event, found }];
    });
    judged.set(facts, all);
  }
  return all.filter(({ found }) => found.kind === kind);
}

/** The stances on which a judgement rests, each where its claim takes it. */
export function stancePlaces(
  { event, found }: StoredStatus,
  facts: Facts,
): NonNullable<DatasetProblem['related']> {
  const { confirming, denying, backgroundConfirming, backgroundDenying, explicitlyUnconfirmed, reporting } =
    found.rollup.reasons;
  const reasons = [
    ...confirming,
    ...denying,
    ...backgroundConfirming,
    ...backgroundDenying,
    ...explicitlyUnconfirmed,
    ...reporting,
  ];
  return reasons.flatMap(({ claimIds, stance, authority }) =>
    claimIds.flatMap((id) => {
      const claim = facts.find('claim', id);
      const index = (claim?.parts.stances ?? []).findIndex(
        (one) => one.eventId === event.id && one.aspect === 'occurrence' && one.stance === stance,
      );
      if (claim === undefined || index < 0) return [];
      return [
        { record: claim.record, path: ['stances', index, 'stance'], message: sayings[authority][stance] },
      ];
    }),
  );
}

const sayings = {
  authoritative: {
    confirms: 'a party confirms it',
    denies: 'a party denies it',
    unconfirmed: 'a party says that it is not confirmed',
  },
  weak: {
    confirms: 'somebody confirms it without standing to it by name',
    denies: 'somebody denies it without standing to it by name',
    unconfirmed: 'somebody says that it is not confirmed',
  },
  reports: {
    confirms: 'somebody who speaks for no party confirms it',
    denies: 'somebody who speaks for no party denies it',
    unconfirmed: 'somebody says that it is not confirmed',
  },
} as const;
