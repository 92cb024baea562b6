/**
 * What sort of proposition a claim is.
 *
 * Source: this package; after ClaimReview practice and argument mining.
 */
export const claimKinds = [
  'fact',
  'plan',
  'prediction',
  'accusation',
  'commitment',
  'status',
  'trend',
  'evaluation',
] as const;

/** What sort of proposition a claim is. */
export type ClaimKind = (typeof claimKinds)[number];

/** What each of {@link claimKinds} means, in one line. */
export const claimKindMeanings: Readonly<Record<ClaimKind, string>> = {
  fact: 'Something that is or was the case.',
  plan: 'What somebody intends to do.',
  prediction: 'What somebody expects to happen.',
  accusation: 'That somebody did wrong.',
  commitment: 'What somebody is bound to do.',
  status: 'The state of something at a time.',
  trend: 'How something has been changing.',
  evaluation: 'A judgement of value.',
};

/**
 * What the originator did in saying it.
 *
 * Source: Searle's speech acts; TimeML reporting events.
 */
export const speechActs = [
  'state',
  'report',
  'announce',
  'confirm',
  'deny',
  'accuse',
  'promise',
  'predict',
  'estimate',
] as const;

/** What the originator did in saying it. */
export type SpeechAct = (typeof speechActs)[number];

/** What each of {@link speechActs} means, in one line. */
export const speechActMeanings: Readonly<Record<SpeechAct, string>> = {
  state: 'Said it as so.',
  report: 'Passed on what others said or did.',
  announce: 'Made it public for the first time.',
  confirm: 'Said that what was said before is so.',
  deny: 'Said that it is not so.',
  accuse: 'Charged somebody with it.',
  promise: 'Bound themselves to it.',
  predict: 'Said that it will be so.',
  estimate: 'Gave a judged quantity or likelihood.',
};

/**
 * What a link of an attribution chain did.
 *
 * Source: PROV-O `wasAttributedTo`, `wasQuotedFrom`; PARC attribution relations.
 */
export const attributionRoles = ['originator', 'relay', 'publisher'] as const;

/** What a link of an attribution chain did. */
export type AttributionRole = (typeof attributionRoles)[number];

/** What each of {@link attributionRoles} means, in one line. */
export const attributionRoleMeanings: Readonly<Record<AttributionRole, string>> = {
  originator: 'Said it first.',
  relay: 'Passed it on.',
  publisher: 'Published it.',
};

/**
 * How the words of a link are rendered.
 *
 * Source: PARC 3.0; STOP corpus of speech presentation.
 */
export const attributionModes = ['direct', 'indirect', 'mixed', 'narration'] as const;

/** How the words of a link are rendered. */
export type AttributionMode = (typeof attributionModes)[number];

/** What each of {@link attributionModes} means, in one line. */
export const attributionModeMeanings: Readonly<Record<AttributionMode, string>> = {
  direct: 'In quotation marks.',
  indirect: 'In reported speech.',
  mixed: 'Reported speech with quoted words in it.',
  narration: 'As narration that carries their view.',
};

/**
 * How sure the one who speaks is.
 *
 * Source: FactBank 1.0 (Saurí and Pustejovsky 2009).
 */
export const certainties = ['certain', 'probable', 'possible', 'underspecified'] as const;

/** How sure the one who speaks is. */
export type Certainty = (typeof certainties)[number];

/** What each of {@link certainties} means, in one line. */
export const certaintyMeanings: Readonly<Record<Certainty, string>> = {
  certain: 'Certain (CT).',
  probable: 'Probable (PR).',
  possible: 'Possible (PS).',
  underspecified: 'Not committed either way (U).',
};

/**
 * Whether it is asserted or denied.
 *
 * Source: FactBank 1.0 (Saurí and Pustejovsky 2009).
 */
export const polarities = ['positive', 'negative', 'unknown'] as const;

/** Whether it is asserted or denied. */
export type Polarity = (typeof polarities)[number];

/** What each of {@link polarities} means, in one line. */
export const polarityMeanings: Readonly<Record<Polarity, string>> = {
  positive: 'It is so (+).',
  negative: 'It is not so (−).',
  unknown: 'The polarity is not stated (u).',
};

/**
 * What a time in a claim is the time of.
 *
 * Source: TimeML.
 */
export const claimTimeRoles = ['content', 'assertion', 'as-of', 'ambiguous'] as const;

/** What a time in a claim is the time of. */
export type ClaimTimeRole = (typeof claimTimeRoles)[number];

