import { assessedBeforeAsserted } from './dataset/assessed-before-asserted.js';
import { cancelledYetOngoing } from './dataset/cancelled-yet-ongoing.js';
import { confirmedBeforeAsserted } from './dataset/confirmed-before-asserted.js';
import { confirmedByAuthor } from './dataset/confirmed-by-author.js';
import { confirmedWithoutClaim } from './dataset/confirmed-without-claim.js';
import { contextDiffers } from './dataset/context-differs.js';
import { cycle } from './dataset/cycle.js';
import { dangling } from './dataset/dangling.js';
import { duplicateId } from './dataset/duplicate-id.js';
import { offTheRecord } from './dataset/off-the-record.js';
import { offsetElsewhere } from './dataset/offset-elsewhere.js';
import { orderAgainstDates } from './dataset/order-against-dates.js';
import { orderCycle } from './dataset/order-cycle.js';
import { partOutsideWhole } from './dataset/part-outside-whole.js';
import { quoteAmbiguous } from './dataset/quote-ambiguous.js';
import { quoteFolded } from './dataset/quote-folded.js';
import { quoteInsideWord } from './dataset/quote-inside-word.js';
import { quoteMissing } from './dataset/quote-missing.js';
import { reliesOnRetracted } from './dataset/relies-on-retracted.js';
import { replacedBeforeAsserted } from './dataset/replaced-before-asserted.js';
import { responseMismatch } from './dataset/response-mismatch.js';
import { statusAgainstEvidence } from './dataset/status-against-evidence.js';
import { supersededYetAsserted } from './dataset/superseded-yet-asserted.js';
import { unconfirmedAgainstEvidence } from './dataset/unconfirmed-against-evidence.js';
import { withdrawnBeforeAsserted } from './dataset/withdrawn-before-asserted.js';
import { wrongType } from './dataset/wrong-type.js';
import { actsAndAffiliated } from './record/acts-and-affiliated.js';
import { attributionOrder } from './record/attribution-order.js';
import { authorActs } from './record/author-acts.js';
import { confirmedAfterAsOf } from './record/confirmed-after-as-of.js';
import { correctedBeforePublished } from './record/corrected-before-published.js';
import { deathBeforeBirth } from './record/death-before-birth.js';
import { digestDiffers } from './record/digest-differs.js';
import { embargoAfterExpiry } from './record/embargo-after-expiry.js';
import { factualityConflict } from './record/factuality-conflict.js';
import { historyOutOfOrder } from './record/history-out-of-order.js';
import { impossibleTransition } from './record/impossible-transition.js';
import { noPublisher } from './record/no-publisher.js';
import { occurredBeforeStart } from './record/occurred-before-start.js';
import { occurredInFuture } from './record/occurred-in-future.js';
import { pastButPlanned } from './record/past-but-planned.js';
import { publishedAfterModified } from './record/published-after-modified.js';
import { publishedInFuture } from './record/published-in-future.js';
import { publishedOutsideRelease } from './record/published-outside-release.js';
import { ratingOutsideScale } from './record/rating-outside-scale.js';
import { recordedBeforeAsserted } from './record/recorded-before-asserted.js';
import { responseWithoutAnswer } from './record/response-without-answer.js';
import { selfReference } from './record/self-reference.js';
import { stanceConflict } from './record/stance-conflict.js';
import { startOutsideWindow } from './record/start-outside-window.js';
import { statusTransition } from './record/status-transition.js';
import { updatedBeforeCreated } from './record/updated-before-created.js';
import type { DatasetRule, RecordRule, Rule } from './rule.js';

/** Every rule that sees one record at a time, beside those that the schemas call. */
export const recordRules: readonly RecordRule[] = [
  actsAndAffiliated,
  attributionOrder,
  authorActs,
  confirmedAfterAsOf,
  correctedBeforePublished,
  deathBeforeBirth,
  digestDiffers,
  embargoAfterExpiry,
  factualityConflict,
  historyOutOfOrder,
  impossibleTransition,
  noPublisher,
  occurredBeforeStart,
  occurredInFuture,
  pastButPlanned,
  publishedAfterModified,
  publishedInFuture,
  publishedOutsideRelease,
  ratingOutsideScale,
  recordedBeforeAsserted,
  responseWithoutAnswer,
  selfReference,
  stanceConflict,
  startOutsideWindow,
  statusTransition,
  updatedBeforeCreated,
];

/** Every rule over all records. */
export const datasetRules: readonly DatasetRule[] = [
  assessedBeforeAsserted,
  cancelledYetOngoing,
  confirmedBeforeAsserted,
  confirmedByAuthor,
  confirmedWithoutClaim,
  contextDiffers,
  cycle,
  dangling,
  duplicateId,
  offTheRecord,
  offsetElsewhere,
  orderAgainstDates,
  orderCycle,
  partOutsideWhole,
  quoteAmbiguous,
  quoteFolded,
  quoteInsideWord,
  quoteMissing,
  reliesOnRetracted,
  replacedBeforeAsserted,
  responseMismatch,
  statusAgainstEvidence,
  supersededYetAsserted,
  unconfirmedAgainstEvidence,
  withdrawnBeforeAsserted,
  wrongType,
];

/** Every rule. */
export const allRules: readonly Rule[] = [...recordRules, ...datasetRules];
