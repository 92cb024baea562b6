import type { RecordRule } from '../rule.js';

/** A rating that lies beyond its own scale. */
export const ratingOutsideScale: RecordRule<'assessment'> = {
  scope: 'record',
  code: 'assessment/rating-outside-scale',
  severity: 'error',
  title: 'a rating beyond the ends of its scale',
  explanation:
    'value lies beyond best or worst. Either number may be the larger: some scales count down. Take the three numbers from the page that published the rating; a scale whose ends are not known has none here.',
  bad: [
    {
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024-06-14',
      status: 'refuted',
      rating: { label: 'False', value: 6, best: 5, worst: 1 },
    },
    { type: 'claim', id: 'claim:a', text: 'It rained.' },
    { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Fact Desk' },
  ],
  good: [
    {
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024-06-14',
      status: 'refuted',
      rating: { label: 'False', value: 1, best: 5, worst: 1 },
    },
    { type: 'claim', id: 'claim:a', text: 'It rained.' },
    { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Fact Desk' },
  ],
  types: ['assessment'],
  reads: ['rating'],
  check({ rating }) {
    const { value, best, worst } = rating ?? {};
    if (value === undefined || best === undefined || worst === undefined) return [];
    if (value >= Math.min(best, worst) && value <= Math.max(best, worst)) return [];
    return [
      {
        code: 'assessment/rating-outside-scale',
        path: ['rating', 'value'],
        message: `${value} is beyond a scale from ${worst} to ${best}`,
        expected: `a number from ${Math.min(best, worst)} to ${Math.max(best, worst)}`,
        related: [
          { path: ['rating', 'worst'], message: 'the worst' },
          { path: ['rating', 'best'], message: 'the best' },
        ],
      },
    ];
  },
};
