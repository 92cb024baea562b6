import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import {
  confirmationFlagMeanings,
  rollupConfirmation,
} from '../../../src/reasoning/confirmation/rollup-confirmation.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import type { StanceAspect } from '../../../src/vocabulary/claim.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { KOREA, onKorea, originator, relay, said, scenarios, VIETNAM, visits } from './scenarios.js';

function roll(more: readonly object[], at = '2024-08', eventId = KOREA, aspect: StanceAspect = 'occurrence') {
  const dataset = loadDataset([...visits, ...more]);
  const event = dataset.find('scheduled-event', eventId) as ScheduledEvent;
  return rollupConfirmation(event, aspect, dataset, deepFreeze({ at }));
}

describe('the scenario table', () => {
  for (const { name, ask, expected } of scenarios) {
    it(name, () => {
      expect(ask(rollupConfirmation)).toBe(expected);
    });
  }
});

describe('the reasons', () => {
  it('name the unnamed official of Vietnam as background confirmation, and the author', () => {
    const { reasons } = roll([], '2024-08', VIETNAM);
    expect(reasons.backgroundConfirming).toEqual([
      {
        stance: 'confirms',
        authority: 'weak',
        sourceId: 'source:official',
        claimIds: ['claim:dates-agreed'],
        parties: ['entity:vietnam'],
        groundRules: 'background',
        assertedAt: ['2024-06~'],
        onlyPossibly: false,
      },
    ]);
    expect(reasons.explicitlyUnconfirmed.map(({ sourceId, authority }) => [sourceId, authority])).toEqual([
      ['source:author', 'reports'],
    ]);
    expect(reasons.confirming).toEqual([]);
  });

  it('name the party that a source speaks for through the office of a person', () => {
    const { reasons } = roll([], '2024-08', KOREA, 'preparation');
    expect(reasons.confirming.map(({ sourceId, parties }) => [sourceId, parties])).toEqual([
      ['source:ambassador', ['entity:president']],
    ]);
  });

  it('list a source once, with every claim that relays it', () => {
    const relayed = (name: string) =>
      onKorea(`claim:${name}`, [originator('kremlin'), relay(name)], 'confirms', '2024-07-10');
    const { reasons } = roll([relayed('paper'), relayed('agency')]);
    expect(reasons.confirming.map(({ claimIds }) => claimIds)).toEqual([['claim:agency', 'claim:paper']]);
  });

  it('name the relay where the originator is not stated', () => {
    const { reasons } = roll([onKorea('claim:1', [relay('agency')], 'confirms', '2024-07-10')]);
    expect(reasons.reporting).toMatchObject([{ authority: 'reports', relayIds: ['source:agency'] }]);
    expect(reasons.reporting[0]).not.toHaveProperty('sourceId');
  });

  it('name nobody where a claim has no chain', () => {
    const { reasons } = roll([onKorea('claim:1', [], 'denies', '2024-07-10')]);
    expect(reasons.reporting).toMatchObject([{ stance: 'denies', relayIds: [], claimIds: ['claim:1'] }]);
  });

  it('keep a denial on background apart', () => {
    const { reasons, status } = roll(
      [said('claim:1', [originator('official')], [[VIETNAM, 'place', 'denies']])],
      '2024-08',
      VIETNAM,
      'place',
    );
    expect([status, reasons.backgroundDenying.length, reasons.denying.length]).toEqual(['unconfirmed', 1, 0]);
  });
});

