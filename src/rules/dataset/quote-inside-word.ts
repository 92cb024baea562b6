import { describeValue } from '../../finding/describe.js';
import { anchorReads, anchorSettles, judgedAnchors, textPlace } from '../common/anchors.js';
import type { DatasetRule } from '../rule.js';

/** A quotation that begins within a word of the article. */
export const quoteInsideWord: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/inside-word',
  severity: 'note',
  title: 'a quotation that begins within a word',
  explanation:
    'The quotation stands in the article only as the rest of a longer word: "possible" in "impossible", "confirmed" in "unconfirmed". What is cut off may turn the meaning round. Quote the whole word, unless its part is meant. Only words in Latin, Greek and Cyrillic letters are looked at: in other scripts articles and particles are written together with the word.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: 'The dates are unconfirmed.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are certain.',
      articleId: 'article:a',
      anchors: [{ exact: 'confirmed' }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: 'The dates are unconfirmed.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The dates are certain.',
      polarity: 'unknown',
      articleId: 'article:a',
      anchors: [{ exact: 'unconfirmed' }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context).flatMap((judged) => {
      const { record, path, anchor, cutWord } = judged;
      if (cutWord === undefined) return [];
      return [
        {
          record,
          path: [...path, 'exact'],
          message: `the article has this only as a part of ${describeValue(cutWord)}`,
          expected: 'whole words',
          received: describeValue(anchor.exact),
          related: [textPlace(judged)],
        },
      ];
    });
  },
};
