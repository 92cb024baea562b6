import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { createNdjsonStream, type NdjsonStreamOptions } from '../../../src/text/ndjson/ndjson-stream.js';
import { encodeUtf8 } from '../../../src/text/utf8.js';
import { corpora } from '../../support/corpora.js';
import { growth } from '../../support/growth.js';
import { lengths, mutate, mutation } from '../../support/mutations.js';
import { readStream } from '../../support/read-stream.js';
import { RUNS } from '../../support/runs.js';

const read = (bytes: Uint8Array | string, pieces: readonly number[] = [], options?: NdjsonStreamOptions) =>
  readStream(
    (taker) => createNdjsonStream(taker, options),
    typeof bytes === 'string' ? encodeUtf8(bytes) : bytes,
    pieces,
  );
const parse = (text: string) => read(text).documents;
const problemsOf = (text: string | Uint8Array) =>
  read(text).problems.map(({ code, start }) => `${code}@${start}`);

describe('createNdjsonStream', () => {
  it.each([
    ['', []],
    ['\n', []],
    ['1\n2\n', [1, 2]],
    ['1\r\n2', [1, 2]],
    ['1\n\n   \n\t\r\n2\n', [1, 2]],
    ['"a\u2028b"\n', ['a\u2028b']],
  ])('reads %j', (text, values) => {
    expect(parse(text).map(({ value }) => value)).toEqual(values);
    expect(problemsOf(text)).toEqual([]);
  });

  it('tells the place in the file, and the path in the line', () => {
    const [, second] = parse('{"a":1}\n{"a":"é","b":2}\n');
    expect(second!.places).toEqual([
      ['', { start: 8, end: 24, scalar: false }, { start: 8, end: 24, scalar: false }, false, []],
      ['a', { start: 13, end: 17, scalar: true }, { start: 9, end: 12, scalar: true }, false, ['a']],
      ['b', { start: 22, end: 23, scalar: true }, { start: 18, end: 21, scalar: true }, false, ['b']],
    ]);
  });

  it('goes on after a line that fails', () => {
    const text = '{"a":1}\n{bad}\n{"a":2}\n';
    expect(parse(text).map(({ value }) => value)).toEqual([{ a: 1 }, {}, { a: 2 }]);
    expect(problemsOf(text)).toEqual(['syntax/invalid@9']);
  });

  it.each([
    ['a last line without its end', '{"a":1}\n{"a":', ['syntax/truncated@13']],
    ['a line in the middle that is cut', '{"a":1}\n{"a":\n{"a":2}\n', ['syntax/truncated@13']],
    ['commas between the lines', '{"a":1},\n{"a":2},\n', ['syntax/invalid@7', 'syntax/invalid@16']],
    ['a record over several lines', '{\n "a":1\n}\n{"a":2}\n', ['syntax/invalid@0']],
    ['a JSON array', '[{"a":1},\n{"a":2}]\n', ['syntax/invalid@0']],
    ['a lone carriage return between records', '{"a":1}\r{"a":2}\r', ['syntax/invalid@8']],
    ['byte order marks', '\ufeff{"a":1}\n\ufeff{"a":2}\n', ['syntax/bom@0', 'syntax/bom@11']],
    ['a NUL byte', '{"a":1}\0\n', ['syntax/invalid@7']],
  ])('tells %s once', (_, text, problems) => {
    expect(problemsOf(text)).toEqual(problems);
  });

  it('reads the value of a record over several lines, and goes on behind it', () => {
    expect(parse('{\n "a":1\n}\n{"a":2}\n').map(({ value }) => value)).toEqual([{ a: 1 }, { a: 2 }]);
  });

  it('takes linear time over lines that are all cut', () => {
    const run = (size: number): void => {
      let documents = 0;
      const stream = createNdjsonStream({
        document: () => documents++,
        list() {},
        between() {},
        element() {},
      });
      stream.write(encodeUtf8('{"a":[1,\n'.repeat(size)));
      stream.end();
      expect(documents).toBe(size);
    };
    expect(growth(run, 10_000)).toBeLessThan(2.5);
  });

  it('takes the text for the array that its first line opens, and hands on the elements', () => {
    const { elements, documents, problems } = read('\n[{"a":1},\n{"b":2,},\n]\n');
    expect(elements.map(({ value }) => value)).toEqual([{ a: 1 }, { b: 2 }]);
    expect(documents.map(({ value }) => value)).toEqual([[]]);
    expect(problems).toMatchObject([
      { code: 'syntax/invalid', start: 1, suggestion: 'name the file .json' },
      { code: 'syntax/invalid', start: 17 },
      { code: 'syntax/invalid', start: 19 },
    ]);
  });

  it('reads any text alike, however it is cut', () => {
    const texts = [
      '{"type":"article","id":"a"}\n{"type":"claim","id":"c","text":"é😀"}\r\n\n 12\n{"a":[1,{"b":null}]}',
      '{\n "a": 1,\n "b": "漢"\n}\n{\n "a": 2\n}\n{"c":3}\n',
      '[\n{"a":1},\n{"b":2}\n]\n',
      '\ufeff{"a":1}\n{"a":\n{"a":2}\n',
    ].map(encodeUtf8);
    let problems = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(mutation, { maxLength: 4 }),
        lengths,
        (text, mutations, pieces) => {
          const bytes = mutate(text, mutations);
          const taken = read(bytes, pieces);
          expect(taken).toEqual(read(bytes));
          expect(taken.misplaced).toEqual([]);
          problems += taken.problems.length;
        },
      ),
      { numRuns: 3 * RUNS },
    );
    expect(problems).toBeGreaterThan(RUNS);
  });

  it('refuses a line that is too long and goes on behind it, however the text is cut', () => {
    const line = (size: number) => `{"a":"${'x'.repeat(size - 8)}"}`;
    for (const pieces of [[], [1], [7], [50]]) {
      const taken = read(`${line(60)}\n${line(61)}\n${line(200)}\n{"b":1}\n${line(70)}`, pieces, {
        maxBytes: 60,
      });
      expect(taken.problems.map(({ code, start }) => `${code}@${start}`)).toEqual([
        'io/too-large@61',
        'io/too-large@123',
        'io/too-large@332',
      ]);
      expect(taken.documents.filter(({ value }) => value !== undefined).length).toBe(2);
    }
  });

  it('does not keep what it handed on', () => {
    const record = encodeUtf8(`{"id":"${'x'.repeat(10_000)}"}\n`);
    let documents = 0;
    const stream = createNdjsonStream(
      { document: () => documents++, list() {}, between() {}, element() {} },
      { maxBytes: 20_000 },
    );
    for (let count = 0; count < 1000; count++) stream.write(record);
    stream.end();
    expect(documents).toBe(1000);
  });
});

