import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { claimLifecycle } from '../../../src/reasoning/claims/claim-lifecycle.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const claim = (more: object = {}) => ({
  type: 'claim',
  id: 'claim:a',
  text: 'It rained.',
  assertedAt: '2024-06-10',
  ...more,
});

function lifecycle(at: string, records: readonly object[] = [claim()]) {
  const dataset = loadDataset(records);
  return claimLifecycle(dataset.find('claim', 'claim:a')!, dataset, deepFreeze({ at }));
}

const stateAt = (...given: Parameters<typeof lifecycle>) => {
  const { status, stands, onlyPossibly } = lifecycle(...given);
  return [status, stands, onlyPossibly];
};

describe('claimLifecycle', () => {
  it('begins when a claim is asserted', () => {
    expect(stateAt('2024-06-09')).toEqual(['not-yet-asserted', false, false]);
    expect(stateAt('2024-06-10')).toEqual(['asserted', true, true]);
    expect(stateAt('2024-06-11')).toEqual(['asserted', true, false]);
    expect(lifecycle('2024-06-11')).toEqual({
      claimId: 'claim:a',
      at: '2024-06-11',
      status: 'asserted',
      stands: true,
      onlyPossibly: false,
      assertedAt: '2024-06-10',
      assertedAtBasis: 'claim',
      supersededBy: [],
    });
  });

  it('may have begun at any time where nobody says when', () => {
    const undated = lifecycle('1900', [claim({ assertedAt: undefined })]);
    expect(undated).toMatchObject({ status: 'asserted', onlyPossibly: true, assertedAtBasis: 'unknown' });
    expect(undated).not.toHaveProperty('assertedAt');
  });

  it('goes through correction to retraction, as its history dates them', () => {
    const history = [
      { status: 'corrected', at: '2024-06-15' },
      { status: 'retracted', at: '2024-06-20' },
    ];
    for (const statusHistory of [history, [...history].reverse()]) {
      const records = [claim({ statusHistory, recordStatus: 'retracted' })];
      expect(stateAt('2024-06-12', records)).toEqual(['asserted', true, false]);
      expect(stateAt('2024-06-16', records)).toEqual(['corrected', true, false]);
      expect(stateAt('2024-06-20', records)).toEqual(['retracted', false, true]);
      expect(stateAt('2024-06-21', records)).toEqual(['retracted', false, false]);
    }
  });

  it('counts what may have happened by then, and says that it only may', () => {
    const records = [claim({ statusHistory: [{ status: 'retracted', at: '2024-06~' }] })];
    expect(stateAt('2024-06-12', records)).toEqual(['retracted', false, true]);
    expect(stateAt('2024-09', records)).toEqual(['retracted', false, false]);
  });

  it('has reached an undated status at an unknown time, unless its history dates it', () => {
    for (const recordStatus of ['corrected', 'superseded', 'retracted'] as const) {
      const stands = recordStatus === 'corrected';
      expect(stateAt('2024-06-12', [claim({ recordStatus })])).toEqual([recordStatus, stands, true]);
      const dated = claim({ recordStatus, statusHistory: [{ status: recordStatus, at: '2024-06-20' }] });
      expect(stateAt('2024-06-12', [dated])).toEqual(['asserted', true, false]);
    }
    const asserted = claim({
      statusHistory: [{ status: 'asserted', at: '2024-06-10' }],
      recordStatus: 'retracted',
    });
    expect(stateAt('2024-06-12', [asserted])).toEqual(['retracted', false, true]);
  });

  it('ends when another claim replaces it', () => {
    const successor = (id: string, assertedAt: string) => ({
      type: 'claim',
      id,
      text: 'It snowed.',
      assertedAt,
      supersedes: 'claim:a',
    });
    const records = [claim(), successor('claim:c', '2024-06-15'), successor('claim:b', '2024-06-20')];
    expect(lifecycle('2024-06-14', records)).toMatchObject({ status: 'asserted', supersededBy: [] });
    expect(lifecycle('2024-06-16', records)).toMatchObject({
      status: 'superseded',
      stands: false,
      onlyPossibly: false,
      supersededBy: ['claim:c'],
    });
    expect(lifecycle('2024-06-20', records)).toMatchObject({ supersededBy: ['claim:b', 'claim:c'] });
    const retracted = [
      claim({ statusHistory: [{ status: 'retracted', at: '2024-06-12' }] }),
      ...records.slice(1),
    ];
    expect(stateAt('2024-06-21', retracted)).toEqual(['retracted', false, false]);
  });

  it('is not ended by itself, and ends in a circle of two', () => {
    expect(stateAt('2024-06-12', [claim({ supersedes: 'claim:a' })])).toEqual(['asserted', true, false]);
    const other = { ...claim({ supersedes: 'claim:a' }), id: 'claim:b' };
    expect(stateAt('2024-06-12', [claim({ supersedes: 'claim:b' }), other])).toEqual([
      'superseded',
      false,
      false,
    ]);
  });

  it('refuses a time that is none', () => {
    expect(() => lifecycle('now')).toThrow(expect.objectContaining({ name: 'FuzzyDateError' }));
  });
});
