import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { assessmentsAsOf } from '../../../src/reasoning/claims/assessments-as-of.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const judged = (id: string, by: string, at: string, subjectId = 'claim:a') => ({
  type: 'assessment',
  id: `assessment:${id}`,
  subjectId,
  by: `source:${by}`,
  at,
  status: 'supported',
});

function asOf(at: string, records: readonly object[]) {
  const list = (given: readonly object[]) =>
    assessmentsAsOf('claim:a', loadDataset(given), deepFreeze({ at })).map(
      ({ assessment, current, onlyPossibly }) => [assessment.id.slice(11), current, onlyPossibly],
    );
  const found = list(records);
  expect(list([...records].reverse())).toEqual(found);
  return found;
}

describe('assessmentsAsOf', () => {
  const desk = [judged('a', 'desk', '2024-06-12'), judged('b', 'desk', '2024-06-20')];

  it('lists what was judged by then, and which judgement of an assessor is current', () => {
    expect(asOf('2024-06-11', desk)).toEqual([]);
    expect(asOf('2024-06-15', desk)).toEqual([['a', true, false]]);
    expect(asOf('2024-06-21', desk)).toEqual([
      ['a', false, false],
      ['b', true, false],
    ]);
  });

  it('says what may have been judged only later', () => {
    expect(asOf('2024-06-20', desk)).toEqual([
      ['a', false, false],
      ['b', true, true],
    ]);
    expect(asOf('2023', [judged('a', 'desk', '2024?')])).toEqual([['a', true, true]]);
  });

  it('keeps both of one assessor where their order is unknown', () => {
    expect(asOf('2024-07', [judged('a', 'desk', '2024-06'), judged('b', 'desk', '2024-06-20')])).toEqual([
      ['a', true, false],
      ['b', true, false],
    ]);
  });

  it('weighs no assessor against another, and sorts by assessor and id', () => {
    const records = [
      judged('d', 'archive', '2024-06-01'),
      judged('c', 'archive', '2024-06-01'),
      ...desk,
      judged('x', 'desk', '2024-06-30', 'claim:b'),
    ];
    expect(asOf('2024-07', records)).toEqual([
      ['c', true, false],
      ['d', true, false],
      ['a', false, false],
      ['b', true, false],
    ]);
  });

  it('knows nothing of a subject that nobody judged', () => {
    expect(assessmentsAsOf('claim:none', loadDataset(desk), { at: '2024' })).toEqual([]);
  });

  it('refuses a time that is none', () => {
    expect(() => asOf('now', desk)).toThrow(expect.objectContaining({ name: 'FuzzyDateError' }));
  });
});
