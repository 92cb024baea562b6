import type { Article } from '../../records/article.js';
import type { AttributionLink, Claim } from '../../records/claim.js';
import type { TimeReference } from '../../records/common/time-reference.js';
import type { EntityBase, OrganizationEntity, PersonRole, PlaceEntity } from '../../records/entity.js';
import type { ScheduledEvent } from '../../records/scheduled-event.js';
import type { Source } from '../../records/source.js';

/** What confirmation reads of an article: when a claim that stands in it was asserted. */
export interface ArticleEvidence extends Readonly<Pick<Article, 'type' | 'id' | 'publishedAt'>> {
  readonly publicationDate?: Readonly<Pick<TimeReference, 'date' | 'timeZone'>> | undefined;
}

/** What confirmation reads of a source: for whom it speaks, on which terms, and to whom it belongs. */
export interface SourceEvidence
  extends Readonly<Pick<Source, 'type' | 'id' | 'anonymous' | 'entityId' | 'groundRules' | 'parentId'>> {
  readonly actsFor?: Readonly<Source['actsFor']>;
}

/** What confirmation reads of an entity: the offices of a person, and what an organization or a place is part of. */
export interface EntityEvidence
  extends Readonly<Pick<EntityBase, 'type' | 'id'>>,
    Readonly<Pick<OrganizationEntity, 'parentId'>>,
    Readonly<Pick<PlaceEntity, 'containedInId'>> {
  readonly roles?: readonly Readonly<Pick<PersonRole, 'ofEntityId' | 'during'>>[] | undefined;
}

/** What confirmation reads of a link of an attribution chain. */
export interface LinkEvidence extends Readonly<Pick<AttributionLink, 'role' | 'groundRules' | 'uncertain'>> {
  readonly sourceIds: Readonly<AttributionLink['sourceIds']>;
}

/** What confirmation reads of a claim: its stances, through whom they came, when, and whether they still stand. */
export interface ClaimEvidence
  extends Readonly<Pick<Claim, 'type' | 'id' | 'articleId' | 'assertedAt' | 'recordStatus' | 'supersedes'>> {
  readonly attribution?: readonly LinkEvidence[] | undefined;
  readonly stances?: Readonly<Claim['stances']>;
  readonly statusHistory?: Readonly<Claim['statusHistory']>;
}

/** What confirmation reads of an event: its parties, and what is stored of it. */
export interface EventEvidence
  extends Readonly<Pick<ScheduledEvent, 'type' | 'id' | 'status' | 'phase' | 'asOf'>> {
  readonly participants?: Readonly<ScheduledEvent['participants']>;
  readonly organizerIds?: Readonly<ScheduledEvent['organizerIds']>;
}

/** What confirmation reads of one record. */
export type EvidenceFact = ArticleEvidence | SourceEvidence | EntityEvidence | ClaimEvidence | EventEvidence;

interface FoundEvidence {
  article: ArticleEvidence;
  source: SourceEvidence;
  entity: EntityEvidence;
}

/** What confirmation is derived from. A `Dataset` is one, and so is what `assembleEvidence` makes. It never changes. */
export interface EvidenceBase {
  readonly claims: readonly ClaimEvidence[];
  readonly scheduledEvents: readonly EventEvidence[];
  /** The first record with this id, if it is of this type. */
  find<T extends keyof FoundEvidence>(type: T, id: string): FoundEvidence[T] | undefined;
  /** What could not be read, where anything could not: of what rests on it nothing is sure. */
  readonly doubt?: EvidenceDoubt | undefined;
}

/** Which records could not be read as they were meant. */
export interface EvidenceDoubt {
  /** Whether the record with this id is no valid one. */
  isWrong(id: string): boolean;
  /** Whether a claim that is no valid record may name this id. */
  isMentioned(id: string): boolean;
}
