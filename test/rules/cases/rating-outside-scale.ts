import { assessment, casesOf } from '../../support/rule-cases.js';

const rated = (rating: object): object =>
  assessment('a', { subjectId: 'claim:a', rating: { label: 'False', ...rating } });

export const cases = casesOf('assessment/rating-outside-scale', {
  found: {
    'a value beyond the best': {
      records: [rated({ value: 6, best: 5, worst: 1 })],
      at: ['assessment:a /rating/value'],
      related: ['assessment:a /rating/worst', 'assessment:a /rating/best'],
    },
    'a value beyond the worst of a scale that counts down': {
      records: [rated({ value: 7, best: 1, worst: 6 })],
      at: ['assessment:a /rating/value'],
    },
  },
  passed: {
    'the ends': [
      rated({ value: 1, best: 1, worst: 6 }),
      assessment('b', { subjectId: 'claim:a', rating: { label: 'x', value: 6, best: 1, worst: 6 } }),
    ],
    'a scale whose ends are not known': [rated({ value: 11, best: 10 })],
    'a label alone': [rated({})],
  },
});
