import type { RecordRule } from '../rule.js';

/** A response that never came, with the claim that it is. */
export const responseWithoutAnswer: RecordRule<'claim'> = {
  scope: 'record',
  code: 'claim/response-without-answer',
  severity: 'error',
  title: 'an answer from somebody who gave none',
  explanation:
    'claimId of a response names the claim that the answer is. Who did not respond or was not reached made no such claim. Mend the kind, or remove claimId.',
  bad: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      responses: [{ sourceId: 'source:a', kind: 'did-not-respond', claimId: 'claim:b' }],
    },
    { type: 'claim', id: 'claim:b', text: 'No missiles were supplied.' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  good: [
    {
      type: 'claim',
      id: 'claim:a',
      text: 'Missiles were supplied.',
      responses: [{ sourceId: 'source:a', kind: 'denied', claimId: 'claim:b' }],
    },
    { type: 'claim', id: 'claim:b', text: 'No missiles were supplied.' },
    { type: 'source', id: 'source:a', kind: 'institution', name: 'Foreign Ministry' },
  ],
  types: ['claim'],
  reads: ['responses'],
  check({ responses = [] }) {
    return responses.flatMap(({ kind, claimId }, index) =>
      claimId !== undefined && (kind === 'did-not-respond' || kind === 'not-reached')
        ? [
            {
              code: 'claim/response-without-answer' as const,
              path: ['responses', index, 'claimId'],
              message: `an answer is named, though the kind of the response is "${kind}"`,
              expected: 'no claim',
              related: [{ path: ['responses', index, 'kind'], message: 'no answer was given' }],
            },
          ]
        : [],
    );
  },
};
