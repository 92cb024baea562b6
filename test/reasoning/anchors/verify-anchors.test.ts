import { describe, expect, it } from 'vitest';
import { verifyAnchors } from '../../../src/reasoning/anchors/verify-anchors.js';
import { type ArticleInput, defineArticle } from '../../../src/records/article.js';
import { type ClaimInput, defineClaim } from '../../../src/records/claim.js';
import { defineScheduledEvent } from '../../../src/records/scheduled-event.js';
import { readExample } from '../../examples/example.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const TEXT = '🇻🇳 “No date,” he said.\r\n“No date yet,” she said.';

const article = (input: Partial<ArticleInput> = {}) =>
  deepFreeze(defineArticle({ type: 'article', id: 'article:a', body: { text: TEXT }, ...input }));
const claim = (anchors: ClaimInput['anchors'], input: Partial<ClaimInput> = {}) =>
  deepFreeze(
    defineClaim({
      type: 'claim',
      id: 'claim:a',
      text: 'There is no date.',
      articleId: 'article:a',
      anchors,
      ...input,
    }),
  );
const digest = (codePoints: number) =>
  ({ sha256: '0'.repeat(64), normalization: 'none', newline: 'lf', codePoints }) as const;

/** Each anchor as its pointer, status, offsets and places. */
const outcomes = (...args: Parameters<typeof verifyAnchors>) =>
  verifyAnchors(...args).map(({ pointer, status, offsets, places }) => [
    pointer,
    status,
    offsets,
    ...places.map(({ start, words }) => `${start} ${words}`),
  ]);

describe('verifyAnchors', () => {
  it('finds every anchor of the example exactly where it says', async () => {
    const visits = await readExample();
    const [example] = visits.articles;
    const verified = verifyAnchors(example!, visits.records);
    expect(verified.length).toBeGreaterThan(100);
    for (const { status, offsets, anchor, recordId, pointer, places } of verified) {
      expect([recordId, pointer, status]).toEqual([recordId, pointer, 'exact']);
      expect(offsets).toBe(anchor.start === undefined ? 'none' : 'right');
      expect(places.map(({ words }) => words)).toEqual([anchor.exact]);
    }
  });

  it('says what became of each anchor', () => {
    const anchors = [
      { exact: 'he said', start: 14, end: 21, prefix: ',” ' },
      { exact: '"No date yet,"' },
      { exact: 'No date', start: 3, end: 10 },
      { exact: 'No date', start: 25, end: 32 },
      { exact: 'No date' },
      { exact: 'yet', start: 3, end: 6, prefix: 'not ' },
      { exact: 'A date', start: 3, end: 9 },
      { exact: 'a date' },
    ];
    expect(outcomes(article(), [claim(anchors)])).toEqual([
      ['/anchors/0', 'exact', 'right', '14 he said'],
      ['/anchors/1', 'folded', 'none', '24 “No date yet,”'],
      ['/anchors/2', 'ambiguous', 'wrong', '4 No date', '25 No date'],
      ['/anchors/3', 'exact', 'right', '25 No date'],
      ['/anchors/4', 'ambiguous', 'none', '4 No date', '25 No date'],
      ['/anchors/5', 'exact', 'wrong', '33 yet'],
      ['/anchors/6', 'missing', 'unknown'],
      ['/anchors/7', 'missing', 'none'],
    ]);
    expect(verifyAnchors(article(), [claim(anchors)]).map(({ context }) => context)).toEqual([
      'fits',
      'none',
      'none',
      'none',
      'none',
      'differs',
      'none',
      'none',
    ]);
  });

  it('takes the article first and then the records, each once', () => {
    const own = article({ mentions: [{ kind: 'pronoun', anchor: { exact: 'she' } }] });
    const one = claim([{ exact: 'he' }], { id: 'claim:b' });
    const other = claim([{ exact: 'yet' }]);
    expect(
      verifyAnchors(own, [one, own, other]).map(({ recordId, recordType }) => [recordId, recordType]),
    ).toEqual([
      ['article:a', 'article'],
      ['claim:b', 'claim'],
      ['claim:a', 'claim'],
    ]);
  });

  it('passes over anchors of other articles and of none', () => {
    const event = defineScheduledEvent({
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: {
        anchors: [
          { exact: 'yet', articleId: 'article:a' },
          { exact: 'yet', articleId: 'article:b' },
        ],
      },
    });
    const records = [
      claim([{ exact: 'yet' }], { articleId: undefined }),
      claim([{ exact: 'yet' }, { exact: 'he', articleId: 'article:a' }], { articleId: 'article:b' }),
      claim([{ exact: 'yet', articleId: 'article:b' }]),
      event,
    ];
    expect(verifyAnchors(article(), records).map(({ recordId, pointer }) => [recordId, pointer])).toEqual([
      ['claim:a', '/anchors/1'],
      ['event:a', '/start/anchors/0'],
    ]);
  });

  it('guesses nothing where there is no plain text', () => {
    const anchors = [{ exact: 'yet', start: 1, end: 4 }, { exact: 'yet' }];
    for (const input of [{ body: { html: `<p>${TEXT}</p>` } }, { body: undefined }]) {
      expect(outcomes(article(input), [claim(anchors)])).toEqual([
        ['/anchors/0', 'no-text', 'unknown'],
        ['/anchors/1', 'no-text', 'none'],
      ]);
    }
  });

  it('looks in an empty text, and does not find anything', () => {
    expect(outcomes(article({ body: { text: '' } }), [claim([{ exact: 'a' }])])).toEqual([
      ['/anchors/0', 'missing', 'none'],
    ]);
  });

  it('counts offsets in the form that the digest declares', () => {
    const length = [...TEXT].length - 1;
    const anchors = [{ exact: 'yet', start: 32, end: 35 }];
    expect(outcomes(article(), [claim(anchors)])).toEqual([['/anchors/0', 'exact', 'wrong', '33 yet']]);
    expect(outcomes(article({ textDigest: digest(length) }), [claim(anchors)])).toEqual([
      ['/anchors/0', 'exact', 'right', '32 yet'],
    ]);
  });

  it('does not let offsets decide that were counted in another text', () => {
    const anchors = [{ exact: 'No date', start: 24, end: 31 }];
    const length = [...TEXT].length - 1;
    expect(outcomes(article({ textDigest: digest(length) }), [claim(anchors)])).toEqual([
      ['/anchors/0', 'exact', 'right', '24 No date'],
    ]);
    expect(outcomes(article({ textDigest: digest(length + 1) }), [claim(anchors)])).toEqual([
      ['/anchors/0', 'ambiguous', 'unknown', '4 No date', '24 No date'],
    ]);
  });

  it('gives plain data', () => {
    const verified = verifyAnchors(article(), [claim([{ exact: 'No date' }])]);
    expect(JSON.parse(JSON.stringify(verified))).toEqual(verified);
  });
});
