/**
 * What an entity is.
 *
 * Source: this package; after ACE, schema.org and Wikidata classes.
 */
export const entityKinds = [
  'person',
  'organization',
  'country',
  'city',
  'region',
  'facility',
  'group',
  'weapon',
  'artifact',
  'product',
  'work',
  'law',
  'conflict',
  'event',
  'other',
] as const;

/** What an entity is. */
export type EntityKind = (typeof entityKinds)[number];

/** What each of {@link entityKinds} means, in one line. */
export const entityKindMeanings: Readonly<Record<EntityKind, string>> = {
  person: 'A human being.',
  organization: 'A company, party, government body, newspaper or other organization.',
  country: 'A country or territory.',
  city: 'A city, town or village.',
  region: 'A region, province, continent or other area.',
  facility: 'A building or installation.',
  group: 'People or things named together without a fixed membership.',
  weapon: 'A weapon or weapon system.',
  artifact: 'A made thing that is not sold as a product.',
  product: 'A product or service.',
  work: 'A creative work.',
  law: 'A law, treaty or regulation.',
  conflict: 'A war, dispute or armed conflict.',
  event: 'A named happening that is not scheduled here.',
  other: 'Anything else.',
};

/**
 * How a further name relates to the main one.
 *
 * Source: Wikidata aliases; ISO 24616.
 */
export const entityNameKinds = ['alias', 'previous', 'transliteration', 'weak'] as const;

/** How a further name relates to the main one. */
export type EntityNameKind = (typeof entityNameKinds)[number];

/** What each of {@link entityNameKinds} means, in one line. */
export const entityNameKindMeanings: Readonly<Record<EntityNameKind, string>> = {
  alias: 'Another name in use.',
  previous: 'A name no longer in use.',
  transliteration: 'The name written in another script.',
  weak: 'A name that points to the entity only in context.',
};
