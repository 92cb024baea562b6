import type * as z from 'zod';
import {
  ArticleSchema,
  AssessmentSchema,
  assertArticle,
  assertAssessment,
  assertClaim,
  assertEntity,
  assertNewsRecord,
  assertScheduledEvent,
  assertSource,
  ClaimSchema,
  defineArticle,
  defineAssessment,
  defineClaim,
  defineEntity,
  defineScheduledEvent,
  defineSource,
  EntitySchema,
  isArticle,
  isAssessment,
  isClaim,
  isEntity,
  isNewsRecord,
  isScheduledEvent,
  isSource,
  NewsRecordSchema,
  type ParseOptions,
  parseArticle,
  parseAssessment,
  parseClaim,
  parseEntity,
  parseNewsRecord,
  parseScheduledEvent,
  parseSource,
  ScheduledEventSchema,
  SourceSchema,
  safeParseArticle,
  safeParseAssessment,
  safeParseClaim,
  safeParseEntity,
  safeParseNewsRecord,
  safeParseScheduledEvent,
  safeParseSource,
} from '../../src/index.js';
import type { RecordType } from '../../src/vocabulary/record-type.js';

/** What the package offers for one type of record, or for any. */
export interface RecordFunctions {
  readonly name: RecordType | 'any record';
  readonly schema: z.ZodType;
  readonly parse: (value: unknown, options?: ParseOptions) => unknown;
  readonly safeParse: (value: unknown, options?: ParseOptions) => z.ZodSafeParseResult<unknown>;
  readonly is: (value: unknown) => boolean;
  readonly assert: (value: unknown) => void;
  readonly define?: (value: never) => unknown;
  /** What is required, and nothing else. */
  readonly minimal: Readonly<Record<string, unknown>>;
}

export const recordFunctions: readonly RecordFunctions[] = [
  {
    name: 'article',
    schema: ArticleSchema,
    parse: parseArticle,
    safeParse: safeParseArticle,
    is: isArticle,
    assert: assertArticle,
    define: defineArticle,
    minimal: { type: 'article', id: 'article:a' },
  },
  {
    name: 'source',
    schema: SourceSchema,
    parse: parseSource,
    safeParse: safeParseSource,
    is: isSource,
    assert: assertSource,
    define: defineSource,
    minimal: { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Paper' },
  },
  {
    name: 'entity',
    schema: EntitySchema,
    parse: parseEntity,
    safeParse: safeParseEntity,
    is: isEntity,
    assert: assertEntity,
    define: defineEntity,
    minimal: { type: 'entity', id: 'entity:a', kind: 'city', name: 'Hanoi' },
  },
  {
    name: 'claim',
    schema: ClaimSchema,
    parse: parseClaim,
    safeParse: safeParseClaim,
    is: isClaim,
    assert: assertClaim,
    define: defineClaim,
    minimal: { type: 'claim', id: 'claim:a', text: 'It rained.' },
  },
  {
    name: 'scheduled-event',
    schema: ScheduledEventSchema,
    parse: parseScheduledEvent,
    safeParse: safeParseScheduledEvent,
    is: isScheduledEvent,
    assert: assertScheduledEvent,
    define: defineScheduledEvent,
    minimal: {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
    },
  },
  {
    name: 'assessment',
    schema: AssessmentSchema,
    parse: parseAssessment,
    safeParse: safeParseAssessment,
    is: isAssessment,
    assert: assertAssessment,
    define: defineAssessment,
    minimal: {
      type: 'assessment',
      id: 'assessment:a',
      subjectId: 'claim:a',
      by: 'source:a',
      at: '2024-06',
      status: 'supported',
    },
  },
  {
    name: 'any record',
    schema: NewsRecordSchema,
    parse: parseNewsRecord,
    safeParse: safeParseNewsRecord,
    is: isNewsRecord,
    assert: assertNewsRecord,
    minimal: { type: 'article', id: 'article:a' },
  },
];
