import type { Article } from '../../records/article.js';
import type { Claim } from '../../records/claim.js';
import type { Entity } from '../../records/entity.js';
import type { NewsRecord } from '../../records/news-record.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { Source } from '../../records/source.js';
import type {
  ArticleEvidence,
  ClaimEvidence,
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
  return Object.keys(fact).length > 2 ? fact : undefined;
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
