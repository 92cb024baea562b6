import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import type { CountryCode } from '../primitives/country-code.js';
import type { ArticleId, EntityId, SourceId } from '../primitives/id.js';
import type { LanguageTag } from '../primitives/language-tag.js';
import type { WebUrl } from '../primitives/web-url.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../schema/cross-field.js';
import type { Problem } from '../schema/problem.js';
import { type GroundRules, groundRules, type SourceKind, sourceKinds } from '../vocabulary/source.js';
import { type Identifier, IdentifierSchema } from './common/identifier.js';
import { ArticleIdSchema, EntityIdSchema, SourceIdSchema } from './common/ids.js';
import { distinctList } from './common/lists.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import { CountryCodeSchema, LanguageTagSchema, TextSchema, WebUrlSchema } from './common/scalars.js';

/** Where a news organization publishes its policies, under schema.org's NewsMediaOrganization property names. */
export interface SourcePolicies {
  /** How readers can respond and what happens then. */
  actionableFeedbackPolicy?: WebUrl | undefined;
  /** How mistakes are corrected. */
  correctionsPolicy?: WebUrl | undefined;
  /** How diversity in coverage and staff is sought. */
  diversityPolicy?: WebUrl | undefined;
  /** Figures on the diversity of the staff. */
  diversityStaffingReport?: WebUrl | undefined;
  /** The ethics of its journalism. */
  ethicsPolicy?: WebUrl | undefined;
  /** Who edits and manages it. */
  masthead?: WebUrl | undefined;
  /** Its mission and what it gives priority to. */
  missionCoveragePrioritiesPolicy?: WebUrl | undefined;
  /** When articles appear without a byline. */
  noBylinesPolicy?: WebUrl | undefined;
  /** Who owns and funds it. */
  ownershipFundingInfo?: WebUrl | undefined;
  /** The principles it publishes by. */
  publishingPrinciples?: WebUrl | undefined;
  /** When and how unnamed sources are used. */
  unnamedSourcesPolicy?: WebUrl | undefined;
  /** How facts are verified. */
  verificationFactCheckingPolicy?: WebUrl | undefined;
}

/** Whoever or whatever information is attributed to. Named, or anonymous with a description. */
export interface Source extends RecordBase {
  /** Says that this is a source. */
  type: 'source';
  /** Identifies the source. */
  id: SourceId;
  /** What sort of source it is. */
  kind: SourceKind;
  /** Its name; required unless the source is anonymous. */
  name?: string | undefined;
  /** Whether the source is not named to readers. */
  anonymous?: boolean | undefined;
  /** How it is described, such as "an official of the host country"; required when it is anonymous. */
  description?: string | undefined;
  /** How many people it is, where the text says. */
  count?: number | undefined;
  /** The entity that it is. */
  entityId?: EntityId | undefined;
  /** The entities it speaks for: what makes it able to confirm rather than report. */
  actsFor?: EntityId[] | undefined;
  /** The entities it is close to without speaking for them. */
  affiliatedWith?: EntityId[] | undefined;
  /** The terms on which it gives information; a link of an attribution chain can say otherwise. */
  groundRules?: GroundRules | undefined;
  /** For an author's voice: the article whose author it is. */
  articleId?: ArticleId | undefined;
  /** Host names it publishes under, in lower case. */
  domains?: string[] | undefined;
  /** Where it is based (ISO 3166-1 alpha-2). */
  country?: CountryCode | undefined;
  /** The languages it publishes in. */
  languages?: LanguageTag[] | undefined;
  /** The source it belongs to, such as the owner of a newspaper. */
  parentId?: SourceId | undefined;
  /** Where it publishes its policies. */
  policies?: SourcePolicies | undefined;
  /** Identifiers that others gave it. */
  identifiers?: Identifier[] | undefined;
}

/** A {@link Source} as it is written by hand or read from elsewhere: ids and codes are plain strings. */
export type SourceInput = Unbranded<Source>;

/** Reports a source that has neither a name nor, being anonymous, a description. */
const sourceIsNamedOrDescribed: CrossFieldRule = (value) => {
  if (!isPlainObject(value) || value.name !== undefined) return [];
  if (value.anonymous === true) return value.description === undefined ? [undescribed] : [];
  return [unnamed];
};