describe('the time', () => {
  const confirms = (assertedAt: string | undefined, more = {}) =>
    said('claim:1', [originator('kremlin')], [[KOREA, 'occurrence', 'confirms']], { assertedAt, ...more });

  it('flags what may have been said only later', () => {
    expect(roll([confirms('2024-07-10')], '2024-07-10')).toMatchObject({
      status: 'confirmed',
      flags: ['only-possibly'],
      reasons: { confirming: [{ onlyPossibly: true }] },
    });
    expect(roll([confirms('2024-07-10')], '2024-07-11').flags).toEqual([]);
  });

  it('takes one instant to be by itself', () => {
    expect(roll([confirms('2024-07-10T12:00:00Z')], '2024-07-10T12:00:00Z').flags).toEqual([]);
    expect(roll([confirms('2024-07-10T12:00:00Z')], '2024-07-10T19:00:00+07:00').flags).toEqual([]);
    expect(roll([confirms('2024-07-10T12:00:00Z')], '2024-07-10T11:59:59Z').status).toBe('unconfirmed');
  });

  it('widens a date against an instant by what clocks on Earth differ', () => {
    expect(roll([confirms('2024-07-10')], '2024-07-09T09:59:59Z').status).toBe('unconfirmed');
    expect(roll([confirms('2024-07-10')], '2024-07-09T10:00:00Z').status).toBe('confirmed');
    expect(roll([confirms('2024-07-10')], '2024-07-11T11:59:59Z').flags).toEqual(['only-possibly']);
    expect(roll([confirms('2024-07-10')], '2024-07-11T12:00:00Z').flags).toEqual([]);
  });

  it("falls back on the article's instant, then on its date in its zone, then on any time", () => {
    const of = (id: string, article: object) => [
      { type: 'article', id: 'article:1', ...article },
      confirms(undefined, { articleId: id }),
    ];
    const article = (fields: object, at: string) => roll(of('article:1', fields), at);
    const publishedAt = '2024-07-10T12:00:00Z';
    const publicationDate = { date: '2024-07-11', timeZone: 'Asia/Ho_Chi_Minh' };
    expect(article({ publishedAt, publicationDate }, publishedAt)).toMatchObject({
      status: 'confirmed',
      flags: [],
    });
    expect(article({ publicationDate }, '2024-07-10T16:59:59Z').status).toBe('unconfirmed');
    expect(article({ publicationDate }, '2024-07-10T17:00:00Z')).toMatchObject({
      status: 'confirmed',
      flags: ['only-possibly'],
    });
    expect(article({ publicationDate }, '2024-07-11T17:00:00Z').flags).toEqual([]);
    expect(article({}, '1900').flags).toEqual(['only-possibly', 'role-uncertain']);
    expect(roll(of('article:none', {}), '1900').status).toBe('confirmed');
  });

  it('lets an uncertain date be any time', () => {
    expect(roll([confirms('2024-07-10?')], '2023')).toMatchObject({
      status: 'confirmed',
      flags: ['only-possibly', 'role-uncertain'],
    });
    expect(roll([confirms('2024-07-10?')], '2030').flags).toEqual(['only-possibly', 'role-uncertain']);
  });

  it('refuses a time that is none: no time does not mean now, nor any', () => {
    for (const at of ['yesterday', '', undefined as unknown as string]) {
      const dataset = loadDataset(visits);
      const event = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
      expect(() => rollupConfirmation(event, 'date', dataset, { at })).toThrow(
        expect.objectContaining({ name: 'FuzzyDateError' }),
      );
    }
  });
});

describe('the flags', () => {
  const confirms = (more = {}) => onKorea('claim:1', [originator('kremlin')], 'confirms', '2024-07-10', more);

  it('say that the order of what a source said is unknown', () => {
    const more = [confirms(), onKorea('claim:2', [originator('kremlin')], 'denies', '2024-07')];
    expect(roll(more)).toMatchObject({ status: 'disputed', flags: ['order-unknown'] });
  });

  it('say that a claim was left out because it may have been withdrawn', () => {
    const undated = roll([confirms({ recordStatus: 'retracted' })]);
    expect(undated).toMatchObject({ status: 'unconfirmed', flags: ['possibly-withdrawn'] });
    const dated = confirms({ statusHistory: [{ status: 'superseded', at: '2024-07-12' }] });
    expect(roll([dated], '2024-07-12').flags).toEqual(['possibly-withdrawn']);
    expect(roll([dated]).flags).toEqual([]);
  });

  it('say that a named source counts as on the record though nothing says so', () => {
    const source = {
      type: 'source',
      id: 'source:house',
      kind: 'institution',
      name: 'A house',
      actsFor: ['entity:korea'],
    };
    const claim = onKorea('claim:1', [originator('house')], 'confirms', '2024-07-10');
    expect(roll([source, claim])).toMatchObject({ status: 'confirmed', flags: ['ground-rules-assumed'] });
    const unstated = { ...source, groundRules: 'unstated' };
    expect(roll([unstated, claim]).flags).toEqual(['ground-rules-assumed']);
    const described = { ...source, name: undefined, anonymous: true, description: 'somebody' };
    expect(roll([described, claim])).toMatchObject({ status: 'unconfirmed', flags: [] });
  });

  it('say that a source speaks for a party only by a role that may not have lasted then', () => {
    const envoy = (during: string) => ({
      type: 'entity',
      id: 'entity:envoy',
      kind: 'person',
      name: 'Envoy',
      roles: [{ title: 'envoy', ofEntityId: 'entity:vietnam', during }],
    });
    const hanoi = {
      type: 'source',
      id: 'source:hanoi',
      kind: 'institution',
      name: 'Hanoi',
      actsFor: ['entity:vietnam'],
      groundRules: 'on-the-record',
    };
    const talks = {
      type: 'scheduled-event',
      id: 'event:talks',
      name: 'Talks',
      status: 'unconfirmed',
      phase: 'planned',
      participants: [{ entityId: 'entity:envoy' }],
    };
    const claim = said('claim:1', [originator('hanoi')], [['event:talks', 'occurrence', 'confirms']], {
      assertedAt: '2024-07-10',
    });
    const flags = (during: string) => roll([envoy(during), hanoi, talks, claim], '2024-08', 'event:talks');
    expect(flags('2020/..')).toMatchObject({ status: 'confirmed', flags: [] });
    expect(flags('2020/2024-07-10')).toMatchObject({ status: 'confirmed', flags: ['role-uncertain'] });
    expect(flags('2020?/..')).toMatchObject({ status: 'confirmed', flags: ['role-uncertain'] });
    expect(flags('2020/2024-06')).toMatchObject({ status: 'unconfirmed', flags: [] });
  });

  it('say that an event has no party', () => {
    const event = {
      type: 'scheduled-event',
      id: 'event:none',
      name: 'X',
      status: 'unconfirmed',
      phase: 'planned',
    };
    expect(roll([event], '2024-08', 'event:none')).toMatchObject({
      status: 'unconfirmed',
      flags: ['no-parties'],
    });
  });

  it('each have a meaning', () => {
    expect(Object.keys(confirmationFlagMeanings)).toEqual([
      'dates-differ',
      'ground-rules-assumed',
      'no-parties',
      'only-possibly',
      'order-unknown',
      'possibly-withdrawn',
      'role-uncertain',
    ]);
  });
});

