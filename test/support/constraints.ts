import type * as z from 'zod';
import { ExtensionsSchema } from '../../src/records/common/extensions.js';
import { repeatedItems } from '../../src/records/common/lists.js';
import * as scalars from '../../src/records/common/scalars.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { type CrossFieldRule, crossFieldRulesOf } from '../../src/schema/cross-field.js';
import { branchesOf, type FieldPattern, fieldsOf, shapeOf } from '../../src/schema/walk.js';
import type { RecordType } from '../../src/vocabulary/record-type.js';

type Schema = z.core.$ZodType;

/** One way in which one field of one type of record can be wrong. */
export interface Constraint {
  readonly type: RecordType;
  /** The field's place, with `*` for an element of an array; empty for the record. */
  readonly pattern: FieldPattern;
  /** `type`, `required:key`, `unknown-key`, `enum`, `min`, `max`, `integer`, `format`, `distinct`, `rule:n` … */
  readonly constraint: string;
}

/** A constraint's name: unique, and readable in a list. */
export const nameOf = ({ type, pattern, constraint }: Constraint): string =>
  `${type} /${pattern.join('/')} ${constraint}`;

/** Lists every constraint of every field of a type of record, read off its schema. */
export function constraintsOf(type: RecordType): readonly Constraint[] {
  const root = recordSchemas[type];
  const found = new Map<string, Constraint>();
  for (const { pattern, schema } of [{ pattern: [], schema: root }, ...fieldsOf(root)]) {
    for (const constraint of kindsOf(schema, pattern)) {
      const one = { type, pattern, constraint };
      found.set(nameOf(one), one);
    }
  }
  return [...found.values()];
}

/** The schemas that a function judges: their form is one constraint, whatever it is made of. */
export const judged: ReadonlyMap<Schema, string> = new Map<Schema, string>([
  [scalars.InstantSchema, 'instant'],
  [scalars.FuzzyDateSchema, 'fuzzy-date'],
  [scalars.FuzzyPointSchema, 'fuzzy-point'],
  [scalars.LanguageTagSchema, 'language-tag'],
  [scalars.CountryCodeSchema, 'country-code'],
  [scalars.TimeZoneSchema, 'time-zone'],
  [scalars.WebUrlSchema, 'web-url'],
  [scalars.RecurrenceRuleSchema, 'recurrence-rule'],
  [ExtensionsSchema, 'extensions'],
]);

function kindsOf(schema: Schema, pattern: FieldPattern): string[] {
  const name = judged.get(schema);
  if (name !== undefined) return name === 'extensions' ? ['type', 'extension-key'] : ['type', `form:${name}`];
  const definition = schema._zod.def as unknown as { readonly type: string };
  switch (definition.type) {
    case 'literal':
    case 'enum':
      return ['type', 'enum'];
    case 'string':
      return ['type', ...checksOf(schema)];
    case 'number':
      return ['type', ...checksOf(schema)];
    case 'boolean':
      return ['type'];
    case 'array':
      return ['type', ...checksOf(schema), ...rulesOf(schema)];
    case 'never':
      return ['forbidden'];
    case 'union': {
      if (branchesOf(schema).every((branch) => shapeOf(branch) === undefined)) return ['type'];
      const perBranch = branchesOf(schema).flatMap((branch) =>
        shapeOf(branch) === undefined ? ['type', ...checksOf(branch)] : objectKinds(branch),
      );
      // the record itself is an object or is no record: that is not this field's constraint
      return pattern.length === 0 ? perBranch.filter((kind) => kind !== 'type') : perBranch;
    }
    case 'object':
      return pattern.length === 0
        ? objectKinds(schema).filter((kind) => kind !== 'type')
        : objectKinds(schema);
    default:
      throw new Error(`no constraint is known for ${definition.type} at /${pattern.join('/')}`);
  }
}

function objectKinds(schema: Schema): string[] {
  const shape = shapeOf(schema) ?? {};
  const required = Object.keys(shape).filter((key) => shape[key]!._zod.optin !== 'optional');
  return ['type', 'unknown-key', ...required.map((key) => `required:${key}`), ...rulesOf(schema)];
}

function rulesOf(schema: Schema): string[] {
  return crossFieldRulesOf(schema).map((rule: CrossFieldRule) =>
    rule === repeatedItems ? 'distinct' : `rule:${rule.name}`,
  );
}

interface CheckDefinition {
  readonly check: string;
  readonly format?: string;
}

function checksOf(schema: Schema): string[] {
  const own = schema._zod.def as unknown as CheckDefinition & { readonly checks?: readonly Schema[] };
  const checks = [own, ...(own.checks ?? []).map((check) => check._zod.def as unknown as CheckDefinition)];
  return checks.flatMap(({ check, format }) => {
    switch (check) {
      case 'min_length':
      case 'greater_than':
        return ['min'];
      case 'max_length':
      case 'less_than':
        return ['max'];
      case 'number_format':
        return ['integer'];
      case 'string_format':
        return [`form:${format}`];
      default:
        return [];
    }
  });
}
