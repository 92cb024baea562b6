import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { parseNdjson } from '../../../src/text/ndjson/parse-ndjson.js';
import { encodeUtf8 } from '../../../src/text/utf8.js';
import { corpora } from '../../support/corpora.js';

const parse = (text: string) => [...parseNdjson(encodeUtf8(text))];
const problemsOf = (text: string) =>
  parse(text).flatMap(({ problems }) => problems.map(({ code, start }) => `${code}@${start}`));

describe('parseNdjson', () => {
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
    expect(second!.place(['b'], 'key')).toEqual({ start: 18, end: 21, scalar: true });
    expect(second!.pathAt(22)).toEqual(['b']);
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
    const start = performance.now();
    expect(parse('{"a":[1,\n'.repeat(50_000)).length).toBe(50_000);
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it('reads a value only when it is asked for', () => {
    const lines = parseNdjson(encodeUtf8(`{"a":1}\n${'['.repeat(1_000_000)}`));
    expect(lines.next().value).toMatchObject({ value: { a: 1 } });
    lines.return();
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
    const documents = file.endsWith('.ndjson') ? [...parseNdjson(bytes)] : [parseJson(bytes)];
    const [values, ...problems] = outcomes[file]!;
    expect(documents.filter(({ value }) => value !== undefined).length).toBe(values);
    expect(documents.flatMap((one) => one.problems.map(({ code, start }) => `${code}@${start}`))).toEqual(
      problems,
    );
  });
});
