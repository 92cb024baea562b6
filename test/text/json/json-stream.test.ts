import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createJsonStream, type JsonStreamOptions } from '../../../src/text/json/json-stream.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { encodeUtf8 } from '../../../src/text/utf8.js';
import { growth } from '../../support/growth.js';
import { lengths, mutate, mutation } from '../../support/mutations.js';
import { readStream } from '../../support/read-stream.js';
import { RUNS } from '../../support/runs.js';

const read = (bytes: Uint8Array | string, pieces: readonly number[] = [], options?: JsonStreamOptions) =>
  readStream(
    (taker) => createJsonStream(taker, options),
    typeof bytes === 'string' ? encodeUtf8(bytes) : bytes,
    pieces,
  );
const codes = (problems: readonly { code: string; start: number }[]) =>
  problems.map(({ code, start }) => `${code.replace('syntax/', '')}@${start}`);

const texts = [
  '[{"type":"article","id":"a","keywords":["é","😀"]},\r\n {"type":"claim","id":"c","text":"it rained \\ud83d\\ude00"}, 12345678901234567890, null]\r\n',
  '\ufeff{"schemaVersion":"1","records":[{"id":"a","x":{"y":[1,2.5e3]}},\n{"id":"b"}],"extensions":{"org.example":{"a":1}}}',
  '{"records":[{"id":"a"}],"records":[{"id":"b"},{"id":"c","id":"d"}],"schemaVersion":"1"}',
  '{"type":"article","records":[1,{"a":2}],"headline":"漢字"}',
  '{"records":[{"a":1}],"type":"article"}',
  '  "only a text"  ',
  '[]',
  '{"a":{"records":[1]},"b":[[[1]]]}',
].map(encodeUtf8);

