import * as fc from 'fast-check';
import type * as z from 'zod';
import { fuzzyDateKeywords, fuzzyPointKeywords } from '../../scripts/json-schema/fuzzy-date-keywords.js';
import { codePointLength } from '../../src/primitives/code-points.js';
import { countryCodes } from '../../src/primitives/country-code.js';
import { INSTANT_PATTERN } from '../../src/primitives/instant.js';
import { BodySchema } from '../../src/records/article.js';
import { EventStanceSchema } from '../../src/records/claim.js';
import { ExtensionsSchema } from '../../src/records/common/extensions.js';
import { repeatedItems } from '../../src/records/common/lists.js';
import { LANGUAGE_TAG_PATTERN, RECURRENCE_RULE_PATTERN } from '../../src/records/common/patterns.js';
import * as scalars from '../../src/records/common/scalars.js';
import { ArticleAnchorSchema, TextAnchorSchema } from '../../src/records/common/text-anchor.js';
import { RelativeToSchema } from '../../src/records/common/time-reference.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { ConfirmedEventSchema, UnconfirmedEventSchema } from '../../src/records/scheduled-event.js';
import { SourceSchema } from '../../src/records/source.js';
import { crossFieldRulesOf } from '../../src/schema/cross-field.js';
import { crossFieldProblems } from '../../src/schema/recheck.js';
import { elementOf, literalsOf, shapeOf, unwrap } from '../../src/schema/walk.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';

type Schema = z.core.$ZodType;
type Fields = Record<string, unknown>;

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('Hà Nội', '평양', '🇻🇳 visit', 'a\u00a0b\r\nc', '__proto__', 'null', '\u202eabc', '0'),
);

/** Texts of the form that a pattern gives, as far as a function accepts them too. */
const formed = (pattern: string, schema: Schema, ...examples: readonly [string, ...string[]]) =>
  fc.oneof(
    fc.constantFrom(...examples),
    fc.stringMatching(new RegExp(pattern)).filter((one) => (schema as z.ZodType).safeParse(one).success),
  );

const fuzzyDate = formed(
  fuzzyDateKeywords.pattern,
  scalars.FuzzyDateSchema,
  ...([
    '2024-06-19',
    '2024-06~',
    '2024-06-12/2024-06-19',
    '[2023-09,2024-09]',
    '../2024',
    '2024-XX',
  ] as const),
);

/** Values of the schemas that a function judges. */
const judgedValues = new Map<Schema, fc.Arbitrary<unknown>>([
  [scalars.InstantSchema, formed(INSTANT_PATTERN, scalars.InstantSchema, '2024-06-19T09:30:00-00:00')],
  [scalars.FuzzyDateSchema, fuzzyDate],
  [
    scalars.FuzzyPointSchema,
    formed(
      fuzzyPointKeywords.pattern,
      scalars.FuzzyPointSchema,
      '2024-06-19',
      '[2024-06-19..2024-06-21]',
      '2024?',
    ),
  ],
  [
    scalars.LanguageTagSchema,
    formed(LANGUAGE_TAG_PATTERN, scalars.LanguageTagSchema, 'en', 'vi-VN', 'EN-gb'),
  ],
  [scalars.CountryCodeSchema, fc.constantFrom(...countryCodes)],
  [scalars.TimeZoneSchema, fc.constantFrom('Asia/Ho_Chi_Minh', 'UTC', 'America/New_York')],
  [
    scalars.WebUrlSchema,
    fc.oneof(
      fc.constantFrom('https://example.org', 'HTTP://exämple.org:8080/é?a=b#c', 'https://[::1]/'),
      fc.webUrl().filter((url) => scalars.WebUrlSchema.safeParse(url).success),
    ),
  ],
  [
    scalars.RecurrenceRuleSchema,
    formed(RECURRENCE_RULE_PATTERN, scalars.RecurrenceRuleSchema, 'FREQ=WEEKLY;COUNT=4', 'FREQ=DAILY'),
  ],
  [
    ExtensionsSchema,
    fc.dictionary(
      fc.constantFrom('org.example.desk', 'com.example', 'https://example.org/ns#'),
      fc.oneof(fc.jsonValue({ maxDepth: 3 }), fc.constant(JSON.parse('{"__proto__":{"a":[]}}'))),
      { maxKeys: 2 },
    ),
  ],
]);

