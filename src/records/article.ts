import * as z from 'zod';
import type { Unbranded } from '../primitives/branded.js';
import type { FuzzyDate } from '../primitives/fuzzy-date/parse.js';
import type { ArticleId, EntityId, SourceId } from '../primitives/id.js';
import type { Instant } from '../primitives/instant.js';
import type { LanguageTag } from '../primitives/language-tag.js';
import type { TextAnchor } from '../primitives/text-anchor.js';
import type { WebUrl } from '../primitives/web-url.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../schema/cross-field.js';
import {
  type CorrectionKind,
  correctionKinds,
  type DigitalSourceType,
  digitalSourceTypes,
  type MediaType,
  type MentionKind,
  mediaTypes,
  mentionKinds,
  type NewlineStyle,
  newlineStyles,
  type PubStatus,
  pubStatuses,
  type TextNormalization,
  textNormalizations,
} from '../vocabulary/article.js';
import { type Concept, ConceptSchema, type Subject, SubjectSchema } from './common/concept.js';
import { ArticleIdSchema, EntityIdSchema, SourceIdSchema } from './common/ids.js';
import { distinctList } from './common/lists.js';
import { type RecordBase, recordBase } from './common/record-base.js';
import { type ParseOptions, parseRecordAs, safeParseRecord } from './common/record-functions.js';
import {
  FuzzyDateSchema,
  InstantSchema,
  LanguageTagSchema,
  TextSchema,
  WebUrlSchema,
} from './common/scalars.js';
import { TextAnchorSchema } from './common/text-anchor.js';
import { type TimeReference, TimeReferenceSchema } from './common/time-reference.js';

/** Somebody who made an article. */
export interface Author {
  /** The name as the byline gives it. */
  name: string;
  /** What they did, such as "reporting" or "photographs". */
  role?: string | undefined;
  /** The person, where there is a record of them. */
  entityId?: EntityId | undefined;
  /** A page about the author. */
  url?: WebUrl | undefined;
}

/** A change to an article after it was published. */
export interface Correction {
  /** What was changed, in the publisher's words. */
  text: string;
  /** When it was changed. */
  at?: FuzzyDate | undefined;
  /** What sort of change it was. */
  kind?: CorrectionKind | undefined;
}

/** The place and date at the head of an article. */
export interface Dateline {
  /** The place as printed. */
  place: string;
  /** The date as far as the dateline gives it. */
  date?: FuzzyDate | undefined;
}

/** The text of an article, in at least one form. */
export interface Body {
  /** The plain text; what the offsets of anchors count. */
  text?: string | undefined;
  /** The text as HTML, as published; never rendered by this library. */
  html?: string | undefined;
}

/** What identifies the text that anchors were measured in, whether or not the text itself is kept. */
export interface TextDigest {
  /** SHA-256 of the text in UTF-8, as 64 lower-case hexadecimal digits. */
  sha256: string;
  /** The Unicode normalization form the text had. */
  normalization: TextNormalization;
  /** The line ends the text had. */
  newline: NewlineStyle;
  /** The length of the text in Unicode code points. */
  codePoints: number;
}

/** A place where the text refers to an entity or a source. */
export interface Mention {
  /** The entity referred to. */
  entityId?: EntityId | undefined;
  /** The source referred to. */
  sourceId?: SourceId | undefined;
  /** The entities it may refer to, where the text leaves it open. */
  candidateIds?: EntityId[] | undefined;
  /** How the text refers to it. */
  kind: MentionKind;
  /** For a metonym: the entity whose name stands in the text. */
  metonymOf?: EntityId | undefined;
  /** The words. */
  anchor: TextAnchor;
  /** A remark for people. */
  note?: string | undefined;
}

/** A party that the text could have heard and gives no voice. */
export interface SilentParty {
  /** The party. */
  entityId: EntityId;
  /** A remark for people. */
  note?: string | undefined;
}

/** Who owns the rights and what is allowed (IPTC rights properties). */
export interface Rights {
  /** Who holds the copyright. */
  copyrightHolder?: string | undefined;
  /** The notice to show. */
  copyrightNotice?: string | undefined;
  /** What may be done with it, in words. */
  usageTerms?: string | undefined;
}

/** A picture, graphic, video, sound or document that belongs to an article. */
export interface MediaItem {
  /** What it is. */
  type: MediaType;
  /** Where it is. */
  url?: WebUrl | undefined;
  /** The caption. */
  caption?: string | undefined;
  /** A description for those who cannot see or hear it. */
  altText?: string | undefined;
  /** The credit line. */
  credit?: string | undefined;
  /** The IANA media type, such as `image/jpeg`. */
  contentType?: string | undefined;
  /** How it came to be (IPTC digital source type). */
  digitalSourceType?: DigitalSourceType | undefined;
}

