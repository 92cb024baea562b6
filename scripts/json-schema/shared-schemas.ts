import * as z from 'zod';
import { AttributionLinkSchema, EventStanceSchema } from '../../src/records/claim.js';
import { ConceptSchema, SubjectSchema } from '../../src/records/common/concept.js';
import { ExtensionsSchema } from '../../src/records/common/extensions.js';
import { IdentifierSchema } from '../../src/records/common/identifier.js';
import * as ids from '../../src/records/common/ids.js';
import * as scalars from '../../src/records/common/scalars.js';
import { ArticleAnchorSchema, TextAnchorSchema } from '../../src/records/common/text-anchor.js';
import {
  ArticleTimeReferenceSchema,
  RelativeToSchema,
  TimeReferenceSchema,
} from '../../src/records/common/time-reference.js';
import { ScheduledTimeSchema } from '../../src/records/scheduled-event.js';

/**
 * Schemas that stand in several places, by their name in `$defs`. A registry of this script's own: zod's global one
 * belongs to the application.
 */
export const sharedSchemas = z.registry<{ id: string }>();

interface Shared {
  readonly schema: z.core.$ZodType;
  /** Where it is documented: a file below `src/` and what it exports. */
  readonly documentedIn: readonly [file: string, name: string];
}

const id = (name: string, schema: z.core.$ZodType): [string, Shared] => [
  name,
  { schema, documentedIn: ['primitives/id.ts', name] },
];

/** The shared schemas by their name in `$defs`. */
export const shared: ReadonlyMap<string, Shared> = new Map<string, Shared>([
  id('ArticleId', ids.ArticleIdSchema),
  id('SourceId', ids.SourceIdSchema),
  id('EntityId', ids.EntityIdSchema),
  id('ClaimId', ids.ClaimIdSchema),
  id('ScheduledEventId', ids.ScheduledEventIdSchema),
  [
    'EntityOrEventId',
    { schema: ids.EntityOrEventIdSchema, documentedIn: ['records/common/ids.ts', 'EntityOrEventIdSchema'] },
  ],
  [
    'ClaimOrSourceId',
    { schema: ids.ClaimOrSourceIdSchema, documentedIn: ['records/common/ids.ts', 'ClaimOrSourceIdSchema'] },
  ],
  ['Instant', { schema: scalars.InstantSchema, documentedIn: ['primitives/instant.ts', 'Instant'] }],
  [
    'FuzzyDate',
    { schema: scalars.FuzzyDateSchema, documentedIn: ['primitives/fuzzy-date/parse.ts', 'FuzzyDate'] },
  ],
  [
    'FuzzyPoint',
    { schema: scalars.FuzzyPointSchema, documentedIn: ['records/common/scalars.ts', 'FuzzyPointSchema'] },
  ],
  [
    'LanguageTag',
    { schema: scalars.LanguageTagSchema, documentedIn: ['primitives/language-tag.ts', 'LanguageTag'] },
  ],
  [
    'CountryCode',
    { schema: scalars.CountryCodeSchema, documentedIn: ['primitives/country-code.ts', 'CountryCode'] },
  ],
  ['TimeZone', { schema: scalars.TimeZoneSchema, documentedIn: ['primitives/time-zone.ts', 'TimeZone'] }],
  ['WebUrl', { schema: scalars.WebUrlSchema, documentedIn: ['primitives/web-url.ts', 'WebUrl'] }],
  ['Extensions', { schema: ExtensionsSchema, documentedIn: ['records/common/extensions.ts', 'Extensions'] }],
  ['TextAnchor', { schema: TextAnchorSchema, documentedIn: ['primitives/text-anchor.ts', 'TextAnchor'] }],
  [
    'ArticleAnchor',
    { schema: ArticleAnchorSchema, documentedIn: ['records/common/text-anchor.ts', 'ArticleAnchor'] },
  ],
  [
    'RelativeTo',
    { schema: RelativeToSchema, documentedIn: ['records/common/time-reference.ts', 'RelativeTo'] },
  ],
  [
    'TimeReference',
    { schema: TimeReferenceSchema, documentedIn: ['records/common/time-reference.ts', 'TimeReference'] },
  ],
  [
    'ArticleTimeReference',
    {
      schema: ArticleTimeReferenceSchema,
      documentedIn: ['records/common/time-reference.ts', 'ArticleTimeReferenceSchema'],
    },
  ],
  [
    'ScheduledTime',
    { schema: ScheduledTimeSchema, documentedIn: ['records/scheduled-event.ts', 'ScheduledTime'] },
  ],
  [
    'AttributionLink',
    { schema: AttributionLinkSchema, documentedIn: ['records/claim.ts', 'AttributionLink'] },
  ],
  ['EventStance', { schema: EventStanceSchema, documentedIn: ['records/claim.ts', 'EventStance'] }],
  ['Concept', { schema: ConceptSchema, documentedIn: ['records/common/concept.ts', 'Concept'] }],
  ['Subject', { schema: SubjectSchema, documentedIn: ['records/common/concept.ts', 'Subject'] }],
  ['Identifier', { schema: IdentifierSchema, documentedIn: ['records/common/identifier.ts', 'Identifier'] }],
]);
for (const [name, { schema }] of shared) sharedSchemas.add(schema, { id: name });
