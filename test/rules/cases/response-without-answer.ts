import { casesOf, claim } from '../../support/rule-cases.js';

const responses = (...kinds: readonly string[]): object =>
  claim('a', { responses: kinds.map((kind) => ({ sourceId: 'source:a', kind, claimId: 'claim:b' })) });

export const cases = casesOf('claim/response-without-answer', {
  found: {
    'those who gave none': {
      records: [responses('denied', 'did-not-respond', 'not-reached')],
      at: ['claim:a /responses/1/claimId', 'claim:a /responses/2/claimId'],
      related: ['claim:a /responses/1/kind'],
    },
  },
  passed: {
    'those who said that they would not': [
      responses('declined-to-comment', 'neither-confirmed-nor-denied', 'confirmed'),
    ],
    silence: [claim('a', { responses: [{ sourceId: 'source:a', kind: 'did-not-respond' }] })],
  },
});
