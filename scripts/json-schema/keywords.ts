import type * as z from 'zod';
import { countryCodes } from '../../src/primitives/country-code.js';
import { INSTANT_PATTERN } from '../../src/primitives/instant.js';
import { BodySchema } from '../../src/records/article.js';
import { EventStanceSchema } from '../../src/records/claim.js';
import { EXTENSION_KEY_PATTERN, ExtensionsSchema } from '../../src/records/common/extensions.js';
import { repeatedItems } from '../../src/records/common/lists.js';
import {
  LANGUAGE_TAG_PATTERN,
  RECURRENCE_RULE_PATTERN,
  TIME_ZONE_PATTERN,
  WEB_URL_PATTERN,
} from '../../src/records/common/patterns.js';
import {
  CountryCodeSchema,
  FuzzyDateSchema,
  FuzzyPointSchema,
  InstantSchema,
  LanguageTagSchema,
  RecurrenceRuleSchema,
  TimeZoneSchema,
  WebUrlSchema,
} from '../../src/records/common/scalars.js';
import { ArticleAnchorSchema, TextAnchorSchema } from '../../src/records/common/text-anchor.js';
import { RelativeToSchema } from '../../src/records/common/time-reference.js';
import { SourceSchema } from '../../src/records/source.js';
import { crossFieldRulesOf } from '../../src/schema/cross-field.js';
import { fuzzyDateKeywords, fuzzyPointKeywords } from './fuzzy-date-keywords.js';

type Keywords = Readonly<Record<string, unknown>>;

const bothOffsets = { dependentRequired: { start: ['end'], end: ['start'] } };

/**
 * What JSON Schema can say of the schemas whose judgement is a function. Nothing here may refuse what zod accepts;
 * what it cannot say is listed as beyond JSON Schema in `src/finding/schema-codes.ts`.
 */
const keywords: ReadonlyMap<z.core.$ZodType, Keywords> = new Map<z.core.$ZodType, Keywords>([
  [InstantSchema, { format: 'date-time', pattern: INSTANT_PATTERN }],
  [FuzzyDateSchema, fuzzyDateKeywords],
  [FuzzyPointSchema, fuzzyPointKeywords],
  [LanguageTagSchema, { pattern: LANGUAGE_TAG_PATTERN }],
  [CountryCodeSchema, { enum: [...countryCodes] }],
  [TimeZoneSchema, { pattern: TIME_ZONE_PATTERN }],
  [WebUrlSchema, { format: 'iri', pattern: WEB_URL_PATTERN }],
  [RecurrenceRuleSchema, { pattern: RECURRENCE_RULE_PATTERN }],
  [ExtensionsSchema, { type: 'object', propertyNames: { pattern: EXTENSION_KEY_PATTERN } }],
  [TextAnchorSchema, bothOffsets],
  [ArticleAnchorSchema, bothOffsets],
  [RelativeToSchema, { minProperties: 1, maxProperties: 1 }],
  [BodySchema, { anyOf: [{ required: ['text'] }, { required: ['html'] }] }],
  [
    SourceSchema,
    {
      anyOf: [
        { required: ['name'] },
        { required: ['anonymous', 'description'], properties: { anonymous: { const: true } } },
      ],
    },
  ],
  [
    EventStanceSchema,
    {
      if: { properties: { aspect: { const: 'date' } }, required: ['aspect'] },
      // biome-ignore lint/suspicious/noThenProperty: the keyword of JSON Schema, in data that is never awaited
      then: { properties: { value: fuzzyDateKeywords } },
    },
  ],
]);

/** The keywords to add to what zod says of a schema. */
export function keywordsFor(schema: z.core.$ZodType): Keywords {
  const distinct = crossFieldRulesOf(schema).includes(repeatedItems) ? { uniqueItems: true } : {};
  return { ...keywords.get(schema), ...distinct };
}
