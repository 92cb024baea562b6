import { casesOf, event } from '../../support/rule-cases.js';

const history = (...dates: readonly (string | undefined)[]): object => ({
  history: dates.map((at) => ({ note: 'Another schedule.', ...(at === undefined ? {} : { at }) })),
});

export const cases = casesOf('time/history-out-of-order', {
  found: {
    'newest first': {
      records: [event('a', history('2024-06-14', '2024-06-01'))],
      at: ['event:a /history/1/at'],
      related: ['event:a /history/0/at'],
    },
    'one entry among others, once': {
      records: [event('a', history('2024-06-01', '2024-06-14', '2023', '2024-06-15', '2024-06-02'))],
      at: ['event:a /history/2/at', 'event:a /history/4/at'],
    },
    'an entry after the time as of which the event is described': {
      records: [event('a', { ...history('2024-06-14'), asOf: '2024-06-01' })],
      at: ['event:a /asOf'],
      related: ['event:a /history/0/at'],
    },
    'clock times with and without offset': {
      records: [event('a', history('2024-06-14T00:00:00Z', '2024-06-12T00:00:00'))],
      at: ['event:a /history/1/at'],
    },
  },
  passed: {
    'the same day twice': [event('a', { ...history('2024-06-14', '2024-06-14'), asOf: '2024-06-14' })],
    'dates too vague to tell': [event('a', history('2024-06-14', '2024', undefined, '2024-06?'))],
    'a day that may be the same somewhere': [event('a', history('2024-06-14T00:00:00Z', '2024-06-13'))],
    'no history': [event('a', { asOf: '2024-06-01' })],
  },
});