describe('a date', () => {
  const dated = (
    id: string,
    who: string,
    ...stances: readonly (readonly [stance: string, value?: string | undefined])[]
  ) =>
    said(id, [originator(who)], [], {
      assertedAt: '2024-06-12',
      stances: stances.map(([stance, value]) => ({ eventId: KOREA, aspect: 'date', stance, value })),
    });
  const date = (...claims: readonly object[]) => {
    const { status, flags } = roll(claims, '2024-08', KOREA, 'date');
    return [status, flags];
  };

  it('that is denied does not dispute another that is confirmed', () => {
    expect(date(dated('claim:1', 'pyongyang', ['denies', '2024-06-19'], ['confirms', '2024-06-25']))).toEqual(
      ['confirmed', []],
    );
    expect(
      date(
        dated('claim:1', 'pyongyang', ['denies', '2024-06-19']),
        dated('claim:2', 'ambassador', ['confirms', '[2024-06-18,2024-06-20]']),
      ),
    ).toEqual(['confirmed', []]);
  });

  it('that is denied disputes one that it may be, and whoever denies any date disputes all', () => {
    const confirmed = dated('claim:2', 'ambassador', ['confirms', '2024-06-25']);
    for (const denied of [
      '2024-06',
      '2024-06-25T10:00:00Z',
      '2024-06-26?',
      '2024-06-25T23:30:00-11:00',
      undefined,
    ]) {
      expect(date(confirmed, dated('claim:1', 'pyongyang', ['denies', denied]))).toEqual(['disputed', []]);
    }
    const undated = dated('claim:2', 'ambassador', ['confirms']);
    expect(date(undated, dated('claim:1', 'pyongyang', ['denies', '2024-06-19']))).toEqual(['disputed', []]);
  });

  it('that is denied, where none is confirmed, is denied', () => {
    expect(date(dated('claim:1', 'pyongyang', ['denies', '2024-06-19']))).toEqual(['denied', []]);
  });

  it('that is confirmed twice is flagged where the dates surely are not the same', () => {
    const one = dated('claim:1', 'pyongyang', ['confirms', '2024-06-19']);
    expect(date(one, dated('claim:2', 'ambassador', ['confirms', '2024-06-20']))).toEqual([
      'confirmed',
      ['dates-differ'],
    ]);
    expect(date(one, dated('claim:2', 'ambassador', ['confirms', '2024-06']))).toEqual(['confirmed', []]);
    expect(date(one, dated('claim:2', 'agency', ['confirms', '2024-06-20']))).toEqual(['confirmed', []]);
  });
});

