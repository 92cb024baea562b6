import * as z from 'zod';
import type {
  ArticleId,
  AssessmentId,
  ClaimId,
  EntityId,
  RecordId,
  ScheduledEventId,
  SourceId,
} from '../../primitives/id.js';
import { RECORD_ID_PATTERN } from '../../primitives/id.js';
import type { RecordType } from '../../vocabulary/record-type.js';

/** One schema a type of record: what a field refers to is told by which of these schemas it has. */
function idSchema<T extends RecordId>(): z.ZodType<T, string> {
  const schema = z.string().regex(new RegExp(RECORD_ID_PATTERN), {
    error: 'an id is 1 to 200 characters from U+0021 to U+007E: visible ASCII without spaces',
  });
  return schema as unknown as z.ZodType<T, string>;
}

export const ArticleIdSchema = idSchema<ArticleId>();
export const SourceIdSchema = idSchema<SourceId>();
export const EntityIdSchema = idSchema<EntityId>();
export const ClaimIdSchema = idSchema<ClaimId>();
export const ScheduledEventIdSchema = idSchema<ScheduledEventId>();
export const AssessmentIdSchema = idSchema<AssessmentId>();

/** What a claim may be about or aimed at. */
export const EntityOrEventIdSchema = idSchema<EntityId | ScheduledEventId>();

/** What may be assessed. */
export const ClaimOrSourceIdSchema = idSchema<ClaimId | SourceId>();

/** The types of record that each id schema may lead to. */
export const referenceTargets: ReadonlyMap<z.core.$ZodType, readonly RecordType[]> = new Map<
  z.core.$ZodType,
  readonly RecordType[]
>([
  [ArticleIdSchema, ['article']],
  [SourceIdSchema, ['source']],
  [EntityIdSchema, ['entity']],
  [ClaimIdSchema, ['claim']],
  [ScheduledEventIdSchema, ['scheduled-event']],
  [AssessmentIdSchema, ['assessment']],
  [EntityOrEventIdSchema, ['entity', 'scheduled-event']],
  [ClaimOrSourceIdSchema, ['claim', 'source']],
]);
