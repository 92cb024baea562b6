import type { Problem } from '../../schema/problem.js';
import { type ClaimRecordStatus, claimRecordStatuses } from '../../vocabulary/claim.js';
import { earlierWitness, momentAt } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

const CODE = 'claim/status-transition';

/** A claim whose record went back in its life. */
export const statusTransition: RecordRule<'claim'> = {
  scope: 'record',
  code: CODE,
  severity: 'error',
  title: 'a claim whose record went back in its life',
  explanation:
    'The record of a claim goes from asserted to corrected, superseded or retracted, and never back; retracted is the end. Either the history has a state that surely came after one that it cannot follow, or recordStatus is not the last state of the history. A claim that is made again is another claim.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It rained.',
      statusHistory: [
        { status: 'retracted', at: '2024-06-12' },
        { status: 'corrected', at: '2024-06-20' },
      ],
    },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It rained.',
      recordStatus: 'retracted',
      statusHistory: [
        { status: 'corrected', at: '2024-06-12' },
        { status: 'retracted', at: '2024-06-20' },
      ],
    },
  ],
  types: ['claim'],
  reads: ['statusHistory', 'recordStatus'],
  check({ statusHistory = [], recordStatus }) {
    if (statusHistory.length === 0) return [];
    const changes = statusHistory.flatMap(({ status, at }, index) =>
      status === undefined || at === undefined ? [] : [{ status, at, index, moment: momentAt(at) }],
    );
    const problems: Problem[] = [];
    const beyond = claimRecordStatuses.map((status) => {
      const witness = earlierWitness<(typeof changes)[number]>();
      for (const change of changes) if (isBack(change.status, status)) witness.add(change);
      return witness;
    });
    for (const { status, at, index, moment } of changes) {
      const before = beyond[claimRecordStatuses.indexOf(status)]?.find(moment);
      if (before === undefined) continue;
      problems.push({
        code: CODE,
        path: ['statusHistory', index, 'status'],
        message: `"${status}" (${at}) cannot follow "${before.status}" (${before.at})`,
        expected: 'no way back',
        related: [{ path: ['statusHistory', before.index, 'status'], message: 'the state before' }],
      });
    }
    const reached = changes.find(({ status }) => recordStatus !== undefined && isBack(status, recordStatus));
    if (reached === undefined || problems.length > 0) return problems;
    return [
      {
        code: CODE,
        path: ['recordStatus'],
        message: `"${recordStatus}", though it was "${reached.status}" already (${reached.at})`,
        expected: `"${reached.status}" or what may follow it`,
        related: [{ path: ['statusHistory', reached.index, 'status'], message: 'the state it reached' }],
      },
    ];
  },
};

/** Whether a state would be left for an earlier one. */
const isBack = (from: ClaimRecordStatus, to: ClaimRecordStatus): boolean =>
  claimRecordStatuses.indexOf(to) < claimRecordStatuses.indexOf(from);
