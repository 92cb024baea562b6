import type { Path } from '../../finding/finding.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import { type CandidateRecords, createRecordWays } from '../common/loop-candidates.js';
import { type Edge, findLoops, type Loop, loopProblem, tellLoop } from '../common/loops.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { Reads } from '../reads.js';
import type { RecordParts } from '../record-parts.js';
import type { DatasetRule } from '../rule.js';

/** A kind of reference that must never lead back: what it says, and where records say it. */
interface Ladder<T extends RecordType = RecordType> {
  readonly type: T;
  readonly reads: readonly string[];
  /** What a step means. */
  readonly step: string;
  steps(parts: RecordFacts<T>['parts']): readonly (readonly [to: string | undefined, path: Path])[];
}

const ladder = <T extends RecordType>(one: Ladder<T>): Ladder => one as unknown as Ladder;

/** Each is followed by itself: a claim may replace another that is a part of it. */
const ladders: readonly Ladder[] = [
  ladder({
    type: 'entity',
    reads: ['parentId', 'containedInId'],
    step: 'belongs to',
    steps: ({ parentId, containedInId }) => [
      [parentId, ['parentId']],
      [containedInId, ['containedInId']],
    ],
  }),
  ladder({
    type: 'entity',
    reads: ['exampleIds'],
    step: 'has as an example',
    steps: ({ exampleIds = [] }) => exampleIds.map((to, index) => [to, ['exampleIds', index]]),
  }),
  ladder({
    type: 'source',
    reads: ['parentId'],
    step: 'belongs to',
    steps: ({ parentId }) => [[parentId, ['parentId']]],
  }),
  ladder({
    type: 'claim',
    reads: ['supersedes'],
    step: 'replaces',
    steps: ({ supersedes }) => [[supersedes, ['supersedes']]],
  }),
  ladder({
    type: 'claim',
    reads: ['contentOf'],
    step: 'is the content of',
    steps: ({ contentOf }) => [[contentOf, ['contentOf']]],
  }),
  ladder({
    type: 'claim',
    reads: ['componentIds'],
    step: 'is composed of',
    steps: ({ componentIds = [] }) => componentIds.map((to, index) => [to, ['componentIds', index]]),
  }),
  ladder({
    type: 'claim',
    reads: ['presupposesIds'],
    step: 'presupposes',
    steps: ({ presupposesIds = [] }) => presupposesIds.map((to, index) => [to, ['presupposesIds', index]]),
  }),
  ladder({
    type: 'scheduled-event',
    reads: ['relations.*.type', 'relations.*.eventId'],
    step: 'is part of',
    steps: related('part-of', 'begins'),
  }),
  ladder({
    type: 'scheduled-event',
    reads: ['relations.*.type', 'relations.*.eventId'],
    step: 'replaces',
    steps: related('rescheduled-from'),
  }),
  ladder({
    type: 'scheduled-event',
    reads: ['start.relativeTo.eventId'],
    step: 'is dated by',
    steps: ({ start }) => [[start?.relativeTo?.eventId, ['start', 'relativeTo', 'eventId']]],
  }),
];

function related(...types: readonly string[]): Ladder<'scheduled-event'>['steps'] {
  return ({ relations = [] }) =>
    relations.flatMap(({ type = '', eventId }, index) =>
      types.includes(type) ? [[eventId, ['relations', index, 'eventId']] as const] : [],
    );
}

const reads: Reads = Object.fromEntries(
  ladders.map(({ type }) => [type, ladders.flatMap((one) => (one.type === type ? one.reads : []))]),
);

/** References that lead back to where they began. */
export const cycle: DatasetRule = {
  scope: 'dataset',
  code: 'reference/cycle',
  severity: 'error',
  title: 'references that lead in a circle',
  explanation:
    'What belongs to, replaces, contains, presupposes or is part of something else must not come back to itself by way of others: nothing can be a part of its own part. The whole loop is told, each place related. One of its references is wrong; mend that one. Of events these are the relations part-of, begins and rescheduled-from, and a start that is reckoned from another event.',
  bad: [
    { type: 'entity', id: 'entity:a', kind: 'organization', name: 'A', parentId: 'entity:b' },
    { type: 'entity', id: 'entity:b', kind: 'organization', name: 'B', parentId: 'entity:a' },
  ],
  good: [
    { type: 'entity', id: 'entity:a', kind: 'organization', name: 'A', parentId: 'entity:b' },
    { type: 'entity', id: 'entity:b', kind: 'organization', name: 'B' },
  ],
  reads,
  judge(facts) {
    return ladders.flatMap((one) =>
      loopsOf(one, facts).map((loop) =>
        loopProblem(loop, `"${loop.edges[0].from}" ${one.step} itself: ${tellLoop(loop)}`),
      ),
    );
  },
};

/** Up to so many edges are held as they are, which takes no longer and hardly any memory. */
const FEW = 10_000;

/** Finds the loops of a ladder. Of many edges those are left out first from which surely no way leads back. */
function loopsOf(one: Ladder, facts: Facts): readonly Loop[] {
  const few: Edge[] = [];
  for (const edge of edgesOf(one, facts)) {
    few.push(edge);
    if (few.length === FEW) break;
  }
  if (few.length < FEW) return findLoops(few);
  const ways = createRecordWays();
  for (const { record, to } of edgesOf(one, facts)) {
    const end = facts.number(one.type, to);
    if (end !== undefined) ways.add(record, end);
  }
  const candidates = ways.candidates();
  return candidates.isEmpty ? [] : findLoops(edgesAmong(candidates, one, facts));
}

function* edgesAmong(candidates: CandidateRecords, one: Ladder, facts: Facts): Iterable<Edge> {
  for (const edge of edgesOf(one, facts)) if (candidates.has(edge.record)) yield edge;
}

function* edgesOf({ type, reads, steps }: Ladder, facts: Facts): Iterable<Edge> {
  const keys = reads.map((path) => path.split('.')[0]) as (keyof RecordParts)[];
  for (const one of facts.records(type, ...keys)) {
    const { id: from, record, parts } = one;
    // what a second record with the same id says is nobody's: references lead to the first
    if (from === undefined || !facts.isFirst(one)) continue;
    for (const [to, path] of steps(parts)) {
      // a claim that refers to itself has a finding of its own
      if (to === undefined || (to === from && type === 'claim')) continue;
      yield { from, to, record, path };
    }
  }
}
