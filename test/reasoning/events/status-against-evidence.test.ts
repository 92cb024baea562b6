import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import {
  type StatusAgainstEvidenceOptions,
  statusAgainstEvidence,
} from '../../../src/reasoning/events/status-against-evidence.js';
import { assembleEvidence } from '../../../src/reasoning/evidence/assemble-evidence.js';
import { collectEvidence } from '../../../src/reasoning/evidence/collect-evidence.js';
import type {
  EventEvidence,
  EvidenceBase,
  EvidenceDoubt,
} from '../../../src/reasoning/evidence/evidence-base.js';
import { eventPhases } from '../../../src/vocabulary/scheduled-event.js';
import { readExample } from '../../examples/example.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { onKorea, originator, said, visits } from '../confirmation/scenarios.js';

const EVENT = 'event:meeting';

/** An event of the same parties as the visit to North Korea, as it is stored. */
const stored = (status: 'confirmed' | 'unconfirmed', more: object = {}) => ({
  type: 'scheduled-event',
  id: EVENT,
  name: 'A meeting',
  status,
  ...(status === 'confirmed' ? { confirmation: { by: ['source:kremlin'] } } : {}),
  phase: 'planned',
  participants: [{ entityId: 'entity:president' }, { entityId: 'entity:korea' }],
  ...more,
});

const claim = (stance: string, who = 'kremlin', more: object = {}) =>
  said(`claim:${who}-${stance}`, [originator(who)], [[EVENT, 'occurrence', stance]], {
    assertedAt: '2024-06-12',
    ...more,
  });

function judge(
  event: object,
  claims: readonly object[],
  options: StatusAgainstEvidenceOptions = {},
  doubt?: Partial<EvidenceDoubt>,
) {
  const { records } = loadDataset([...visits, event, ...claims]);
  const facts = records.flatMap((record) => collectEvidence(record) ?? []);
  const evidence: EvidenceBase = {
    ...assembleEvidence(JSON.parse(JSON.stringify(facts))),
    doubt: doubt && { isWrong: () => false, isMentioned: () => false, ...doubt },
  };
  return statusAgainstEvidence(eventIn(evidence), evidence, deepFreeze(options));
}

const eventIn = (evidence: EvidenceBase): EventEvidence =>
  evidence.scheduledEvents.find(({ id }) => id === EVENT)!;

const kindOf = (...given: Parameters<typeof judge>) => judge(...given)?.kind;

describe('an event that is stored as confirmed', () => {
  const confirmed = stored('confirmed');

  it('is right where a party confirms it', () => {
    expect(judge(confirmed, [claim('confirms')])).toBeUndefined();
  });

  it('is overstated where a party denies it, or one confirms and another denies it', () => {
    expect(judge(confirmed, [claim('denies')])).toMatchObject({
      kind: 'overstated',
      stored: 'confirmed',
      rollup: { status: 'denied', reasons: { denying: [{ claimIds: ['claim:kremlin-denies'] }] } },
    });
    expect(judge(confirmed, [claim('confirms'), claim('denies', 'pyongyang')])).toMatchObject({
      kind: 'overstated',
      rollup: { status: 'disputed' },
    });
  });

  it('is overstated where those who speak to it do not have the standing to confirm it', () => {
    expect(judge(confirmed, [claim('confirms', 'agency')])).toMatchObject({
      kind: 'overstated',
      rollup: { status: 'unconfirmed', reasons: { reporting: [{ sourceId: 'source:agency' }] } },
    });
    const background = { attribution: [{ ...originator('kremlin'), groundRules: 'background' }] };
    expect(kindOf(confirmed, [claim('confirms', 'kremlin', background)])).toBe('overstated');
  });

  it('is overstated where somebody says that it is not confirmed and nobody confirms it', () => {
    expect(kindOf(confirmed, [claim('unconfirmed', 'author')])).toBe('overstated');
    expect(kindOf(confirmed, [claim('unconfirmed', 'author'), claim('confirms')])).toBeUndefined();
  });

  it('is unsupported where no claim confirms, denies or doubts it', () => {
    expect(kindOf(confirmed, [])).toBe('unsupported');
    expect(kindOf(confirmed, [claim('reports', 'agency'), claim('no-comment')])).toBe('unsupported');
    const preparation = said('claim:1', [originator('kremlin')], [[EVENT, 'preparation', 'confirms']]);
    expect(kindOf(confirmed, [preparation])).toBe('unsupported');
  });

  it('is judged by a policy where there is one', () => {
    expect(kindOf(confirmed, [claim('confirms')], { policy: { requireAllParties: true } })).toBe(
      'overstated',
    );
    expect(() => judge(confirmed, [], { policy: { corroborate: 0 } })).toThrow(RangeError);
  });
});

