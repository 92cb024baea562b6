import { article, casesOf, claim, entity, event, link, person } from '../../support/rule-cases.js';

export const cases = casesOf('reference/dangling', {
  found: {
    'ids at every depth': {
      records: [
        claim('a', {
          articleId: 'article:b',
          attribution: [link('originator', 'x', { cue: { exact: 'says', articleId: 'article:c' } })],
          stances: [{ eventId: 'event:y', aspect: 'date', stance: 'reports' }],
        }),
        article('a'),
      ],
      at: [
        'claim:a /articleId',
        'claim:a /attribution/0/sourceIds/0',
        'claim:a /attribution/0/cue/articleId',
        'claim:a /stances/0/eventId',
      ],
      says: 'did you mean "article:a"?',
    },
    'a record that is wrong elsewhere': {
      records: [{ type: 'claim', id: 'claim:a', articleId: 'article:a' }],
      at: ['claim:a /articleId'],
    },
    'an id that differs by case alone': {
      records: [claim('a', { about: ['entity:Hanoi'] }), entity('hanoi')],
      at: ['claim:a /about/0'],
      says: 'did you mean "entity:hanoi"?',
    },
  },
  passed: {
    'ids in any order of the records': [
      event('a', { participants: [{ entityId: 'entity:a' }] }),
      person('a'),
    ],
    'an id of a record of another type, which has a finding of its own': [
      claim('a', { articleId: 'entity:a' }),
      entity('a'),
    ],
  },
});
