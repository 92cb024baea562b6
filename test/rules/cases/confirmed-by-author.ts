import { casesOf, confirmedEvent, source } from '../../support/rule-cases.js';

const author = source('author', { kind: 'author-voice' });
const other = source('a');

export const cases = casesOf('event/confirmed-by-author', {
  found: {
    'a plan, a proposal and what was postponed': {
      records: [
        ...['planned', 'proposed', 'postponed'].map((phase) =>
          confirmedEvent(phase, { by: ['source:author'] }, { phase }),
        ),
        author,
      ],
      at: [
        'event:planned /confirmation/by',
        'event:proposed /confirmation/by',
        'event:postponed /confirmation/by',
      ],
      related: ['source:author /kind', 'event:planned /phase'],
    },
  },
  passed: {
    'what is past or going on': [
      ...['occurred', 'ongoing', 'not-held', 'cancelled'].map((phase) =>
        confirmedEvent(phase, { by: ['source:author'] }, { phase }),
      ),
      author,
    ],
    'an author beside another source': [
      confirmedEvent('a', { by: ['source:author', 'source:a'] }),
      author,
      other,
    ],
    'a source of which there is no record': [confirmedEvent('a', { by: ['source:x'] })],
  },
});
