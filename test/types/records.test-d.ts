import { assertType, describe, test } from 'vitest';
import type * as z from 'zod';
import type {
  AgendaItem,
  Ambiguity,
  Article,
  ArticleAnchor,
  ArticleSchema,
  Assessment,
  AssessmentSchema,
  AttributionLink,
  Author,
  Body,
  Claim,
  ClaimRelation,
  ClaimResponse,
  ClaimSchema,
  ClaimStatusChange,
  ClaimTime,
  Concept,
  Confirmation,
  ConfirmedEvent,
  ConflictEntity,
  Correction,
  Dateline,
  Entity,
  EntityName,
  EntitySchema,
  EventAspects,
  EventHistoryEntry,
  EventRelation,
  EventStance,
  Extensions,
  Factuality,
  Geo,
  GroupEntity,
  Identifier,
  ImportedStatus,
  MediaItem,
  Mention,
  NewsRecord,
  NewsRecordSchema,
  OrganizationEntity,
  Participant,
  PersonEntity,
  PersonRole,
  PlaceEntity,
  Rating,
  RelativeTo,
  Rights,
  ScheduledEvent,
  ScheduledEventSchema,
  ScheduledTime,
  SilentParty,
  Source,
  SourcePolicies,
  SourceSchema,
  Subject,
  TextAnchor,
  TextDigest,
  ThingEntity,
  TimeReference,
  UnconfirmedEvent,
} from '../../src/index.js';
import type { Equal } from './equal.js';

type ArticleOut = z.output<typeof ArticleSchema>;
type SourceOut = z.output<typeof SourceSchema>;
type EntityOut = z.output<typeof EntitySchema>;
type ClaimOut = z.output<typeof ClaimSchema>;
type EventOut = z.output<typeof ScheduledEventSchema>;
type ConfirmedOut = Extract<EventOut, { status: 'confirmed' }>;
type AssessmentOut = z.output<typeof AssessmentSchema>;
type Of<Kind extends EntityOut['kind']> = Extract<EntityOut, { kind: Kind }>;
/** What stands in a field, be it optional or a list. */
type In<Field> = NonNullable<Field> extends readonly (infer Item)[] ? Item : NonNullable<Field>;

