import * as z from 'zod';
import type { FuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { ArticleId, ScheduledEventId } from '../../primitives/id.js';
import type { TextAnchor } from '../../primitives/text-anchor.js';
import type { TimeZone } from '../../primitives/time-zone.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../../schema/cross-field.js';
import { type TimeMethod, timeMethods } from '../../vocabulary/time.js';
import { ArticleIdSchema, ScheduledEventIdSchema } from './ids.js';
import { FuzzyDateSchema, FuzzyPointSchema, TextSchema, TimeZoneSchema } from './scalars.js';
import { ArticleAnchorSchema, TextAnchorSchema } from './text-anchor.js';

/** What a relative time is reckoned from: exactly one of the three. */
export interface RelativeTo {
  /** The publication of this article. */
  articleId?: ArticleId | undefined;
  /** The time of this event. */
  eventId?: ScheduledEventId | undefined;
  /** This date. */
  date?: FuzzyDate | undefined;
}

/** A time as it was written, beside what it was taken to mean. */
export interface TimeReference<Anchor extends TextAnchor = TextAnchor> {
  /** What the time was taken to mean (EDTF). Absent where nothing could be made of it. */
  date?: FuzzyDate | undefined;
  /** The words of the text, such as "over the next few weeks". */
  phrase?: string | undefined;
  /** How `date` was arrived at. */
  method?: TimeMethod | undefined;
  /** What a relative phrase was reckoned from. */
  relativeTo?: RelativeTo | undefined;
  /** The time zone in which `date` is meant; without one a date floats. */
  timeZone?: TimeZone | undefined;
  /** Where the text says so. */
  anchors?: Anchor[] | undefined;
  /** A remark for people. */
  note?: string | undefined;
}

const relativeTo = {
  articleId: ArticleIdSchema.optional(),
  eventId: ScheduledEventIdSchema.optional(),
  date: FuzzyDateSchema.optional(),
};

/** Reports a `relativeTo` that names none or several of its alternatives. */
const oneAnchor: CrossFieldRule = (value) => {
  if (!isPlainObject(value)) return [];
  const named = Object.keys(relativeTo).filter(
    (key) => Object.hasOwn(value, key) && value[key] !== undefined,
  );
  if (named.length === 1) return [];
  return [
    {
      code: 'schema/exactly-one',
      path: [],
      part: named.length === 0 ? 'open' : 'value',
      message: `expected exactly one of articleId, eventId and date, received ${named.length === 0 ? 'none' : named.join(', ')}`,
      expected: 'exactly one of articleId, eventId and date',
    },
  ];
};

/** Schema of {@link RelativeTo}. */
export const RelativeToSchema = z.strictObject(relativeTo).check(crossField(oneAnchor));

const timeReference = {
  date: FuzzyDateSchema.optional(),
  phrase: TextSchema.optional(),
  method: z.enum(timeMethods).optional(),
  relativeTo: RelativeToSchema.optional(),
  timeZone: TimeZoneSchema.optional(),
  note: TextSchema.optional(),
};

/** Fields of a time in a record that knows its article. */
export const timeReferenceFields = { ...timeReference, anchors: z.array(TextAnchorSchema).optional() };

/** Fields of a time in a record that does not. */
const articleTimeReferenceFields = {
  ...timeReference,
  anchors: z.array(ArticleAnchorSchema).optional(),
};

/** Fields of a time that must be a point or a set, in a record that does not know its article. */
export const pointTimeReferenceFields = { ...articleTimeReferenceFields, date: FuzzyPointSchema.optional() };

/** Schema of {@link TimeReference} in an article or a claim. */
export const TimeReferenceSchema = z.strictObject(timeReferenceFields);

/** A {@link TimeReference} in a record that belongs to no article: its anchors name theirs. */
export const ArticleTimeReferenceSchema = z.strictObject(articleTimeReferenceFields);
