import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CheckOptions, type CheckReport, checkText, createChecker } from '../../src/check.js';
import { encodeUtf8 } from '../../src/text/utf8.js';
import { cut, lengths, mutate, mutation } from '../support/mutations.js';
import { RUNS } from '../support/runs.js';

const records = [
  {
    type: 'article',
    id: 'article:a',
    headline: 'Rain 漢字 😀',
    keywords: ['a', 'b'],
    body: { text: 'It “rained”.' },
  },
  {
    type: 'claim',
    id: 'claim:a',
    text: 'It rained.',
    articleId: 'article:a',
    anchors: [{ exact: 'rained', start: 4, end: 10 }],
  },
  { type: 'claim', id: 'claim:b', text: 'é', articleId: 'article:x', urgency: 3 },
  { type: 'claim', id: 'claim:a', text: 'again' },
];

/** The same records in every layout. */
const layouts = {
  'a.json': JSON.stringify({ schemaVersion: '1', records, extensions: { 'org.example': { a: 1 } } }, null, 1),
  'b.json': JSON.stringify(records),
  'c.json': `{"records":${JSON.stringify(records)},\r\n"schemaVersion":"1"}`,
  'd.ndjson': records.map((record) => `${JSON.stringify(record)}\n`).join(''),
  'e.yaml': JSON.stringify(records),
  'f.yaml': records.map((record) => `---\n${JSON.stringify(record)}\n`).join(''),
  'g.json': JSON.stringify(records[2], null, '\t'),
} as const;

/** Checks a text that comes in pieces, and is read again from a copy. */
function checkPieces(
  name: string,
  bytes: Uint8Array,
  pieces: readonly number[],
  options?: CheckOptions,
): CheckReport {
  const checker = createChecker(options);
  const file = checker.openFile(name, (start, end) => bytes.slice(start, end));
  for (const piece of cut(bytes, pieces)) if (!file.write(piece)) break;
  file.end();
  return checker.finish();
}

describe('a text that comes in pieces', () => {
  it('gives the same report as the whole, whatever is wrong with it', () => {
    let diagnostics = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.entries(layouts)),
        fc.array(mutation, { maxLength: 3 }),
        lengths,
        fc.constantFrom('all', 'off'),
        fc.constantFrom(undefined, 'auto', 'json', 'ndjson', 'yaml'),
        ([name, text], mutations, pieces, refs, input) => {
          const bytes = mutate(encodeUtf8(text), mutations);
          const options = { refs, input } as const;
          const report = checkText(bytes, { ...options, file: name });
          expect(checkPieces(name, bytes, pieces, options)).toEqual(report);
          diagnostics += report.diagnostics.length;
        },
      ),
      { numRuns: RUNS },
    );
    expect(diagnostics).toBeGreaterThan(2 * RUNS);
  });

  it('and whose name does not tell its syntax is told by its beginning, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(layouts)),
        fc.array(mutation, { maxLength: 2 }),
        lengths,
        (text, mutations, pieces) => {
          const bytes = mutate(encodeUtf8(text), mutations);
          expect(checkPieces('data', bytes, pieces)).toEqual(checkText(bytes, { file: 'data' }));
        },
      ),
      { numRuns: RUNS },
    );
  });
});

describe('the same records', () => {
  /** What is found, without where it stands in the text. */
  const told = (name: string, text: string) =>
    checkText(text, { file: name })
      .diagnostics.map(
        ({ code, message, recordId, recordPointer, expected, received, suggestion, related }) =>
          JSON.stringify({
            code,
            message,
            recordId,
            recordPointer,
            expected,
            received,
            suggestion,
            related: related.length,
          }),
      )
      .sort();

  it('give the same findings in every layout', () => {
    const { 'd.ndjson': ndjson, 'g.json': _, ...others } = layouts;
    const expected = told('d.ndjson', ndjson);
    expect(expected.length).toBe(3);
    for (const [name, text] of Object.entries(others)) expect(told(name, text), name).toEqual(expected);
  });

  it('give the same findings as NDJSON and as a list, whatever is wrong with their values', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 2 }),
      fc.constantFrom('article:a', 'claim:a', '2024-06-19', 3),
    );
    const key = fc.constantFrom(
      'headline',
      'headlin',
      'urgency',
      'articleId',
      'id',
      'type',
      'keywords',
      'x',
      'text',
    );
    const broken = fc.record({
      record: fc.nat(records.length - 1),
      changes: fc.dictionary(key, value, { maxKeys: 3 }),
    });
    let findings = 0;
    fc.assert(
      fc.property(fc.array(broken, { maxLength: 5 }), (list) => {
        const values = list.map(({ record, changes }) => ({ ...records[record], ...changes }));
        const lines = told('a.ndjson', values.map((one) => `${JSON.stringify(one)}\n`).join(''));
        const array = told('a.json', JSON.stringify(values));
        expect(array).toEqual(lines);
        expect(told('a.json', JSON.stringify({ schemaVersion: '1', records: values }))).toEqual(lines);
        findings += lines.length;
      }),
      { numRuns: RUNS },
    );
    expect(findings).toBeGreaterThan(RUNS);
  });
});

