import { casesOf, event } from '../../support/rule-cases.js';

const part = (phase: string, more: object = {}): object =>
  event('a', { phase, relations: [{ type: 'part-of', eventId: 'event:b', ...more }] });

export const cases = casesOf('event/cancelled-yet-ongoing', {
  found: {
    'an event that goes on after it was cancelled': {
      records: [event('a', { phase: 'ongoing', history: [{ phase: 'planned' }, { phase: 'cancelled' }] })],
      at: ['event:a /phase'],
      related: ['event:a /history/1/phase'],
    },
    'within the history': {
      records: [event('a', { phase: 'occurred', history: [{ phase: 'cancelled' }, { phase: 'ongoing' }] })],
      at: ['event:a /history/1/phase'],
    },
    'a cancelled event of which a part goes on': {
      records: [part('ongoing'), event('b', { phase: 'cancelled' })],
      at: ['event:b /phase'],
      related: ['event:a /phase', 'event:a /relations/0/type'],
      says: '"event:a", which is a part of it, is ongoing',
    },
    'an event that was not held, of which a part was': {
      records: [part('occurred'), event('b', { phase: 'not-held' })],
      at: ['event:b /phase'],
    },
  },
  passed: {
    'a reinstatement': [
      event('a', { phase: 'ongoing', history: [{ phase: 'cancelled' }, { phase: 'planned' }] }),
    ],
    'what went on and was broken off': [event('a', { phase: 'cancelled', history: [{ phase: 'ongoing' }] })],
    'a part that is cancelled too': [part('cancelled'), event('b', { phase: 'cancelled' })],
    'a part that is merely possible': [
      part('ongoing', { certainty: 'possible' }),
      event('b', { phase: 'cancelled' }),
    ],
    'an event before a cancelled one': [
      part('occurred', { type: 'before' }),
      event('b', { phase: 'cancelled' }),
    ],
  },
});