/** What each of {@link claimTimeRoles} means, in one line. */
export const claimTimeRoleMeanings: Readonly<Record<ClaimTimeRole, string>> = {
  content: 'When what is claimed happens.',
  assertion: 'When it was claimed.',
  'as-of': 'As of when it holds.',
  ambiguous: 'The text leaves open which of these.',
};

/**
 * The part of an event that a stance is about.
 *
 * Source: this package, `docs/model.md`.
 */
export const stanceAspects = [
  'occurrence',
  'date',
  'place',
  'participants',
  'agenda',
  'preparation',
] as const;

/** The part of an event that a stance is about. */
export type StanceAspect = (typeof stanceAspects)[number];

/** What each of {@link stanceAspects} means, in one line. */
export const stanceAspectMeanings: Readonly<Record<StanceAspect, string>> = {
  occurrence: 'That it takes place at all.',
  date: 'When.',
  place: 'Where.',
  participants: 'Who takes part.',
  agenda: 'What is to be discussed or done.',
  preparation: 'That it is being prepared.',
};

/**
 * What a claim does to an aspect of an event.
 *
 * Source: this package, `docs/model.md`; after RumourEval support and denial.
 */
export const stances = [
  'confirms',
  'denies',
  'supports',
  'reports',
  'predicts',
  'unconfirmed',
  'no-comment',
] as const;

/** What a claim does to an aspect of an event. */
export type Stance = (typeof stances)[number];

/** What each of {@link stances} means, in one line. */
export const stanceMeanings: Readonly<Record<Stance, string>> = {
  confirms: 'Says that it is settled and so.',
  denies: 'Says that it is not so.',
  supports: 'Makes it likelier without settling it.',
  reports: 'Says that it is said.',
  predicts: 'Says that it will be.',
  unconfirmed: 'Says that it is not confirmed.',
  'no-comment': 'Declines to say.',
};

/**
 * What a party answered when a claim was put to it.
 *
 * Source: newsroom right-of-reply practice.
 */
export const responseKinds = [
  'confirmed',
  'denied',
  'neither-confirmed-nor-denied',
  'declined-to-comment',
  'did-not-respond',
  'not-reached',
] as const;

/** What a party answered when a claim was put to it. */
export type ResponseKind = (typeof responseKinds)[number];

/** What each of {@link responseKinds} means, in one line. */
export const responseKindMeanings: Readonly<Record<ResponseKind, string>> = {
  confirmed: 'Said that it is so.',
  denied: 'Said that it is not so.',
  'neither-confirmed-nor-denied': 'Answered without doing either.',
  'declined-to-comment': 'Refused to answer.',
  'did-not-respond': 'Was asked and gave no answer.',
  'not-reached': 'Could not be asked.',
};

/**
 * How one claim relates to another.
 *
 * Source: Rhetorical Structure Theory; argument mining.
 */
export const claimRelationTypes = [
  'supports',
  'contradicts',
  'qualifies',
  'specifies',
  'responds-to',
  'explains',
  'in-tension-with',
  'duplicates',
] as const;

/** How one claim relates to another. */
export type ClaimRelationType = (typeof claimRelationTypes)[number];

/** What each of {@link claimRelationTypes} means, in one line. */
export const claimRelationTypeMeanings: Readonly<Record<ClaimRelationType, string>> = {
  supports: 'Gives reason to believe the other.',
  contradicts: 'Cannot be true together with the other.',
  qualifies: 'Limits the other.',
  specifies: 'Says the other in more detail.',
  'responds-to': 'Answers the other.',
  explains: 'Says why the other is so.',
  'in-tension-with': 'Sits badly with the other without excluding it.',
  duplicates: 'Says the same as the other.',
};

/**
 * Where a claim stands in its life as a record.
 *
 * Source: this package, `docs/model.md`.
 */
export const claimRecordStatuses = ['asserted', 'corrected', 'superseded', 'retracted'] as const;

/** Where a claim stands in its life as a record. */
export type ClaimRecordStatus = (typeof claimRecordStatuses)[number];

/** What each of {@link claimRecordStatuses} means, in one line. */
export const claimRecordStatusMeanings: Readonly<Record<ClaimRecordStatus, string>> = {
  asserted: 'Stands as made.',
  corrected: 'Stands in corrected form.',
  superseded: 'Was replaced by another claim.',
  retracted: 'Was withdrawn; nothing follows.',
};
