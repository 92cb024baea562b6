import { dangling } from './dataset/dangling.js';
import { duplicateId } from './dataset/duplicate-id.js';
import { wrongType } from './dataset/wrong-type.js';
import type { DatasetRule, RecordRule, Rule } from './rule.js';

/** Every rule that sees one record at a time, beside those that the schemas call. */
export const recordRules: readonly RecordRule[] = [];

/** Every rule over all records. */
export const datasetRules: readonly DatasetRule[] = [dangling, duplicateId, wrongType];

/** Every rule. */
export const allRules: readonly Rule[] = [...recordRules, ...datasetRules];
