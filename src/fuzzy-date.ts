export {
  earliestEnd,
  earliestStart,
  type FuzzyDateBounds,
  fuzzyDateBounds,
  latestEnd,
  latestStart,
} from './primitives/fuzzy-date/bounds.js';
export { compareFuzzyDates } from './primitives/fuzzy-date/compare.js';
export {
  FuzzyDateError,
  type FuzzyDateErrorCode,
  type FuzzyDateFeature,
} from './primitives/fuzzy-date/error.js';
export {
  type FormatFuzzyDateOptions,
  type FuzzyDateWords,
  formatFuzzyDate,
} from './primitives/fuzzy-date/format.js';
export { type InstantRange, toInstantRange } from './primitives/fuzzy-date/instant-range.js';
export {
  isDefinitelyAfter,
  isDefinitelyBefore,
  isDefinitelyOverlapping,
  isDefinitelyWithin,
  isPossiblyAfter,
  isPossiblyBefore,
  isPossiblyOverlapping,
  isPossiblyWithin,
} from './primitives/fuzzy-date/order.js';
export {
  assertFuzzyDate,
  type FuzzyDate,
  isFuzzyDate,
  parseFuzzyDate,
  safeParseFuzzyDate,
} from './primitives/fuzzy-date/parse.js';
export type {
  FuzzyEdge,
  FuzzyInterval,
  FuzzyPoint,
  FuzzyPrecision,
  FuzzyRange,
  FuzzySeason,
  FuzzySet,
  FuzzyTime,
  ParsedFuzzyDate,
} from './primitives/fuzzy-date/parsed.js';
export {
  type FuzzyDateRelation,
  type FuzzyDateRelations,
  relateDates,
} from './primitives/fuzzy-date/relate.js';
export {
  type Quantity,
  type RelativeCount,
  type RelativeDate,
  type RelativeName,
  type RelativeOptions,
  relativeQuantities,
  resolveRelative,
} from './primitives/fuzzy-date/relative.js';
export type { FuzzyDateLike, FuzzyDateOptions } from './primitives/fuzzy-date/span.js';
export {
  type FuzzyDateParts,
  fuzzyDateFromParts,
  fuzzyDateToString,
} from './primitives/fuzzy-date/to-string.js';
export type { SafeParseResult } from './primitives/result.js';
