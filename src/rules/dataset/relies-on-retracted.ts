import type { Path } from '../../finding/finding.js';
import type { ClaimRelationType } from '../../vocabulary/claim.js';
import { evidenceReads } from '../common/evidence.js';
import { storedStatuses } from '../common/stored-status.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** The relations by which a claim that stands stands on another. */
const leaningRelations: ReadonlySet<ClaimRelationType | undefined> = new Set<ClaimRelationType | undefined>([
  'supports',
  'specifies',
  'explains',
  'duplicates',
]);

/** A record that rests on a claim that was withdrawn. */
export const reliesOnRetracted: DatasetRule = {
  scope: 'dataset',
  code: 'claim/relies-on-retracted',
  severity: 'warning',
  title: 'a retracted claim that is relied on',
  explanation:
    'A retracted claim was withdrawn and nothing follows from it. Yet an event is confirmed by it or by nothing else, has it on its agenda or is ordered by it, or a claim that stands is composed of it, presupposes it, supports, specifies, explains or repeats it. Look whether that still holds without it, and take the reference out; history, which tells what was said before, may keep it.',
  bad: [
    {
      type: 'claim',
      id: 'claim:b',
      text: 'The visit begins on Monday.',
      presupposesIds: ['claim:a'],
    },
    { type: 'claim', id: 'claim:a', text: 'A visit is planned.', recordStatus: 'retracted' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:b',
      text: 'The visit begins on Monday.',
      presupposesIds: ['claim:a'],
    },
    { type: 'claim', id: 'claim:a', text: 'A visit is planned.', recordStatus: 'corrected' },
  ],
  reads: {
    ...evidenceReads,
    claim: [
      ...evidenceReads.claim,
      'relations.*.type',
      'relations.*.claimId',
      'componentIds',
      'presupposesIds',
    ],
    'scheduled-event': [
      ...evidenceReads['scheduled-event'],
      'confirmation.by',
      'confirmation.claimIds',
      'agenda.*.claimIds',
      'agenda.*.status',
      'relations.*.claimIds',
    ],
  },
  judge(facts) {
    const retracted = new Map<string, RecordFacts<'claim'>>();
    for (const claim of facts.records('claim', 'recordStatus', 'statusHistory')) {
      if (claim.id === undefined || !isRetracted(claim) || !facts.isFirst(claim)) continue;
      retracted.set(claim.id, claim);
    }
    if (retracted.size === 0) return [];
    const problems: DatasetProblem[] = [];
    for (const [record, to, path] of [...reliances(facts), ...unnamedReliances(facts, retracted)]) {
      const claim = retracted.get(to);
      if (claim === undefined) continue;
      problems.push({
        record,
        path,
        message: `this relies on ${JSON.stringify(to)}, which was retracted`,
        expected: 'a claim that stands',
        received: JSON.stringify(to),
        related: [{ record: claim.record, path: retractedAt(claim), message: 'retracted' }],
      });
    }
    return problems;
  },
};

const isRetracted = (claim: RecordFacts<'claim'>): boolean =>
  claim.parts.recordStatus === 'retracted' || retractionIn(claim) >= 0;

const retractionIn = ({ parts }: RecordFacts<'claim'>): number =>
  (parts.statusHistory ?? []).findIndex(({ status }) => status === 'retracted');

/** Where a claim says that it was retracted. */
const retractedAt = (claim: RecordFacts<'claim'>): Path =>
  claim.parts.recordStatus === 'retracted'
    ? ['recordStatus']
    : ['statusHistory', retractionIn(claim), 'status'];

/** Every reference by which a record rests on a claim. What was itself withdrawn rests on nothing any more. */
function* reliances(facts: Facts): Iterable<readonly [record: number, to: string, path: Path]> {
  for (const claim of facts.records('claim', 'componentIds', 'presupposesIds', 'relations')) {
    const { record, parts } = claim;
    if (parts.recordStatus === 'superseded' || isRetracted(claim)) continue;
    for (const key of ['componentIds', 'presupposesIds'] as const) {
      for (const [index, to] of (parts[key] ?? []).entries()) yield [record, to, [key, index]];
    }
    for (const [index, { type, claimId }] of (parts.relations ?? []).entries()) {
      if (claimId === undefined || !leaningRelations.has(type)) continue;
      yield [record, claimId, ['relations', index, 'claimId']];
    }
  }
  for (const { record, parts } of facts.records('scheduled-event', 'confirmation', 'agenda', 'relations')) {
    for (const [index, to] of (parts.confirmation?.claimIds ?? []).entries()) {
      yield [record, to, ['confirmation', 'claimIds', index]];
    }
    for (const [at, { claimIds = [], status }] of (parts.agenda ?? []).entries()) {
      if (status === 'dropped') continue;
      for (const [index, to] of claimIds.entries()) yield [record, to, ['agenda', at, 'claimIds', index]];
    }
    for (const [at, { claimIds = [] }] of (parts.relations ?? []).entries()) {
      for (const [index, to] of claimIds.entries()) yield [record, to, ['relations', at, 'claimIds', index]];
    }
  }
}

/** Plans that name no claim for their confirmation, and that no claim confirms but one that was retracted. */
function* unnamedReliances(
  facts: Facts,
  retracted: ReadonlyMap<string, RecordFacts<'claim'>>,
): Iterable<readonly [record: number, to: string, path: Path]> {
  const unsupported = new Map(
    storedStatuses(facts, 'unsupported')
      .filter(({ event }) => (event.parts.confirmation?.claimIds ?? []).length === 0)
      .map(({ event }) => [event.id, event]),
  );
  if (unsupported.size === 0) return;
  for (const [id, { parts }] of retracted) {
    for (const { eventId, aspect, stance, sourceId } of parts.stances ?? []) {
      const event = unsupported.get(eventId);
      if (event === undefined || aspect !== 'occurrence' || stance !== 'confirms') continue;
      const speakers = sourceId === undefined ? (parts.attribution?.[0]?.sourceIds ?? []) : [sourceId];
      const by = event.parts.confirmation?.by ?? [];
      if (by.some((one) => speakers.includes(one))) yield [event.record, id, ['confirmation']];
    }
  }
}
