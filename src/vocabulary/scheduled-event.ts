/**
 * Whether what `phase` says is confirmed.
 *
 * Source: this package, `docs/model.md`; the thesis of the project.
 */
export const eventStatuses = ['confirmed', 'unconfirmed'] as const;

/** Whether what `phase` says is confirmed. */
export type EventStatus = (typeof eventStatuses)[number];

/** What each of {@link eventStatuses} means, in one line. */
export const eventStatusMeanings: Readonly<Record<EventStatus, string>> = {
  confirmed: 'Somebody with the standing to say so has said so.',
  unconfirmed: 'Nobody with that standing has.',
};

/**
 * Where an event stands in its life.
 *
 * Source: this package; after IPTC `eventoccurstatus` and schema.org `EventStatusType`.
 */
export const eventPhases = [
  'proposed',
  'planned',
  'postponed',
  'cancelled',
  'ongoing',
  'occurred',
  'not-held',
] as const;

/** Where an event stands in its life. */
export type EventPhase = (typeof eventPhases)[number];

/** What each of {@link eventPhases} means, in one line. */
export const eventPhaseMeanings: Readonly<Record<EventPhase, string>> = {
  proposed: 'Suggested, not planned.',
  planned: 'Planned to take place.',
  postponed: 'Put off, with or without a new time.',
  cancelled: 'Called off.',
  ongoing: 'Taking place.',
  occurred: 'Took place.',
  'not-held': 'Was not called off and did not take place.',
};

/**
 * How far one aspect of an event is confirmed.
 *
 * Source: this package, `docs/model.md`.
 */
export const aspectStatuses = ['unconfirmed', 'confirmed', 'denied', 'disputed'] as const;

/** How far one aspect of an event is confirmed. */
export type AspectStatus = (typeof aspectStatuses)[number];

/** What each of {@link aspectStatuses} means, in one line. */
export const aspectStatusMeanings: Readonly<Record<AspectStatus, string>> = {
  unconfirmed: 'Not confirmed.',
  confirmed: 'Confirmed by a party.',
  denied: 'Denied by a party.',
  disputed: 'Confirmed by one party and denied by another.',
};

/**
 * How far a start or an end is settled.
 *
 * Source: this package, `docs/model.md`.
 */
export const dateStatuses = ['unconfirmed', 'agreed', 'confirmed', 'denied', 'disputed'] as const;

/** How far a start or an end is settled. */
export type DateStatus = (typeof dateStatuses)[number];

/** What each of {@link dateStatuses} means, in one line. */
export const dateStatusMeanings: Readonly<Record<DateStatus, string>> = {
  unconfirmed: 'Not confirmed.',
  agreed: 'Agreed between the parties, not announced.',
  confirmed: 'Confirmed by a party.',
  denied: 'Denied by a party.',
  disputed: 'Confirmed by one party and denied by another.',
};

/**
 * Where an agenda item stands.
 *
 * Source: this package, `docs/model.md`.
 */
export const agendaStatuses = ['proposed', 'under-discussion', 'agreed', 'reported', 'dropped'] as const;

/** Where an agenda item stands. */
export type AgendaStatus = (typeof agendaStatuses)[number];

/** What each of {@link agendaStatuses} means, in one line. */
export const agendaStatusMeanings: Readonly<Record<AgendaStatus, string>> = {
  proposed: 'Suggested.',
  'under-discussion': 'Being talked about by the parties.',
  agreed: 'Agreed by the parties.',
  reported: 'Said by others to be on the agenda.',
  dropped: 'Taken off the agenda.',
};

/**
 * How one event relates to another.
 *
 * Source: Allen's interval relations; schema.org `superEvent`, `previousStartDate`; RFC 9253.
 */
export const eventRelationTypes = [
  'before',
  'after',
  'part-of',
  'begins',
  'same-series',
  'rescheduled-from',
] as const;

/** How one event relates to another. */
export type EventRelationType = (typeof eventRelationTypes)[number];

/** What each of {@link eventRelationTypes} means, in one line. */
export const eventRelationTypeMeanings: Readonly<Record<EventRelationType, string>> = {
  before: 'Takes place before the other.',
  after: 'Takes place after the other.',
  'part-of': 'Is a part of the other.',
  begins: 'Is the beginning of the other.',
  'same-series': 'Belongs to the same series as the other.',
  'rescheduled-from': 'Replaces the other, which was moved.',
};

/**
 * Whether the event will be covered.
 *
 * Source: IPTC NewsCodes `newscoveragestatus`.
 */
export const coverageStatuses = ['int', 'notdec', 'notint', 'onreq'] as const;

/** Whether the event will be covered. */
export type CoverageStatus = (typeof coverageStatuses)[number];

/** What each of {@link coverageStatuses} means, in one line. */
export const coverageStatusMeanings: Readonly<Record<CoverageStatus, string>> = {
  int: 'Coverage is intended.',
  notdec: 'Coverage is not decided.',
  notint: 'Coverage is not intended.',
  onreq: 'Coverage on request.',
};

/**
 * How people attend.
 *
 * Source: schema.org `EventAttendanceModeEnumeration`.
 */
export const attendanceModes = ['offline', 'online', 'mixed'] as const;

/** How people attend. */
export type AttendanceMode = (typeof attendanceModes)[number];

/** What each of {@link attendanceModes} means, in one line. */
export const attendanceModeMeanings: Readonly<Record<AttendanceMode, string>> = {
  offline: 'In a place.',
  online: 'Over a network.',
  mixed: 'Both.',
};
