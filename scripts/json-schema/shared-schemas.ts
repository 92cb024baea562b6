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

const named: Readonly<Record<string, z.core.$ZodType>> = {
  ArticleId: ids.ArticleIdSchema,
  SourceId: ids.SourceIdSchema,
  EntityId: ids.EntityIdSchema,
  ClaimId: ids.ClaimIdSchema,
  ScheduledEventId: ids.ScheduledEventIdSchema,
  EntityOrEventId: ids.EntityOrEventIdSchema,
  ClaimOrSourceId: ids.ClaimOrSourceIdSchema,
  Instant: scalars.InstantSchema,
  FuzzyDate: scalars.FuzzyDateSchema,
  FuzzyPoint: scalars.FuzzyPointSchema,
  LanguageTag: scalars.LanguageTagSchema,
  CountryCode: scalars.CountryCodeSchema,
  TimeZone: scalars.TimeZoneSchema,
  WebUrl: scalars.WebUrlSchema,
  Extensions: ExtensionsSchema,
  TextAnchor: TextAnchorSchema,
  ArticleAnchor: ArticleAnchorSchema,
  RelativeTo: RelativeToSchema,
  TimeReference: TimeReferenceSchema,
  ArticleTimeReference: ArticleTimeReferenceSchema,
  ScheduledTime: ScheduledTimeSchema,
  AttributionLink: AttributionLinkSchema,
  EventStance: EventStanceSchema,
  Concept: ConceptSchema,
  Subject: SubjectSchema,
  Identifier: IdentifierSchema,
};
for (const [id, schema] of Object.entries(named)) sharedSchemas.add(schema, { id });
