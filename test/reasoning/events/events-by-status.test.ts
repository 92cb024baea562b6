import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { eventsByEvidence, eventsByStatus } from '../../../src/reasoning/events/events-by-status.js';
import { KOREA, onKorea, originator, VIETNAM, visits } from '../confirmation/scenarios.js';

const ids = (lists: Readonly<Record<string, readonly { readonly id: string }[]>>) =>
  Object.fromEntries(Object.entries(lists).map(([status, events]) => [status, events.map(({ id }) => id)]));

describe('eventsByStatus', () => {
  it('sorts events by what is stored in them, by id', () => {
    const confirmed = {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'Talks',
      status: 'confirmed',
      phase: 'planned',
      confirmation: { by: ['source:kremlin'] },
    };
    for (const records of [[...visits, confirmed], [confirmed, ...visits].reverse()]) {
      expect(ids(eventsByStatus(loadDataset(records)))).toEqual({
        confirmed: ['event:a'],
        unconfirmed: [KOREA, VIETNAM],
      });
    }
  });
});

describe('eventsByEvidence', () => {
  it('sorts events by what claims come to, whatever is stored in them', () => {
    const claim = onKorea('claim:1', [originator('pyongyang')], 'denies', '2024-07-10');
    const dataset = loadDataset([...visits, claim]);
    expect(ids(eventsByEvidence(dataset, { at: '2024-08' }))).toEqual({
      unconfirmed: [VIETNAM],
      confirmed: [],
      denied: [KOREA],
      disputed: [],
    });
    expect(ids(eventsByEvidence(dataset, { at: '2024-08', aspect: 'preparation' })).confirmed).toEqual([
      KOREA,
    ]);
    expect(ids(eventsByEvidence(dataset, { at: '2024-07-09' })).denied).toEqual([]);
  });

  it('refuses a time and a policy that are none, even of no events', () => {
    const dataset = loadDataset([]);
    expect(() => eventsByEvidence(dataset, { at: 'today' })).toThrow(
      expect.objectContaining({ name: 'FuzzyDateError' }),
    );
    expect(() => eventsByEvidence(dataset, { at: '2024', policy: { corroborate: 0 } })).toThrow(RangeError);
  });
});
