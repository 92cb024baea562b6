import { casesOf, event } from '../../support/rule-cases.js';

const part = (date: string, type = 'part-of', more: object = {}): object =>
  event('a', { start: { date }, relations: [{ type, eventId: 'event:b', ...more }] });
const whole = (start: object, end?: object): object =>
  event('b', { start, ...(end === undefined ? {} : { end }) });

export const cases = casesOf('event/part-outside-whole', {
  found: {
    'a part after the end': {
      records: [part('2024-06-21'), whole({ date: '2024-06-19' }, { date: '2024-06-20' })],
      at: ['event:a /relations/0/type'],
      related: ['event:a /start/date', 'event:b /end/date'],
      says: 'after that has ended',
    },
    'a beginning before the start': {
      records: [part('2024-06-18', 'begins'), whole({ date: '2024-06-19' })],
      at: ['event:a /relations/0/type'],
      related: ['event:a /start/date', 'event:b /start/date'],
    },
  },
  passed: {
    'a part on the last day': [part('2024-06-20'), whole({ date: '2024-06-19' }, { date: '2024-06-20' })],
    'a whole of unknown end': [part('2024-06-21'), whole({ date: '2024-06-19' })],
    'an end that is disputed': [
      part('2024-06-21'),
      whole({ date: '2024-06-19' }, { date: '2024-06-20', status: 'disputed' }),
    ],
    'a part that is merely probable': [
      part('2024-06-21', 'part-of', { certainty: 'probable' }),
      whole({ date: '2024-06-19' }, { date: '2024-06-20' }),
    ],
    'another relation': [part('2024-06-21', 'after'), whole({ date: '2024-06-19' }, { date: '2024-06-20' })],
  },
});
