/** A feature of EDTF level 2, which this library does not read. */
export type FuzzyDateFeature =
  | 'partial qualification'
  | 'unspecified digits before specified ones'
  | 'unspecified digits in an interval'
  | 'exponential years'
  | 'significant digits'
  | 'sets of all members'
  | 'sub-year groupings'
  | 'qualified seasons'
  | 'centuries and decades';

/** Why a value is no fuzzy date. */
export type FuzzyDateErrorCode =
  | 'type'
  | 'syntax'
  | 'level-2'
  | 'no-such-date'
  | 'no-such-time'
  | 'offset-range'
  | 'year-range'
  | 'order'
  | 'mixed-precision';

const messages: Record<FuzzyDateErrorCode, string> = {
  type: 'A fuzzy date is a string, such as "2024-06".',
  syntax: 'Not EDTF: write 2024, 2024-06, 2024-06-19, 2024-06-19T09:30:00Z, an interval a/b or a set [a,b].',
  'level-2': 'EDTF level 2 is not supported',
  'no-such-date': 'The calendar has no such date.',
  'no-such-time': 'The clock has no such time: write 00:00:00 to 23:59:59.',
  'offset-range': 'Offsets lie between -12:00 and +14:00.',
  'year-range': 'Years lie between -9007199254740991 and 9007199254740991.',
  order: 'The end comes before the start.',
  'mixed-precision': 'Both ends of a range in a set are plain dates of one precision.',
};

/** The fault that keeps a value from being a fuzzy date. */
export class FuzzyDateError extends Error {
  override readonly name = 'FuzzyDateError';
  /** The kind of fault. */
  readonly code: FuzzyDateErrorCode;
  /** Where the fault begins, in UTF-16 units. */
  readonly position: number;
  /** The feature of EDTF level 2 that the text uses, when that is the fault. */
  readonly feature: FuzzyDateFeature | undefined;

  constructor(code: FuzzyDateErrorCode, position: number, feature?: FuzzyDateFeature) {
    super(feature === undefined ? messages[code] : `${messages[code]}: ${feature}.`);
    this.code = code;
    this.position = position;
    this.feature = feature;
  }
}
