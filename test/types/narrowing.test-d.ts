import { assertType, describe, expectTypeOf, test } from 'vitest';
import {
  type Article,
  type Claim,
  type Confirmation,
  type ConfirmedEvent,
  type Dataset,
  type Entity,
  isArticle,
  isScheduledEvent,
  type NewsRecord,
  type PersonEntity,
  type PlaceEntity,
  type ScheduledEvent,
  type ScheduledEventInput,
  safeParseScheduledEvent,
  type UnconfirmedEvent,
} from '../../src/index.js';

declare const event: ScheduledEvent;
declare const entity: Entity;
declare const record: NewsRecord;
declare const dataset: Dataset;
declare const unknown: unknown;

const literal = { type: 'scheduled-event', id: 'event:a', name: 'A visit', phase: 'planned' } as const;

describe('an event is told apart by its status', () => {
  test('confirmed, it says by whom', () => {
    if (event.status === 'confirmed') {
      expectTypeOf(event).toEqualTypeOf<ConfirmedEvent>();
      expectTypeOf(event.confirmation).toEqualTypeOf<Confirmation>();
    } else {
      expectTypeOf(event).toEqualTypeOf<UnconfirmedEvent>();
      expectTypeOf(event.confirmation).toEqualTypeOf<undefined>();
    }
    // @ts-expect-error: before it is told apart there may be none
    assertType<Confirmation>(event.confirmation);
  });

  test('as a literal, each status with its own', () => {
    assertType<ScheduledEventInput>({ ...literal, status: 'unconfirmed' });
    assertType<ScheduledEventInput>({ ...literal, status: 'confirmed', confirmation: { by: ['source:a'] } });
    // @ts-expect-error: a confirmed event says by whom
    assertType<ScheduledEventInput>({ ...literal, status: 'confirmed' });
    // @ts-expect-error: an unconfirmed event carries no confirmation
    assertType<ScheduledEventInput>({
      ...literal,
      status: 'unconfirmed',
      confirmation: { by: ['source:a'] },
    });
    // @ts-expect-error: the status has no default
    assertType<ScheduledEventInput>({ ...literal });
    // @ts-expect-error: cancelled is a phase
    assertType<ScheduledEventInput>({ ...literal, status: 'cancelled' });
  });
});

test('an entity is told apart by its kind', () => {
  if (entity.kind === 'person') expectTypeOf(entity).toEqualTypeOf<PersonEntity>();
  if (entity.kind === 'city' || entity.kind === 'facility') expectTypeOf(entity).toEqualTypeOf<PlaceEntity>();
  // @ts-expect-error: not every entity has roles
  entity.roles;
});

test('a record is told apart by its type', () => {
  if (record.type === 'claim') expectTypeOf(record).toEqualTypeOf<Claim>();
  if (record.type === 'scheduled-event') expectTypeOf(record).toEqualTypeOf<ScheduledEvent>();
  switch (record.type) {
    case 'article':
    case 'source':
    case 'entity':
    case 'claim':
    case 'scheduled-event':
    case 'assessment':
      break;
    default:
      // every type is named above
      expectTypeOf(record).toEqualTypeOf<never>();
  }
  expectTypeOf(dataset.find('article', 'article:a')).toEqualTypeOf<Article | undefined>();
  expectTypeOf(dataset.find('scheduled-event', 'event:a')).toEqualTypeOf<ScheduledEvent | undefined>();
  expectTypeOf(dataset.get('article:a')).toEqualTypeOf<NewsRecord | undefined>();
});

test('guards and results narrow', () => {
  if (isArticle(unknown)) expectTypeOf(unknown).toEqualTypeOf<Article>();
  if (isScheduledEvent(unknown)) expectTypeOf(unknown).toEqualTypeOf<ScheduledEvent>();
  const result = safeParseScheduledEvent(unknown);
  if (result.success) expectTypeOf(result.data).toEqualTypeOf<ScheduledEvent>();
  // @ts-expect-error: there is no error where there is data
  if (result.success) result.error.issues;
});
