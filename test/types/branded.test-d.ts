import { assertType, describe, expectTypeOf, test } from 'vitest';
import type * as z from 'zod';
import {
  type Article,
  type ArticleId,
  type ArticleInput,
  type ArticleSchema,
  type Assessment,
  type AssessmentInput,
  type Claim,
  type ClaimId,
  type ClaimInput,
  defineArticle,
  defineAssessment,
  defineClaim,
  defineEntity,
  defineScheduledEvent,
  defineSource,
  type Entity,
  type EntityId,
  type EntityInput,
  type FuzzyDate,
  type Instant,
  isRecordId,
  parseArticle,
  parseInstant,
  type ScheduledEvent,
  type ScheduledEventId,
  type ScheduledEventInput,
  type Source,
  type SourceId,
  type SourceInput,
  type WebUrl,
} from '../../src/index.js';
import type { Equal } from './equal.js';

declare const article: Article;
declare const claim: Claim;
declare const sourceId: SourceId;

describe('ids', () => {
  test('are strings, and no string is one', () => {
    assertType<string>(article.id);
    // @ts-expect-error: a plain string is no id
    assertType<ArticleId>('article:a');
  });

  test('of one type do not stand for another', () => {
    // @ts-expect-error: the id of an article is not that of a claim
    assertType<ClaimId>(article.id);
    // @ts-expect-error: nor the other way round
    assertType<ArticleId>(claim.id);
    // @ts-expect-error: who is quoted is a source, not an entity
    assertType<EntityId>(sourceId);
    // @ts-expect-error: the publisher is a source
    assertType<Article['publisherId']>(article.id);
    assertType<Claim['articleId']>(article.id);
    assertType<Equal<NonNullable<Claim['about']>[number], EntityId | ScheduledEventId>>(true);
    assertType<Equal<Assessment['subjectId'], ClaimId | SourceId>>(true);
  });

  test('come from a check', () => {
    const text: string = 'article:a';
    if (isRecordId(text)) assertType<string>(text);
    assertType<Instant>(parseInstant('2024-06-19T09:30:00Z'));
    // @ts-expect-error: an instant is no fuzzy date
    assertType<FuzzyDate>(parseInstant('2024-06-19T09:30:00Z'));
    // @ts-expect-error: a text is no URL before somebody has looked
    assertType<WebUrl>('https://example.org/');
  });
});

describe('input', () => {
  test('is the record with plain strings, all the way down', () => {
    assertType<ArticleInput>({
      type: 'article',
      id: 'article:a',
      publishedAt: '2024-06-19T09:30:00Z',
      mentions: [
        { kind: 'name', anchor: { exact: 'Hanoi', articleId: 'article:a' }, candidateIds: ['entity:a'] },
      ],
      extensions: { 'org.example': { deep: [1] } },
    });
    expectTypeOf<z.input<typeof ArticleSchema>['publisherId']>().toEqualTypeOf<string | undefined>();
    expectTypeOf<NonNullable<ArticleInput['basedOn']>>().toEqualTypeOf<string[]>();
  });

  test('takes every record: what was read can be written again', () => {
    expectTypeOf<Article>().toExtend<ArticleInput>();
    expectTypeOf<Source>().toExtend<SourceInput>();
    expectTypeOf<Entity>().toExtend<EntityInput>();
    expectTypeOf<Claim>().toExtend<ClaimInput>();
    expectTypeOf<ScheduledEvent>().toExtend<ScheduledEventInput>();
    expectTypeOf<Assessment>().toExtend<AssessmentInput>();
    // @ts-expect-error: and no input is a record before it was judged
    assertType<Article>({ type: 'article', id: 'article:a' } as ArticleInput);
  });

  test('keeps the words of vocabularies', () => {
    // @ts-expect-error: no kind of claim has this name
    assertType<ClaimInput>({ type: 'claim', id: 'claim:a', text: 'It rained.', kind: 'rumour' });
    // @ts-expect-error: no field has this name
    assertType<ClaimInput>({ type: 'claim', id: 'claim:a', text: 'It rained.', kin: 'fact' });
    // @ts-expect-error: a claim has a text
    assertType<ClaimInput>({ type: 'claim', id: 'claim:a' });
  });
});

test('define takes literals and gives records', () => {
  expectTypeOf(defineArticle({ type: 'article', id: 'article:a' })).toEqualTypeOf<Article>();
  expectTypeOf(
    defineSource({ type: 'source', id: 'source:a', kind: 'outlet', name: 'A' }),
  ).toEqualTypeOf<Source>();
  expectTypeOf(
    defineEntity({ type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi', countryCode: 'VN' }),
  ).toEqualTypeOf<Entity>();
  expectTypeOf(defineClaim({ type: 'claim', id: 'claim:a', text: 'It rained.' })).toEqualTypeOf<Claim>();
  expectTypeOf(
    defineScheduledEvent({
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'confirmed',
      phase: 'planned',
      confirmation: { by: ['source:a'], at: '2024-06' },
    }),
  ).toEqualTypeOf<ScheduledEvent>();
  expectTypeOf(
    defineAssessment({
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024',
      status: 'supported',
    }),
  ).toEqualTypeOf<Assessment>();
  expectTypeOf(parseArticle).returns.toEqualTypeOf<Article>();
});
