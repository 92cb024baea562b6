/** The modules that can be imported: the file in `src`, by the file in `dist`. `exports` in package.json names each of them. */
export const faces = {
  index: 'src/index.ts',
  'records/article': 'src/records/article.ts',
  'records/source': 'src/records/source.ts',
  'records/entity': 'src/records/entity.ts',
  'records/claim': 'src/records/claim.ts',
  'records/scheduled-event': 'src/records/scheduled-event.ts',
  'records/assessment': 'src/records/assessment.ts',
  vocabulary: 'src/vocabulary.ts',
  'fuzzy-date': 'src/fuzzy-date.ts',
  check: 'src/check.ts',
  node: 'src/node.ts',
};
