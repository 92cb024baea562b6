import { isInstantAfter } from '../common/instants.js';
import type { RecordRule } from '../rule.js';

/** An article that was changed for the last time before it was published. */
export const publishedAfterModified: RecordRule<'article'> = {
  scope: 'record',
  code: 'time/published-after-modified',
  severity: 'error',
  title: 'an article last changed before it was published',
  explanation:
    'modifiedAt is when the text was last changed, so it is never before publishedAt. Usually one of the two has the wrong offset from UTC: a clock time at home written with Z is off by hours. Where the text was not changed since, leave modifiedAt out or repeat publishedAt.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-12T09:30:00Z',
      modifiedAt: '2024-06-12T09:30:00+02:00',
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-12T09:30:00Z',
      modifiedAt: '2024-06-12T11:30:00+02:00',
    },
  ],
  types: ['article'],
  reads: ['publishedAt', 'modifiedAt'],
  check({ publishedAt, modifiedAt }) {
    if (publishedAt === undefined || modifiedAt === undefined) return [];
    if (!isInstantAfter(publishedAt, modifiedAt)) return [];
    return [
      {
        code: 'time/published-after-modified',
        path: ['publishedAt'],
        message: `published at ${publishedAt}, after it was last modified at ${modifiedAt}`,
        expected: `${modifiedAt} or earlier`,
        related: [{ path: ['modifiedAt'], message: 'last modified' }],
      },
    ];
  },
};
