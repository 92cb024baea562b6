import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/rule-table.js';
import { findingsIn } from '../support/findings-in.js';

describe.each(allRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  it('finds fault with its bad example, and nothing else does', () => {
    const found = findingsIn(rule.bad, { now: rule.now });
    expect(new Set(found.map((finding) => finding.code))).toEqual(new Set([code]));
    expect(new Set(found.map(({ severity }) => severity))).toEqual(new Set([rule.severity]));
  });

  it('finds nothing in its good example, and nothing else does', () => {
    expect(findingsIn(rule.good, { now: rule.now })).toEqual([]);
  });

  it('says what is wrong in a clause, and where', () => {
    for (const { message, recordId, recordType } of findingsIn(rule.bad, { now: rule.now })) {
      expect(message).toMatch(/^[a-z0-9"]/);
      expect(message).not.toMatch(/[.!]$/);
      expect([recordId, recordType]).not.toContain(null);
    }
  });

  it('is told in whole sentences', () => {
    expect(rule.title).toMatch(/^[a-z].*[^.]$/);
    expect(rule.explanation).toMatch(/^[A-Za-z].*\.$/);
    expect(rule.explanation.length).toBeGreaterThan(80);
  });
});

it('no two rules have one code', () => {
  const codes = allRules.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