/**
 * A piece of journalism. Nearly everything is optional, because a real clipping can lack its headline, date,
 * publisher and URL; what is there is checked hard.
 */
export interface Article extends RecordBase {
  /** Says that this is an article. */
  type: 'article';
  /** Identifies the article. */
  id: ArticleId;
  /** The headline as published. */
  headline?: string | undefined;
  /** Further headlines, such as those for the web or for a mobile screen. */
  alternativeHeadlines?: string[] | undefined;
  /** The byline as printed. */
  byline?: string | undefined;
  /** Who made it, one by one. */
  authors?: Author[] | undefined;
  /** The source that published it. */
  publisherId?: SourceId | undefined;
  /** Where it was found. */
  url?: WebUrl | undefined;
  /** Where its publisher says it belongs. */
  canonicalUrl?: WebUrl | undefined;
  /** The language it is written in. */
  language?: LanguageTag | undefined;
  /** When it was published, where that is known to the second. */
  publishedAt?: Instant | undefined;
  /** When it was published, where that is known less exactly or was inferred. */
  publicationDate?: TimeReference | undefined;
  /** When its text was last changed. */
  modifiedAt?: Instant | undefined;
  /** The publisher's name for this version. */
  version?: string | undefined;
  /** Whether it may be used (ninjs `pubStatus`). */
  pubStatus?: PubStatus | undefined;
  /** Before this instant it must not be published. */
  embargoedUntil?: Instant | undefined;
  /** From this instant on it must not be published any more. */
  expiresAt?: Instant | undefined;
  /** Changes since it was published, as the publisher declares them. */
  corrections?: Correction[] | undefined;
  /** The journalistic genre, such as IPTC `genre:Analysis`. */
  genre?: Concept | undefined;
  /** What it is about, by controlled vocabularies such as IPTC Media Topics. */
  subjects?: Subject[] | undefined;
  /** What it is about, in free words. */
  keywords?: string[] | undefined;
  /** Editorial urgency from 1 (most urgent) to 9 (least) (IPTC). */
  urgency?: number | undefined;
  /** The slugline that names the story in the newsroom. */
  slugline?: string | undefined;
  /** The place and date at its head. */
  dateline?: Dateline | undefined;
  /** A summary. */
  summary?: string | undefined;
  /** The text. */
  body?: Body | undefined;
  /** What identifies the text that anchors were measured in. */
  textDigest?: TextDigest | undefined;
  /** Where it refers to entities and sources. */
  mentions?: Mention[] | undefined;
  /** The sources that the article says it draws on. */
  basedOn?: SourceId[] | undefined;
  /** Parties that it could have heard and gives no voice. */
  silentParties?: SilentParty[] | undefined;
  /** Who owns the rights and what is allowed. */
  rights?: Rights | undefined;
  /** Pictures, graphics, videos, sounds and documents. */
  media?: MediaItem[] | undefined;
  /** How the text came to be (IPTC digital source type). */
  digitalSourceType?: DigitalSourceType | undefined;
}

/** An {@link Article} as it is written by hand or read from elsewhere: ids and dates are plain strings. */
export type ArticleInput = Unbranded<Article>;

/** Reports a body without any text. */
const bodyHasText: CrossFieldRule = (value) =>
  !isPlainObject(value) || value.text !== undefined || value.html !== undefined
    ? []
    : [
        {
          code: 'schema/at-least-one',
          path: [],
          part: 'open',
          message: 'a body needs text, html or both',
          expected: 'text or html',
        },
      ];

/** Schema of {@link Body}. */
export const BodySchema = z
  .strictObject({ text: z.string().optional(), html: z.string().optional() })
  .check(crossField(bodyHasText));

/** Schema of {@link Mention}. */
export const MentionSchema = z.strictObject({
  entityId: EntityIdSchema.optional(),
  sourceId: SourceIdSchema.optional(),
  candidateIds: distinctList(EntityIdSchema).optional(),
  kind: z.enum(mentionKinds),
  metonymOf: EntityIdSchema.optional(),
  anchor: TextAnchorSchema,
  note: TextSchema.optional(),
});

