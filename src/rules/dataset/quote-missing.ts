import { describeValue } from '../../finding/describe.js';
import { anchorReads, anchorSettles, judgedAnchors, textPlace } from '../common/anchors.js';
import type { DatasetRule } from '../rule.js';

/** A quotation that the article does not have. */
export const quoteMissing: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/missing',
  severity: 'error',
  title: 'a quotation that its article does not have',
  explanation:
    'The words in exact must stand in body.text of the article that is quoted, as they are written or in other typography: other quotation marks, dashes, spaces and line ends, another encoding of the same letters. Nothing else counts as the same words, however alike it looks, because a text that differs by one "not" looks alike. Copy the words from the article; where several places are meant, give each an anchor of its own.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: 'The visit is not confirmed.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit is confirmed.',
      articleId: 'article:a',
      anchors: [{ exact: 'The visit is confirmed' }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: 'The visit is not confirmed.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'The visit is confirmed.',
      polarity: 'negative',
      articleId: 'article:a',
      anchors: [{ exact: 'The visit is not confirmed' }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context)
      .filter(({ status }) => status === 'missing')
      .map((judged) => {
        const { record, path, anchor, beginning } = judged;
        const goesOn =
          beginning === undefined
            ? ''
            : beginning.next === ''
              ? `: it ends after ${describeValue(beginning.words)}`
              : `: after ${describeValue(beginning.words)} it goes on with ${describeValue(beginning.next)}`;
        return {
          record,
          path: [...path, 'exact'],
          message: `the text of the article does not have these words${goesOn}`,
          expected: 'words of the article',
          received: describeValue(anchor.exact),
          related: [textPlace(judged)],
        };
      });
  },
};
