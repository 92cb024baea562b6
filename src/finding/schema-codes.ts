import type { FindingCode } from '../schema/problem.js';

/** What a code of the schemas stands for. */
export interface SchemaCode {
  readonly code: FindingCode;
  /** Whether JSON Schema cannot say it: the shipped JSON Schemas then accept what zod refuses. */
  readonly beyondJsonSchema: boolean;
}

const inJsonSchema = (code: FindingCode): SchemaCode => ({ code, beyondJsonSchema: false });
const beyond = (code: FindingCode): SchemaCode => ({ code, beyondJsonSchema: true });

/** Every code that reading one record can give, the rules between its fields included; the catalogue explains them. */
export const schemaCodes: readonly SchemaCode[] = [
  inJsonSchema('schema/type'),
  inJsonSchema('schema/required'),
  inJsonSchema('schema/unknown-key'),
  inJsonSchema('schema/forbidden-key'),
  inJsonSchema('schema/unknown-type'),
  inJsonSchema('schema/enum'),
  inJsonSchema('schema/format'),
  inJsonSchema('schema/date-time'),
  inJsonSchema('schema/date'),
  inJsonSchema('schema/length'),
  inJsonSchema('schema/range'),
  inJsonSchema('schema/duplicate-item'),
  inJsonSchema('schema/at-least-one'),
  inJsonSchema('schema/exactly-one'),
  inJsonSchema('schema/extension-key'),
  inJsonSchema('claim/stance-date'),
  beyond('schema/language'),
  beyond('schema/url'),
  beyond('schema/recurrence'),
  beyond('schema/time-zone'),
  beyond('time/end-before-start'),
  beyond('anchor/end-before-start'),
  beyond('anchor/length'),
];
