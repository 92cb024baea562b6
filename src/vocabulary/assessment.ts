/**
 * What an assessment found.
 *
 * Source: FEVER and AVeriTeC verdicts; ClaimReview practice.
 */
export const assessmentStatuses = [
  'unverified',
  'in-review',
  'supported',
  'refuted',
  'conflicting',
  'not-enough-evidence',
] as const;

/** What an assessment found. */
export type AssessmentStatus = (typeof assessmentStatuses)[number];

/** What each of {@link assessmentStatuses} means, in one line. */
export const assessmentStatusMeanings: Readonly<Record<AssessmentStatus, string>> = {
  unverified: 'Not looked into.',
  'in-review': 'Being looked into.',
  supported: 'The evidence supports it.',
  refuted: 'The evidence refutes it.',
  conflicting: 'The evidence points both ways.',
  'not-enough-evidence': 'The evidence does not decide it.',
};
