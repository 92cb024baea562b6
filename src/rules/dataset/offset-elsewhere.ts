import { codePointLength } from '../../primitives/code-points.js';
import { anchorReads, anchorSettles, judgedAnchors, listed, textPlace } from '../common/anchors.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** Offsets of another place than the words stand in. */
export const offsetElsewhere: DatasetRule = {
  scope: 'dataset',
  code: 'anchor/offset',
  severity: 'error',
  title: 'offsets that lead elsewhere than the quotation',
  explanation:
    'start and end are counted in Unicode code points of body.text, the end exclusive, and the words in exact stand elsewhere. Often they were counted in UTF-16 units (every emoji before the place makes them one too large), in bytes, or in a text with other line ends. Take the offsets that are suggested; where the text was changed after they were counted, textDigest tells.',
  bad: [
    { type: 'article', id: 'article:a', body: { text: '🇻🇳 The visit is planned.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'There is a visit.',
      articleId: 'article:a',
      anchors: [{ exact: 'visit', start: 9, end: 14 }],
    },
  ],
  good: [
    { type: 'article', id: 'article:a', body: { text: '🇻🇳 The visit is planned.' } },
    {
      type: 'claim',
      id: 'claim:a',
      text: 'There is a visit.',
      articleId: 'article:a',
      anchors: [{ exact: 'visit', start: 7, end: 12 }],
    },
  ],
  reads: anchorReads,
  settles: anchorSettles,
  judge(facts, context) {
    return judgedAnchors(facts, context)
      .filter(({ offsets }) => offsets === 'wrong')
      .map((judged): DatasetProblem => {
        const { record, path, anchor, places, article } = judged;
        const [place] = places;
        if (place === undefined) {
          const length = article.parts.textDigest?.codePoints;
          return {
            record,
            path: [...path, 'end'],
            message: `the text that was measured ends at ${length}, before the end of the words`,
            expected: `at most ${length}`,
            received: String(anchor.end),
            related: [
              {
                record: article.record,
                path: ['textDigest', 'codePoints'],
                message: 'the length of the text',
              },
            ],
          };
        }
        const { start } = place;
        const isOnly = places.length === 1;
        const end = isOnly ? `, so end is ${start + codePointLength(anchor.exact)}` : '';
        return {
          record,
          path: [...path, 'start'],
          message: `the words in exact stand ${listed(places)}, not at ${anchor.start}${end}`,
          expected: isOnly ? String(start) : 'a place of these words',
          received: String(anchor.start),
          suggestion: isOnly ? String(start) : undefined,
          related: [textPlace(judged)],
        };
      });
  },
};
