import { globSync } from 'tinyglobby';
import { findingsIn } from './findings-in.js';
import type { RuleCases } from './rule-cases.js';

const modules: readonly { readonly cases: RuleCases }[] = await Promise.all(
  globSync('test/rules/cases/*.ts', { absolute: true }).map((file) => import(file)),
);

/** The cases of every rule, by its code. */
export const allCases: ReadonlyMap<string, RuleCases> = new Map(
  modules.map(({ cases }) => [cases.code, cases]),
);

/** The findings of one code, each as the id of the record and the pointer in it. */
export function foundAt(code: string, records: readonly object[], now?: string): readonly string[] {
  return findingsIn(records, { now })
    .filter((finding) => finding.code === code)
    .map(({ recordId, pointer }) => `${recordId} ${pointer}`);
}
