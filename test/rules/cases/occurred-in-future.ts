import { casesOf, event } from '../../support/rule-cases.js';

export const cases = casesOf('time/occurred-in-future', {
  now: '2024-06-12T00:00:00Z',
  found: {
    'what is past and begins next week': {
      records: [event('a', { phase: 'occurred', start: { date: '2024-06-19' } })],
      at: ['event:a /phase'],
      related: ['event:a /start/date'],
    },
  },
  passed: {
    'a day that has begun somewhere': [event('a', { phase: 'ongoing', start: { date: '2024-06-12' } })],
    'a day that has begun in its time zone': [
      event('a', { phase: 'ongoing', start: { date: '2024-06-12', timeZone: 'Asia/Tokyo' } }),
    ],
    'what is still to come': [event('a', { phase: 'planned', start: { date: '2024-06-19' } })],
    'what was not held and has no date': [event('a', { phase: 'not-held' })],
  },
});
