import { describe, expect, it } from 'vitest';
import { allRules } from '../../src/rules/rule-table.js';
import { allCases, foundAt } from '../support/all-rule-cases.js';
import { findingsIn } from '../support/findings-in.js';

it('every rule has cases that it finds and cases that it passes over', () => {
  expect([...allCases.keys()].sort()).toEqual(allRules.map(({ code }) => code).sort());
  for (const { code, found, passed } of allCases.values()) {
    expect(Object.keys(found).length, code).toBeGreaterThan(0);
    expect(Object.keys(passed).length, code).toBeGreaterThan(0);
  }
});

describe.each(allRules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
  const { found, passed, now = rule.now } = allCases.get(code)!;

  it.each(Object.entries(found))('finds %s', (_, { records, at, related, says }) => {
    expect(foundAt(code, records, now)).toEqual(at);
    const [first] = findingsIn(records, { now }).filter((finding) => finding.code === code);
    if (related !== undefined) {
      expect(first!.related.map(({ recordId, path }) => `${recordId} /${path.join('/')}`)).toEqual(related);
    }
    if (says !== undefined) expect(first!.message).toContain(says);
  });

  it.each(Object.entries(passed))('passes over %s', (_, records) => {
    expect(foundAt(code, records, now)).toEqual([]);
  });

  it('finds the same alone, by what it says that it reads', () => {
    for (const { records } of Object.values(found)) {
      const alone = findingsIn(records, { now }, [rule]).filter((finding) => finding.code === code);
      const together = findingsIn(records, { now }).filter((finding) => finding.code === code);
      expect(alone).toEqual(together);
    }
  });

  it('finds the same in whatever order facts arrive', () => {
    for (const { records } of Object.values(found)) {
      const inOrder = findingsIn(records, { now });
      expect(findingsIn(records, { now }, undefined, (facts) => [...facts].reverse())).toEqual(inOrder);
      expect(
        findingsIn(records, { now }, undefined, (facts) => [...facts.slice(1), ...facts.slice(0, 1)]),
      ).toEqual(inOrder);
    }
  });
});
