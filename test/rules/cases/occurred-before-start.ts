import { casesOf, event } from '../../support/rule-cases.js';

export const cases = casesOf('time/occurred-before-start', {
  found: {
    'what is past, going on or fell through before it began': {
      records: ['occurred', 'ongoing', 'not-held'].map((phase) =>
        event(phase, { phase, asOf: '2024-06-12', start: { date: '2024-06-19' } }),
      ),
      at: ['event:occurred /phase', 'event:ongoing /phase', 'event:not-held /phase'],
      related: ['event:occurred /start/date', 'event:occurred /asOf'],
    },
  },
  passed: {
    'what is still to come': [
      event('a', { phase: 'planned', asOf: '2024-06-12', start: { date: '2024-06-19' } }),
    ],
    'what was called off': [
      event('a', { phase: 'cancelled', asOf: '2024-06-12', start: { date: '2024-06-19' } }),
    ],
    'a start in the same month': [
      event('a', { phase: 'occurred', asOf: '2024-06-12', start: { date: '2024-06' } }),
    ],
    'a window, which is not a start': [
      event('a', { phase: 'occurred', asOf: '2024-06-12', window: { date: '2024-07' } }),
    ],
  },
});
