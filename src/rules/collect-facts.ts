import { visitReferences } from '../dataset/references.js';
import type { Finding } from '../finding/finding.js';
import { isRecordType } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import type { FitCheck } from './at-hand.js';
import { createOwnFitCheck } from './common/own-fit-check.js';
import type { RecordFacts } from './facts.js';
import { defaultRules, type RuleSet } from './rule-set.js';
import { soundParts } from './sound-parts.js';

/**
 * Collects what the dataset rules need of one record; `undefined` where that is nothing. `record` is the number that it
 * is known by, and `findings` is what its schema found: what is wrong is left out, and so is what is settled. `fits`
 * looks at the anchors of a record that came without its text.
 */
export function collectFacts(
  value: unknown,
  record: number,
  findings: readonly Finding[] = [],
  rules: RuleSet = defaultRules(),
  fits?: FitCheck,
): RecordFacts | undefined {
  if (!isPlainObject(value) || !isRecordType(value.type)) return undefined;
  const { type, id } = value;
  let references: (number | string)[] | undefined;
  visitReferences(type, value, (to, field, indexes) => {
    references ??= [];
    references.push(field.number);
    for (const index of indexes) references.push(index);
    references.push(to);
  });
  const sound = soundParts(value, findings);
  const parts = rules.partsRead[type](sound.parts, {
    record: value,
    fits: fits ?? createOwnFitCheck(value, sound.parts),
  });
  const named = typeof id === 'string';
  if (!named && references === undefined && Object.keys(parts).length === 0) return undefined;
  const facts: { -readonly [Key in keyof RecordFacts]: RecordFacts[Key] } = { record, type, parts };
  if (named) facts.id = id;
  if (references !== undefined) facts.references = references;
  if (sound.spoiled.length > 0) facts.spoiled = sound.spoiled;
  return facts;
}
