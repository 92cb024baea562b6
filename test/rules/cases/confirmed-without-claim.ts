import { article, casesOf, claim, confirmedEvent, entity, link, source } from '../../support/rule-cases.js';

const host = { participants: [{ entityId: 'entity:host' }] };
const confirmed = (confirmation: object, more: object = {}): object =>
  confirmedEvent('a', { by: ['source:host'], ...confirmation }, { ...host, ...more });
const says = (name: string, stance: string, more: object = {}): object =>
  claim(name, {
    articleId: 'article:a',
    attribution: [link('originator', 'host')],
    stances: [{ eventId: 'event:a', aspect: 'occurrence', stance, ...more }],
  });
const around = [entity('host'), source('host', { actsFor: ['entity:host'] }), article('a')];
/** Data that keep evidence of another event. */
const evidence = [
  says('other', 'confirms', { eventId: 'event:b' }),
  { type: 'scheduled-event', id: 'event:b', name: 'Talks', status: 'unconfirmed', phase: 'planned' },
];

export const cases = casesOf('event/confirmed-without-claim', {
  found: {
    'claims that do not confirm it': {
      records: [
        confirmed({ claimIds: ['claim:a', 'claim:b'] }),
        says('a', 'reports'),
        says('b', 'confirms', { eventId: 'event:x' }),
        ...around,
      ],
      at: ['event:a /confirmation/claimIds'],
      related: ['claim:a /stances', 'claim:b /stances'],
    },
    'a claim that says nothing of events, of an event that is past': {
      records: [confirmed({ claimIds: ['claim:a'] }, { phase: 'occurred' }), claim('a'), ...around],
      at: ['event:a /confirmation/claimIds'],
    },
    'no claim at all, where the data keep evidence': {
      records: [confirmed({}), ...evidence, ...around],
      at: ['event:a /confirmation'],
    },
    'claims that only report it': {
      records: [confirmed({}), says('a', 'reports'), says('b', 'predicts'), ...around],
      at: ['event:a /confirmation'],
    },
  },
  passed: {
    'one claim of several that confirms it': [
      confirmed({ claimIds: ['claim:a', 'claim:b'] }),
      says('a', 'reports'),
      says('b', 'confirms'),
      ...around,
    ],
    'a claim that confirms a part of it': [
      confirmed({ claimIds: ['claim:a'] }, { phase: 'occurred' }),
      says('a', 'confirms', { aspect: 'date' }),
      ...around,
    ],
    'data that keep no evidence': [confirmed({}), claim('a'), ...around],
    'an event that was imported': [
      confirmed({}, { imported: { format: 'icalendar', status: 'CONFIRMED' } }),
      ...evidence,
      ...around,
    ],
    'an event that is past': [confirmed({}, { phase: 'occurred' }), ...evidence, ...around],
    'a source of which there is no record': [confirmed({ by: ['source:x'] }), ...evidence, ...around],
    'a claim of which there is no record': [confirmed({ claimIds: ['claim:x'] }), ...evidence, ...around],
    'a claim whose stances are wrong': [
      confirmed({ claimIds: ['claim:a'] }),
      says('a', 'confirmed'),
      ...around,
    ],
    'what was confirmed and retracted, which has a finding of its own': [
      confirmed({}),
      { ...says('a', 'confirms'), recordStatus: 'retracted' },
      ...around,
    ],
    'what a party denies, which has a finding of its own': [
      confirmed({ claimIds: ['claim:a'] }),
      says('a', 'denies'),
      ...around,
    ],
  },
});
