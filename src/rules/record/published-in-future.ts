import { isInstantAfter } from '../common/instants.js';
import type { RecordRule } from '../rule.js';

/** An article that is published only after now. */
export const publishedInFuture: RecordRule<'article'> = {
  scope: 'record',
  code: 'time/published-in-future',
  severity: 'warning',
  title: 'an article published in the future',
  explanation:
    'publishedAt says when an article was published, and that moment has not come. An instant with the wrong year or offset from UTC looks like this. Where it is still to be published, embargoedUntil says from when on it may be.',
  bad: [{ type: 'article', id: 'article:a', publishedAt: '2042-06-12T09:30:00Z' }],
  good: [{ type: 'article', id: 'article:a', publishedAt: '2024-06-12T09:30:00Z' }],
  now: '2024-06-20T00:00:00Z',
  types: ['article'],
  reads: ['publishedAt'],
  check({ publishedAt }, { now }) {
    if (publishedAt === undefined || now === undefined) return [];
    if (!isInstantAfter(publishedAt, now)) return [];
    return [
      {
        code: 'time/published-in-future',
        path: ['publishedAt'],
        message: `published at ${publishedAt}, and it is only ${now}`,
        expected: `${now} or earlier`,
      },
    ];
  },
};