describe('a dataset document whose nature shows late', () => {
  const bad = '{"type":"article","id":"article:a","headlin":1}';
  const claim = '{"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}';
  const codes = (text: string) =>
    checkText(text).diagnostics.map(({ code, pointer }) => `${code} ${pointer}`);

  it('is not judged where its version turns out to be another one', () => {
    const early = checkText(`{"schemaVersion":"9","records":[${bad},${claim}]}`);
    const late = checkText(`{"records":[${bad},${claim}],"schemaVersion":"9"}`);
    expect(late.diagnostics.map(({ code }) => code)).toEqual(['schema/version']);
    expect(late.summary).toEqual(early.summary);
    expect(late.summary).toMatchObject({ records: 2, complete: false });
  });

  it('is a record where a type turns up', () => {
    expect(codes(`{"records":[${bad}],"type":"article","id":"article:a"}`)).toEqual([
      'schema/unknown-key /records',
    ]);
    expect(checkText(`{"records":[${bad}],"type":"article","id":"article:a"}`).summary.records).toBe(1);
  });

  it('has the records of the later of two lists', () => {
    expect(codes(`{"schemaVersion":"1","records":[${bad}],"records":[${claim}]}`)).toEqual([
      'syntax/duplicate-key /records',
      'reference/dangling /records/0/articleId',
    ]);
  });

  it('keeps the ids of records that were judged in vain', () => {
    const checker = createChecker();
    checker.addFile('a.json', encodeUtf8(`{"records":[${bad}],"schemaVersion":"9"}`));
    checker.addFile(
      'b.json',
      encodeUtf8('{"type":"claim","id":"claim:a","text":"x","articleId":"article:a"}'),
    );
    expect(checker.finish().diagnostics.map(({ code }) => code)).toEqual(['schema/version']);
  });
});

describe('a text that is cut, and known to be', () => {
  const read = (name: string, text: string) => {
    const checker = createChecker();
    const file = checker.openFile(name, () => undefined);
    file.write(encodeUtf8(text));
    const records = file.end(true);
    const { diagnostics } = checker.finish();
    return [records, ...diagnostics.map(({ code }) => code)];
  };

  it.each([
    [
      'a.ndjson',
      '{"type":"article","id":"a","x":1}\n{"type":"article","id":"b","x":1}\n{"type":"art',
      [2, 2],
    ],
    ['a.ndjson', '{"type":"article","id":"a","x":1}\n{"type":"article","id":"b","x":1}', [1, 1]],
    ['a.json', '[{"type":"article","id":"a","x":1},{"type":"article","id":"b","x":1},{"ty', [2, 2]],
    ['a.json', '{"records":[{"type":"article","id":"a","x":1},{"type":"article","id":"b"', [1, 1]],
    ['a.json', '{"type":"article","id":"a","x":1', [0, 0]],
    ['a.yaml', 'type: article\nid: a\nx: 1\n', [0, 0]],
    ['data', '{"type":"article","id":"a","x":1}\n{"type":"article","id":"b","x":1}\n{"type":"art', [2, 2]],
  ])('%s %j is checked as far as its records are whole', (name, text, [records, findings]) => {
    expect(read(name, text)).toEqual([records, ...Array(findings).fill('schema/unknown-key')]);
  });
});

describe('a file that changed', () => {
  const text = '{"type":"claim","id":"claim:a","text":"x","articleId":"article:a"}\n';
  const check = (again: Uint8Array | undefined) => {
    const checker = createChecker();
    const file = checker.openFile('a.ndjson', () => again);
    file.write(encodeUtf8(text));
    file.end();
    return checker.finish();
  };

  it.each([
    ['is gone', undefined],
    ['has another record there', encodeUtf8(text.replace('claim:a', 'claim:b'))],
    ['has something else there', encodeUtf8('x'.repeat(text.length))],
    ['is shorter', encodeUtf8('')],
  ])('because it %s, is told, and the finding has the place of its record', (_, again) => {
    const { diagnostics, summary } = check(again);
    expect(summary.complete).toBe(false);
    expect(diagnostics).toMatchObject([
      { code: 'io/changed', file: 'a.ndjson', line: null },
      {
        code: 'reference/dangling',
        line: 1,
        column: 1,
        endLine: 1,
        endColumn: 1,
        byteOffset: 0,
        pointer: null,
        recordPointer: '/articleId',
        recordId: 'claim:a',
      },
    ]);
  });
});

it('a text in Node buffers is kept where parts of it are looked at later', () => {
  const text = `{"schemaVersion":"1","schemaVersion":"1","records":[${JSON.stringify(records[0])}],"extensions":{"x":1},"records":[`;
  const bytes = encodeUtf8(text);
  const checker = createChecker();
  const file = checker.openFile('a.json', () => undefined);
  for (const piece of cut(bytes, [3])) {
    const buffer = Buffer.from(piece);
    file.write(buffer);
    buffer.fill(0x5a);
  }
  file.end();
  expect(checker.finish()).toEqual(checkText(bytes, { file: 'a.json' }));
});
