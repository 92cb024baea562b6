import { casesOf, claim } from '../../support/rule-cases.js';

const sure = (name: string, certainty: string, polarity: string): object => ({
  sourceId: `source:${name}`,
  certainty,
  polarity,
});

export const cases = casesOf('claim/factuality-conflict', {
  found: {
    'another polarity': {
      records: [
        claim('a', {
          factuality: [
            sure('a', 'certain', 'positive'),
            sure('b', 'certain', 'negative'),
            sure('a', 'certain', 'negative'),
          ],
        }),
      ],
      at: ['claim:a /factuality/2'],
      related: ['claim:a /factuality/0'],
    },
    'another certainty': {
      records: [
        claim('a', { factuality: [sure('a', 'certain', 'positive'), sure('a', 'possible', 'positive')] }),
      ],
      at: ['claim:a /factuality/1'],
    },
  },
  passed: {
    'the same twice': [
      claim('a', { factuality: [sure('a', 'certain', 'positive'), sure('a', 'certain', 'positive')] }),
    ],
    'two sources': [
      claim('a', { factuality: [sure('a', 'certain', 'positive'), sure('b', 'certain', 'negative')] }),
    ],
  },
});
