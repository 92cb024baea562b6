import type * as z from 'zod';
import { type CrossFieldRule, crossFieldRulesOf } from './cross-field.js';
import type { Problem } from './problem.js';
import { branchesOf, type FieldPattern, fieldsOf, visitPattern } from './walk.js';

interface PlacedRule {
  readonly pattern: FieldPattern;
  readonly rule: CrossFieldRule;
}

const placedRules = new WeakMap<z.core.$ZodType, readonly PlacedRule[]>();

/**
 * Runs every cross-field rule of a schema, however deep, on a value whose fields may be wrong. zod calls the rules of
 * an object only once all its fields are right; with this, all mistakes are found in one run.
 */
export function crossFieldProblems(schema: z.core.$ZodType, value: unknown): readonly Problem[] {
  let rules = placedRules.get(schema);
  if (rules === undefined) {
    rules = placeRules(schema);
    placedRules.set(schema, rules);
  }
  const problems: Problem[] = [];
  for (const { pattern, rule } of rules) {
    visitPattern(value, pattern, (part, path) => {
      for (const problem of rule(part)) {
        problems.push({
          ...problem,
          path: [...path, ...problem.path],
          related: problem.related?.map((other) => ({ ...other, path: [...path, ...other.path] })),
        });
      }
    });
  }
  return problems;
}

function placeRules(schema: z.core.$ZodType): readonly PlacedRule[] {
  const placed: PlacedRule[] = [];
  const seen = new Set<string>();
  const numbers = new Map<CrossFieldRule, number>();
  for (const field of [{ pattern: [], schema }, ...fieldsOf(schema)]) {
    for (const branch of new Set([field.schema, ...branchesOf(field.schema)])) {
      for (const rule of crossFieldRulesOf(branch)) {
        if (!numbers.has(rule)) numbers.set(rule, numbers.size);
        const key = [numbers.get(rule), ...field.pattern].join('\0');
        if (seen.has(key)) continue;
        seen.add(key);
        placed.push({ pattern: field.pattern, rule });
      }
    }
  }
  return placed;
}
