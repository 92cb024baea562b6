/** A feature of EDTF level 2, which this library does not read. */
export type FuzzyDateFeature =
  | 'partial qualification'
  | 'unspecified digits elsewhere'
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
  | 'order'
  | 'mixed-precision';

const messages: Record<FuzzyDateErrorCode, string> = {
  type: 'Write a string: "2024-06".',
  syntax: 'Not EDTF: write 2024-06, 2024-06-19T09:30:00Z, a/b or [a,b].',
  'level-2': 'EDTF level 2 is not supported',
  'no-such-date': 'There is no such date.',
  'no-such-time': 'Times are 00:00:00 to 23:59:59.',
  'offset-range': 'Offsets are -12:00 to +14:00.',
  order: 'The end comes before the start.',
  'mixed-precision': 'The ends of a range are plain dates of one kind.',
};

/** The fault that keeps a value from being a fuzzy date. */
export class FuzzyDateError extends Error {
  override readonly name = 'FuzzyDateError';
  /** The kind of fault. */
  declare readonly code: FuzzyDateErrorCode;
  /** Where the fault begins, in UTF-16 units. */
  declare readonly position: number;
  /** The feature of EDTF level 2 that the text uses, when that is the fault. */
  declare readonly feature: FuzzyDateFeature | undefined;

  constructor(code: FuzzyDateErrorCode, position: number, feature?: FuzzyDateFeature) {
    super(feature === undefined ? messages[code] : `${messages[code]}: ${feature}.`);
    Object.assign(this, { code, position, feature });
  }
}
