import { casesOf, claim, entity, event, source } from '../../support/rule-cases.js';

const place = (name: string, within: string): object =>
  entity(name, { kind: 'city', containedInId: `entity:${within}` });
const part = (name: string, type: string, of: string): object =>
  event(name, { relations: [{ type, eventId: `event:${of}` }] });

export const cases = casesOf('reference/cycle', {
  found: {
    'a loop of three, from its first record on': {
      records: [place('a', 'b'), place('b', 'c'), place('c', 'a')],
      at: ['entity:a /containedInId'],
      related: ['entity:b /containedInId', 'entity:c /containedInId'],
      says: '"entity:a" belongs to itself: entity:a → entity:b → entity:c → entity:a',
    },
    'a loop that is entered from outside': {
      records: [place('x', 'b'), place('a', 'b'), place('b', 'c'), place('c', 'b')],
      at: ['entity:b /containedInId'],
    },
    'a record that belongs to itself': { records: [place('a', 'a')], at: ['entity:a /containedInId'] },
    'owners and places together': {
      records: [entity('a', { kind: 'organization', parentId: 'entity:b' }), place('b', 'a')],
      at: ['entity:a /parentId'],
    },
    'groups, sources and claims': {
      records: [
        entity('a', { kind: 'group', exampleIds: ['entity:b'] }),
        entity('b', { kind: 'group', exampleIds: ['entity:c', 'entity:a'] }),
        entity('c'),
        source('a', { parentId: 'source:b' }),
        source('b', { parentId: 'source:a' }),
        ...['supersedes', 'contentOf'].flatMap((key) => [
          claim(`${key}-a`, { [key]: `claim:${key}-b` }),
          claim(`${key}-b`, { [key]: `claim:${key}-a` }),
        ]),
        ...['componentIds', 'presupposesIds'].flatMap((key) => [
          claim(`${key}-a`, { [key]: [`claim:${key}-b`] }),
          claim(`${key}-b`, { [key]: ['claim:far', `claim:${key}-a`] }),
        ]),
        claim('far'),
      ],
      at: [
        'entity:a /exampleIds/0',
        'source:a /parentId',
        'claim:supersedes-a /supersedes',
        'claim:contentOf-a /contentOf',
        'claim:componentIds-a /componentIds/0',
        'claim:presupposesIds-a /presupposesIds/0',
      ],
    },
    'parts, beginnings, replacements and dates of events': {
      records: [
        part('a', 'part-of', 'b'),
        part('b', 'begins', 'a'),
        part('c', 'rescheduled-from', 'd'),
        part('d', 'rescheduled-from', 'c'),
        event('e', { start: { relativeTo: { eventId: 'event:f' } } }),
        event('f', { start: { relativeTo: { eventId: 'event:e' } } }),
      ],
      at: [
        'event:a /relations/0/eventId',
        'event:c /relations/0/eventId',
        'event:e /start/relativeTo/eventId',
      ],
      related: ['event:b /relations/0/eventId'],
    },
    'two loops through one record': {
      records: [
        claim('a', { componentIds: ['claim:b', 'claim:c'] }),
        claim('b', { componentIds: ['claim:a'] }),
        claim('c', { componentIds: ['claim:a'] }),
      ],
      at: ['claim:a /componentIds/0', 'claim:a /componentIds/1'],
    },
    'two loops through one reference, once': {
      records: [
        claim('a', { componentIds: ['claim:b'] }),
        claim('b', { componentIds: ['claim:a', 'claim:c'] }),
        claim('c', { componentIds: ['claim:a'] }),
      ],
      at: ['claim:a /componentIds/0'],
    },
  },
  passed: {
    'two ways to one place': [
      claim('a', { componentIds: ['claim:b', 'claim:c'] }),
      claim('b', { componentIds: ['claim:d'] }),
      claim('c', { componentIds: ['claim:d'] }),
      claim('d'),
    ],
    'references of two kinds': [
      claim('a', { componentIds: ['claim:b'] }),
      claim('b', { presupposesIds: ['claim:a'] }),
    ],
    'an end that is reckoned from its own start': [
      event('a', { end: { relativeTo: { eventId: 'event:a' } } }),
    ],
    'a claim that refers to itself, which has a finding of its own': [
      claim('a', { componentIds: ['claim:a'] }),
    ],
    'a series, which has no order': [part('a', 'same-series', 'b'), part('b', 'same-series', 'a')],
    'what a second record with the same id says': [place('a', 'b'), entity('b'), place('b', 'a')],
  },
});
