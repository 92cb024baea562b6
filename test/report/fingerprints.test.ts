import { describe, expect, test } from 'vitest';
import { checkText } from '../../src/check.js';
import { fingerprintsOf } from '../../src/report/fingerprints.js';
import { allReports, reportOf } from './reports.js';

const prints = (text: string, file = 'a.json'): readonly string[] =>
  fingerprintsOf(checkText(text, { file }).diagnostics);
const claim = '{"type":"claim","id":"claim:a","text":7}';

describe('a fingerprint', () => {
  test('is the same in every run', () => {
    // written down: other programs keep them
    expect(prints(claim)).toEqual(['c75aada5a8e0be68']);
  });

  test('stays when the finding moves: in its file, to another line, to another file', () => {
    const moved = `[\n\n{"type":"article","id":"article:a"},\n   ${claim}]`;
    expect(prints(moved)).toEqual(prints(claim));
    expect(prints(claim, 'other/b.json')).toEqual(prints(claim));
  });

  test('stays when other findings come and go', () => {
    const other = '{"type":"claim","id":"claim:b","text":8}';
    expect(prints(`[${other},${claim}]`)).toContain(prints(claim)[0]);
  });

  test('tells apart the record, the place, the code, and what was received', () => {
    const variants = [
      claim,
      '{"type":"claim","id":"claim:b","text":7}',
      '{"type":"claim","id":"claim:a","text":8}',
      '{"type":"claim","id":"claim:a","text":""}',
      '{"type":"claim","id":"claim:a","text":"x","kind":7}',
    ];
    expect(new Set(variants.flatMap((text) => prints(text))).size).toBe(variants.length);
  });

  test('is the file’s where no record is known', () => {
    expect(prints('[', 'a.json')).not.toEqual(prints('[', 'b.json'));
  });

  test.each(allReports)('is one of a kind, in hexadecimal digits: %s', (_, { diagnostics }) => {
    const all = fingerprintsOf(diagnostics);
    expect(new Set(all).size).toBe(diagnostics.length);
    for (const print of all) expect(print).toMatch(/^[0-9a-f]{16}$/);
  });

  test('numbers what is alike in everything else', () => {
    const { diagnostics } = reportOf([{}, {}, { code: 'schema/x' }, {}]);
    expect(new Set(fingerprintsOf(diagnostics)).size).toBe(4);
    expect(fingerprintsOf(diagnostics)[0]).toBe(fingerprintsOf(diagnostics.slice(0, 1))[0]);
  });
});
