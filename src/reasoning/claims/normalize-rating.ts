import type { Rating } from '../../records/assessment.js';
import { type RatingMeaning, type RatingScale, type RatingScaleId, ratingScales } from './rating-scales.js';

/** A rating and what it means, as far as its scale is known. */
export interface NormalizedRating extends RatingMeaning {
  /** The label verbatim. */
  readonly label: string;
  /** The scale, where it is one that is known and has this label. */
  readonly scale?: RatingScaleId | undefined;
  /** The version of the scale that this was read by. */
  readonly version?: string | undefined;
  /** For a combined grade of the Admiralty code: that of the source, from 0 to 1; absent for F. */
  readonly reliability?: number | undefined;
  /** For a combined grade of the Admiralty code: that of the information, from 0 to 1; absent for 6. */
  readonly credibility?: number | undefined;
}

/** Names under which scales go, without what is no letter or digit. */
const aliases: Readonly<Record<string, RatingScaleId>> = {
  politifact: 'politifact',
  truthometer: 'politifact',
  politifacttruthometer: 'politifact',
  snopes: 'snopes',
  admiralty: 'admiralty',
  admiraltycode: 'admiralty',
  admiraltysystem: 'admiralty',
  nato: 'admiralty',
  natosystem: 'admiralty',
  icd203: 'icd-203',
};

/**
 * Reads a rating on a scale that is known, by its label, and keeps the label verbatim. A label that says that nothing
 * can be judged has no position, whatever number stands beside it: F and 6 of the Admiralty code, "Unproven" and
 * "Research in Progress" of Snopes. No scale is guessed: on one that is not known, or for a label that it does not
 * have, the position is worked out from `value`, `best` and `worst` if they allow it, and nothing else is said.
 *
 * @example
 * ```ts
 * import { normalizeRating } from 'newsdomain';
 *
 * normalizeRating({ scale: 'politifact', label: 'Pants on Fire!' }); // => { label: 'Pants on Fire!', scale: 'politifact', version: '2011-07-27', position: 0, status: 'refuted' }
 * normalizeRating({ scale: 'snopes', label: 'Unproven', value: 3, best: 5, worst: 1 }).position; // => undefined
 * normalizeRating({ scale: 'admiralty', label: 'B6' }); // => { label: 'B6', scale: 'admiralty', version: 'AJP-2.1, edition B, 2016', reliability: 0.75 }
 * normalizeRating({ label: 'Rather shaky', value: 2, best: 5, worst: 1 }); // => { label: 'Rather shaky', position: 0.25 }
 * normalizeRating({ label: 'False' }); // => { label: 'False' }
 * ```
 */
export function normalizeRating(rating: Rating): NormalizedRating {
  const { label } = rating;
  const scale = scaleOf(rating.scale);
  if (scale !== undefined) {
    const meaning = meaningOf(label, scale);
    if (meaning !== undefined) return { label, scale: scale.id, version: scale.version, ...meaning };
  }
  const position = numericPosition(rating);
  return position === undefined ? { label } : { label, position };
}

function scaleOf(name: string | undefined): RatingScale | undefined {
  const plain = name?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? '';
  const id = Object.hasOwn(aliases, plain) ? aliases[plain] : undefined;
  return ratingScales.find((scale) => scale.id === id);
}

function meaningOf(
  label: string,
  scale: RatingScale,
): Pick<NormalizedRating, 'position' | 'status' | 'likelihood' | 'reliability' | 'credibility'> | undefined {
  const plain = label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  if (Object.hasOwn(scale.labels, plain)) return scale.labels[plain];
  const combined = scale.id === 'admiralty' ? /^([a-f]) ?([1-6])$/.exec(plain) : null;
  if (combined === null) return undefined;
  const [, letter = '', digit = ''] = combined;
  const reliability = scale.labels[letter]?.position;
  const credibility = scale.labels[digit]?.position;
  return {
    ...(reliability === undefined ? {} : { reliability }),
    ...(credibility === undefined ? {} : { credibility }),
  };
}

/** Where a number stands on its own scale; one that lies outside of it says that it is no grade. */
function numericPosition({ value, best, worst }: Rating): number | undefined {
  if (value === undefined || best === undefined || worst === undefined || best === worst) return undefined;
  const position = (value - worst) / (best - worst);
  return position >= 0 && position <= 1 ? position : undefined;
}
