import type { FindingCode } from '../schema/problem.js';

/** What a code of the schemas stands for. */
export interface SchemaCode {
  readonly code: FindingCode;
  /** What it says, in one line. */
  readonly meaning: string;
  /** Whether JSON Schema cannot say it: the shipped JSON Schemas then accept what zod refuses. */
  readonly beyondJsonSchema: boolean;
}

const inJsonSchema = (code: FindingCode, meaning: string): SchemaCode => ({
  code,
  meaning,
  beyondJsonSchema: false,
});
const beyond = (code: FindingCode, meaning: string): SchemaCode => ({
  code,
  meaning,
  beyondJsonSchema: true,
});

/** Every code that reading one record can give, the rules between its fields included. */
export const schemaCodes: readonly SchemaCode[] = [
  inJsonSchema('schema/type', 'A value has the wrong JSON type.'),
  inJsonSchema('schema/required', 'A key that must be there is missing.'),
  inJsonSchema('schema/unknown-key', 'A key is not known here.'),
  inJsonSchema('schema/forbidden-key', 'A key must not be there beside what else is said.'),
  inJsonSchema('schema/unknown-type', 'No type of record has this name, or none is given.'),
  inJsonSchema('schema/enum', 'A word is not in its vocabulary.'),
  inJsonSchema('schema/format', 'A text does not have the form it must have.'),
  inJsonSchema('schema/date-time', 'A text is no instant: no RFC 3339 date-time with offset.'),
  inJsonSchema(
    'schema/date',
    'A text is no fuzzy date of EDTF level 0 or 1, or an interval where none may stand.',
  ),
  inJsonSchema('schema/length', 'A text or a list is shorter or longer than it may be.'),
  inJsonSchema('schema/range', 'A number is smaller or larger than it may be.'),
  inJsonSchema('schema/duplicate-item', 'A list names the same thing twice.'),
  inJsonSchema('schema/at-least-one', 'None of several keys is there, and one must be.'),
  inJsonSchema('schema/exactly-one', 'None or several of several keys are there, and one must be.'),
  inJsonSchema('schema/extension-key', 'The key of an extension is no namespace.'),
  inJsonSchema('claim/stance-date', 'A stance on a date has a value that is no date.'),
  beyond(
    'schema/language',
    'A text looks like a language tag, and a variant or an extension stands in it twice.',
  ),
  beyond('schema/url', 'A text looks like a web URL, and its host is none.'),
  beyond(
    'schema/recurrence',
    'A text looks like a recurrence rule, and a part of it stands twice, excludes another or names no date.',
  ),
  beyond('schema/time-zone', 'A text looks like the name of a time zone and is none.'),
  beyond('time/end-before-start', 'An end lies before its start for certain.'),
  beyond('anchor/end-before-start', 'An anchor ends before it starts, or where it starts.'),
  beyond('anchor/length', 'An anchor’s offsets are not as far apart as its quotation is long.'),
];
