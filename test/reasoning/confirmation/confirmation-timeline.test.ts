import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { confirmationTimeline } from '../../../src/reasoning/confirmation/confirmation-timeline.js';
import type { ConfirmationPolicy } from '../../../src/reasoning/confirmation/decide.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import { deepFreeze } from '../../support/deep-freeze.js';
import { KOREA, onKorea, originator, said, visits } from './scenarios.js';

function timeline(more: readonly object[], policy: ConfirmationPolicy = {}) {
  const dataset = loadDataset([...visits, ...more]);
  const event = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
  return confirmationTimeline(event, 'occurrence', dataset, deepFreeze({ policy }));
}

const turns = (...given: Parameters<typeof timeline>) =>
  timeline(...given).map(({ at, from, to }) => [at, from, to]);

const kremlin = onKorea('claim:1', [originator('kremlin')], 'confirms', '2024-07-10');

describe('confirmationTimeline', () => {
  it('is empty where nothing ever changed', () => {
    expect(turns([])).toEqual([]);
    expect(turns([onKorea('claim:1', [originator('agency')], 'confirms', '2024-07-10')])).toEqual([]);
  });

  it('tells a confirmation, a dispute and a retraction', () => {
    const denial = onKorea('claim:2', [originator('pyongyang')], 'denies', '2024-07-12', {
      statusHistory: [{ status: 'retracted', at: '2024-07-20T10:00:00' }],
    });
    expect(turns([denial, kremlin])).toEqual([
      ['2024-07-10T00:00:00', 'unconfirmed', 'confirmed'],
      ['2024-07-12T00:00:00', 'confirmed', 'disputed'],
      ['2024-07-20T10:00:00', 'disputed', 'confirmed'],
    ]);
  });

  it('lets an earlier word of a source count again when the later one is withdrawn', () => {
    const taken = onKorea('claim:2', [originator('kremlin')], 'unconfirmed', '2024-07-12', {
      statusHistory: [{ status: 'retracted', at: '2024-07-15' }],
    });
    expect(turns([kremlin, taken]).map(([at, , to]) => [at, to])).toEqual([
      ['2024-07-10T00:00:00', 'confirmed'],
      ['2024-07-12T00:00:00', 'unconfirmed'],
      ['2024-07-15T00:00:00', 'confirmed'],
    ]);
  });

  it('is told in UTC as soon as any evidence has an offset', () => {
    const host = onKorea('claim:2', [originator('pyongyang')], 'denies', '2024-07-12T08:00:00+07:00');
    expect(turns([kremlin, host])).toEqual([
      // a date begins 14 hours earlier somewhere
      ['2024-07-09T10:00:00Z', 'unconfirmed', 'confirmed'],
      ['2024-07-12T01:00:00Z', 'confirmed', 'disputed'],
    ]);
  });

  it('begins at no moment where the evidence has no date', () => {
    const undated = said('claim:1', [originator('kremlin')], [[KOREA, 'occurrence', 'confirms']], {
      articleId: undefined,
    });
    const [change] = timeline([undated]);
    expect(change).not.toHaveProperty('at');
    expect(change).toMatchObject({
      to: 'confirmed',
      rollup: { status: 'confirmed', flags: ['only-possibly', 'role-uncertain'] },
    });
    expect(change?.rollup).not.toHaveProperty('at');
  });

  it('heeds the policy', () => {
    const host = onKorea('claim:2', [originator('pyongyang')], 'confirms', '2024-07-12');
    expect(turns([kremlin, host], { requireAllParties: true })).toEqual([
      ['2024-07-12T00:00:00', 'unconfirmed', 'confirmed'],
    ]);
    expect(() => timeline([], { corroborate: -1 })).toThrow(RangeError);
  });

  it('can tell of years that have no date-time', () => {
    const far = onKorea('claim:1', [originator('kremlin')], 'confirms', 'Y12000');
    const old = onKorea('claim:1', [originator('pyongyang')], 'confirms', '-0044-03-15');
    expect(turns([far])).toEqual([['Y12000', 'unconfirmed', 'confirmed']]);
    expect(turns([old])).toEqual([['-0044-03-15T00:00:00', 'unconfirmed', 'confirmed']]);
  });
});
