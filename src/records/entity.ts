import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import type { CountryCode } from '../primitives/country-code.js';
import type { FuzzyDate } from '../primitives/fuzzy-date/parse.js';
import type { EntityId } from '../primitives/id.js';
import type { LanguageTag } from '../primitives/language-tag.js';
import type { WebUrl } from '../primitives/web-url.js';
import { type EntityNameKind, entityNameKinds } from '../vocabulary/entity.js';
import { type Identifier, IdentifierSchema } from './common/identifier.js';
import { EntityIdSchema } from './common/ids.js';
import { distinctList } from './common/lists.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import {
  CountryCodeSchema,
  FuzzyDateSchema,
  LanguageTagSchema,
  TextSchema,
  WebUrlSchema,
} from './common/scalars.js';
import { type ArticleAnchor, ArticleAnchorSchema } from './common/text-anchor.js';

/** A further name of an entity. */
export interface EntityName {
  /** The name. */
  value: string;
  /** The language or script it is in, such as `ko-Latn`. */
  language?: LanguageTag | undefined;
  /** How it relates to the main name. */
  kind?: EntityNameKind | undefined;
}

/** An office or position that a person holds or held. */
export interface PersonRole {
  /** The title, such as "president" or "ambassador". */
  title: string;
  /** Whom or what the role is of: the country a president presides over, the company a director directs. */
  ofEntityId?: EntityId | undefined;
  /** For an envoy: the country or organization they are accredited to. */
  accreditedToId?: EntityId | undefined;
  /** When they hold or held it. */
  during?: FuzzyDate | undefined;
  /** Where a text says so. */
  anchors?: ArticleAnchor[] | undefined;
}

/** A point on the globe (WGS 84). */
export interface Geo {
  /** Degrees north of the equator, −90 to 90. */
  latitude: number;
  /** Degrees east of Greenwich, −180 to 180. */
  longitude: number;
}

/** What entities of every kind have. */
export interface EntityBase extends RecordBase {
  /** Says that this is an entity. */
  type: 'entity';
  /** Identifies the entity. */
  id: EntityId;
  /** The name to show. */
  name: string;
  /** Further names. */
  names?: EntityName[] | undefined;
  /** A finer kind, in free words, such as "spaceport" or "short-range ballistic missile". */
  subtype?: string | undefined;
  /** Identifiers that others gave it. */
  identifiers?: Identifier[] | undefined;
  /** Its Wikidata item, such as `Q881`. */
  wikidataId?: string | undefined;
  /** A description for people. */
  description?: string | undefined;
  /** Pages that are about the same entity. */
  sameAs?: WebUrl[] | undefined;
}

/** A human being. */
export interface PersonEntity extends EntityBase {
  /** Says that this is a person. */
  kind: 'person';
  /** Offices and positions they hold or held. */
  roles?: PersonRole[] | undefined;
  /** When they were born. */
  birthDate?: FuzzyDate | undefined;
  /** When they died. */
  deathDate?: FuzzyDate | undefined;
}

/** A company, party, government body, newspaper or other organization. */
export interface OrganizationEntity extends EntityBase {
  /** Says that this is an organization. */
  kind: 'organization';
  /** The entity it belongs to: an owner, or the country whose government it is. */
  parentId?: EntityId | undefined;
  /** Where it is based (ISO 3166-1 alpha-2). */
  country?: CountryCode | undefined;
}

/** A country, city, region or facility. */
export interface PlaceEntity extends EntityBase {
  /** Says what sort of place it is. */
  kind: 'country' | 'city' | 'region' | 'facility';
  /** Where it is. */
  geo?: Geo | undefined;
  /** The country it is, or is in (ISO 3166-1 alpha-2). */
  countryCode?: CountryCode | undefined;
  /** The place it is in. */
  containedInId?: EntityId | undefined;
}

/** People or things named together; its membership can be unknown. */
export interface GroupEntity extends EntityBase {
  /** Says that this is a group. */
  kind: 'group';
  /** How many, in the text's words, such as "some". */
  quantifier?: string | undefined;
  /** Entities named as examples of it. */
  exampleIds?: EntityId[] | undefined;
}

/** A war, dispute or armed conflict. */
export interface ConflictEntity extends EntityBase {
  /** Says that this is a conflict. */
  kind: 'conflict';
  /** When it takes or took place. */
  during?: FuzzyDate | undefined;
  /** Who started it. */
  startedById?: EntityId | undefined;
}

/** An entity of a kind that has no fields of its own. */
export interface ThingEntity extends EntityBase {
  /** Says what sort of thing it is. */
  kind: 'weapon' | 'artifact' | 'product' | 'work' | 'law' | 'event' | 'other';
}

