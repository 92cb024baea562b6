import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { isPossiblyOverlapping } from '../../src/primitives/fuzzy-date/order.js';
import { rollupConfirmation } from '../../src/reasoning/confirmation/rollup-confirmation.js';
import { isPossiblyBy, isSurelyBy, type Moment, momentOf } from '../../src/reasoning/time/moment.js';
import type { Claim, EventStance } from '../../src/records/claim.js';
import type { ScheduledEvent } from '../../src/records/scheduled-event.js';
import type { AspectStatus } from '../../src/vocabulary/scheduled-event.js';
import { load, type NewsCase, newsCase, recordsOf } from '../support/news-arbitrary.js';
import { RUNS } from '../support/runs.js';

/*
 * The roll-up once more, straight from the words of the model: sentence by sentence, slowly, sharing with the library
 * nothing but the comparison of moments. Where the two differ one of them is wrong.
 */

interface Said {
  readonly claim: Claim;
  readonly stance: EventStance;
  readonly by: string;
  readonly asserted: Moment;
  readonly assertedAt: string | undefined;
  /** Of a source that is named, says so on the record as far as anybody knows, and surely says so. */
  readonly open: boolean;
  readonly sure: boolean;
}

function referenceStatus(
  { aspect, at, policy }: NewsCase,
  dataset: Dataset,
  event: ScheduledEvent,
): AspectStatus {
  const asOf = momentOf(at);
  // "take the stances whose assertedAt (with its fallbacks) is possibly ≤ at; drop claims retracted or superseded at or
  // before at"
  const said = dataset.claims
    .filter((claim) => isPossiblyBy(assertionOf(claim, dataset)[0], asOf))
    .filter((claim) => !withdrawalsOf(claim, dataset).some((moment) => isPossiblyBy(moment, asOf)))
    .filter((claim) => !isOffTheRecord(claim, dataset))
    .flatMap((claim) => saidIn(claim, dataset))
    .filter(({ stance }) => stance.eventId === event.id && stance.aspect === aspect)
    .filter(({ stance }) => ['confirms', 'denies', 'unconfirmed'].includes(stance.stance));
  // "the latest decisive stance of a source wins, and where the order is unknown both stay"
  const last = said.filter(
    (one) =>
      !said.some((other) => other.by === one.by && other.sure && isSurelyLater(other.asserted, one.asserted)),
  );
  // "a source that acts for a party and is on the record is authoritative"
  const parties = partiesOf(event);
  const spokenFor = (one: Said): readonly string[] => {
    const source = dataset.find('source', one.by);
    const ids = [...(source?.actsFor ?? []), ...(source?.entityId === undefined ? [] : [source.entityId])];
    return parties.filter((party) =>
      ids.some((id) => above(party, one.assertedAt, dataset, []).includes(id)),
    );
  };
  const authoritative = last.filter((one) => one.open && one.sure && spokenFor(one).length > 0);
  const confirms = authoritative.filter(({ stance }) => stance.stance === 'confirms');
  const denies = authoritative.filter(({ stance }) => stance.stance === 'denies');
  // "authoritative confirms + denies: disputed; only confirms: confirmed; only denies: denied; else unconfirmed"
  const opposed = confirms.some((yes) => denies.some((no) => isSameThing(yes.stance, no.stance)));
  if (opposed) return 'disputed';
  if (confirms.length === 0) return denies.length > 0 ? 'denied' : 'unconfirmed';
  const heard = new Set(confirms.flatMap(spokenFor));
  if (policy.requireAllParties === true && parties.some((party) => !heard.has(party))) return 'unconfirmed';
  return 'confirmed';
}

function assertionOf(claim: Claim, dataset: Dataset): readonly [Moment, string | undefined] {
  if (claim.assertedAt !== undefined) return [momentOf(claim.assertedAt), claim.assertedAt];
  const article = dataset.articles.find(({ id }) => id === claim.articleId);
  if (article?.publishedAt !== undefined)
    return [momentOf(article.publishedAt as string), article.publishedAt];
  const { date, timeZone } = article?.publicationDate ?? {};
  return [momentOf(date, timeZone), date];
}

