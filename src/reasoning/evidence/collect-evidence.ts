import { isRecordId } from '../../primitives/id.js';
import type { Article } from '../../records/article.js';
import type { Claim } from '../../records/claim.js';
import type { Entity } from '../../records/entity.js';
import type { NewsRecord } from '../../records/news-record.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { Source } from '../../records/source.js';
import { recordTypes } from '../../vocabulary/record-type.js';
import type {
  ArticleEvidence,
  ClaimEvidence,
  DoubtfulEvidence,
  EntityEvidence,
  EventEvidence,
  EvidenceFact,
  SourceEvidence,
} from './evidence-base.js';

/**
 * Collects from one record what confirmation reads of it: plain JSON, as little as will do, so that it can travel from
 * wherever the record is to wherever all of them are judged. Gives `undefined` for a record of which confirmation reads
 * nothing. `assembleEvidence` puts the facts together.
 *
 * The record must be valid: of a value that is not, take `collectDoubtfulEvidence`.
 *
 * @example
 * ```ts
 * import { collectEvidence, defineClaim, defineSource } from 'newsdomain';
 *
 * const claim = defineClaim({
 *   type: 'claim',
 *   id: 'claim:a',
 *   text: 'The visit takes place.',
 *   attribution: [{ sourceIds: ['source:host'], role: 'originator', mode: 'direct' }],
 *   stances: [{ eventId: 'event:visit', aspect: 'occurrence', stance: 'confirms' }],
 * });
 * const fact = collectEvidence(claim);
 * fact.attribution; // => [{ sourceIds: ['source:host'], role: 'originator' }]
 * Object.keys(fact); // => ['type', 'id', 'attribution', 'stances']
 * collectEvidence(defineSource({ type: 'source', id: 'source:paper', kind: 'outlet', name: 'A Paper' })); // => undefined
 * ```
 */
export function collectEvidence(record: NewsRecord): EvidenceFact | undefined {
  switch (record.type) {
    case 'article':
      return fromArticle(record);
    case 'source':
      return fromSource(record);
    case 'entity':
      return fromEntity(record);
    case 'claim':
      return fromClaim(record);
    case 'scheduled-event':
      return fromEvent(record);
    case 'assessment':
      return undefined;
  }
}

function fromArticle({ type, id, publishedAt, publicationDate }: Article): ArticleEvidence | undefined {
  if (publishedAt !== undefined) return { type, id, publishedAt };
  if (publicationDate?.date === undefined) return undefined;
  return { type, id, publicationDate: pick(publicationDate, ['date', 'timeZone']) };
}

function fromSource(source: Source): SourceEvidence | undefined {
  const fact = pick(source, ['type', 'id', 'anonymous', 'entityId', 'actsFor', 'groundRules', 'parentId']);
  const { entityId, actsFor, groundRules, parentId } = fact;
  return [entityId, actsFor, groundRules, parentId].some((part) => part !== undefined) ? fact : undefined;
}

function fromEntity(entity: Entity): EntityEvidence | undefined {
  const { type, id } = entity;
  if (entity.kind === 'person') {
    const roles = (entity.roles ?? []).filter(({ ofEntityId }) => ofEntityId !== undefined);
    return roles.length === 0
      ? undefined
      : { type, id, roles: roles.map((role) => pick(role, ['ofEntityId', 'during'])) };
  }
  const parentId = entity.kind === 'organization' ? entity.parentId : undefined;
  if (parentId !== undefined) return { type, id, parentId };
  const containedInId = 'containedInId' in entity ? entity.containedInId : undefined;
  return containedInId === undefined ? undefined : { type, id, containedInId };
}

function fromClaim(claim: Claim): ClaimEvidence | undefined {
  const said = (claim.stances?.length ?? 0) > 0;
  if (!said && claim.supersedes === undefined) return undefined;
  const dated = pick(claim, ['type', 'id', 'articleId', 'assertedAt', 'supersedes']);
  if (!said) return dated;
  const links = claim.attribution?.map((link) =>
    pick(link, ['sourceIds', 'role', 'groundRules', 'uncertain']),
  );
  return {
    ...dated,
    ...(links === undefined ? {} : { attribution: links }),
    ...pick(claim, ['stances', 'recordStatus', 'statusHistory']),
  };
}

const fromEvent = (event: ScheduledEvent): EventEvidence => {
  const { participants } = event;
  return {
    ...pick(event, ['type', 'id', 'status', 'phase', 'asOf', 'organizerIds']),
    ...(participants === undefined
      ? {}
      : { participants: participants.map((one) => pick(one, ['entityId', 'party'])) }),
  };
};

/** Some keys of an object, those that are there. */
function pick<T extends object, K extends keyof T>(value: T, keys: readonly K[]): Pick<T, K> {
  const picked: Partial<T> = {};
  for (const key of keys) if (value[key] !== undefined) picked[key] = value[key];
  return picked as Pick<T, K>;
}

/**
 * Collects from a value that is no valid record what may be wrong because of it, so that one mistake is not found
 * twice: its id and, where it may be a claim, every id that it may name.
 *
 * @example
 * ```ts
 * import { collectDoubtfulEvidence } from 'newsdomain';
 *
 * const wrong = { type: 'claim', id: 'claim:a', stances: [{ evntId: 'event:visit', aspect: 'occurrence', stance: 'confirms' }] };
 * collectDoubtfulEvidence(wrong).mentions.includes('event:visit'); // => true
 * collectDoubtfulEvidence('no record'); // => undefined
 * ```
 */
export function collectDoubtfulEvidence(value: unknown): DoubtfulEvidence | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, type } = value as { readonly id?: unknown; readonly type?: unknown };
  if (typeof id !== 'string') return { type: 'doubtful', mentions: idsIn(value) };
  // of records of another type nothing is asked but by their id
  const speaks = type === 'claim' || !(recordTypes as readonly unknown[]).includes(type);
  return { type: 'doubtful', id, mentions: speaks ? idsIn(value) : [] };
}

/** Every text in a value that may be an id, each once. Walks without recursion: the value may be of any depth. */
function idsIn(value: object): readonly string[] {
  const ids = new Set<string>();
  // a Set can grow while it is walked, and a circle ends
  const parts = new Set<object>([value]);
  for (const part of parts) {
    for (const inner of Object.values(part)) {
      if (typeof inner === 'object' && inner !== null) parts.add(inner);
      else if (isRecordId(inner)) ids.add(inner);
    }
  }
  return [...ids].sort();
}
