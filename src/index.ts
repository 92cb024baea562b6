/** The public face of newsdomain. */

export {
  type Dataset,
  loadDataset,
  parseDataset,
  type Referrer,
  type SafeDataset,
  safeLoadDataset,
  safeParseDataset,
} from './dataset/dataset.js';
export {
  type DatasetDocument,
  SCHEMA_VERSION,
} from './dataset/layout.js';
export {
  type Reference,
  referencesOf,
} from './dataset/references.js';
export type {
  Finding,
  FindingSubject,
  RelatedPart,
  Severity,
} from './finding/finding.js';
export { toJsonPointer } from './finding/json-pointer.js';
export {
  NewsDomainError,
  type NewsDomainErrorCode,
} from './finding/newsdomain-error.js';
export type {
  Branded,
  Unbranded,
} from './primitives/branded.js';
export {
  codePointLength,
  codePointToUtf16,
  sliceCodePoints,
  utf16ToCodePoint,
} from './primitives/code-points.js';
export {
  type CountryCode,
  countryCodes,
  isCountryCode,
} from './primitives/country-code.js';
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
export {
  codePointToGrapheme,
  graphemeLength,
  graphemeToCodePoint,
} from './primitives/graphemes.js';
export {
  type ArticleId,
  type AssessmentId,
  type ClaimId,
  type EntityId,
  isRecordId,
  type RecordId,
  type ScheduledEventId,
  type SourceId,
} from './primitives/id.js';
export {
  assertInstant,
  type Instant,
  InstantError,
  type InstantErrorCode,
  instantToEpochMilliseconds,
  isInstant,
  parseInstant,
  safeParseInstant,
} from './primitives/instant.js';
export {
  canonicalizeLanguageTag,
  isLanguageTag,
  type LanguageTag,
} from './primitives/language-tag.js';
export {
  OffsetError,
  type OffsetErrorCode,
} from './primitives/offset-error.js';
export {
  type CreateAnchorOptions,
  createAnchor,
} from './primitives/quote/create-anchor.js';
export { foldTypography } from './primitives/quote/fold-text.js';
export {
  type LocatedQuote,
  type LocateQuoteOptions,
  locateQuote,
  type QuoteAmbiguous,
  type QuoteContext,
  type QuoteFound,
  type QuoteMissing,
  type QuotePlace,
} from './primitives/quote/locate-quote.js';
export {
  type PreparedText,
  prepareText,
} from './primitives/quote/prepared-text.js';
export { isRecurrenceRule } from './primitives/recurrence-rule.js';
export type { SafeParseResult } from './primitives/result.js';
export {
  assertTextAnchor,
  isTextAnchor,
  parseTextAnchor,
  safeParseTextAnchor,
  type TextAnchor,
  TextAnchorError,
  type TextAnchorProblem,
  type TextAnchorProblemCode,
  textAnchorProblems,
} from './primitives/text-anchor.js';
export {
  isTimeZone,
  type TimeZone,
} from './primitives/time-zone.js';
export {
  assertWebUrl,
  isWebUrl,
  parseWebUrl,
  safeParseWebUrl,
  type WebUrl,
  WebUrlError,
  type WebUrlErrorCode,
} from './primitives/web-url.js';
export {
  type AnchorUse,
  anchorsOf,
} from './reasoning/anchors/anchors-of.js';
export {
  measuredText,
  type TextForm,
} from './reasoning/anchors/measured-text.js';
export {
  createTextDigest,
  type DigestMatch,
  verifyTextDigest,
} from './reasoning/anchors/text-digest.js';
export {
  type AnchorOffsets,
  type AnchorStatus,
  type VerifiedAnchor,
  verifyAnchors,
} from './reasoning/anchors/verify-anchors.js';
export {
  type FactBankCode,
  type FactBankValue,
  factBankCodes,
  fromFactBankCode,
  toFactBankCode,
} from './reasoning/attribution/fact-bank.js';
export {
  type FactualityMatrix,
  factualityMatrix,
} from './reasoning/attribution/factuality-matrix.js';
export { formatAttribution } from './reasoning/attribution/format-attribution.js';
export {
  groundRulesOf,
  isPublishable,
} from './reasoning/attribution/ground-rules.js';
export {
  type IndependentSource,
  type IndependentSources,
  type IndependentSourcesOptions,
  independentSources,
} from './reasoning/attribution/independent-sources.js';
export { originatingSources } from './reasoning/attribution/originating-sources.js';
export {
  type AssertionBasis,
  type AssertionTime,
  assertionTimeOf,
} from './reasoning/claims/asserted-at.js';
export {
  type AssessmentAsOf,
  assessmentsAsOf,
} from './reasoning/claims/assessments-as-of.js';
export {
  type AsOfOptions,
  type ClaimLifecycle,
  claimLifecycle,
} from './reasoning/claims/claim-lifecycle.js';
export {
  type Contradiction,
  type ContradictionSide,
  type FindContradictionsOptions,
  findContradictions,
} from './reasoning/claims/find-contradictions.js';
export {
  type NormalizedRating,
  normalizeRating,
} from './reasoning/claims/normalize-rating.js';
export {
  type RatingMeaning,
  type RatingScale,
  type RatingScaleId,
  ratingScales,
} from './reasoning/claims/rating-scales.js';
export type { Authority } from './reasoning/confirmation/authority.js';
export {
  type ConfirmationChange,
  confirmationTimeline,
  type TimelineOptions,
} from './reasoning/confirmation/confirmation-timeline.js';
export type { ConfirmationPolicy } from './reasoning/confirmation/decide.js';
export { explainConfirmation } from './reasoning/confirmation/explain-confirmation.js';
export { partiesOf } from './reasoning/confirmation/parties.js';
export {
  type ConfirmationFlag,
  type ConfirmationReason,
  type ConfirmationReasons,
  type ConfirmationRollup,
  confirmationFlagMeanings,
  type RollupOptions,
  rollupConfirmation,
} from './reasoning/confirmation/rollup-confirmation.js';
export type { DecisiveStance } from './reasoning/confirmation/weigh.js';
export {
  type EventsByEvidenceOptions,
  eventsByEvidence,
  eventsByStatus,
} from './reasoning/events/events-by-status.js';
export {
  type StatusAgainstEvidenceOptions,
  type StatusContradiction,
  type StatusContradictionKind,
  statusAgainstEvidence,
} from './reasoning/events/status-against-evidence.js';
export {
  type EventSchedule,
  TransitionError,
  type TransitionErrorCode,
  type TransitionOptions,
  transitionEvent,
} from './reasoning/events/transition-event.js';
export {
  canTransition,
  eventTransitions,
} from './reasoning/events/transitions.js';
export {
  type UpcomingEvent,
  type UpcomingEventsOptions,
  upcomingEvents,
  type WindowCertainty,
} from './reasoning/events/upcoming-events.js';
export { assembleEvidence } from './reasoning/evidence/assemble-evidence.js';
export { collectEvidence } from './reasoning/evidence/collect-evidence.js';
export type {
  ArticleEvidence,
  ClaimEvidence,
  EntityEvidence,
  EventEvidence,
  EvidenceBase,
  EvidenceDoubt,
  EvidenceFact,
  LinkEvidence,
  SourceEvidence,
} from './reasoning/evidence/evidence-base.js';
export {
  type Article,
  type ArticleInput,
  ArticleSchema,
  type Author,
  assertArticle,
  type Body,
  BodySchema,
  type Correction,
  type Dateline,
  defineArticle,
  isArticle,
  type MediaItem,
  type Mention,
  MentionSchema,
  parseArticle,
  type Rights,
  type SilentParty,
  safeParseArticle,
  type TextDigest,
} from './records/article.js';
export {
  type Assessment,
  type AssessmentInput,
  AssessmentSchema,
  assertAssessment,
  defineAssessment,
  isAssessment,
  parseAssessment,
  type Rating,
  safeParseAssessment,
} from './records/assessment.js';
export {
  type Ambiguity,
  type AttributionLink,
  AttributionLinkSchema,
  assertClaim,
  type Claim,
  type ClaimInput,
  type ClaimRelation,
  type ClaimResponse,
  ClaimSchema,
  type ClaimStatusChange,
  type ClaimTime,
  defineClaim,
  type EventStance,
  EventStanceSchema,
  type Factuality,
  isClaim,
  parseClaim,
  safeParseClaim,
} from './records/claim.js';
export {
  type Concept,
  ConceptSchema,
  type Subject,
  SubjectSchema,
} from './records/common/concept.js';
export {
  type Extensions,
  ExtensionsSchema,
} from './records/common/extensions.js';
export {
  type Identifier,
  IdentifierSchema,
} from './records/common/identifier.js';
export {
  ArticleIdSchema,
  AssessmentIdSchema,
  ClaimIdSchema,
  ClaimOrSourceIdSchema,
  EntityIdSchema,
  EntityOrEventIdSchema,
  ScheduledEventIdSchema,
  SourceIdSchema,
} from './records/common/ids.js';
export type { RecordBase } from './records/common/record-base.js';
export type { ParseOptions } from './records/common/record-functions.js';
export {
  CountryCodeSchema,
  FuzzyDateSchema,
  FuzzyPointSchema,
  InstantSchema,
  LanguageTagSchema,
  RecurrenceRuleSchema,
  TextSchema,
  TimeZoneSchema,
  WebUrlSchema,
} from './records/common/scalars.js';
export {
  type ArticleAnchor,
  ArticleAnchorSchema,
  TextAnchorSchema,
} from './records/common/text-anchor.js';
export {
  ArticleTimeReferenceSchema,
  type RelativeTo,
  RelativeToSchema,
  type TimeReference,
  TimeReferenceSchema,
} from './records/common/time-reference.js';
export {
  type CompiledSchemas,
  compileSchemas,
} from './records/compile-schemas.js';
export {
  assertEntity,
  type ConflictEntity,
  defineEntity,
  type Entity,
  type EntityBase,
  type EntityInput,
  type EntityName,
  EntitySchema,
  type Geo,
  type GroupEntity,
  isEntity,
  type OrganizationEntity,
  type PersonEntity,
  type PersonRole,
  type PlaceEntity,
  parseEntity,
  safeParseEntity,
  type ThingEntity,
} from './records/entity.js';
export {
  assertNewsRecord,
  isNewsRecord,
  isRecordType,
  type NewsRecord,
  type NewsRecordInput,
  NewsRecordSchema,
  parseNewsRecord,
  type RecordsByType,
  recordSchemas,
  safeParseNewsRecord,
} from './records/news-record.js';
export {
  type AgendaItem,
  assertScheduledEvent,
  type Confirmation,
  type ConfirmedEvent,
  ConfirmedEventSchema,
  defineScheduledEvent,
  type EventAspects,
  type EventHistoryEntry,
  type EventRelation,
  type ImportedStatus,
  isScheduledEvent,
  type Participant,
  parseScheduledEvent,
  type ScheduledEvent,
  type ScheduledEventBase,
  type ScheduledEventInput,
  ScheduledEventSchema,
  type ScheduledTime,
  ScheduledTimeSchema,
  safeParseScheduledEvent,
  type UnconfirmedEvent,
  UnconfirmedEventSchema,
} from './records/scheduled-event.js';
export {
  assertSource,
  defineSource,
  isSource,
  parseSource,
  type Source,
  type SourceInput,
  type SourcePolicies,
  SourceSchema,
  safeParseSource,
} from './records/source.js';
export {
  type FindIssuesOptions,
  findIssues,
} from './rules/find-issues.js';
export type {
  FindingCode,
  Path,
} from './schema/problem.js';
export type { UnknownKeys } from './schema/unknown-keys.js';
export {
  type CorrectionKind,
  correctionKindMeanings,
  correctionKinds,
  type DigitalSourceType,
  digitalSourceTypeMeanings,
  digitalSourceTypes,
  type MediaType,
  type MentionKind,
  mediaTypeMeanings,
  mediaTypes,
  mentionKindMeanings,
  mentionKinds,
  type NewlineStyle,
  newlineStyleMeanings,
  newlineStyles,
  type PubStatus,
  pubStatuses,
  pubStatusMeanings,
  type TextNormalization,
  textNormalizationMeanings,
  textNormalizations,
} from './vocabulary/article.js';
export {
  type AssessmentStatus,
  assessmentStatuses,
  assessmentStatusMeanings,
} from './vocabulary/assessment.js';
export {
  type AttributionMode,
  type AttributionRole,
  attributionModeMeanings,
  attributionModes,
  attributionRoleMeanings,
  attributionRoles,
  type Certainty,
  type ClaimKind,
  type ClaimRecordStatus,
  type ClaimRelationType,
  type ClaimTimeRole,
  certainties,
  certaintyMeanings,
  claimKindMeanings,
  claimKinds,
  claimRecordStatuses,
  claimRecordStatusMeanings,
  claimRelationTypeMeanings,
  claimRelationTypes,
  claimTimeRoleMeanings,
  claimTimeRoles,
  type Polarity,
  polarities,
  polarityMeanings,
  type ResponseKind,
  responseKindMeanings,
  responseKinds,
  type SpeechAct,
  type Stance,
  type StanceAspect,
  speechActMeanings,
  speechActs,
  stanceAspectMeanings,
  stanceAspects,
  stanceMeanings,
  stances,
} from './vocabulary/claim.js';
export {
  type EntityKind,
  type EntityNameKind,
  entityKindMeanings,
  entityKinds,
  entityNameKindMeanings,
  entityNameKinds,
} from './vocabulary/entity.js';
export {
  type RecordType,
  recordTypeMeanings,
  recordTypes,
} from './vocabulary/record-type.js';
export {
  type AgendaStatus,
  type AspectStatus,
  type AttendanceMode,
  agendaStatuses,
  agendaStatusMeanings,
  aspectStatuses,
  aspectStatusMeanings,
  attendanceModeMeanings,
  attendanceModes,
  type CoverageStatus,
  coverageStatuses,
  coverageStatusMeanings,
  type DateStatus,
  dateStatuses,
  dateStatusMeanings,
  type EventPhase,
  type EventRelationType,
  type EventStatus,
  eventPhaseMeanings,
  eventPhases,
  eventRelationTypeMeanings,
  eventRelationTypes,
  eventStatuses,
  eventStatusMeanings,
} from './vocabulary/scheduled-event.js';
export {
  type GroundRules,
  groundRules,
  groundRulesMeanings,
  type SourceKind,
  sourceKindMeanings,
  sourceKinds,
} from './vocabulary/source.js';
export {
  type Likelihood,
  likelihoodMeanings,
  likelihoods,
  type TimeMethod,
  timeMethodMeanings,
  timeMethods,
} from './vocabulary/time.js';
