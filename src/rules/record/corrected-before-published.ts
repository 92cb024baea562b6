import { isDateSurelyBefore } from '../common/moments.js';
import type { RecordRule } from '../rule.js';

/** A correction that is dated before the article was published. */
export const correctedBeforePublished: RecordRule<'article'> = {
  scope: 'record',
  code: 'time/corrected-before-published',
  severity: 'error',
  title: 'a correction made before the article was published',
  explanation:
    'corrections are changes since publication, so none is dated before it. What an editor changed earlier is no correction and has no place here.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-12T09:30:00Z',
      corrections: [{ text: 'The visit was to begin on June 19.', at: '2023-06-13' }],
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-12T09:30:00Z',
      corrections: [{ text: 'The visit was to begin on June 19.', at: '2024-06-13' }],
    },
  ],
  types: ['article'],
  reads: ['publishedAt', 'corrections.*.at'],
  check({ publishedAt, corrections = [] }) {
    return corrections.flatMap(({ at }, index) =>
      isDateSurelyBefore(at, publishedAt)
        ? [
            {
              code: 'time/corrected-before-published' as const,
              path: ['corrections', index, 'at'],
              message: `corrected at ${at}, before it was published at ${publishedAt}`,
              expected: `${publishedAt} or later`,
              related: [{ path: ['publishedAt'], message: 'published' }],
            },
          ]
        : [],
    );
  },
};
