import { article, casesOf } from '../../support/rule-cases.js';

const corrected = (...dates: readonly (string | undefined)[]): object => ({
  corrections: dates.map((at) => ({ text: 'A name was misspelt.', ...(at === undefined ? {} : { at }) })),
});

export const cases = casesOf('time/corrected-before-published', {
  found: {
    'each correction that is too early': {
      records: [
        article('a', {
          publishedAt: '2024-06-12T09:30:00Z',
          ...corrected('2024-06-13', '2024-06-10', '2023'),
        }),
      ],
      at: ['article:a /corrections/1/at', 'article:a /corrections/2/at'],
      related: ['article:a /publishedAt'],
    },
  },
  passed: {
    'the day of publication, somewhere on Earth': [
      article('a', { publishedAt: '2024-06-12T09:30:00Z', ...corrected('2024-06-12', '2024-06-11') }),
    ],
    'dates that are vague or missing': [
      article('a', { publishedAt: '2024-06-12T09:30:00Z', ...corrected('2024', '2023?', undefined) }),
    ],
    'an article of unknown date': [article('a', corrected('2024-06-10'))],
  },
});
