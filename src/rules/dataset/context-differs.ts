import { describeValue } from '../../finding/describe.js';
import { anchorReads, anchorSettles, judgedAnchors, textPlace } from '../common/anchors.js';
import type { DatasetRule } from '../rule.js';

/** Words around a quotation that are not around it. */
export const contextDiffers: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/context',
  severity: 'warning',
  title: 'words around a quotation that do not stand around it',
  explanation:
    'prefix and suffix are the words right before and right after exact, with the space between. The quotation stands in one place of the article, and other words stand around it: the text was changed, or the context was written from memory, and will not tell places apart when it is needed.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: 'The visit is planned.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'There is a visit.',
      articleId: 'article:a',
      anchors: [{ exact: 'visit', prefix: 'A ' }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: 'The visit is planned.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'There is a visit.',
      articleId: 'article:a',
      anchors: [{ exact: 'visit', prefix: 'The ' }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context).flatMap((judged) => {
      const { record, path, anchor, differing } = judged;
      if (differing === undefined) return [];
      const { key, words } = differing;
      const side = key === 'prefix' ? 'before' : 'after';
      return [
        {
          record,
          path: [...path, key],
          message: `these words do not stand right ${side} the quotation`,
          expected:
            words === ''
              ? `nothing: the text ${key === 'prefix' ? 'begins' : 'ends'} there`
              : describeValue(words),
          received: describeValue(anchor[key]),
          related: [textPlace(judged)],
        },
      ];
    });
  },
};
