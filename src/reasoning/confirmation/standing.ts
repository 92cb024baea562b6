import { isPossiblyBy, type Moment } from '../time/moment.js';
import type { Evidence } from './evidence.js';

/**
 * Step 2, retraction at a time: whether a claim still stood. A withdrawal that may have come by then counts, as an
 * assertion that may have come by then does.
 */
export function standsAt(evidence: Evidence, at: Moment): boolean {
  return !evidence.withdrawn.some((moment) => isPossiblyBy(moment, at));
}
