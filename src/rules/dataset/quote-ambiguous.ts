import { describeValue } from '../../finding/describe.js';
import { anchorReads, anchorSettles, judgedAnchors, listed, textPlace } from '../common/anchors.js';
import type { DatasetRule } from '../rule.js';

/** A quotation that stands in several places of the article. */
export const quoteAmbiguous: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/ambiguous',
  severity: 'error',
  title: 'a quotation that stands in several places',
  explanation:
    'An anchor points at one place, and these words stand in several of the article: nobody can tell which is meant, and so not who said what where. Give start and end, in code points, or the words right before and after in prefix and suffix; createAnchor gives as much of these as it takes.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: 'Moscow denied it. Kyiv denied it.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It happened.',
      polarity: 'negative',
      articleId: 'article:a',
      anchors: [{ exact: 'denied it' }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: 'Moscow denied it. Kyiv denied it.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'It happened.',
      polarity: 'negative',
      articleId: 'article:a',
      anchors: [{ exact: 'denied it', prefix: 'Kyiv ' }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context)
      .filter(({ status, offsets }) => status === 'ambiguous' && offsets === 'none')
      .map((judged) => {
        const { record, path, anchor, places, context } = judged;
        const stand = `these words stand in ${places.length} places of the text, ${listed(places)}`;
        return {
          record,
          path: [...path, 'exact'],
          message:
            context === 'differs'
              ? `${stand}, and those in prefix and suffix around none of them`
              : `${stand}: add offsets, or ${context === 'fits' ? 'more ' : ''}words around`,
          expected: 'words, context or offsets of one place',
          received: describeValue(anchor.exact),
          related: [textPlace(judged)],
        };
      });
  },
};
