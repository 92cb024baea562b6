import { describeValue } from '../../finding/describe.js';
import { anchorReads, anchorSettles, judgedAnchors, textPlace } from '../common/anchors.js';
import type { DatasetRule } from '../rule.js';

/** A quotation that the article has in other typography. */
export const quoteFolded: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/folded',
  severity: 'note',
  title: 'a quotation set otherwise than in its article',
  explanation:
    'The article has these words, but with other quotation marks, dashes, spaces or line ends, or its letters are encoded otherwise. They say the same, so this is no mistake; whoever looks them up with a plain search does not find them, though. Copy the words as they stand in the article.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: 'It wants to be partners “in all areas”.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The two countries will be partners.',
      articleId: 'article:a',
      anchors: [{ exact: 'partners "in all areas"' }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: 'It wants to be partners “in all areas”.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The two countries will be partners.',
      articleId: 'article:a',
      anchors: [{ exact: 'partners “in all areas”' }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context)
      .filter(({ status }) => status === 'folded')
      .map((judged) => {
        const { record, path, anchor, places } = judged;
        const words = places[0]!.words;
        return {
          record,
          path: [...path, 'exact'],
          message: 'the article has these words in other typography',
          expected: describeValue(words),
          received: describeValue(anchor.exact),
          suggestion: words,
          related: [textPlace(judged)],
        };
      });
  },
};
