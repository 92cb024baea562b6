import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import {
  isCountryCode,
  isFuzzyDate,
  isInstant,
  isLanguageTag,
  isRecordId,
  isTextAnchor,
  isTimeZone,
  isWebUrl,
} from '../../src/index.js';
import { isRecurrenceRule } from '../../src/primitives/recurrence-rule.js';
import { referenceTargets } from '../../src/records/common/ids.js';
import { repeatedItems } from '../../src/records/common/lists.js';
import * as scalars from '../../src/records/common/scalars.js';
import { TextAnchorSchema } from '../../src/records/common/text-anchor.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { crossFieldRulesOf } from '../../src/schema/cross-field.js';
import { elementOf, fieldsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { RUNS } from '../support/runs.js';

/** Texts of which some fit some form. */
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 24 }),
  fc.constantFrom(
    '2024-06-19T09:30:00Z',
    '2024-06-19T09:30:00+14:30',
    '2024-06-19',
    '2024-06~',
    '2024/2025',
    '[2023,2024]',
    '2023-02-29',
    'en',
    'vi-VN',
    'en_GB',
    'VN',
    'XK',
    'vn',
    'Asia/Ho_Chi_Minh',
    'Mars/Olympus',
    'https://example.org/',
    'javascript:alert(1)',
    'FREQ=WEEKLY',
    'FREQ=WEEKLY;COUNT=0',
    'article:a',
    'a b',
    'é',
    'x'.repeat(201),
    '',
  ),
);

const isPoint = (value: unknown): boolean => isFuzzyDate(value) && !value.includes('/');

const judges: readonly (readonly [string, z.core.$ZodType, (value: unknown) => boolean])[] = [
  ['InstantSchema', scalars.InstantSchema, isInstant],
  ['FuzzyDateSchema', scalars.FuzzyDateSchema, isFuzzyDate],
  ['FuzzyPointSchema', scalars.FuzzyPointSchema, isPoint],
  ['LanguageTagSchema', scalars.LanguageTagSchema, isLanguageTag],
  ['CountryCodeSchema', scalars.CountryCodeSchema, isCountryCode],
  ['TimeZoneSchema', scalars.TimeZoneSchema, isTimeZone],
  ['WebUrlSchema', scalars.WebUrlSchema, isWebUrl],
  ['RecurrenceRuleSchema', scalars.RecurrenceRuleSchema, isRecurrenceRule],
  ...[...referenceTargets].map(([schema, types]) => [`ids of ${types.join()}`, schema, isRecordId] as const),
];

test.each(judges)('%s judges as the plain function does', (_, schema, is) => {
  fc.assert(
    fc.property(fc.oneof(texts, fc.anything()), (value) => {
      expect((schema as z.ZodType).safeParse(value).success).toBe(is(value));
    }),
    { numRuns: RUNS },
  );
});

test('a text anchor in a record is what the plain function calls one', () => {
  const offset = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: -1, max: 8 }) },
    fc.constantFrom(undefined, 1.5, '3', null),
  );
  const anchor = fc.record(
    {
      exact: fc.oneof(
        { weight: 9, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
        fc.constant(7),
      ),
      prefix: fc.constantFrom('a', '', 'b', 1),
      suffix: fc.constantFrom('a', '', 'b', null),
      start: offset,
      end: offset,
      articleId: fc.constantFrom('article:a', 'article:b', 'a b', 3),
    },
    { requiredKeys: [] },
  );
  let right = 0;
  fc.assert(
    fc.property(anchor, (value) => {
      const success = TextAnchorSchema.safeParse(value).success;
      if (success) right++;
      expect(success).toBe(isTextAnchor(value));
    }),
    { numRuns: RUNS * 5 },
  );
  expect(right).toBeGreaterThan(RUNS / 25);
});

/** Fields whose name says what they hold, and the schema that must judge them. */
const byName: readonly (readonly [RegExp, z.core.$ZodType, string])[] = [
  [/(?:^|\/)(?:\w+Url|url|sameAs\/\*|policies\/\w+)$/, scalars.WebUrlSchema, 'a URL'],
  [/(?:^|\/)language$|\/languages\/\*$|^languages\/\*$/, scalars.LanguageTagSchema, 'a language'],
  [/(?:^|\/)(?:country|countryCode)$/, scalars.CountryCodeSchema, 'a country'],
  [/(?:^|\/)timeZone$/, scalars.TimeZoneSchema, 'a time zone'],
  [
    /(?:^|\/)(?:createdAt|updatedAt|publishedAt|modifiedAt|embargoedUntil|expiresAt|recordedAt)$/,
    scalars.InstantSchema,
    'an instant',
  ],
  [/(?:^|\/)(?:at|assertedAt|asOf|during|birthDate|deathDate)$/, scalars.FuzzyDateSchema, 'a fuzzy date'],
];

describe.each(recordTypes)('fields of %s', (type) => {
  const fields = fieldsOf(recordSchemas[type]).map(({ pattern, schema }) => ({
    path: pattern.join('/'),
    schema,
  }));

  test('that hold what a primitive judges are judged by it', () => {
    for (const { path, schema } of fields) {
      for (const [name, wanted, what] of byName) {
        if (name.test(path)) expect(schema === wanted, `/${path} must be ${what}`).toBe(true);
      }
    }
  });

  test('that are ids are judged as ids, and no list of ids names one twice', () => {
    for (const { path, schema } of fields) {
      const isId = referenceTargets.has(schema);
      if (/(?:^|\/)(?:id|\w+Id)$|Ids\/\*$/.test(path) && path !== 'wikidataId')
        expect(isId, `/${path} must be an id`).toBe(true);
      const element = elementOf(schema);
      if (element === undefined || !referenceTargets.has(element)) continue;
      expect(crossFieldRulesOf(schema), `/${path} must be distinct`).toContain(repeatedItems);
    }
  });

  test('have one article, source, entity, claim or event to lead to, as their name says', () => {
    const targets: Readonly<Record<string, string>> = {
      articleId: 'article',
      sourceId: 'source',
      sourceIds: 'source',
      entityId: 'entity',
      claimId: 'claim',
      claimIds: 'claim',
      eventId: 'scheduled-event',
      publisherId: 'source',
      placeIds: 'entity',
      organizerIds: 'entity',
    };
    for (const { path, schema } of fields) {
      const wanted = targets[path.replace(/\/\*$/, '').split('/').at(-1)!];
      const leads = referenceTargets.get(schema);
      if (wanted !== undefined && leads !== undefined) expect(leads, path).toEqual([wanted]);
    }
  });
});