const undescribed: Problem = {
  code: 'schema/required',
  path: [],
  part: 'open',
  message:
    'required key "description" is missing: an anonymous source needs one, such as "an official of the host country"',
  expected: 'description',
};

const unnamed: Problem = {
  code: 'schema/required',
  path: [],
  part: 'open',
  message: 'required key "name" is missing: a source has a name, or is anonymous: true with a description',
  expected: 'name',
};

const policy = WebUrlSchema.optional();

/** Schema of {@link Source}. */
export const SourceSchema = z
  .strictObject({
    type: z.literal('source'),
    id: SourceIdSchema,
    ...recordBase,
    kind: z.enum(sourceKinds),
    name: TextSchema.optional(),
    anonymous: z.boolean().optional(),
    description: TextSchema.optional(),
    count: z.int().min(1).optional(),
    entityId: EntityIdSchema.optional(),
    actsFor: distinctList(EntityIdSchema).optional(),
    affiliatedWith: distinctList(EntityIdSchema).optional(),
    groundRules: z.enum(groundRules).optional(),
    articleId: ArticleIdSchema.optional(),
    domains: z
      .array(
        z
          .string()
          .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, {
            error: 'a host name in lower case such as news.example.org, without scheme, port or path',
          }),
      )
      .optional(),
    country: CountryCodeSchema.optional(),
    languages: z.array(LanguageTagSchema).optional(),
    parentId: SourceIdSchema.optional(),
    policies: z
      .strictObject({
        actionableFeedbackPolicy: policy,
        correctionsPolicy: policy,
        diversityPolicy: policy,
        diversityStaffingReport: policy,
        ethicsPolicy: policy,
        masthead: policy,
        missionCoveragePrioritiesPolicy: policy,
        noBylinesPolicy: policy,
        ownershipFundingInfo: policy,
        publishingPrinciples: policy,
        unnamedSourcesPolicy: policy,
        verificationFactCheckingPolicy: policy,
      })
      .optional(),
    identifiers: z.array(IdentifierSchema).optional(),
  })
  .check(crossField(sourceIsNamedOrDescribed));

/**
 * Judges a value as a source and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseSource } from 'newsdomain';
 *
 * safeParseSource({ type: 'source', id: 'source:a', kind: 'agency', name: 'A News Agency' }).success; // => true
 * safeParseSource({ type: 'source', id: 'source:a', kind: 'agency' }).success; // => false
 * ```
 */
export function safeParseSource(value: unknown, options?: ParseOptions): z.ZodSafeParseResult<Source> {
  return safeParseRecord(SourceSchema, value, options);
}

/**
 * Judges a value as a source and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseSource } from 'newsdomain';
 *
 * parseSource({ type: 'source', id: 'source:a', kind: 'agency', name: 'A News Agency' }).id; // => 'source:a'
 * parseSource({ type: 'source', id: 'source:a', kind: 'agency' }); // throws NewsDomainError
 * ```
 */
export function parseSource(value: unknown, options?: ParseOptions): Source {
  return parseRecordAs(SourceSchema, 'source', value, options);
}

/**
 * Tells whether a value is a source.
 *
 * @example
 * ```ts
 * import { isSource } from 'newsdomain';
 *
 * isSource({ type: 'source', id: 'source:a', kind: 'agency', name: 'A News Agency' }); // => true
 * isSource(null); // => false
 * ```
 */
export function isSource(value: unknown): value is Source {
  return SourceSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is a source.
 *
 * @example
 * ```ts
 * import { assertSource } from 'newsdomain';
 *
 * assertSource({ type: 'source', id: 'source:a', kind: 'agency', name: 'A News Agency' });
 * assertSource({ type: 'source', id: 'source:a', kind: 'agency' }); // throws NewsDomainError
 * ```
 */
export function assertSource(value: unknown): asserts value is Source {
  parseSource(value);
}

/**
 * Makes a source from a literal: completion and type errors while writing, the same judgement as
 * `parseSource` when run.
 *
 * @example
 * ```ts
 * import { defineSource } from 'newsdomain';
 *
 * const source = defineSource({ type: 'source', id: 'source:a', kind: 'agency', name: 'A News Agency' });
 * source.type; // => 'source'
 * ```
 */
export function defineSource(input: SourceInput): Source {
  return parseSource(input);
}
