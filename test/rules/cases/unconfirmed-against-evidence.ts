import { article, casesOf, claim, entity, event, link, source } from '../../support/rule-cases.js';

const planned = (more: object = {}): object =>
  event('a', { participants: [{ entityId: 'entity:host' }], ...more });
const says = (who: string, stance: string, more: object = {}): object =>
  claim(`${who}-${stance}`, {
    articleId: 'article:a',
    attribution: [link('originator', who)],
    stances: [{ eventId: 'event:a', aspect: 'occurrence', stance }],
    ...more,
  });
const around = [
  entity('host'),
  source('host', { actsFor: ['entity:host'], groundRules: 'on-the-record' }),
  source('agency', { kind: 'agency' }),
  article('a', { publishedAt: '2024-06-12T00:00:00Z' }),
];

export const cases = casesOf('event/unconfirmed-against-evidence', {
  found: {
    'a plan that a party confirms on the record': {
      records: [planned(), says('host', 'confirms'), says('agency', 'confirms'), ...around],
      at: ['event:a /status'],
      related: ['claim:host-confirms /stances/0/stance', 'claim:agency-confirms /stances/0/stance'],
    },
    'a proposal that a party confirms': {
      records: [planned({ phase: 'proposed' }), says('host', 'confirms'), ...around],
      at: ['event:a /status'],
    },
  },
  passed: {
    'what others report': [planned(), says('agency', 'confirms'), ...around],
    'what a party confirms and denies': [
      planned(),
      says('host', 'confirms'),
      says('host', 'denies'),
      ...around,
    ],
    'what was confirmed after the time of the status': [
      planned({ asOf: '2024-06-01' }),
      says('host', 'confirms'),
      ...around,
    ],
    'what was retracted': [planned(), says('host', 'confirms', { recordStatus: 'retracted' }), ...around],
    'a date, which is not the event': [
      planned(),
      says('host', 'confirms', { stances: [{ eventId: 'event:a', aspect: 'date', stance: 'confirms' }] }),
      ...around,
    ],
    'an event that was postponed': [planned({ phase: 'postponed' }), says('host', 'confirms'), ...around],
  },
});