describe('an event that is stored as unconfirmed', () => {
  const unconfirmed = stored('unconfirmed');

  it('is understated where a party confirms it and none denies it', () => {
    expect(judge(unconfirmed, [claim('confirms')])).toMatchObject({
      kind: 'understated',
      stored: 'unconfirmed',
      rollup: { status: 'confirmed' },
    });
    expect(kindOf(unconfirmed, [claim('confirms'), claim('denies', 'pyongyang')])).toBeUndefined();
  });

  it('is right where nobody with standing confirms it', () => {
    expect(judge(unconfirmed, [])).toBeUndefined();
    expect(judge(unconfirmed, [claim('confirms', 'agency'), claim('denies', 'pyongyang')])).toBeUndefined();
  });

  it('is not judged where whoever confirms speaks for a party by a role that may have ended', () => {
    const past = {
      type: 'entity',
      id: 'entity:envoy',
      kind: 'person',
      name: 'Envoy',
      roles: [{ title: 'envoy', ofEntityId: 'entity:russia', during: '2020/2024-06~' }],
    };
    const event = { ...unconfirmed, participants: [{ entityId: 'entity:envoy' }] };
    expect(judge(event, [past, claim('confirms')])).toBeUndefined();
  });
});

describe('the time', () => {
  it('is that of all claims, unless the event says as of when its status is so', () => {
    const denial = claim('denies', 'kremlin', { assertedAt: '2024-06-20' });
    const claims = [claim('confirms'), denial];
    expect(kindOf(stored('confirmed'), claims)).toBe('overstated');
    expect(kindOf(stored('confirmed', { asOf: '2024-06-19' }), claims)).toBeUndefined();
    expect(kindOf(stored('unconfirmed', { asOf: '2024-06-19' }), claims)).toBe('understated');
    expect(judge(stored('confirmed', { asOf: '2024-06-21' }), claims)?.rollup.at).toBe('2024-06-21');
  });

  it('as of a day includes that day', () => {
    expect(kindOf(stored('confirmed', { asOf: '2024-06-12' }), [claim('denies')])).toBe('overstated');
    expect(kindOf(stored('unconfirmed', { asOf: '2024-06-12' }), [claim('confirms')])).toBe('understated');
    expect(kindOf(stored('unconfirmed', { asOf: '2024-06-11' }), [claim('confirms')])).toBeUndefined();
  });

  it('is too vague to judge by where a claim may have come only later, or the order is unknown', () => {
    const vague = { assertedAt: '2024-06' };
    const asOf = { asOf: '2024-06-20' };
    expect(kindOf(stored('confirmed', asOf), [claim('confirms'), claim('denies', 'pyongyang', vague)])).toBe(
      undefined,
    );
    expect(kindOf(stored('unconfirmed', asOf), [claim('confirms', 'kremlin', vague)])).toBeUndefined();
    const both = [claim('confirms', 'kremlin', vague), claim('denies')];
    expect(kindOf(stored('confirmed'), both)).toBeUndefined();
    expect(kindOf(stored('unconfirmed'), [claim('confirms', 'kremlin', vague), claim('unconfirmed')])).toBe(
      undefined,
    );
    expect(kindOf(stored('confirmed', { asOf: '2024-06-20?' }), [claim('denies')])).toBeUndefined();
    // the same word on background, and perhaps the last
    const link = { ...originator('kremlin'), groundRules: 'background' };
    const again = said('claim:again', [link], [[EVENT, 'occurrence', 'confirms']], { assertedAt: '2024-06' });
    expect(kindOf(stored('unconfirmed'), [claim('confirms'), again])).toBeUndefined();
  });

  it('is too vague to judge by where a claim may have been withdrawn', () => {
    const withdrawn = { statusHistory: [{ status: 'retracted', at: '2024-06' }] };
    const asOf = { asOf: '2024-06-20' };
    const denial = claim('denies', 'pyongyang', withdrawn);
    expect(kindOf(stored('confirmed', asOf), [claim('confirms'), denial])).toBeUndefined();
    expect(kindOf(stored('unconfirmed', asOf), [claim('confirms'), denial])).toBeUndefined();
    expect(kindOf(stored('unconfirmed', { asOf: '2024-07' }), [claim('confirms'), denial])).toBe(
      'understated',
    );
    expect(kindOf(stored('confirmed'), [claim('confirms', 'kremlin', withdrawn)])).toBe('unsupported');
  });
});