describe('what a schema gives is the interface that documents it', () => {
  test('records', () => {
    assertType<Equal<ArticleOut, Article>>(true);
    assertType<Equal<SourceOut, Source>>(true);
    assertType<Equal<EntityOut, Entity>>(true);
    assertType<Equal<ClaimOut, Claim>>(true);
    assertType<Equal<EventOut, ScheduledEvent>>(true);
    assertType<Equal<AssessmentOut, Assessment>>(true);
    assertType<Equal<z.output<typeof NewsRecordSchema>, NewsRecord>>(true);
  });

  test('kinds of entity', () => {
    assertType<Equal<Of<'person'>, PersonEntity>>(true);
    assertType<Equal<Of<'organization'>, OrganizationEntity>>(true);
    assertType<Equal<Extract<EntityOut, { geo?: unknown }>, PlaceEntity>>(true);
    assertType<Equal<Of<'group'>, GroupEntity>>(true);
    assertType<Equal<Of<'conflict'>, ConflictEntity>>(true);
    assertType<
      Equal<
        Exclude<EntityOut, PersonEntity | OrganizationEntity | PlaceEntity | GroupEntity | ConflictEntity>,
        ThingEntity
      >
    >(true);
  });

  test('statuses of event', () => {
    assertType<Equal<ConfirmedOut, ConfirmedEvent>>(true);
    assertType<Equal<Extract<EventOut, { status: 'unconfirmed' }>, UnconfirmedEvent>>(true);
  });

  test('parts of an article', () => {
    assertType<Equal<In<ArticleOut['authors']>, Author>>(true);
    assertType<Equal<In<ArticleOut['corrections']>, Correction>>(true);
    assertType<Equal<In<ArticleOut['dateline']>, Dateline>>(true);
    assertType<Equal<In<ArticleOut['body']>, Body>>(true);
    assertType<Equal<In<ArticleOut['textDigest']>, TextDigest>>(true);
    assertType<Equal<In<ArticleOut['mentions']>, Mention>>(true);
    assertType<Equal<In<ArticleOut['silentParties']>, SilentParty>>(true);
    assertType<Equal<In<ArticleOut['rights']>, Rights>>(true);
    assertType<Equal<In<ArticleOut['media']>, MediaItem>>(true);
    assertType<Equal<In<ArticleOut['genre']>, Concept>>(true);
    assertType<Equal<In<ArticleOut['subjects']>, Subject>>(true);
    assertType<Equal<In<ArticleOut['publicationDate']>, TimeReference>>(true);
    assertType<Equal<In<In<ArticleOut['publicationDate']>['relativeTo']>, RelativeTo>>(true);
    assertType<Equal<In<ArticleOut['mentions']>['anchor'], TextAnchor>>(true);
    assertType<Equal<In<ArticleOut['extensions']>, Extensions>>(true);
  });

  test('parts of a source, an entity and an assessment', () => {
    assertType<Equal<In<SourceOut['policies']>, SourcePolicies>>(true);
    assertType<Equal<In<SourceOut['identifiers']>, Identifier>>(true);
    assertType<Equal<In<Of<'person'>['names']>, EntityName>>(true);
    assertType<Equal<In<Of<'person'>['roles']>, PersonRole>>(true);
    assertType<Equal<In<In<Of<'person'>['roles']>['anchors']>, ArticleAnchor>>(true);
    assertType<Equal<In<Extract<EntityOut, { geo?: unknown }>['geo']>, Geo>>(true);
    assertType<Equal<In<AssessmentOut['rating']>, Rating>>(true);
  });

  test('parts of a claim', () => {
    assertType<Equal<In<ClaimOut['attribution']>, AttributionLink>>(true);
    assertType<Equal<In<ClaimOut['factuality']>, Factuality>>(true);
    assertType<Equal<In<ClaimOut['times']>, ClaimTime>>(true);
    assertType<Equal<In<ClaimOut['stances']>, EventStance>>(true);
    assertType<Equal<In<ClaimOut['responses']>, ClaimResponse>>(true);
    assertType<Equal<In<ClaimOut['relations']>, ClaimRelation>>(true);
    assertType<Equal<In<ClaimOut['ambiguities']>, Ambiguity>>(true);
    assertType<Equal<In<ClaimOut['statusHistory']>, ClaimStatusChange>>(true);
  });

  test('parts of an event', () => {
    assertType<Equal<ConfirmedOut['confirmation'], Confirmation>>(true);
    assertType<Equal<In<EventOut['aspects']>, EventAspects>>(true);
    assertType<Equal<In<EventOut['start']>, ScheduledTime>>(true);
    assertType<Equal<In<EventOut['end']>, ScheduledTime>>(true);
    assertType<Equal<In<EventOut['window']>, TimeReference<ArticleAnchor>>>(true);
    assertType<Equal<In<EventOut['history']>, EventHistoryEntry>>(true);
    assertType<Equal<In<EventOut['participants']>, Participant>>(true);
    assertType<Equal<In<EventOut['agenda']>, AgendaItem>>(true);
    assertType<Equal<In<EventOut['relations']>, EventRelation>>(true);
    assertType<Equal<In<EventOut['imported']>, ImportedStatus>>(true);
    assertType<Equal<Exclude<EventOut['category'], string | undefined>, Concept>>(true);
  });
});

test('two types that differ in the least are not equal', () => {
  assertType<Equal<{ a?: string }, { a?: string | undefined }>>(false);
  assertType<Equal<{ a: string }, { readonly a: string }>>(false);
  assertType<Equal<{ a: string }, { a: string; b?: undefined }>>(false);
  assertType<Equal<Article, Omit<Article, 'rights'>>>(false);
  // @ts-expect-error: an assertion that does not hold is an error of the compiler
  assertType<Equal<Article, Source>>(true);
});