function withdrawalsOf(claim: Claim, dataset: Dataset): readonly Moment[] {
  const history = (claim.statusHistory ?? []).filter(({ status }) =>
    ['retracted', 'superseded'].includes(status),
  );
  const dated = history.map(({ at }) => momentOf(at));
  const undated =
    ['retracted', 'superseded'].includes(claim.recordStatus ?? '') &&
    !history.some(({ status }) => status === claim.recordStatus);
  const replaced = dataset.claims
    .filter((other) => other.supersedes === claim.id && other.id !== claim.id)
    .map((other) => assertionOf(other, dataset)[0]);
  return [...dated, ...(undated ? [momentOf(undefined)] : []), ...replaced];
}

const rulesOf = (
  id: string,
  link: { readonly groundRules?: string | undefined } | undefined,
  dataset: Dataset,
) => link?.groundRules ?? dataset.find('source', id)?.groundRules ?? 'unstated';

const isOffTheRecord = (claim: Claim, dataset: Dataset): boolean =>
  (claim.attribution ?? []).some((link) =>
    link.sourceIds.some((id) => rulesOf(id, link, dataset) === 'off-the-record'),
  );

/** "group by originating source: the stance's own sourceId, else the earliest link of the chain" */
function saidIn(claim: Claim, dataset: Dataset): readonly Said[] {
  const [asserted, assertedAt] = assertionOf(claim, dataset);
  return (claim.stances ?? []).flatMap((stance) => {
    const [first] = claim.attribution ?? [];
    const stated = first?.role === 'originator' ? first.sourceIds : [];
    const speakers: readonly string[] = stance.sourceId === undefined ? stated : [stance.sourceId];
    return speakers.flatMap((by): readonly Said[] => {
      const link =
        stance.sourceId === undefined
          ? first
          : claim.attribution?.find(({ sourceIds }) => sourceIds.some((id) => id === by));
      const rules = rulesOf(by, link, dataset);
      if (rules === 'off-the-record') return [];
      const anonymous = dataset.find('source', by)?.anonymous === true;
      const open = !anonymous && (rules === 'on-the-record' || rules === 'unstated');
      return [{ claim, stance, by, asserted, assertedAt, open, sure: link?.uncertain !== true }];
    });
  });
}

const isSurelyLater = (one: Moment, other: Moment): boolean =>
  isSurelyBy(other, one) && !isPossiblyBy(one, other);

/** "participants and organizers; where any participant says party, only those" */
function partiesOf({ participants = [], organizerIds = [] }: ScheduledEvent): readonly string[] {
  const saying = participants.filter(({ party }) => party === true);
  const all = participants.filter(({ party }) => party !== false);
  return saying.length > 0
    ? saying.map(({ entityId }) => entityId)
    : [...all.map(({ entityId }) => entityId), ...organizerIds];
}

/** "closed over the role a person holds, parentId and containedInId" */
function above(
  id: string,
  asOf: string | undefined,
  dataset: Dataset,
  way: readonly string[],
): readonly string[] {
  if (way.includes(id)) return [];
  const entity = dataset.find('entity', id);
  const offices = entity?.kind === 'person' ? (entity.roles ?? []) : [];
  const next = [
    ...offices
      .filter(
        ({ during }) => asOf === undefined || during === undefined || isPossiblyOverlapping(asOf, during),
      )
      .map(({ ofEntityId }) => ofEntityId),
    entity?.kind === 'organization' ? entity.parentId : undefined,
    entity !== undefined && 'containedInId' in entity ? entity.containedInId : undefined,
  ];
  return [id, ...next.flatMap((one) => (one === undefined ? [] : above(one, asOf, dataset, [...way, id])))];
}

const isSameThing = (one: EventStance, other: EventStance): boolean =>
  one.aspect !== 'date' ||
  one.value === undefined ||
  other.value === undefined ||
  isPossiblyOverlapping(one.value, other.value);

describe('rollupConfirmation', () => {
  it('says what the words of the model say, read slowly', () => {
    const statuses = new Map<string, number>();
    fc.assert(
      fc.property(newsCase, (one) => {
        const { dataset, event } = load(recordsOf(one));
        const { corroborate: _, ...policy } = one.policy;
        const reference = referenceStatus({ ...one, policy }, dataset, event);
        expect(rollupConfirmation(event, one.aspect, dataset, { at: one.at, policy }).status).toBe(reference);
        statuses.set(reference, (statuses.get(reference) ?? 0) + 1);
      }),
      { numRuns: 2 * RUNS },
    );
    expect([...statuses.keys()].sort()).toEqual(['confirmed', 'denied', 'disputed', 'unconfirmed']);
    for (const count of statuses.values()) expect(count).toBeGreaterThan(RUNS / 20);
  });
});
