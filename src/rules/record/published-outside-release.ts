import type { Problem } from '../../schema/problem.js';
import { isInstantAfter } from '../common/instants.js';
import type { RecordRule } from '../rule.js';

const CODE = 'time/published-outside-release';

/** An article that was published under its embargo or after its expiry. */
export const publishedOutsideRelease: RecordRule<'article'> = {
  scope: 'record',
  code: CODE,
  severity: 'warning',
  title: 'an article published under embargo, or when it had expired',
  explanation:
    'publishedAt lies before embargoedUntil or at or after expiresAt, when the article must not be published. Either an instant is wrong, or an embargo was broken: that can be true and is worth knowing. The day on which an agency hands a text to its customers is not when it was published.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-19T05:00:00Z',
      embargoedUntil: '2024-06-19T06:00:00Z',
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-19T06:00:00Z',
      embargoedUntil: '2024-06-19T06:00:00Z',
      expiresAt: '2024-07-19T06:00:00Z',
    },
  ],
  types: ['article'],
  reads: ['publishedAt', 'embargoedUntil', 'expiresAt'],
  check({ publishedAt, embargoedUntil, expiresAt }) {
    if (publishedAt === undefined || (embargoedUntil === undefined && expiresAt === undefined)) return [];
    const problems: Problem[] = [];
    const report = (message: string, expected: string, key: string, there: string): void => {
      problems.push({
        code: CODE,
        path: ['publishedAt'],
        message,
        expected,
        related: [{ path: [key], message: there }],
      });
    };
    if (embargoedUntil !== undefined && isInstantAfter(embargoedUntil, publishedAt)) {
      report(
        `published at ${publishedAt}, under embargo until ${embargoedUntil}`,
        `${embargoedUntil} or later`,
        'embargoedUntil',
        'the embargo ends here',
      );
    } else if (expiresAt !== undefined && !isInstantAfter(expiresAt, publishedAt)) {
      report(
        `published at ${publishedAt}, when it had expired (${expiresAt})`,
        `before ${expiresAt}`,
        'expiresAt',
        'it expires here',
      );
    }
    return problems;
  },
};
