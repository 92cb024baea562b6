/**
 * How a date was arrived at.
 *
 * Source: TimeML `TIMEX3`; this package.
 */
export const timeMethods = ['explicit', 'relative', 'inferred', 'world-knowledge', 'unresolved'] as const;

/** How a date was arrived at. */
export type TimeMethod = (typeof timeMethods)[number];

/** What each of {@link timeMethods} means, in one line. */
export const timeMethodMeanings: Readonly<Record<TimeMethod, string>> = {
  explicit: 'Written in the text.',
  relative: 'Computed from an anchor, such as "last September".',
  inferred: 'Concluded from the text.',
  'world-knowledge': 'Known from elsewhere.',
  unresolved: 'Not resolved; only the phrase is kept.',
};

/**
 * A likelihood in words with an agreed range in per cent.
 *
 * Source: ICD 203, Analytic Standards (2015).
 */
export const likelihoods = [
  'almost-no-chance',
  'very-unlikely',
  'unlikely',
  'roughly-even-chance',
  'likely',
  'very-likely',
  'almost-certain',
] as const;

/** A likelihood in words with an agreed range in per cent. */
export type Likelihood = (typeof likelihoods)[number];

/** What each of {@link likelihoods} means, in one line. */
export const likelihoodMeanings: Readonly<Record<Likelihood, string>> = {
  'almost-no-chance': '1 to 5 per cent.',
  'very-unlikely': '5 to 20 per cent.',
  unlikely: '20 to 45 per cent.',
  'roughly-even-chance': '45 to 55 per cent.',
  likely: '55 to 80 per cent.',
  'very-likely': '80 to 95 per cent.',
  'almost-certain': '95 to 99 per cent.',
};
