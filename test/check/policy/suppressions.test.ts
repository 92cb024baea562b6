import { describe, expect, it, test } from 'vitest';
import { checkText } from '../../../src/check/check-text.js';
import { applyPolicies } from '../../../src/check/policy/policy.js';
import { type Suppression, suppress } from '../../../src/check/policy/suppressions.js';

const report = checkText(
  JSON.stringify([
    { type: 'article', id: 'article:a', zzz: 1, urgency: 12 },
    { type: 'claim', id: 'claim:a', text: 'x', attribution: [{ sourceIds: ['source:no'], role: 'rlay' }] },
  ]),
  { file: 'data/a.json' },
);

const left = (suppressions: readonly Suppression[], now?: string) => {
  const suppressor = suppress(suppressions, now);
  const { diagnostics } = applyPolicies(report, [suppressor.policy]);
  expect(suppressor.count()).toBe(report.diagnostics.length - diagnostics.length);
  return { codes: diagnostics.map(({ code }) => code), outcomes: suppressor.outcomes() };
};
const all = ['schema/unknown-key', 'schema/range', 'reference/dangling', 'schema/enum'];

describe('a suppression', () => {
  test.each<[string, Omit<Suppression, 'code'> & { code: string }, string[]]>([
    ['a code', { code: 'schema/range' }, ['schema/range']],
    ['an area', { code: 'schema/*' }, ['schema/unknown-key', 'schema/range', 'schema/enum']],
    ['a record', { code: 'schema/*', recordId: 'claim:a' }, ['schema/enum']],
    ['a place', { code: 'schema/enum', recordPointer: '/attribution/0/role' }, ['schema/enum']],
    ['any place of a list', { code: 'schema/enum', recordPointer: '/attribution/*/role' }, ['schema/enum']],
    ['a place that is not there', { code: 'schema/enum', recordPointer: '/attribution/*' }, []],
    ['another record', { code: 'schema/*', recordId: 'claim:b' }, []],
    ['some files', { code: 'schema/range', files: (file) => file.startsWith('data/') }, ['schema/range']],
    ['other files', { code: 'schema/range', files: () => false }, []],
    ['another code', { code: 'time/*' }, []],
  ])('is for %s', (_, suppression, gone) => {
    expect(left([suppression])).toEqual({
      codes: all.filter((code) => !gone.includes(code)),
      outcomes: [gone.length > 0 ? 'used' : 'unused'],
    });
  });

  it('is used even where another one says the same', () => {
    expect(left([{ code: 'schema/*' }, { code: 'schema/range' }]).outcomes).toEqual(['used', 'used']);
  });

  test.each([
    ['2026-12-31', '2027-01-02T00:00:00Z', 'ended'],
    // somewhere on Earth it is still the last day
    ['2026-12-31', '2027-01-01T06:00:00Z', 'used'],
    ['2026-12-31', '2026-06-01T00:00:00Z', 'used'],
    ['2026-12', '2026-12-31T00:00:00Z', 'used'],
    ['2026-12-31T12:00:00Z', '2026-12-31T12:00:01Z', 'ended'],
    ['2026-12-31', undefined, 'used'],
  ])('until %s is, at %s, %s', (until, now, outcome) => {
    const { codes, outcomes } = left([{ code: 'schema/range', until }], now);
    expect(outcomes).toEqual([outcome]);
    expect(codes.includes('schema/range')).toBe(outcome === 'ended');
  });

  it('never covers what could not be read', () => {
    const cut = checkText('{"type":"article"', { file: 'a.json' });
    const suppressor = suppress([{ code: 'syntax/*' }, { code: 'syntax/truncated' }]);
    expect(applyPolicies(cut, [suppressor.policy])).toEqual(cut);
    expect(suppressor.outcomes()).toEqual(['unused', 'unused']);
  });
});
