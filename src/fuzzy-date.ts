export {
  earliestEnd,
  earliestStart,
  type FuzzyDateBounds,
  fuzzyDateBounds,
  latestEnd,
  latestStart,
} from './primitives/fuzzy-date/bounds.js';
export {
  FuzzyDateError,
  type FuzzyDateErrorCode,
  type FuzzyDateFeature,
} from './primitives/fuzzy-date/error.js';
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
export type { FuzzyDateLike, FuzzyDateOptions } from './primitives/fuzzy-date/span.js';
export type { SafeParseResult } from './primitives/result.js';