/** A person, organization, place or thing that news is about, told apart by `kind`. */
export type Entity =
  | PersonEntity
  | OrganizationEntity
  | PlaceEntity
  | GroupEntity
  | ConflictEntity
  | ThingEntity;

/** An {@link Entity} as it is written by hand or read from elsewhere: ids, dates and codes are plain strings. */
export type EntityInput = Unbranded<Entity>;

const entityBase = {
  type: z.literal('entity'),
  id: EntityIdSchema,
  ...recordBase,
  name: TextSchema,
  names: z
    .array(
      z.strictObject({
        value: TextSchema,
        language: LanguageTagSchema.optional(),
        kind: z.enum(entityNameKinds).optional(),
      }),
    )
    .optional(),
  subtype: TextSchema.optional(),
  identifiers: z.array(IdentifierSchema).optional(),
  wikidataId: z
    .string()
    .regex(/^Q[1-9][0-9]*$/, { error: 'a Wikidata item id looks like Q881' })
    .optional(),
  description: TextSchema.optional(),
  sameAs: distinctList(WebUrlSchema).optional(),
};

/** Schema of {@link Entity}. */
export const EntitySchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    ...entityBase,
    roles: z
      .array(
        z.strictObject({
          title: TextSchema,
          ofEntityId: EntityIdSchema.optional(),
          accreditedToId: EntityIdSchema.optional(),
          during: FuzzyDateSchema.optional(),
          anchors: z.array(ArticleAnchorSchema).optional(),
        }),
      )
      .optional(),
    birthDate: FuzzyDateSchema.optional(),
    deathDate: FuzzyDateSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('organization'),
    ...entityBase,
    parentId: EntityIdSchema.optional(),
    country: CountryCodeSchema.optional(),
  }),
  z.strictObject({
    kind: z.enum(['country', 'city', 'region', 'facility']),
    ...entityBase,
    geo: z
      .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
      .optional(),
    countryCode: CountryCodeSchema.optional(),
    containedInId: EntityIdSchema.optional(),
  }),
  z.strictObject({
    kind: z.literal('group'),
    ...entityBase,
    quantifier: TextSchema.optional(),
    exampleIds: distinctList(EntityIdSchema).optional(),
  }),
  z.strictObject({
    kind: z.literal('conflict'),
    ...entityBase,
    during: FuzzyDateSchema.optional(),
    startedById: EntityIdSchema.optional(),
  }),
  z.strictObject({
    kind: z.enum(['weapon', 'artifact', 'product', 'work', 'law', 'event', 'other']),
    ...entityBase,
  }),
]);

/**
 * Judges a value as an entity and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseEntity } from 'newsdomain';
 *
 * safeParseEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' }).success; // => true
 * safeParseEntity({ type: 'entity', id: 'entity:a', kind: 'town', name: 'Hanoi' }).success; // => false
 * ```
 */
export function safeParseEntity(value: unknown, options?: ParseOptions): z.ZodSafeParseResult<Entity> {
  return safeParseRecord(EntitySchema, value, options);
}

/**
 * Judges a value as an entity and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseEntity } from 'newsdomain';
 *
 * parseEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' }).id; // => 'entity:a'
 * parseEntity({ type: 'entity', id: 'entity:a', kind: 'town', name: 'Hanoi' }); // throws NewsDomainError
 * ```
 */
export function parseEntity(value: unknown, options?: ParseOptions): Entity {
  return parseRecordAs(EntitySchema, 'entity', value, options);
}

/**
 * Tells whether a value is an entity.
 *
 * @example
 * ```ts
 * import { isEntity } from 'newsdomain';
 *
 * isEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' }); // => true
 * isEntity(null); // => false
 * ```
 */
export function isEntity(value: unknown): value is Entity {
  return EntitySchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is an entity.
 *
 * @example
 * ```ts
 * import { assertEntity } from 'newsdomain';
 *
 * assertEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' });
 * assertEntity({ type: 'entity', id: 'entity:a', kind: 'town', name: 'Hanoi' }); // throws NewsDomainError
 * ```
 */
export function assertEntity(value: unknown): asserts value is Entity {
  parseEntity(value);
}

/**
 * Makes an entity from a literal: completion and type errors while writing, the same judgement as
 * `parseEntity` when run.
 *
 * @example
 * ```ts
 * import { defineEntity } from 'newsdomain';
 *
 * const entity = defineEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' });
 * entity.type; // => 'entity'
 * ```
 */
export function defineEntity(input: EntityInput): Entity {
  return parseEntity(input);
}
