import { isSurelyBeforeSome, latestStartOf } from '../time/moment.js';
import type { Evidence } from './evidence.js';

/**
 * Step 4, recency: of the stances of one source, those that no other surely followed. Where the order is unknown both
 * stay. A stance that may not be the source's own overrides nothing.
 */
export function latestOf(evidence: readonly Evidence[]): readonly Evidence[] {
  const last = latestStartOf(
    evidence.filter(({ voice }) => !voice.uncertain).map(({ asserted }) => asserted),
  );
  return evidence.filter(({ asserted }) => !isSurelyBeforeSome(asserted, last));
}
