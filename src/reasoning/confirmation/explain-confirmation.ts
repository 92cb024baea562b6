import type { Dataset } from '../../dataset/dataset.js';
import { formatFuzzyDate } from '../../primitives/fuzzy-date/format.js';
import { isFuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import type { EntityId } from '../../primitives/id.js';
import type { StanceAspect } from '../../vocabulary/claim.js';
import { describeSource, joinNames } from '../attribution/describe-source.js';
import type { ConfirmationReason, ConfirmationRollup } from './rollup-confirmation.js';
import type { DecisiveStance } from './weigh.js';

/** What each stance on each aspect is in words. */
const says: Readonly<Record<StanceAspect, Readonly<Record<DecisiveStance, string>>>> = {
  occurrence: wordsFor('that it takes place', 'it is not confirmed that it takes place'),
  date: wordsFor('the date', 'the date is not confirmed'),
  place: wordsFor('the place', 'the place is not confirmed'),
  participants: wordsFor('who takes part', 'it is not confirmed who takes part'),
  agenda: wordsFor('the agenda', 'the agenda is not confirmed'),
  preparation: wordsFor('that it is being prepared', 'it is not confirmed that it is being prepared'),
};

function wordsFor(object: string, unconfirmed: string): Readonly<Record<DecisiveStance, string>> {
  return {
    confirms: `confirms ${object}`,
    denies: `denies ${object}`,
    unconfirmed: `says that ${unconfirmed}`,
  };
}

/**
 * Gives one plain English sentence for each reason of a roll-up: those that confirm first, then those that deny, those
 * on background, those that say that nothing is confirmed, and those that only report. Names no anonymous source.
 *
 * @example
 * ```ts
 * import { explainConfirmation, loadDataset, rollupConfirmation } from 'newsdomain';
 *
 * const dataset = loadDataset([
 *   { type: 'entity', id: 'entity:host', kind: 'country', name: 'Vietnam' },
 *   { type: 'source', id: 'source:a', kind: 'official', anonymous: true, description: 'an official of Vietnam', actsFor: ['entity:host'], groundRules: 'background' },
 *   { type: 'scheduled-event', id: 'event:visit', name: 'A visit', status: 'unconfirmed', phase: 'planned', participants: [{ entityId: 'entity:host' }] },
 *   {
 *     type: 'claim',
 *     id: 'claim:a',
 *     text: 'The date of the visit is agreed.',
 *     attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
 *     assertedAt: '2024-06-12',
 *     stances: [{ eventId: 'event:visit', aspect: 'date', stance: 'confirms' }],
 *   },
 * ]);
 * const rollup = rollupConfirmation(dataset.scheduledEvents[0], 'date', dataset, { at: '2024-06-15' });
 * explainConfirmation(rollup, dataset); // => ['An official of Vietnam who was not named, speaking for Vietnam on background, confirms the date (12 June 2024).']
 * ```
 */
export function explainConfirmation(rollup: ConfirmationRollup, dataset: Dataset): readonly string[] {
  const { reasons } = rollup;
  return [
    ...reasons.confirming,
    ...reasons.denying,
    ...reasons.backgroundConfirming,
    ...reasons.backgroundDenying,
    ...reasons.explicitlyUnconfirmed,
    ...reasons.reporting,
  ].map((reason) => sentence(reason, rollup, dataset));
}

function sentence(reason: ConfirmationReason, { aspect, at }: ConfirmationRollup, dataset: Dataset): string {
  const speaker = speakerOf(reason, dataset);
  const subject = speaker.charAt(0).toUpperCase() + speaker.slice(1);
  const what = `${says[aspect][reason.stance]}${particulars(reason, aspect)}`;
  return `${subject}, ${footingOf(reason, dataset)}, ${what} (${timeOf(reason, at)}).`;
}

/** What exactly is confirmed or denied. */
function particulars({ value }: ConfirmationReason, aspect: StanceAspect): string {
  if (value === undefined) return '';
  return `: ${aspect === 'date' && isFuzzyDate(value) ? formatFuzzyDate(value) : `"${value}"`}`;
}

function speakerOf({ sourceId, relayIds = [], groundRules }: ConfirmationReason, dataset: Dataset): string {
  if (sourceId !== undefined) return describeSource(dataset.find('source', sourceId), groundRules);
  if (relayIds.length === 0) return 'somebody who is not stated';
  const relays = relayIds.map((id) => describeSource(dataset.find('source', id), 'unstated'));
  return `somebody who is not stated, relayed by ${joinNames(relays)}`;
}

/** On what footing a source speaks. */
function footingOf({ authority, parties, groundRules }: ConfirmationReason, dataset: Dataset): string {
  if (parties.length === 0) return 'who speaks for no party';
  // whom it speaks for would describe it
  if (groundRules === 'deep-background') return 'on deep background';
  const speaking = `speaking for ${joinNames(parties.map((id) => nameOf(id, dataset)))}`;
  if (authority === 'authoritative') {
    return groundRules === 'unstated' ? `${speaking} by name` : `${speaking} on the record`;
  }
  if (groundRules === 'background') return `${speaking} on background`;
  return `${speaking} without being on the record`;
}

const nameOf = (id: EntityId, dataset: Dataset): string => dataset.find('entity', id)?.name ?? `"${id}"`;

function timeOf({ assertedAt, onlyPossibly }: ConfirmationReason, at: string | undefined): string {
  const dates = assertedAt.map((date) => formatFuzzyDate(date));
  const when = dates.length === 0 ? 'at an unknown time' : joinNames(dates);
  return onlyPossibly && at !== undefined ? `${when}, perhaps only after ${formatFuzzyDate(at)}` : when;
}