const folder = corpora('06e-ndjson-encoding-synthetic');

/** What the suite's sentences come to here: values read, and problems with the bytes they stand at. */
const outcomes: Readonly<Record<string, readonly [values: number, ...problems: string[]]>> = {
  'lf.ndjson': [2],
  'no-final-newline.ndjson': [2],
  'crlf.ndjson': [2],
  'cr-only.ndjson': [1, 'syntax/invalid@46'],
  'blank-lines.ndjson': [2],
  'bom-start.ndjson': [2, 'syntax/bom@0'],
  'bom-mid.ndjson': [2, 'syntax/bom@46'],
  'pretty-printed.ndjson': [2, 'syntax/invalid@0', 'syntax/invalid@17'],
  'truncated-last.ndjson': [2, 'syntax/truncated@66'],
  'bad-middle.ndjson': [3, 'syntax/invalid@47'],
  'scalar-lines.ndjson': [4],
  'trailing-comma-lines.ndjson': [2, 'syntax/invalid@45', 'syntax/invalid@89'],
  'json-array-in-ndjson.ndjson': [1, 'syntax/invalid@0'],
  'u2028-inside-string.ndjson': [1],
  'nul-byte.ndjson': [1, 'syntax/invalid@11'],
  'empty.ndjson': [0],
  'only-newline.ndjson': [0],
  'invalid-utf8.ndjson': [1, 'syntax/encoding@22'],
  'dup-keys.ndjson': [1, 'syntax/duplicate-key@11'],
  'proto-key.ndjson': [1, 'syntax/proto-key@11'],
  'big-int.ndjson': [1, 'syntax/unsafe-integer@6'],
  'deep-nesting.ndjson': [1, 'syntax/depth@1280'],
  'lone-surrogate.ndjson': [1, 'syntax/lone-surrogate@19'],
  'utf16le-bom.json': [0, 'syntax/encoding@0'],
  'utf16be-nobom.json': [0, 'syntax/encoding@0'],
  'utf8-bom.json': [1, 'syntax/bom@0'],
  'latin1.json': [1, 'syntax/encoding@12'],
  'empty.json': [0, 'syntax/empty@0'],
  'whitespace-only.json': [0, 'syntax/empty@3'],
  'top-level-scalar.json': [1],
  'nfd.json': [1],
  'bidi-override.json': [1],
  'zero-width-id.json': [1],
};

describe.skipIf(folder === undefined)('the synthetic NDJSON and encoding files', () => {
  const listed = folder
    ? (JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { file: string; expect: string }[])
    : [];

  it('are all decided', () => {
    expect(listed.map(({ file }) => file).sort()).toEqual(Object.keys(outcomes).sort());
  });

  it.each(listed)('$file: $expect', ({ file }) => {
    const bytes = new Uint8Array(readFileSync(join(folder!, file)));
    const [values, ...problems] = outcomes[file]!;
    const whole = parseJson(bytes);
    const { documents, ...taken } = file.endsWith('.ndjson') ? read(bytes) : { documents: [whole], ...whole };
    expect(documents.filter(({ value }) => value !== undefined).length).toBe(values);
    expect(taken.problems.map(({ code, start }) => `${code}@${start}`)).toEqual(problems);
  });
});
