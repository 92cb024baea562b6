import { assertionTimeOf } from '../../reasoning/claims/asserted-at.js';
import type { ClaimEvidence, EventEvidence, EvidenceBase } from '../../reasoning/evidence/evidence-base.js';
import type { Moment } from '../../reasoning/time/moment.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import type { Facts, RecordFacts } from '../facts.js';
import type { Reads } from '../reads.js';
import { momentAt } from './moments.js';

/** What is read to know when a claim was asserted. */
export const assertionReads = {
  article: ['publishedAt', 'publicationDate.date', 'publicationDate.timeZone'],
  claim: ['assertedAt', 'articleId'],
} as const satisfies Reads;

/** What confirmation is derived from. */
export const evidenceReads = {
  article: assertionReads.article,
  source: ['anonymous', 'entityId', 'actsFor', 'groundRules', 'parentId'],
  entity: ['roles.*.ofEntityId', 'roles.*.during', 'parentId', 'containedInId'],
  claim: [
    ...assertionReads.claim,
    'supersedes',
    'attribution.*.sourceIds',
    'attribution.*.role',
    'attribution.*.groundRules',
    'attribution.*.uncertain',
    'stances',
    'recordStatus',
    'statusHistory',
  ],
  'scheduled-event': [
    'status',
    'phase',
    'asOf',
    'participants.*.entityId',
    'participants.*.party',
    'organizerIds',
  ],
} as const satisfies Reads;

const keysRead = Object.fromEntries(
  Object.entries(evidenceReads).map(([type, paths]) => [
    type,
    new Set(paths.map((path: string) => path.split('.')[0])),
  ]),
) as unknown as Readonly<Partial<Record<RecordType, ReadonlySet<string>>>>;

/** Whether anything that evidence reads of a record is wrong, and so unknown. */
export const isDoubtful = ({ type, spoiled = [] }: RecordFacts): boolean =>
  spoiled.some((key) => keysRead[type]?.has(key) === true);

const bases = new WeakMap<Facts, EvidenceBase>();

/** The facts as roll-ups read them: made once for all rules that ask. */
export function evidenceOf(facts: Facts): EvidenceBase {
  let base = bases.get(facts);
  if (base === undefined) {
    base = makeBase(facts);
    bases.set(facts, base);
  }
  return base;
}

function makeBase(facts: Facts): EvidenceBase {
  const claims = facts.records('claim', 'stances', 'supersedes').filter(facts.isFirst);
  const found = new Map<string, unknown>();
  let mentioned: ReadonlySet<string> | 'all' | undefined;
  return {
    claims: claims.map(claimEvidence),
    get scheduledEvents() {
      return facts.records('scheduled-event').filter(facts.isFirst).map(eventEvidence);
    },
    find: (type, id) => {
      const key = `${type} ${id}`;
      if (!found.has(key)) {
        const one = facts.find(type as RecordType, id);
        found.set(key, one && asEvidence(one));
      }
      return found.get(key) as never;
    },
    doubt: {
      isWrong: (id) => {
        const holders = facts.holders(id);
        return holders.length === 0 ? facts.isKnown(id) : holders.some(isDoubtful);
      },
      isMentioned: (id) => {
        mentioned ??= mentionedInDoubt(facts);
        return mentioned === 'all' || mentioned.has(id);
      },
    },
  };
}

const asEvidence = ({ type, id, parts }: RecordFacts): unknown => ({ type, id, ...parts });

/** What confirmation reads of a claim. Its id may be missing: then nobody asks for it. */
export const claimEvidence = (claim: RecordFacts<'claim'>): ClaimEvidence =>
  asEvidence(claim) as ClaimEvidence;

/** What confirmation reads of an event. */
export const eventEvidence = (event: RecordFacts<'scheduled-event'>): EventEvidence =>
  asEvidence(event) as EventEvidence;

/** The ids that claims with unreadable stances may speak of; `all` where one of them may speak of anything. */
function mentionedInDoubt(facts: Facts): ReadonlySet<string> | 'all' {
  const mentioned = new Set<string>();
  for (const claim of facts.spoiled('claim')) {
    if (claim.spoiled?.includes('stances') !== true && claim.spoiled?.includes('supersedes') !== true)
      continue;
    let told = false;
    facts.references(claim.record, (to, targets) => {
      mentioned.add(to);
      if (targets.includes('scheduled-event')) told = true;
    });
    if (!told) return 'all';
  }
  return mentioned;
}

/** When a claim was asserted, as far as that is known for sure to be what the data say. */
export function assertionOf(
  claim: RecordFacts<'claim'>,
  facts: Facts,
): { readonly moment: Moment; readonly date: string } | undefined {
  const { articleId } = claim.parts;
  const article = articleId === undefined ? undefined : facts.find('article', articleId);
  if (isDoubtful(claim) || (article !== undefined && isDoubtful(article))) return undefined;
  const { date, timeZone } = assertionTimeOf(claimEvidence(claim), evidenceOf(facts));
  return date === undefined ? undefined : { date, moment: momentAt(date, timeZone) };
}

/** Where it is written when a claim was asserted, for a related place. */
export function assertionPlace(claim: RecordFacts<'claim'>, facts: Facts) {
  if (claim.parts.assertedAt !== undefined) return { record: claim.record, path: ['assertedAt'] };
  const article = facts.find('article', claim.parts.articleId);
  if (article === undefined) return { record: claim.record, path: [] };
  const path = article.parts.publishedAt === undefined ? ['publicationDate', 'date'] : ['publishedAt'];
  return { record: article.record, path };
}
