import type { StandardSchemaV1 } from '@standard-schema/spec';
import { assertType, test } from 'vitest';
import {
  type Article,
  ArticleSchema,
  type Assessment,
  AssessmentSchema,
  type Claim,
  ClaimSchema,
  type Entity,
  EntitySchema,
  type NewsRecord,
  NewsRecordSchema,
  type ScheduledEvent,
  ScheduledEventSchema,
  type Source,
  SourceSchema,
} from '../../src/index.js';
import type { Equal } from './equal.js';

test('every schema is a Standard Schema that gives its record', () => {
  assertType<StandardSchemaV1<unknown, Article>>(ArticleSchema);
  assertType<StandardSchemaV1<unknown, Source>>(SourceSchema);
  assertType<StandardSchemaV1<unknown, Entity>>(EntitySchema);
  assertType<StandardSchemaV1<unknown, Claim>>(ClaimSchema);
  assertType<StandardSchemaV1<unknown, ScheduledEvent>>(ScheduledEventSchema);
  assertType<StandardSchemaV1<unknown, Assessment>>(AssessmentSchema);
  assertType<StandardSchemaV1<unknown, NewsRecord>>(NewsRecordSchema);
  assertType<Equal<StandardSchemaV1.InferOutput<typeof ArticleSchema>, Article>>(true);
  assertType<Equal<StandardSchemaV1.InferInput<typeof ArticleSchema>['id'], string>>(true);
  // @ts-expect-error: and no other
  assertType<StandardSchemaV1<unknown, Claim>>(ArticleSchema);
});
