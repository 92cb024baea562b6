import { casesOf, event } from '../../support/rule-cases.js';

const ordered = (name: string, type: string, other: string, more: object, certainty = 'certain'): object =>
  event(name, { relations: [{ type, eventId: `event:${other}`, certainty }], ...more });
const on = (date: string, more: object = {}): object => ({ start: { date, ...more } });

export const cases = casesOf('event/order-against-dates', {
  found: {
    'an event before one that starts earlier': {
      records: [ordered('a', 'before', 'b', on('2024-06-24')), event('b', on('2024-06-19'))],
      at: ['event:a /relations/0/type'],
      related: ['event:a /start/date', 'event:b /start/date'],
      says: '2024-06-24 is after 2024-06-19',
    },
    'an event after one that starts later, by its window': {
      records: [
        ordered('a', 'after', 'b', on('2024-06-19')),
        event('b', { window: { date: '2024-07/2024-08' } }),
      ],
      at: ['event:a /relations/0/type'],
      related: ['event:b /window/date', 'event:a /start/date'],
    },
    'an order told by both events, once': {
      records: [ordered('a', 'before', 'b', on('2024-06-24')), ordered('b', 'after', 'a', on('2024-06-19'))],
      at: ['event:a /relations/0/type'],
      related: ['event:a /start/date', 'event:b /start/date', 'event:b /relations/0/type'],
    },
  },
  passed: {
    'one day': [ordered('a', 'before', 'b', on('2024-06-19')), event('b', on('2024-06-19'))],
    'dates too vague to tell': [ordered('a', 'before', 'b', on('2024-06-24')), event('b', on('2024-06'))],
    'an order that is merely probable': [
      ordered('a', 'before', 'b', on('2024-06-24'), 'probable'),
      event('b', on('2024-06-19')),
    ],
    'a date that is denied': [
      ordered('a', 'before', 'b', on('2024-06-24')),
      event('b', on('2024-06-19', { status: 'denied' })),
    ],
    'an event of which there is no record': [ordered('a', 'before', 'b', on('2024-06-24'))],
    'an event without a date': [ordered('a', 'before', 'b', on('2024-06-24')), event('b')],
  },
});
