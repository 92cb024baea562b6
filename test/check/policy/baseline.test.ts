import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { checkText } from '../../../src/check/check-text.js';
import type { Diagnostic } from '../../../src/check/diagnostic.js';
import { hashText } from '../../../src/check/hash-text.js';
import {
  againstBaseline,
  type Baseline,
  formatBaseline,
  readBaseline,
} from '../../../src/check/policy/baseline.js';
import { applyPolicies } from '../../../src/check/policy/policy.js';
import { RUNS } from '../../support/runs.js';

const same = (file: string): string => file;
const found = (records: unknown, file = 'a.json') => {
  const use = againstBaseline(new Set(), same);
  applyPolicies(checkText(JSON.stringify(records), { file }), [use.policy]);
  return use.found();
};
/** What a check says of records beside a baseline that was made of others. */
const beside = (baseline: Baseline, records: unknown, file = 'a.json') => {
  const use = againstBaseline(baseline, same);
  const { diagnostics } = applyPolicies(checkText(JSON.stringify(records), { file }), [use.policy]);
  return {
    left: diagnostics.map(({ recordId, code, received }) => [recordId, code, received]),
    known: use.count(),
    gone: [...baseline].filter((line) => !use.found().has(line)).length,
  };
};
const article = (id: string, fields: object = { urgency: 12 }) => ({ type: 'article', id, ...fields });

describe('a baseline', () => {
  it('leaves out what is known, wherever the record has gone to', () => {
    const known = found([article('a'), article('b')]);
    expect(
      beside(known, [article('b'), { type: 'claim', id: 'c', text: 'x' }, article('a')], 'z.json'),
    ).toEqual({
      left: [],
      known: 2,
      gone: 0,
    });
  });

  test.each<[string, unknown, unknown[]]>([
    ['another record', [article('b')], ['b', 'schema/range', '12']],
    ['another value', [article('a', { urgency: 13 })], ['a', 'schema/range', '13']],
    ['another code', [article('a', { urgency: 'x' })], ['a', 'schema/type', '"x"']],
    ['another place', [article('a', { version: 12 })], ['a', 'schema/type', '12']],
  ])('finds what came in the place of something known: %s', (_, records, left) => {
    expect(beside(found([article('a')]), records)).toEqual({ left: [left], known: 0, gone: 1 });
  });

  it('tells missing keys of one object apart', () => {
    const known = found([{ type: 'source', id: 's', kind: 'agency' }]);
    expect(beside(known, [{ type: 'source', id: 's', name: 'x' }]).left).toEqual([
      ['s', 'schema/required', null],
    ]);
  });

  it('counts findings that are alike', () => {
    const [one, two] = [[article('a')], [article('a'), article('a')]];
    expect(beside(found(one), two).left).toEqual([
      ['a', 'reference/duplicate-id', '"a"'],
      ['a', 'schema/range', '12'],
    ]);
    expect(beside(found(two), one)).toEqual({ left: [], known: 1, gone: 2 });
  });

  it('knows records without id by their file', () => {
    const known = found([{ type: 'article', urgency: 12 }]);
    expect(beside(known, [{ type: 'article', urgency: 12 }]).left).toEqual([]);
    expect(beside(known, [{ type: 'article', urgency: 12 }], 'b.json').left.length).toBe(2);
  });

  it('never holds what could not be read', () => {
    const use = againstBaseline(new Set(), same);
    applyPolicies(checkText('{"type":"article",'), [use.policy]);
    expect(use.found().size).toBe(0);
  });

  it('knows the like of a finding whatever its number', () => {
    const { diagnostics } = checkText(JSON.stringify([article('a')]));
    const use = againstBaseline(found([article('a')]), same);
    expect(use.knows(diagnostics[0]!)).toBe(true);
    expect(use.knows({ ...diagnostics[0]!, received: '11' })).toBe(false);
  });
});

describe('the text of a baseline', () => {
  const two = found([article('b'), article('a')]);

  it('is a line a finding, sorted, with no count of anything', () => {
    expect(
      formatBaseline(two),
    ).toBe(`# newsdomain baseline 1: findings that were there before they were looked for, one a line
{"recordId":"a","recordPointer":"/urgency","code":"schema/range","value":"${hashText('12')}","ordinal":1}
{"recordId":"b","recordPointer":"/urgency","code":"schema/range","value":"${hashText('12')}","ordinal":1}
`);
  });

  it('is read again as what was written, whatever the ids and files are called', () => {
    const name = fc.string({ unit: 'grapheme' });
    const some = fc.uniqueArray(
      fc.record({
        recordId: fc.option(name),
        file: name,
        recordPointer: fc.option(name),
        received: fc.option(name),
      }),
    );
    fc.assert(
      fc.property(some, (parts) => {
        const use = againstBaseline(new Set(), same);
        const [template] = checkText('{"type":"article","id":"a","urgency":12}').diagnostics;
        for (const part of parts) use.policy({ ...(template as Diagnostic), ...part });
        const text = formatBaseline(use.found());
        expect(readBaseline(text)).toEqual(use.found());
        expect(text.split('\n').length).toBe(parts.length + 2);
      }),
      { numRuns: RUNS },
    );
  });

  it('may be in any order, with comments, blank lines, CRLF and lines that a merge doubled', () => {
    const [header, ...lines] = formatBaseline(two).trimEnd().split('\n');
    const shuffled = [
      '\ufeff',
      header,
      '\r\n# why\r\n\r\n',
      [...lines].reverse().join('\r\n'),
      '\r\n',
      lines[0],
    ].join('');
    expect(readBaseline(shuffled)).toEqual(two);
    expect(readBaseline(header!)).toEqual(new Set());
  });

  test.each([
    ['{"type":"article"}', 1, 'this is no baseline: its first line begins with "# newsdomain baseline 1"'],
    ['', 1, 'this is no baseline'],
    ['# newsdomain baseline 1\n\n<<<<<<< HEAD', 3, 'a merge conflict stands here'],
    ['# newsdomain baseline 1\nx', 2, 'this line is no JSON'],
    ['# newsdomain baseline 1\n[]', 2, 'expected an object'],
    ['# newsdomain baseline 1\n{"recordId":1}', 2, 'expected a text as "recordId"'],
    ['# newsdomain baseline 1\n{"recordId":"a","recordPointer":""}', 2, 'expected a text as "code"'],
    [
      '# newsdomain baseline 1\n{"file":"a","recordPointer":"","code":"a/b","value":"","ordinal":0}',
      2,
      'expected a number from 1 as "ordinal"',
    ],
    [
      '# newsdomain baseline 1\n{"file":"a","recordPointer":"","code":"a/b","value":"","ordinal":1,"n":1}',
      2,
      'unknown key "n"',
    ],
  ])('that is wrong is told with its line: %j', (text, line, message) => {
    expect(readBaseline(text)).toEqual([{ line, message: expect.stringContaining(message) }]);
  });
});

describe('a hash', () => {
  it('is the same for ever', () => {
    expect([hashText(''), hashText('12'), hashText('Hà Nội 🇻🇳')]).toMatchInlineSnapshot(`
      [
        "488bdcb81aee8d83",
        "8835fe32fa5ccb66",
        "351c041275539d8d",
      ]
    `);
  });

  it('tells a hundred thousand texts apart', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, index) => hashText(`"${index}"`)));
    expect(hashes.size).toBe(100_000);
  });
});
