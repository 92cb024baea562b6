/**
 * What a source is.
 *
 * Source: this package; after PROV-O agents and newsroom attribution practice.
 */
export const sourceKinds = [
  'outlet',
  'agency',
  'person',
  'official',
  'institution',
  'document',
  'social-account',
  'author-voice',
  'group',
] as const;

/** What a source is. */
export type SourceKind = (typeof sourceKinds)[number];

/** What each of {@link sourceKinds} means, in one line. */
export const sourceKindMeanings: Readonly<Record<SourceKind, string>> = {
  outlet: 'A publication or broadcaster.',
  agency: 'A news agency.',
  person: 'A private person.',
  official: 'A person speaking in an office.',
  institution: 'An organization speaking as such, governments included.',
  document: 'A text, filing, dataset or recording.',
  'social-account': 'An account on a social platform.',
  'author-voice': "The article's own author, unattributed.",
  group: 'Several people who are not told apart.',
};

/**
 * The terms on which information was given.
 *
 * Source: Associated Press, Reuters and New York University journalism handbooks.
 */
export const groundRules = [
  'on-the-record',
  'background',
  'deep-background',
  'off-the-record',
  'unstated',
] as const;

/** The terms on which information was given. */
export type GroundRules = (typeof groundRules)[number];

/** What each of {@link groundRules} means, in one line. */
export const groundRulesMeanings: Readonly<Record<GroundRules, string>> = {
  'on-the-record': 'May be quoted and named.',
  background: 'May be used and described, not named.',
  'deep-background': 'May be used without any description of the source.',
  'off-the-record': 'Must not be published.',
  unstated: 'The text does not say.',
};
