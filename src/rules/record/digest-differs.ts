import { codePointLength } from '../../primitives/code-points.js';
import { measuredText } from '../../reasoning/anchors/measured-text.js';
import type { TextDigest } from '../../records/article.js';
import type { RecordRule } from '../rule.js';

const ONE = { normalization: 'none', newline: 'as-is' } as const;

/** An article whose text is not the one that its digest was taken of. */
export const digestDiffers: RecordRule<'article'> = {
  scope: 'record',
  code: 'anchor/digest',
  severity: 'error',
  title: 'a text that is not the one its digest was taken of',
  explanation:
    'textDigest says which text the anchors were counted in: its length in code points and its SHA-256 in UTF-8, after the normalization and with the line ends that it declares. The text of body is another: it was changed after the digest was taken, or the digest is of the text in another form. Check the anchors again, and take the digest anew with createTextDigest. Where no SHA-256 is at hand, as in a browser, only the length is compared.',
  bad: [
    {
      type: 'article',
      id: 'article:a',
      body: { text: 'It rained all day.' },
      textDigest: {
        ...ONE,
        sha256: '8b38b558e4df5eb3a70f60edea988d448559dfdded9b7ca08d9ba7f6c5ac71a8',
        codePoints: 10,
      },
    },
  ],
  good: [
    {
      type: 'article',
      id: 'article:a',
      body: { text: 'It rained.' },
      textDigest: {
        ...ONE,
        sha256: '8b38b558e4df5eb3a70f60edea988d448559dfdded9b7ca08d9ba7f6c5ac71a8',
        codePoints: 10,
      },
    },
  ],
  types: ['article'],
  reads: ['body.text', 'textDigest'],
  readsText: ({ textDigest }) => textDigest !== undefined,
  check({ body, textDigest }, { sha256 }) {
    if (body?.text === undefined || textDigest === undefined) return [];
    const digest = textDigest as TextDigest;
    const text = measuredText({ body: { text: body.text }, textDigest: digest })!;
    const length = codePointLength(text);
    const related = [{ path: ['body', 'text'], message: 'the text' }];
    if (length !== digest.codePoints) {
      return [
        {
          code: 'anchor/digest',
          path: ['textDigest', 'codePoints'],
          message: `the text has ${length} code points, but its digest was taken of ${digest.codePoints}`,
          expected: String(length),
          received: String(digest.codePoints),
          related,
        },
      ];
    }
    const computed = sha256?.(text);
    if (computed === undefined || computed === digest.sha256) return [];
    return [
      {
        code: 'anchor/digest',
        path: ['textDigest', 'sha256'],
        message: 'the text is as long as the one its digest was taken of, but another',
        expected: computed,
        received: digest.sha256,
        related,
      },
    ];
  },
};
