import { casesOf, event } from '../../support/rule-cases.js';

export const cases = casesOf('time/start-outside-window', {
  found: {
    'a start after the window': {
      records: [event('a', { start: { date: '2024-08-01' }, window: { date: '2024-06/2024-07' } })],
      at: ['event:a /start/date'],
      related: ['event:a /window/date'],
    },
    'a start before the window': {
      records: [event('a', { start: { date: '2024-05' }, window: { date: '2024-06-01' } })],
      at: ['event:a /start/date'],
    },
    'a start outside by its time zone': {
      records: [
        event('a', {
          start: { date: '2024-06-20T03:00:00', timeZone: 'Asia/Tokyo' },
          window: { date: '2024-06-20T00:00:00Z/2024-06-21T00:00:00Z' },
        }),
      ],
      at: ['event:a /start/date'],
    },
  },
  passed: {
    'a start on the edge': [
      event('a', { start: { date: '2024-07-31' }, window: { date: '2024-06/2024-07' } }),
    ],
    'an approximate window': [
      event('a', { start: { date: '2024-08-15' }, window: { date: '2024-06~/2024-07~' } }),
    ],
    'a start that is denied': [
      event('a', { start: { date: '2024-08-01', status: 'denied' }, window: { date: '2024-06' } }),
    ],
    'a window of unknown end': [event('a', { start: { date: '2030' }, window: { date: '2024-06/..' } })],
    'words without a date': [event('a', { start: { date: '2024-08-01' }, window: { phrase: 'soon' } })],
  },
});