describe('who speaks', () => {
  const kremlinStance = (stance: string, link: object[]) => ({
    type: 'claim',
    id: 'claim:1',
    text: 'What is said.',
    assertedAt: '2024-07-10',
    attribution: link,
    stances: [{ eventId: KOREA, aspect: 'occurrence', stance, sourceId: 'source:kremlin' }],
  });

  it('is the source of the stance where it names one', () => {
    expect(roll([kremlinStance('confirms', [relay('agency')])]).status).toBe('confirmed');
  });

  it('speaks on the terms of the link it stands in', () => {
    const link = { ...relay('kremlin'), groundRules: 'background' };
    expect(roll([kremlinStance('confirms', [originator('agency'), link])]).status).toBe('unconfirmed');
  });

  it('is nobody if a link of the chain is off the record', () => {
    const link = { ...relay('agency'), groundRules: 'off-the-record' };
    const { reasons } = roll([kremlinStance('confirms', [originator('kremlin'), link])]);
    expect(Object.values(reasons).flat()).toEqual([]);
  });

  it('is not heard off the record, whatever the chain', () => {
    const silent = {
      type: 'source',
      id: 'source:silent',
      kind: 'official',
      name: 'S',
      actsFor: ['entity:korea'],
      groundRules: 'off-the-record',
    };
    const claim = kremlinStance('confirms', [originator('agency')]);
    const stances = [{ eventId: KOREA, aspect: 'occurrence', stance: 'confirms', sourceId: 'source:silent' }];
    expect(Object.values(roll([silent, { ...claim, stances }]).reasons).flat()).toEqual([]);
  });

  it('can be a party itself', () => {
    const self = {
      type: 'source',
      id: 'source:self',
      kind: 'person',
      name: 'The guest',
      entityId: 'entity:president',
      groundRules: 'on-the-record',
    };
    expect(roll([self, onKorea('claim:1', [originator('self')], 'confirms', '2024-07-10')]).status).toBe(
      'confirmed',
    );
  });

  it('can be an organizer, or the owner of one', () => {
    const records = [
      { type: 'entity', id: 'entity:club', kind: 'organization', name: 'Club', parentId: 'entity:league' },
      {
        type: 'source',
        id: 'source:league',
        kind: 'institution',
        name: 'League',
        actsFor: ['entity:league'],
      },
      {
        type: 'scheduled-event',
        id: 'event:match',
        name: 'Match',
        status: 'unconfirmed',
        phase: 'planned',
        organizerIds: ['entity:club'],
      },
      said('claim:1', [originator('league')], [['event:match', 'occurrence', 'confirms']]),
    ];
    expect(roll(records, '2024-08', 'event:match')).toMatchObject({
      status: 'confirmed',
      reasons: { confirming: [{ parties: ['entity:club'] }] },
    });
  });

  it('does not become a party downwards: what a party owns or holds does not speak for it', () => {
    const records = [
      { type: 'entity', id: 'entity:town', kind: 'city', name: 'Town', containedInId: 'entity:korea' },
      { type: 'entity', id: 'entity:firm', kind: 'organization', name: 'Firm', parentId: 'entity:korea' },
      {
        type: 'source',
        id: 'source:town',
        kind: 'institution',
        name: 'Town',
        actsFor: ['entity:town', 'entity:firm'],
      },
      onKorea('claim:1', [originator('town')], 'confirms', '2024-07-10'),
    ];
    expect(roll(records).status).toBe('unconfirmed');
  });

  it('speaks for a party over any number of steps: office, owner, place', () => {
    const records = [
      {
        type: 'entity',
        id: 'entity:minister',
        kind: 'person',
        name: 'Minister',
        roles: [{ title: 'minister', ofEntityId: 'entity:ministry' }],
      },
      { type: 'entity', id: 'entity:ministry', kind: 'organization', name: 'M', parentId: 'entity:city' },
      { type: 'entity', id: 'entity:city', kind: 'city', name: 'C', containedInId: 'entity:korea' },
      {
        type: 'scheduled-event',
        id: 'event:x',
        name: 'X',
        status: 'unconfirmed',
        phase: 'planned',
        participants: [{ entityId: 'entity:minister' }],
      },
      said('claim:1', [originator('pyongyang')], [['event:x', 'occurrence', 'confirms']]),
    ];
    expect(roll(records, '2024-08', 'event:x')).toMatchObject({
      status: 'confirmed',
      reasons: { confirming: [{ parties: ['entity:minister'] }] },
    });
  });

  it('speaks for nobody who says that it is no party, nor for organizers where somebody says that it is one', () => {
    const event = (participants: readonly object[]) => ({
      type: 'scheduled-event',
      id: 'event:x',
      name: 'X',
      status: 'unconfirmed',
      phase: 'planned',
      participants,
      organizerIds: ['entity:korea'],
    });
    const claim = said('claim:1', [originator('pyongyang')], [['event:x', 'occurrence', 'confirms']]);
    const status = (participants: readonly object[]) =>
      roll([event(participants), claim], '2024-08', 'event:x').status;
    expect(status([{ entityId: 'entity:vietnam' }])).toBe('confirmed');
    expect(status([{ entityId: 'entity:vietnam', party: false }])).toBe('confirmed');
    expect(status([{ entityId: 'entity:vietnam', party: true }])).toBe('unconfirmed');
  });

  it('has said it, however uncertain it is who passed it on', () => {
    const link = { ...relay('agency'), uncertain: true };
    expect(roll([kremlinStance('confirms', [originator('kremlin'), link])]).status).toBe('confirmed');
  });

  it('survives circles of parents, and of places', () => {
    const records = [
      { type: 'entity', id: 'entity:a', kind: 'organization', name: 'A', parentId: 'entity:b' },
      { type: 'entity', id: 'entity:b', kind: 'organization', name: 'B', parentId: 'entity:a' },
      { type: 'entity', id: 'entity:c', kind: 'region', name: 'C', containedInId: 'entity:d' },
      { type: 'entity', id: 'entity:d', kind: 'region', name: 'D', containedInId: 'entity:c' },
      {
        type: 'scheduled-event',
        id: 'event:x',
        name: 'X',
        status: 'unconfirmed',
        phase: 'planned',
        participants: [{ entityId: 'entity:a' }, { entityId: 'entity:c' }],
      },
    ];
    expect(roll(records, '2024-08', 'event:x').partiesNotConfirming).toEqual(['entity:a', 'entity:c']);
  });
});