describe('createJsonStream', () => {
  it('hands on the elements of the root array', () => {
    const { elements, documents, lists } = read('[1,{"a":[2]}, "x"]');
    expect(elements.map(({ index, value }) => [index, value])).toEqual([
      [0, 1],
      [1, { a: [2] }],
      [2, 'x'],
    ]);
    expect(documents.map(({ value }) => value)).toEqual([[]]);
    expect(lists).toEqual([[]]);
  });

  it('hands on the records of a dataset, and the rest as the document', () => {
    const { elements, documents, lists } = read(
      '{"schemaVersion":"1","records":[{"id":"a"},2],"extensions":{}}',
    );
    expect(elements.map(({ value }) => value)).toEqual([{ id: 'a' }, 2]);
    expect(documents.map(({ value }) => value)).toEqual([
      { schemaVersion: '1', records: [], extensions: {} },
    ]);
    expect(lists).toEqual([['records']]);
  });

  it('keeps whole what is a record', () => {
    const { elements, documents } = read('{"type":"article","records":[1]}');
    expect(elements).toEqual([]);
    expect(documents.map(({ value }) => value)).toEqual([{ type: 'article', records: [1] }]);
  });

  it('says when a second list takes the place of the first', () => {
    const { elements, lists, problems } = read('{"records":[1],"records":[2,3]}');
    expect(lists).toEqual([['records'], ['records']]);
    expect(elements.map(({ index, value }) => [index, value])).toEqual([
      [0, 1],
      [0, 2],
      [1, 3],
    ]);
    expect(problems).toMatchObject([
      { code: 'syntax/duplicate-key', start: 15, related: [{ start: 1, end: 10 }] },
    ]);
  });

  it('gives every problem to the element that it stands in', () => {
    const { elements, between, documents } = read('[{"a":1,"a":2} {"b" 1}, // no\n [1,],]');
    expect(elements.map(({ problems }) => codes(problems))).toEqual([
      ['duplicate-key@8'],
      ['invalid@15', 'invalid@20'],
      ['invalid@33'],
    ]);
    expect(codes(between)).toEqual(['comment@24', 'invalid@35']);
    expect(documents[0]!.problems).toEqual([]);
  });

  it('gives what follows a list, and what stands before it, to the document', () => {
    const { documents } = read('\ufeff/* x */[1] 2');
    expect(codes(documents[0]!.problems)).toEqual(['bom@0', 'comment@3', 'invalid@14']);
  });

  it('finds in one run what is wrong in several elements', () => {
    expect(codes(read('[{"a":1],{"b":2}},{"c":[1},{"d":1,{"e":{"f":1,}}, {"g":"x]').problems)).toEqual([
      'invalid@7',
      'invalid@16',
      'invalid@25',
      'invalid@34',
      'invalid@45',
      'truncated@58',
    ]);
  });

  it('reads any text as a reader of whole texts does, however it is cut', () => {
    const count = { elements: 0, between: 0, problems: 0 };
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(mutation, { maxLength: 4 }),
        lengths,
        (text, mutations, pieces) => {
          const bytes = mutate(text, mutations);
          const inOne = read(bytes);
          const taken = read(bytes, pieces);
          expect(taken).toEqual(inOne);
          expect(taken.misplaced).toEqual([]);
          const whole = parseJson(bytes);
          const problems = [...whole.problems].sort(
            (a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1),
          );
          expect(taken.problems.map(({ scope, ...rest }) => rest)).toEqual(
            problems.map(({ scope, ...rest }) => rest),
          );
          // A second list that is none takes the place of the first, too.
          const again = taken.documents[0]!.problems.some(({ code }) => code === 'syntax/duplicate-key');
          if (taken.lists.length === 1 && whole.value !== undefined && !again) {
            const list = (
              taken.lists[0]!.length === 0 ? whole.value : (whole.value as { records: unknown }).records
            ) as unknown[];
            if (Array.isArray(list)) expect(taken.elements.map(({ value }) => value)).toEqual(list);
          }
          count.elements += taken.elements.length;
          count.between += taken.between.length;
          count.problems += taken.problems.length;
        },
      ),
      { numRuns: 3 * RUNS },
    );
    expect(Math.min(count.elements, count.problems)).toBeGreaterThan(RUNS);
    expect(count.between).toBeGreaterThan(RUNS / 100);
  });

  it('refuses an element, or a text, that is too long, and what is too long does not depend on how the text is cut', () => {
    const long = (size: number) => `[{"a":"${'x'.repeat(size - 8)}"},{"b":1}]`;
    for (const pieces of [[], [1], [7], [100]]) {
      expect(read(long(60), pieces, { maxBytes: 60 }).elements.length).toBe(2);
      const tooLong = read(long(61), pieces, { maxBytes: 60 });
      expect(codes(tooLong.problems)).toEqual(['io/too-large@1']);
      expect(tooLong.elements.map(({ places }) => (places as unknown[][])[0]![3])).toEqual([true]);
      expect(codes(read(`{"a":"${'x'.repeat(100)}"}`, pieces, { maxBytes: 60 }).problems)).toEqual([
        'io/too-large@0',
      ]);
    }
  });

  it('does not keep what it handed on', () => {
    const record = encodeUtf8(`{"id":"${'x'.repeat(10_000)}"},`);
    let elements = 0;
    const stream = createJsonStream(
      { document() {}, list() {}, between() {}, element: () => elements++ },
      { maxBytes: 20_000 },
    );
    stream.write(encodeUtf8('['));
    for (let count = 0; count < 1000; count++) stream.write(record);
    stream.end();
    expect(elements).toBe(1000);
  });

  it('begins a token that comes in many pieces no more often than it must', () => {
    const piece = encodeUtf8('x'.repeat(1000));
    const run = (size: number): void => {
      const stream = createJsonStream({ document() {}, list() {}, between() {}, element() {} });
      stream.write(encodeUtf8('["'));
      for (let count = 0; count < size; count++) stream.write(piece);
      stream.end();
    };
    expect(growth(run, 3000)).toBeLessThan(2.5);
  });
});
