import { casesOf, event } from '../../support/rule-cases.js';

export const cases = casesOf('time/past-but-planned', {
  now: '2024-06-25T12:00:00Z',
  found: {
    'a day that is over everywhere': {
      records: [event('a', { start: { date: '2024-06-19' } })],
      at: ['event:a /phase'],
      related: ['event:a /start/date'],
      says: 'say what became of it',
    },
    'a proposal whose window is over': {
      records: [event('a', { phase: 'proposed', window: { date: '2024-05/2024-06-20' } })],
      at: ['event:a /phase'],
      related: ['event:a /window/date'],
    },
    'an event of several days that are all over': {
      records: [event('a', { start: { date: '2024-06-19' }, end: { date: '2024-06-21' } })],
      at: ['event:a /phase'],
    },
    'a clock time in a time zone': {
      records: [event('a', { start: { date: '2024-06-25T18:00:00', timeZone: 'Asia/Ho_Chi_Minh' } })],
      at: ['event:a /phase'],
    },
    'a window where the start is denied': {
      records: [event('a', { start: { date: '2024-08-01', status: 'denied' }, window: { date: '2024-05' } })],
      at: ['event:a /phase'],
    },
  },
  passed: {
    'a day that goes on somewhere': [event('a', { start: { date: '2024-06-25' } })],
    'a month that goes on': [event('a', { start: { date: '2024-06' } })],
    'a date that is not certain': [event('a', { start: { date: '2024-06-19?' } })],
    'one of two days': [event('a', { start: { date: '[2024-06-19,2024-06-30]' } })],
    'several days that go on': [event('a', { start: { date: '2024-06-19' }, end: { date: '2024-06-27' } })],
    'what recurs': [event('a', { start: { date: '2024-06-19' }, recurrence: 'FREQ=WEEKLY' })],
    'what has become of it': ['ongoing', 'occurred', 'cancelled', 'postponed', 'not-held'].map((phase) =>
      event(phase, { phase, start: { date: '2024-06-19' } }),
    ),
    'an event without a date': [event('a', { start: { status: 'agreed', disclosed: false } })],
  },
});
