import type { DatasetProblem, DatasetRule } from '../rule.js';

/** A claim that another replaces, and that says of itself that it stands as made. */
export const supersededYetAsserted: DatasetRule = {
  scope: 'dataset',
  code: 'claim/superseded-yet-asserted',
  severity: 'warning',
  title: 'a replaced claim whose record says that it stands',
  explanation:
    'Another claim supersedes this one, whose recordStatus is still asserted or corrected. Roll-ups leave it out from the time of the other claim on; whoever reads the record alone does not know. Set recordStatus to superseded, or remove supersedes where both stand.',
  bad: [
    { type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.', recordStatus: 'asserted' },
    { type: 'claim', id: 'claim:b', text: 'The visit begins on 20 June.', supersedes: 'claim:a' },
  ],
  good: [
    { type: 'claim', id: 'claim:a', text: 'The visit begins on 19 June.', recordStatus: 'superseded' },
    { type: 'claim', id: 'claim:b', text: 'The visit begins on 20 June.', supersedes: 'claim:a' },
  ],
  reads: { claim: ['supersedes', 'recordStatus'] },
  judge(facts) {
    const found = new Map<string, DatasetProblem>();
    for (const { record, id, parts } of facts.records('claim', 'supersedes')) {
      const { supersedes, recordStatus } = parts;
      // a replacement that was itself withdrawn replaces nothing
      if (supersedes === undefined || supersedes === id || recordStatus === 'retracted') continue;
      const replaced = facts.find('claim', supersedes);
      const status = replaced?.parts.recordStatus;
      if (replaced === undefined || (status !== 'asserted' && status !== 'corrected')) continue;
      const known = found.get(supersedes);
      const related = { record, path: ['supersedes'], message: 'it is replaced here' };
      found.set(supersedes, {
        record: replaced.record,
        path: ['recordStatus'],
        message: `"${status}", though another claim supersedes it`,
        expected: '"superseded"',
        received: JSON.stringify(status),
        related: [...(known?.related ?? []), related],
      });
    }
    return [...found.values()];
  },
};
