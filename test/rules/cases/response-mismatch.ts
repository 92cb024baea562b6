import { casesOf, claim, link, source } from '../../support/rule-cases.js';

const asked = claim('a', { responses: [{ sourceId: 'source:b', kind: 'denied', claimId: 'claim:b' }] });
const answer = (...links: readonly object[]): object =>
  claim('b', { articleId: 'article:a', attribution: links });
const speaker = (name: string, ...actsFor: readonly string[]): object => source(name, { actsFor });

export const cases = casesOf('claim/response-mismatch', {
  found: {
    'an answer of another party': {
      records: [asked, answer(link('originator', 'a')), speaker('a', 'entity:a'), speaker('b', 'entity:b')],
      at: ['claim:a /responses/0/claimId'],
      related: ['claim:b /attribution'],
      says: 'it comes from "source:a"',
    },
    'an answer that others passed on': {
      records: [
        asked,
        answer(link('originator', 'a'), link('relay', 'c')),
        speaker('a', 'entity:a'),
        speaker('b', 'entity:b'),
        source('c', { entityId: 'entity:c' }),
      ],
      at: ['claim:a /responses/0/claimId'],
    },
  },
  passed: {
    'the source itself, somewhere in the chain': [
      asked,
      answer(link('originator', 'a'), link('relay', 'b')),
      speaker('a', 'entity:a'),
      speaker('b', 'entity:b'),
    ],
    'a spokesman of the same party': [
      asked,
      answer(link('originator', 'a')),
      speaker('a', 'entity:a', 'entity:b'),
      speaker('b', 'entity:b'),
    ],
    'a source of which it is not known whom it speaks for': [
      asked,
      answer(link('originator', 'a')),
      source('a'),
      speaker('b', 'entity:b'),
    ],
    'a source that belongs to another': [
      asked,
      answer(link('originator', 'a')),
      source('a', { actsFor: ['entity:a'], parentId: 'source:c' }),
      speaker('b', 'entity:b'),
      source('c'),
    ],
    'an answer without attribution': [asked, claim('b'), speaker('b', 'entity:b')],
  },
});
