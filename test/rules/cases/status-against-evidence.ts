import {
  article,
  casesOf,
  claim,
  confirmedEvent,
  entity,
  event,
  link,
  source,
} from '../../support/rule-cases.js';

const host = { participants: [{ entityId: 'entity:host' }] };
const confirmed = (more: object = {}): object =>
  confirmedEvent('a', { by: ['source:host'] }, { ...host, ...more });
const says = (who: string, stance: string, more: object = {}): object =>
  claim(`${who}-${stance}`, {
    articleId: 'article:a',
    attribution: [link('originator', who)],
    stances: [{ eventId: 'event:a', aspect: 'occurrence', stance }],
    ...more,
  });
const around = [
  entity('host'),
  source('host', { actsFor: ['entity:host'] }),
  source('agency', { kind: 'agency' }),
  source('author', { kind: 'author-voice' }),
  article('a', { publishedAt: '2024-06-12T00:00:00Z' }),
];

export const cases = casesOf('event/status-against-evidence', {
  found: {
    'a party that denies it': {
      records: [confirmed(), says('host', 'denies'), ...around],
      at: ['event:a /status'],
      related: ['claim:host-denies /stances/0/stance'],
      says: 'by its claims it is denied',
    },
    'one that confirms and then denies': {
      records: [
        confirmed(),
        says('host', 'confirms', { assertedAt: '2024-06-01' }),
        says('host', 'denies', { assertedAt: '2024-06-10' }),
        ...around,
      ],
      at: ['event:a /status'],
      says: 'denied',
    },
    'those who confirm it and speak for no party': {
      records: [confirmed(), says('agency', 'confirms'), ...around],
      at: ['event:a /status'],
      related: ['claim:agency-confirms /stances/0/stance'],
      says: 'unconfirmed',
    },
    'a party on background': {
      records: [
        confirmed(),
        says('host', 'confirms', {
          attribution: [link('originator', 'host', { groundRules: 'background' })],
        }),
        ...around,
      ],
      at: ['event:a /status'],
    },
    'somebody who says that it is not confirmed': {
      records: [confirmed(), says('author', 'unconfirmed'), ...around],
      at: ['event:a /status'],
    },
  },
  passed: {
    'a party that confirms it': [
      confirmed(),
      says('host', 'confirms'),
      says('author', 'unconfirmed'),
      ...around,
    ],
    'what was denied after the time of the status': [
      confirmed({ asOf: '2024-06-05' }),
      says('host', 'confirms', { assertedAt: '2024-06-01' }),
      says('host', 'denies', { assertedAt: '2024-06-10' }),
      ...around,
    ],
    'what was said at an unknown time': [
      confirmed(),
      says('host', 'confirms', { articleId: 'article:x' }),
      says('host', 'denies', { articleId: 'article:x' }),
      ...around,
    ],
    'what is past on the word of its author': [
      confirmedEvent('a', { by: ['source:author'] }, { ...host, phase: 'occurred' }),
      says('author', 'confirms'),
      ...around,
    ],
    'an event that is stored as unconfirmed': [event('a', host), says('host', 'denies'), ...around],
    'an event of which nobody is known to take part': [
      confirmedEvent('a', { by: ['source:agency'] }),
      says('agency', 'confirms'),
      ...around,
    ],
    'a plan that only its author confirms, which has a finding of its own': [
      confirmedEvent('a', { by: ['source:author'] }, host),
      says('author', 'confirms'),
      ...around,
    ],
    'a claim whose stances are wrong': [
      confirmed(),
      says('host', 'confirms', {
        stances: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirmed' }],
      }),
      says('author', 'unconfirmed'),
      ...around,
    ],
    'a claim whose stances stand under a misspelt key': [
      confirmed(),
      {
        ...says('host', 'confirms'),
        stances: undefined,
        stancs: [{ eventId: 'event:a', aspect: 'occurrence', stance: 'confirms' }],
      },
      says('author', 'unconfirmed'),
      ...around,
    ].map((one) => JSON.parse(JSON.stringify(one))),
    'a source that is wrong': [
      confirmed(),
      says('host', 'confirms'),
      says('author', 'unconfirmed'),
      entity('host'),
      source('host', { actsFor: 'entity:host' }),
      source('author', { kind: 'author-voice' }),
      article('a'),
    ],
  },
});