/** Schema of {@link Article}. */
export const ArticleSchema = z.strictObject({
  type: z.literal('article'),
  id: ArticleIdSchema,
  ...recordBase,
  headline: TextSchema.optional(),
  alternativeHeadlines: z.array(TextSchema).optional(),
  byline: TextSchema.optional(),
  authors: z
    .array(
      z.strictObject({
        name: TextSchema,
        role: TextSchema.optional(),
        entityId: EntityIdSchema.optional(),
        url: WebUrlSchema.optional(),
      }),
    )
    .optional(),
  publisherId: SourceIdSchema.optional(),
  url: WebUrlSchema.optional(),
  canonicalUrl: WebUrlSchema.optional(),
  language: LanguageTagSchema.optional(),
  publishedAt: InstantSchema.optional(),
  publicationDate: TimeReferenceSchema.optional(),
  modifiedAt: InstantSchema.optional(),
  version: TextSchema.optional(),
  pubStatus: z.enum(pubStatuses).optional(),
  embargoedUntil: InstantSchema.optional(),
  expiresAt: InstantSchema.optional(),
  corrections: z
    .array(
      z.strictObject({
        text: TextSchema,
        at: FuzzyDateSchema.optional(),
        kind: z.enum(correctionKinds).optional(),
      }),
    )
    .optional(),
  genre: ConceptSchema.optional(),
  subjects: z.array(SubjectSchema).optional(),
  keywords: z.array(TextSchema).optional(),
  urgency: z.int().min(1).max(9).optional(),
  slugline: TextSchema.optional(),
  dateline: z.strictObject({ place: TextSchema, date: FuzzyDateSchema.optional() }).optional(),
  summary: TextSchema.optional(),
  body: BodySchema.optional(),
  textDigest: z
    .strictObject({
      sha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 digest is 64 lower-case hexadecimal digits' }),
      normalization: z.enum(textNormalizations),
      newline: z.enum(newlineStyles),
      codePoints: z.int().min(0),
    })
    .optional(),
  mentions: z.array(MentionSchema).optional(),
  basedOn: distinctList(SourceIdSchema).optional(),
  silentParties: z
    .array(z.strictObject({ entityId: EntityIdSchema, note: TextSchema.optional() }))
    .optional(),
  rights: z
    .strictObject({
      copyrightHolder: TextSchema.optional(),
      copyrightNotice: TextSchema.optional(),
      usageTerms: TextSchema.optional(),
    })
    .optional(),
  media: z
    .array(
      z.strictObject({
        type: z.enum(mediaTypes),
        url: WebUrlSchema.optional(),
        caption: TextSchema.optional(),
        altText: TextSchema.optional(),
        credit: TextSchema.optional(),
        contentType: z
          .string()
          .regex(/^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/, { error: 'an IANA media type looks like image/jpeg' })
          .optional(),
        digitalSourceType: z.enum(digitalSourceTypes).optional(),
      }),
    )
    .optional(),
  digitalSourceType: z.enum(digitalSourceTypes).optional(),
});

/**
 * Judges a value as an article and gives zod's result; every mistake is in `error.issues`.
 *
 * @example
 * ```ts
 * import { safeParseArticle } from 'newsdomain';
 *
 * safeParseArticle({ type: 'article', id: 'article:a' }).success; // => true
 * safeParseArticle({ type: 'article', id: 'article:a', headlin: 'Talks' }).success; // => false
 * ```
 */
export function safeParseArticle(value: unknown, options?: ParseOptions): z.ZodSafeParseResult<Article> {
  return safeParseRecord(ArticleSchema, value, options);
}

/**
 * Judges a value as an article and gives it back, or throws a `NewsDomainError` whose `issues` say what is wrong
 * and where, and whose `cause` is zod's error.
 *
 * @example
 * ```ts
 * import { parseArticle } from 'newsdomain';
 *
 * parseArticle({ type: 'article', id: 'article:a' }).id; // => 'article:a'
 * parseArticle({ type: 'article', id: 'article:a', headlin: 'Talks' }); // throws NewsDomainError
 * ```
 */
export function parseArticle(value: unknown, options?: ParseOptions): Article {
  return parseRecordAs(ArticleSchema, 'article', value, options);
}

/**
 * Tells whether a value is an article.
 *
 * @example
 * ```ts
 * import { isArticle } from 'newsdomain';
 *
 * isArticle({ type: 'article', id: 'article:a' }); // => true
 * isArticle(null); // => false
 * ```
 */
export function isArticle(value: unknown): value is Article {
  return ArticleSchema.safeParse(value).success;
}

/**
 * Throws a `NewsDomainError` unless a value is an article.
 *
 * @example
 * ```ts
 * import { assertArticle } from 'newsdomain';
 *
 * assertArticle({ type: 'article', id: 'article:a' });
 * assertArticle({ type: 'article', id: 'article:a', headlin: 'Talks' }); // throws NewsDomainError
 * ```
 */
export function assertArticle(value: unknown): asserts value is Article {
  parseArticle(value);
}

/**
 * Makes an article from a literal: completion and type errors while writing, the same judgement as
 * `parseArticle` when run.
 *
 * @example
 * ```ts
 * import { defineArticle } from 'newsdomain';
 *
 * const article = defineArticle({ type: 'article', id: 'article:a' });
 * article.type; // => 'article'
 * ```
 */
export function defineArticle(input: ArticleInput): Article {
  return parseArticle(input);
}
