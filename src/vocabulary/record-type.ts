/**
 * The values of `type`, which says what a record is.
 *
 * Source: this package, `docs/model.md`.
 */
export const recordTypes = ['article', 'source', 'entity', 'claim', 'scheduled-event', 'assessment'] as const;

/** The values of `type`, which says what a record is. */
export type RecordType = (typeof recordTypes)[number];

/** What each of {@link recordTypes} means, in one line. */
export const recordTypeMeanings: Readonly<Record<RecordType, string>> = {
  article: 'A piece of journalism, whole or as a clipping.',
  source: 'Whoever or whatever information is attributed to.',
  entity: 'A person, organization, place or thing that news is about.',
  claim: 'One proposition, with who says so and how sure they are.',
  'scheduled-event': 'Something that is to happen, happened or was to happen, confirmed or not.',
  assessment: "One party's dated judgement of a claim or a source.",
};
