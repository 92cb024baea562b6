import { isInstantAfter } from '../common/instants.js';
import type { RecordRule } from '../rule.js';

/** An article whose embargo ends when it has expired already. */
export const embargoAfterExpiry: RecordRule<'article'> = {
  scope: 'record',
  code: 'time/embargo-after-expiry',
  severity: 'error',
  title: 'an embargo that ends only when the article has expired',
  explanation:
    'Before embargoedUntil an article must not be published, and from expiresAt on it must not be published any more. Where the embargo ends at or after the expiry there is no moment left at which it may be. One of the two instants is wrong.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      embargoedUntil: '2024-06-20T06:00:00Z',
      expiresAt: '2024-06-19T06:00:00Z',
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      embargoedUntil: '2024-06-20T06:00:00Z',
      expiresAt: '2024-07-19T06:00:00Z',
    },
  ],
  types: ['article'],
  reads: ['embargoedUntil', 'expiresAt'],
  check({ embargoedUntil, expiresAt }) {
    if (embargoedUntil === undefined || expiresAt === undefined) return [];
    if (isInstantAfter(expiresAt, embargoedUntil)) return [];
    return [
      {
        code: 'time/embargo-after-expiry',
        path: ['embargoedUntil'],
        message: `the embargo ends at ${embargoedUntil}, when the article has expired (${expiresAt}): it could never be published`,
        expected: `before ${expiresAt}`,
        related: [{ path: ['expiresAt'], message: 'it expires here' }],
      },
    ];
  },
};
