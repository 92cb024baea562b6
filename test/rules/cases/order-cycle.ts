import { casesOf, event } from '../../support/rule-cases.js';

const ordered = (name: string, type: string, other: string, certainty?: string): object =>
  event(name, {
    relations: [{ type, eventId: `event:${other}`, ...(certainty === undefined ? {} : { certainty }) }],
  });

export const cases = casesOf('event/order-cycle', {
  found: {
    'three events, each before the next': {
      records: [
        ordered('a', 'before', 'b'),
        ordered('b', 'before', 'c', 'certain'),
        ordered('c', 'before', 'a'),
      ],
      at: ['event:a /relations/0/type'],
      related: ['event:b /relations/0/type', 'event:c /relations/0/type'],
      says: 'event:a before event:b before event:c before event:a',
    },
    'two events, each after the other': {
      records: [ordered('a', 'after', 'b'), ordered('b', 'after', 'a')],
      at: ['event:a /relations/0/type'],
      related: ['event:b /relations/0/type'],
      says: 'event:b before event:a before event:b',
    },
    'before and after of one event': {
      records: [
        event('a', {
          relations: [
            { type: 'before', eventId: 'event:b' },
            { type: 'after', eventId: 'event:b' },
          ],
        }),
        event('b'),
      ],
      at: ['event:a /relations/0/type'],
      related: ['event:a /relations/1/type'],
    },
    'an event before itself': { records: [ordered('a', 'before', 'a')], at: ['event:a /relations/0/type'] },
  },
  passed: {
    'an order told by both events': [ordered('a', 'before', 'b'), ordered('b', 'after', 'a')],
    'an order that is merely probable': [
      ordered('a', 'before', 'b', 'probable'),
      ordered('b', 'before', 'a'),
    ],
    'an order with a diamond in it': [
      event('a', {
        relations: [
          { type: 'before', eventId: 'event:b' },
          { type: 'before', eventId: 'event:c' },
        ],
      }),
      ordered('b', 'before', 'd'),
      ordered('c', 'before', 'd'),
      event('d'),
    ],
  },
});
