import { describe, expect, it } from 'vitest';
import { checkText, diagnosticPieces, formatDiagnostics } from '../../src/check.js';
import { capDiagnostics } from '../../src/report/caps.js';
import { summaryLine } from '../../src/report/summary-line.js';
import { encodeUtf8 } from '../../src/text/utf8.js';

const text = [
  '{"type":"article","id":"article:a","headlin":"漢字"}',
  '{"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}',
  '{"type":"claim","id":"claim:a","text":"x"}',
].join('\n');
const report = checkText(text, { file: 'data/a.ndjson' });
const excerpt = (_: string, start: number, end: number) => encodeUtf8(text).subarray(start, end);

describe('pretty', () => {
  it('shows what, where, the line and what to do', () => {
    expect(
      formatDiagnostics(report, 'pretty', { excerpt }),
    ).toBe(`error[schema/unknown-key]: unknown key "headlin"; did you mean "headline"?
 --> data/a.ndjson:1:36  article:a /headlin
  |
1 | {"type":"article","id":"article:a","headlin":"漢字"}
  |                                    ^^^^^^^^^
  = rename the key to "headline"

error[reference/dangling]: no record has the id "article:b"; did you mean "article:a"?
 --> data/a.ndjson:2:55  claim:a /articleId
  |
2 | {"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}
  |                                                       ^^^^^^^^^^^
  = expected the id of an article

error[reference/duplicate-id]: another record has the id "claim:a" already
 --> data/a.ndjson:3:22  claim:a /id
  |
3 | {"type":"claim","id":"claim:a","text":"x"}
  |                      ^^^^^^^^^
  = expected an id that no other record has
  = data/a.ndjson:2:22: the first record with this id
`);
  });

  it('does without the text', () => {
    expect(formatDiagnostics(report, 'pretty')).not.toContain('|');
  });

  it('paints', () => {
    const painted = formatDiagnostics(report, 'pretty', {
      excerpt,
      paint: (style, part) => `<${style}>${part}</>`,
    });
    expect(painted).toContain('<error>error[schema/unknown-key]</>: unknown');
    expect(painted).toContain('<place>data/a.ndjson:1:36</>');
    expect(painted).toContain('<error>^^^^^^^^^</>');
  });
});

describe('compact', () => {
  it('is a line a diagnostic', () => {
    expect(formatDiagnostics(report, 'compact')).toBe(
      [
        'data/a.ndjson:1:36: schema/unknown-key unknown key "headlin"; did you mean "headline"? [article:a]\n',
        'data/a.ndjson:2:55: reference/dangling no record has the id "article:b"; did you mean "article:a"? [claim:a]\n',
        'data/a.ndjson:3:22: reference/duplicate-id another record has the id "claim:a" already [claim:a]\n',
      ].join(''),
    );
  });

  it('lets no data steer the terminal or make a second line', () => {
    const hostile = checkText('{"type":"article","id":"a","\\u001b[31m\\nx\\u202e":1}', {
      file: 'a\nb.json',
    });
    const line = formatDiagnostics(hostile, 'compact');
    expect(line.trimEnd()).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

describe('json', () => {
  it('is the whole report', () => {
    expect(JSON.parse(formatDiagnostics(report, 'json', { max: 1 }))).toEqual(report);
  });
});

describe('json in pieces', () => {
  it('is one JSON document, a diagnostic a line, whatever its length', () => {
    const long = checkText(`[${'1,'.repeat(20_000)}1]`);
    const pieces = [...diagnosticPieces(long, 'json')];
    expect(pieces.length).toBeGreaterThan(2);
    expect(JSON.parse(pieces.join(''))).toEqual(long);
    expect(pieces.join('').split('\n').length).toBe(20_001 + 7);
  });

  it('is JSON without findings too', () => {
    const clean = checkText('[]');
    expect(JSON.parse(formatDiagnostics(clean, 'json'))).toEqual(clean);
  });
});

describe('caps', () => {
  const many = checkText(
    `[${Array.from({ length: 1200 }, (_, index) => `{"type":"article","id":"a${index}","headline":1,"keywords":[1]}`).join()}]`,
  );

  it('show the first of every code and count the rest', () => {
    const { shown, hidden } = capDiagnostics(many.diagnostics, { maxPerCode: 3 });
    expect(shown.length).toBe(3);
    expect(hidden).toEqual(['2,400 × schema/type; showing 3']);
  });

  it('name the place where there is one', () => {
    const at = (pointer: string) => many.diagnostics.filter((one) => one.recordPointer === pointer);
    expect(capDiagnostics(at('/headline')).hidden).toEqual(['1,200 × schema/type at /headline; showing 5']);
    expect(capDiagnostics(at('/keywords/0')).hidden).toEqual([
      '1,200 × schema/type at /keywords/*; showing 5',
    ]);
  });

  it('hold over all codes', () => {
    expect(capDiagnostics(many.diagnostics, { max: 2 }).shown.length).toBe(2);
    expect(capDiagnostics(many.diagnostics, { max: 0 }).hidden).toEqual(['2,400 × schema/type; showing 0']);
  });

  it('say nothing where nothing is hidden', () => {
    expect(capDiagnostics(report.diagnostics)).toEqual({ shown: report.diagnostics, hidden: [] });
  });
});

describe('summaryLine', () => {
  const summary = { ...report.summary, files: 1, records: 1, errors: 0 };
  it.each([
    [{}, '1 record in 1 file: no findings'],
    [
      { records: 1200, files: 2, errors: 1, warnings: 2, notes: 1 },
      '1,200 records in 2 files: 1 error, 2 warnings, 1 note',
    ],
    [{ skipped: 3 }, '1 record in 1 file, 3 skipped: no findings'],
    [
      { records: 0, files: 0, errors: 1, complete: false },
      'no records in no files: 1 error; not everything could be checked',
    ],
  ])('%j', (change, expected) => {
    expect(summaryLine({ ...summary, ...change })).toBe(expected);
  });
});
