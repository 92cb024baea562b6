import type { AssessmentStatus } from '../../vocabulary/assessment.js';
import { type Likelihood, likelihoods } from '../../vocabulary/time.js';

/** The scales that `normalizeRating` knows. */
export type RatingScaleId = 'politifact' | 'snopes' | 'admiralty' | 'icd-203';

/** What a label of a scale means. */
export interface RatingMeaning {
  /** Where it stands from 0, the worst, to 1, the best; absent where the label says that this cannot be judged. */
  readonly position?: number | undefined;
  /** What it finds of a claim; absent where the scale does not judge claims, or the label says nothing of truth. */
  readonly status?: AssessmentStatus | undefined;
  /** A likelihood in the terms of ICD 203. */
  readonly likelihood?: Likelihood | undefined;
}

/** A published scale of ratings, as of a version of it. */
export interface RatingScale {
  readonly id: RatingScaleId;
  /** What it is called. */
  readonly name: string;
  /** The edition, or when its labels were read. */
  readonly version: string;
  /** Where it is published. */
  readonly source: string;
  /** Its labels in lower case, words apart by one space, earlier labels included. */
  readonly labels: Readonly<Record<string, RatingMeaning>>;
}

const nothing: RatingMeaning = {};

const politifact: RatingScale = {
  id: 'politifact',
  name: 'PolitiFact Truth-O-Meter',
  version: '2011-07-27',
  source:
    'https://www.politifact.com/article/2018/feb/12/principles-truth-o-meter-politifacts-methodology-i/',
  labels: {
    true: { position: 1, status: 'supported' },
    'mostly true': { position: 0.8, status: 'supported' },
    'half true': { position: 0.6, status: 'conflicting' },
    'mostly false': { position: 0.4, status: 'refuted' },
    // what "Mostly False" was called until July 2011
    'barely true': { position: 0.4, status: 'refuted' },
    false: { position: 0.2, status: 'refuted' },
    'pants on fire': { position: 0, status: 'refuted' },
  },
};

const snopes: RatingScale = {
  id: 'snopes',
  name: 'Snopes fact check ratings',
  version: '2024',
  source: 'https://www.snopes.com/fact-check-ratings/',
  labels: {
    true: { position: 1, status: 'supported' },
    'mostly true': { position: 0.75, status: 'supported' },
    mixture: { position: 0.5, status: 'conflicting' },
    'mostly false': { position: 0.25, status: 'refuted' },
    false: { position: 0, status: 'refuted' },
    'correct attribution': { status: 'supported' },
    misattributed: { status: 'refuted' },
    fake: { status: 'refuted' },
    unproven: { status: 'not-enough-evidence' },
    // as it now stands on the fact checks that were given it
    'unproven retired': { status: 'not-enough-evidence' },
    unfounded: { status: 'not-enough-evidence' },
    'research in progress': { status: 'in-review' },
    // these tell what became of a story or what it is, not whether a claim is so
    outdated: nothing,
    miscaptioned: nothing,
    scam: nothing,
    legend: nothing,
    'lost legend': nothing,
    recall: nothing,
    satire: nothing,
    'labeled satire': nothing,
    'originated as satire': nothing,
  },
};

/** Grades of a source's reliability (letters) and of an information's credibility (digits), F and 6 being neither. */
const grades = { a: 1, b: 0.75, c: 0.5, d: 0.25, e: 0, 1: 1, 2: 0.75, 3: 0.5, 4: 0.25, 5: 0 } as const;

const admiralty: RatingScale = {
  id: 'admiralty',
  name: 'Admiralty code (NATO)',
  version: 'AJP-2.1, edition B, 2016',
  source: 'https://en.wikipedia.org/wiki/Admiralty_code',
  labels: {
    ...Object.fromEntries(Object.entries(grades).map(([grade, position]) => [grade, { position }])),
    // reliability, or credibility, cannot be judged: not the worst, and not the middle either
    f: nothing,
    6: nothing,
  },
};

/** What ICD 203 also calls each likelihood. */
const otherTerms: Readonly<Record<Likelihood, readonly string[]>> = {
  'almost-no-chance': ['remote'],
  'very-unlikely': ['highly improbable'],
  unlikely: ['improbable', 'improbably'],
  'roughly-even-chance': ['roughly even odds'],
  likely: ['probable', 'probably'],
  'very-likely': ['highly probable'],
  'almost-certain': ['almost certainly', 'nearly certain'],
};

const icd203: RatingScale = {
  id: 'icd-203',
  name: 'ICD 203 expressions of likelihood',
  version: '2015-01-02',
  source: 'https://www.dni.gov/files/documents/ICD/ICD-203.pdf',
  labels: Object.fromEntries(
    likelihoods.flatMap((likelihood) =>
      [likelihood.replaceAll('-', ' '), ...otherTerms[likelihood]].map((term) => [term, { likelihood }]),
    ),
  ),
};

/** The scales that `normalizeRating` knows, each with its version and source. */
export const ratingScales: readonly RatingScale[] = [politifact, snopes, admiralty, icd203];