/** Makes fields that are right by themselves right together. */
const repairs = new Map<Schema, (fields: Fields) => Fields>([
  [TextAnchorSchema, offsetsThatFit],
  [ArticleAnchorSchema, offsetsThatFit],
  [BodySchema, (body) => ('text' in body || 'html' in body ? body : { html: '' })],
  [
    RelativeToSchema,
    (one) =>
      Object.fromEntries(Object.entries(Object.keys(one).length > 0 ? one : { date: '2024' }).slice(0, 1)),
  ],
  [
    SourceSchema,
    (source) =>
      'name' in source || (source.anonymous === true && 'description' in source)
        ? source
        : source.anonymous === true
          ? { ...source, description: 'an official' }
          : { ...source, name: 'A Paper' },
  ],
  [
    EventStanceSchema,
    (stance) => (stance.aspect === 'date' && 'value' in stance ? { ...stance, value: '2024-06~' } : stance),
  ],
  [ConfirmedEventSchema, schedulesInOrder],
  [UnconfirmedEventSchema, schedulesInOrder],
]);

function offsetsThatFit({ start, end, ...anchor }: Fields): Fields {
  if (start === undefined || end === undefined) return anchor;
  return { ...anchor, start, end: (start as number) + codePointLength(anchor.exact as string) };
}

function schedulesInOrder(event: Fields): Fields {
  const backwards = crossFieldProblems(recordSchemas['scheduled-event'], event);
  if (backwards.length === 0) return event;
  const { end: _, ...rest } = event;
  const history = event.history as readonly Fields[] | undefined;
  if (history === undefined) return rest;
  return { ...rest, history: history.map(({ end, ...entry }) => entry) };
}

interface Bounds {
  readonly check?: string;
  readonly minimum?: number;
  readonly value?: number;
  readonly inclusive?: boolean;
  readonly pattern?: RegExp;
  readonly format?: string;
}

const checksOf = (schema: Schema): readonly Bounds[] => [
  schema._zod.def as unknown as Bounds,
  ...(schema._zod.def.checks ?? []).map((check) => check._zod.def as unknown as Bounds),
];

const made = new Map<Schema, fc.Arbitrary<unknown>>();

/** Values that a schema of this package accepts: every field, every branch, and nothing else. */
function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  const inner = unwrap(schema);
  let arbitrary = made.get(inner);
  if (arbitrary === undefined) {
    const repair = repairs.get(inner);
    const values = judgedValues.get(inner) ?? plainArbitraryOf(inner);
    arbitrary = repair === undefined ? values : values.map((value) => repair(value as Fields));
    made.set(inner, arbitrary);
  }
  return arbitrary;
}

function plainArbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  const { type, options } = schema._zod.def as unknown as { type: string; options?: readonly Schema[] };
  const checks = checksOf(schema);
  switch (type) {
    case 'literal':
    case 'enum':
      return fc.constantFrom(...literalsOf(schema));
    case 'boolean':
      return fc.boolean();
    case 'string': {
      const pattern = checks.find((check) => check.pattern !== undefined)?.pattern;
      if (pattern !== undefined) return fc.stringMatching(pattern);
      const least = checks.some(({ check }) => check === 'min_length');
      return least ? text : fc.oneof(text, fc.constant(''));
    }
    case 'number': {
      const min = checks.find(({ check }) => check === 'greater_than')?.value;
      const max = checks.find(({ check }) => check === 'less_than')?.value;
      if (checks.some(({ check }) => check === 'number_format')) {
        return fc.oneof(
          fc.integer({ min: min ?? -1000, max: max ?? 1000 }),
          fc.constantFrom(...[min, max].filter((bound) => bound !== undefined)),
        );
      }
      return fc.double({ noNaN: true, noDefaultInfinity: true, min: min ?? -1e9, max: max ?? 1e9 });
    }
    case 'array': {
      const minLength = Math.max(0, ...checks.map(({ minimum = 0 }) => minimum));
      const items = arbitraryOf(elementOf(schema)!);
      return crossFieldRulesOf(schema).includes(repeatedItems)
        ? fc.uniqueArray(items, { minLength, maxLength: minLength + 2 })
        : fc.array(items, { minLength, maxLength: minLength + 2 });
    }
    case 'union':
      return fc.oneof(...options!.map(arbitraryOf));
    case 'object': {
      const fields = Object.entries(shapeOf(schema)!).filter(([, field]) => !isForbidden(field));
      const requiredKeys = fields.filter(([, field]) => field._zod.optin !== 'optional').map(([key]) => key);
      const model = Object.fromEntries(fields.map(([key, field]) => [key, arbitraryOf(field)]));
      return fc.record(model, { requiredKeys, noNullPrototype: true });
    }
    default:
      throw new Error(`no value is known for ${type}`);
  }
}

const isForbidden = (field: Schema): boolean => (unwrap(field)._zod.def as { type: string }).type === 'never';

/** Valid records of a type, with any of their fields. */
export const recordArbitrary = (type: RecordType): fc.Arbitrary<Readonly<Fields>> =>
  arbitraryOf(recordSchemas[type]) as fc.Arbitrary<Readonly<Fields>>;

/** Valid records of any type, each type as often as any other. */
export const newsRecordArbitrary: fc.Arbitrary<Readonly<Fields>> = fc.oneof(
  ...recordTypes.map(recordArbitrary),
);
