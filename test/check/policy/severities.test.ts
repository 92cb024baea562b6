import { describe, expect, it, test } from 'vitest';
import { checkText } from '../../../src/check/check-text.js';
import { adjustableCodes, codeFault, diagnosticCodes, isAdjustable } from '../../../src/check/codes.js';
import { applyPolicies } from '../../../src/check/policy/policy.js';
import { codesOff, type SeveritySetting, severityPolicy } from '../../../src/check/policy/severities.js';

const report = checkText(
  '\ufeff[{"type":"article","id":"article:a","headlin":"x","urgency":12},{"type":"claim","id":"claim:a"}]',
  { file: 'data/a.json' },
);
const judged = (...settings: SeveritySetting[]) => {
  const { diagnostics, summary } = applyPolicies(report, [severityPolicy(settings)]);
  const { errors, warnings, notes } = summary;
  return {
    found: diagnostics.map(({ code, severity }) => `${severity} ${code}`),
    counts: [errors, warnings, notes],
  };
};
const asTheyAre = [
  'warning syntax/bom',
  'error schema/unknown-key',
  'error schema/range',
  'error schema/required',
];

describe('severities', () => {
  it('stay as they are where nothing is set', () => {
    expect(judged()).toEqual({ found: asTheyAre, counts: [3, 1, 0] });
  });

  it('are set by code, and counted again', () => {
    expect(judged({ severities: { 'schema/range': 'note', 'syntax/bom': 'error' } })).toEqual({
      found: ['error syntax/bom', 'error schema/unknown-key', 'note schema/range', 'error schema/required'],
      counts: [3, 0, 1],
    });
  });

  it('are set by area, over which a code wins', () => {
    expect(judged({ severities: { 'schema/*': 'warning', 'schema/range': 'off' } }).found).toEqual([
      'warning syntax/bom',
      'warning schema/unknown-key',
      'warning schema/required',
    ]);
  });

  it('are what the last setting says that knows the code, were it by its area', () => {
    const first = { severities: { 'schema/range': 'off' } } as const;
    expect(judged(first, { severities: { 'schema/*': 'note' } }).counts).toEqual([0, 1, 3]);
    expect(judged(first, { severities: { 'time/*': 'note' } }).counts).toEqual([2, 1, 0]);
  });

  it('may be for some files', () => {
    const off = {
      severities: { 'schema/*': 'off' },
      files: (file: string) => file === 'data/a.json',
    } as const;
    expect(judged(off).counts).toEqual([0, 1, 0]);
    expect(judged({ ...off, files: () => false }).counts).toEqual([3, 1, 0]);
  });

  it('never make what could not be read look clean', () => {
    const cut = checkText('{"type":"article"', { file: 'a.json' });
    const policy = severityPolicy([{ severities: { 'syntax/*': 'off', 'syntax/truncated': 'off' } }]);
    expect(applyPolicies(cut, [policy])).toEqual(cut);
  });
});

describe('codes that are off in every file', () => {
  const all = { severities: { 'time/*': 'off', 'schema/range': 'off', 'syntax/invalid': 'off' } } as const;
  const off = (...settings: SeveritySetting[]) =>
    codesOff(settings, ['schema/range', 'time/end-before-start', 'syntax/invalid']);

  it('are those that no later setting may bring back', () => {
    expect(off(all)).toEqual(['schema/range', 'time/end-before-start']);
    expect(off(all, { severities: { 'schema/*': 'note' }, files: () => true })).toEqual([
      'time/end-before-start',
    ]);
    expect(off(all, { severities: { 'time/*': 'off' }, files: () => true })).toEqual([
      'schema/range',
      'time/end-before-start',
    ]);
    expect(off(all, { severities: { 'schema/range': 'error' } })).toEqual(['time/end-before-start']);
    expect(off({ ...all, files: () => true })).toEqual([]);
    expect(off()).toEqual([]);
  });
});

describe('codes', () => {
  test('are known, each once', () => {
    expect(new Set(diagnosticCodes).size).toBe(diagnosticCodes.length);
    expect(diagnosticCodes).toContain('reference/dangling');
  });

  test.each([
    ['io/not-found', false],
    ['syntax/invalid', false],
    ['syntax/unsafe-integer', false],
    ['schema/version', false],
    ['syntax/bom', true],
    ['syntax/duplicate-key', true],
    ['schema/required', true],
    ['reference/dangling', true],
  ])('%s may be set: %s', (code, is) => {
    expect(isAdjustable(code)).toBe(is);
    expect(codeFault(code) === undefined).toBe(is);
  });

  test('that are wrong are told with what was meant', () => {
    for (const code of adjustableCodes) expect(codeFault(code)).toBeUndefined();
    expect(codeFault('schema/unkown-key')?.message).toBe(
      'no code or area is called "schema/unkown-key"; did you mean "schema/unknown-key"?',
    );
    expect(codeFault('refrence/*')?.suggestion).toBe('reference/*');
    expect(codeFault('io/*')?.message).toContain('neither set nor suppressed');
    expect(codeFault('toString')?.suggestion).toBeUndefined();
  });
});