describe('the phase', () => {
  it('is one that claims on whether the event takes place can settle', () => {
    const kinds = eventPhases.map((phase) => [
      phase,
      kindOf(stored('confirmed', { phase }), [claim('denies')]),
      kindOf(stored('unconfirmed', { phase }), [claim('confirms')]),
    ]);
    expect(kinds).toEqual([
      ['proposed', undefined, 'understated'],
      ['planned', 'overstated', 'understated'],
      ['postponed', undefined, undefined],
      ['cancelled', undefined, undefined],
      ['ongoing', undefined, undefined],
      ['occurred', undefined, undefined],
      ['not-held', undefined, undefined],
    ]);
  });

  it('is no finding where an event is past on the word of the author alone', () => {
    const past = stored('confirmed', { phase: 'occurred', confirmation: { by: ['source:author'] } });
    expect(judge(past, [claim('confirms', 'author')])).toBeUndefined();
  });
});

describe('what could not be read', () => {
  const confirmed = stored('confirmed');
  const wrong = (...ids: readonly string[]) => ({ isWrong: (id: string) => ids.includes(id) });
  const mentioned = (...ids: readonly string[]) => ({ isMentioned: (id: string) => ids.includes(id) });

  it('leaves an event unjudged that a claim that could not be read may be about', () => {
    expect(kindOf(confirmed, [], {}, mentioned('event:other'))).toBe('unsupported');
    expect(kindOf(confirmed, [], {}, mentioned(EVENT))).toBeUndefined();
  });

  it('leaves an event unjudged that rests on it', () => {
    const denied = [claim('denies')];
    expect(kindOf(confirmed, denied, {}, wrong('source:agency', 'entity:other', 'article:x'))).toBe(
      'overstated',
    );
    for (const doubt of [
      wrong(EVENT),
      wrong('source:kremlin'),
      wrong('claim:kremlin-denies'),
      wrong('article:visits'),
      wrong('entity:russia'),
      wrong('entity:earth'),
      mentioned('claim:kremlin-denies'),
    ]) {
      expect(kindOf(confirmed, denied, {}, doubt)).toBeUndefined();
    }
  });
});

describe('over a dataset', () => {
  it('finds nothing in the example of two visits', async () => {
    const example = await readExample();
    expect(example.scheduledEvents.flatMap((event) => statusAgainstEvidence(event, example) ?? [])).toEqual(
      [],
    );
  });

  it('heeds the parties of the event that is asked about', () => {
    const dataset = loadDataset([...visits, onKorea('claim:1', [originator('kremlin')], 'confirms', '2024')]);
    const kinds = dataset.scheduledEvents.map((event) => statusAgainstEvidence(event, dataset)?.kind);
    expect(kinds).toEqual([undefined, 'understated']);
  });
});
