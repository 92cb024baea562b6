import type { EntityId } from '../../primitives/id.js';
import type { Voice } from '../attribution/voice.js';
import type { Reach } from './parties.js';

/**
 * What a voice can do to a confirmation: settle it (`authoritative`), back it without settling it (`weak`), or say
 * that it is said (`reports`).
 */
export type Authority = 'authoritative' | 'weak' | 'reports';

/** How much a voice counts, and whom it speaks for. */
export interface Standing {
  readonly authority: Authority;
  /** The parties that it speaks for, in the order of their ids. */
  readonly parties: readonly EntityId[];
  /** The voice counts as on the record because it is named, though nothing says that it is. */
  readonly assumed: boolean;
  /** It speaks for a party only by a role that may not have lasted then. */
  readonly doubtfulRole: boolean;
}

/**
 * Step 6, authority: a source that speaks for a party and is on the record is authoritative; on background, anonymous,
 * or if it may not have said it, weak; everyone else, an unstated originator above all, reports.
 */
export function authorityOf(voice: Voice, reach: Reach, sureReach: Reach): Standing {
  const parties = partiesOfVoice(voice, reach);
  if (parties.length === 0) return { authority: 'reports', parties, assumed: false, doubtfulRole: false };
  const doubtfulRole = partiesOfVoice(voice, sureReach).length === 0;
  const named = voice.source?.anonymous !== true;
  const open = voice.groundRules === 'on-the-record' || voice.groundRules === 'unstated';
  if (!named || !open || voice.uncertain) return { authority: 'weak', parties, assumed: false, doubtfulRole };
  return {
    authority: 'authoritative',
    parties,
    assumed: voice.groundRules === 'unstated',
    doubtfulRole,
  };
}

/** A source speaks for those it acts for, and for itself. */
function partiesOfVoice({ source }: Voice, reach: Reach): readonly EntityId[] {
  if (source === undefined) return [];
  const spokenFor = [...(source.actsFor ?? []), ...(source.entityId === undefined ? [] : [source.entityId])];
  return [...new Set(spokenFor.flatMap((id) => reach.get(id) ?? []))].sort();
}