describe('a policy', () => {
  it('that asks for no whole number of sources is refused', () => {
    const dataset = loadDataset(visits);
    const event = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
    for (const corroborate of [0, 1.5, Number.NaN]) {
      const options = { at: '2024', policy: { corroborate } };
      expect(() => rollupConfirmation(event, 'date', dataset, options)).toThrow(RangeError);
    }
  });

  describe('that asks for several sources', () => {
    const status = (claims: readonly object[], sources: readonly object[] = []) => {
      const dataset = loadDataset([...visits, ...sources, ...claims]);
      const event = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
      const options = deepFreeze({ at: '2024-08', policy: { corroborate: 2 } });
      return rollupConfirmation(event, 'occurrence', dataset, options).status;
    };
    const confirms = (id: string, ...names: readonly string[]) =>
      onKorea(id, [originator(...names)], 'confirms', '2024-07-10');
    const voice = (name: string, more: object) => ({
      type: 'source',
      id: `source:${name}`,
      kind: 'institution',
      name,
      actsFor: ['entity:russia'],
      groundRules: 'on-the-record',
      ...more,
    });

    it('takes sources that are one entity for one', () => {
      const entityId = 'entity:house';
      const sources = [voice('desk', { entityId }), voice('account', { entityId })];
      const claims = [confirms('claim:1', 'desk'), confirms('claim:2', 'account')];
      expect(status(claims, sources)).toBe('unconfirmed');
      expect(status([...claims, confirms('claim:3', 'pyongyang')], sources)).toBe('confirmed');
    });

    it('takes sources of one owner for one', () => {
      const sources = [voice('desk', { parentId: 'source:house' }), voice('house', {})];
      expect(status([confirms('claim:1', 'desk'), confirms('claim:2', 'house')], sources)).toBe(
        'unconfirmed',
      );
      expect(status([confirms('claim:1', 'desk'), confirms('claim:2', 'kremlin')], sources)).toBe(
        'confirmed',
      );
    });

    it('takes those for one who each spoke only together with the same third', () => {
      const joint = [confirms('claim:1', 'kremlin', 'agency'), confirms('claim:2', 'pyongyang', 'agency')];
      expect(status(joint)).toBe('unconfirmed');
      expect(status([...joint, confirms('claim:3', 'kremlin')])).toBe('unconfirmed');
      expect(status([...joint, confirms('claim:3', 'kremlin'), confirms('claim:4', 'pyongyang')])).toBe(
        'confirmed',
      );
    });
  });

  it('tells which parties are still to confirm', () => {
    expect(roll([]).partiesNotConfirming).toEqual(['entity:korea', 'entity:president']);
    const confirmed = [onKorea('claim:1', [originator('kremlin')], 'confirms', '2024-07-10')];
    expect(roll(confirmed).partiesNotConfirming).toEqual(['entity:korea']);
  });
});
