import { isPossiblyBy, type Moment } from '../time/moment.js';
import type { Evidence } from './evidence.js';

/** Step 1, time: whether a stance may have been taken by a time. */
export function madeBy(evidence: Evidence, at: Moment): boolean {
  return isPossiblyBy(evidence.asserted, at);
}
