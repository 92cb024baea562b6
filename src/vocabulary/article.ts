/**
 * Whether an article may be used.
 *
 * Source: ninjs 3 `pubStatus`; IPTC NewsCodes `pubstatusg2`.
 */
export const pubStatuses = ['usable', 'withheld', 'canceled'] as const;

/** Whether an article may be used. */
export type PubStatus = (typeof pubStatuses)[number];

/** What each of {@link pubStatuses} means, in one line. */
export const pubStatusMeanings: Readonly<Record<PubStatus, string>> = {
  usable: 'May be published.',
  withheld: 'Must not be published until further notice.',
  canceled: 'Must not be published any more, and should be taken down where it was.',
};

/**
 * What a published change to an article was.
 *
 * Source: schema.org `CorrectionComment`; newsroom practice.
 */
export const correctionKinds = [
  'correction',
  'clarification',
  'update',
  'editors-note',
  'retraction',
] as const;

/** What a published change to an article was. */
export type CorrectionKind = (typeof correctionKinds)[number];

/** What each of {@link correctionKinds} means, in one line. */
export const correctionKindMeanings: Readonly<Record<CorrectionKind, string>> = {
  correction: 'A mistake of fact was put right.',
  clarification: 'True but misleading wording was made clear.',
  update: 'New facts were added.',
  'editors-note': 'The editors explain something about the article.',
  retraction: 'The article or a part of it was withdrawn.',
};

/**
 * How a text refers to an entity or a source.
 *
 * Source: ACE entity mention levels; ISO 24617-9.
 */
export const mentionKinds = ['name', 'nominal', 'pronoun', 'metonym'] as const;

/** How a text refers to an entity or a source. */
export type MentionKind = (typeof mentionKinds)[number];

/** What each of {@link mentionKinds} means, in one line. */
export const mentionKindMeanings: Readonly<Record<MentionKind, string>> = {
  name: 'By its name.',
  nominal: 'By a description, such as "the newspaper".',
  pronoun: 'By a pronoun.',
  metonym: 'By the name of something else that stands for it, such as a building for a government.',
};

/**
 * The Unicode normalization form a text had when its digest was taken.
 *
 * Source: Unicode Standard Annex 15.
 */
export const textNormalizations = ['none', 'NFC', 'NFD', 'NFKC', 'NFKD'] as const;

/** The Unicode normalization form a text had when its digest was taken. */
export type TextNormalization = (typeof textNormalizations)[number];

/** What each of {@link textNormalizations} means, in one line. */
export const textNormalizationMeanings: Readonly<Record<TextNormalization, string>> = {
  none: 'The text as it stood.',
  NFC: 'Canonical composition.',
  NFD: 'Canonical decomposition.',
  NFKC: 'Compatibility composition.',
  NFKD: 'Compatibility decomposition.',
};

/**
 * The line ends a text had when its digest was taken.
 *
 * Source: this package.
 */
export const newlineStyles = ['as-is', 'lf', 'crlf', 'cr'] as const;

/** The line ends a text had when its digest was taken. */
export type NewlineStyle = (typeof newlineStyles)[number];

/** What each of {@link newlineStyles} means, in one line. */
export const newlineStyleMeanings: Readonly<Record<NewlineStyle, string>> = {
  'as-is': 'Line ends as they stood.',
  lf: 'Every line end as U+000A.',
  crlf: 'Every line end as U+000D U+000A.',
  cr: 'Every line end as U+000D.',
};

/**
 * What a media item is.
 *
 * Source: IPTC NewsCodes `ninature`; ninjs 3 association types.
 */
export const mediaTypes = ['picture', 'graphic', 'video', 'audio', 'document'] as const;

/** What a media item is. */
export type MediaType = (typeof mediaTypes)[number];

/** What each of {@link mediaTypes} means, in one line. */
export const mediaTypeMeanings: Readonly<Record<MediaType, string>> = {
  picture: 'A still photograph or image.',
  graphic: 'A drawn illustration, chart or map.',
  video: 'Moving images.',
  audio: 'Sound.',
  document: 'A file to be read.',
};

/**
 * How digital content came to be.
 *
 * Source: IPTC NewsCodes `digitalsourcetype`.
 */
export const digitalSourceTypes = [
  'digitalCapture',
  'computationalCapture',
  'negativeFilm',
  'positiveFilm',
  'print',
  'humanEdits',
  'compositeCapture',
  'algorithmicallyEnhanced',
  'dataDrivenMedia',
  'digitalCreation',
  'virtualRecording',
  'compositeSynthetic',
  'trainedAlgorithmicMedia',
  'compositeWithTrainedAlgorithmicMedia',
  'algorithmicMedia',
  'screenCapture',
  'composite',
] as const;

/** How digital content came to be. */
export type DigitalSourceType = (typeof digitalSourceTypes)[number];

/** What each of {@link digitalSourceTypes} means, in one line. */
export const digitalSourceTypeMeanings: Readonly<Record<DigitalSourceType, string>> = {
  digitalCapture: 'Captured from real life with a digital camera or recorder.',
  computationalCapture: 'Captured from real life by combining several frames or sensor data.',
  negativeFilm: 'Digitised from a negative.',
  positiveFilm: 'Digitised from a positive.',
  print: 'Digitised from a print.',
  humanEdits: 'Altered by people with non-generative tools.',
  compositeCapture: 'Composed of elements that were all captured from real life.',
  algorithmicallyEnhanced: 'Enhanced by an algorithm without changing what is shown.',
  dataDrivenMedia: 'Made from data by a program, such as a chart.',
  digitalCreation: 'Created by people with digital tools.',
  virtualRecording: 'A recording of a virtual event or scene.',
  compositeSynthetic: 'Composed of elements of which at least one is synthetic.',
  trainedAlgorithmicMedia: 'Created by a model trained on sampled content.',
  compositeWithTrainedAlgorithmicMedia: 'A composite that includes content made by a trained model.',
  algorithmicMedia: 'Created by an algorithm that was not trained on sampled content.',
  screenCapture: 'A capture of a screen.',
  composite: 'Composed of several elements of unstated origin.',
};
