import { referencesOf } from '../dataset/references.js';
import { isRecordType } from '../records/news-record.js';
import { isPlainObject } from '../schema/cross-field.js';
import type { Fact, Facts } from './rule.js';

/** Collects what the dataset rules need of one record. `record` is its number; the value may be wrong elsewhere. */
export function collectFacts(value: unknown, record: number): readonly Fact[] {
  if (!isPlainObject(value) || !isRecordType(value.type)) return [];
  const facts: Fact[] = [];
  if (typeof value.id === 'string') facts.push({ kind: 'record', record, type: value.type, id: value.id });
  for (const { to, targets, path } of referencesOf(value)) {
    facts.push({ kind: 'reference', record, to, targets, path });
  }
  return facts;
}

/** Arranges facts for judging. */
export function arrangeFacts(facts: Iterable<Fact>, knownIds: Iterable<string> = []): Facts {
  const holders = new Map<string, (Fact & { kind: 'record' })[]>();
  const references: (Fact & { kind: 'reference' })[] = [];
  for (const fact of facts) {
    if (fact.kind === 'reference') references.push(fact);
    else {
      const same = holders.get(fact.id);
      if (same === undefined) holders.set(fact.id, [fact]);
      else same.push(fact);
    }
  }
  return { holders, references, knownIds: new Set(knownIds) };
}
