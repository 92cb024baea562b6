import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { planOf } from '../../../src/check-node/fast/plan-schema.js';
import { CUT } from '../../../src/check-node/fast/record-plan.js';
import { createRecordReader, type RecordReader } from '../../../src/check-node/fast/record-reader.js';
import { wantedBy } from '../../../src/check-node/fast/wanted.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { changeBytes } from '../../fuzz/byte-changes.js';
import { createRandom } from '../../fuzz/random.js';
import { inKernel, kernel } from '../../support/in-kernel.js';
import { RUNS } from '../../support/runs.js';
import { objectSchemas } from '../../support/schema-arbitrary.js';
import { writeJson } from '../../support/write-json.js';

/** Opens bytes that lie somewhere in memory between others, which end what is open. */
function open(reader: RecordReader, bytes: Buffer, before = 3): void {
  reader.open(inKernel(bytes, before, '"]}0,"a":"b"}'));
}

const Note = z.strictObject({
  id: z.string().regex(/^[!-~]{1,9}$/),
  kind: z.enum(['news', 'newsletter']),
  size: z.int().min(0).max(9).optional(),
  isNew: z.boolean().optional(),
  title: z.string().min(1).optional(),
  parts: z.array(z.strictObject({ id: z.string(), n: z.number().optional() })).optional(),
  body: z.strictObject({ text: z.string().optional(), html: z.string().optional() }).optional(),
  more: z.unknown().optional(),
});
const paths = ['id', 'kind', 'size', 'isNew', 'title', 'parts.*.n', 'body', 'more'];

const long = 'x'.repeat(600);

/** What is made of a text that is all there is; `undefined` where it is doubted. */
function read(text: string, wanted: readonly string[] = paths) {
  const bytes = Buffer.from(text);
  const reader = createRecordReader([planOf(Note, wantedBy(wanted))], kernel);
  open(reader, bytes);
  const end = reader.read(0);
  return end < 0 ? undefined : { ...reader, end, record: reader.record, bytes };
}

describe('a record', () => {
  test('has of what stands in its bytes what is wanted', () => {
    const text =
      ' { "kind" : "newsletter", "id":"a:1", "isNew" :false, "size":7.0,\t"title":"\\u00e9 “é”", "parts":[ {"id":"x","n":-2.5} , {"id":"y"}], "more":{"a":[1]} }'.trim();
    const { record, end } = read(text)!;
    expect(end).toBe(Buffer.byteLength(text));
    expect(record).toEqual({
      kind: 'newsletter',
      id: 'a:1',
      isNew: false,
      size: 7,
      title: 'é “é”',
      parts: [{ n: -2.5 }, {}],
      more: { a: [1] },
    });
    // numbers between limits cost nothing to make
    expect(read(text, ['parts.*.id', 'id'])!.record).toEqual({
      id: 'a:1',
      size: 7,
      parts: [{ id: 'x' }, { id: 'y' }],
    });
    expect(read(text, ['parts'])!.record).toEqual({ size: 7, parts: [{ id: 'x', n: -2.5 }, { id: 'y' }] });
  });

  test('has no long strings of its body, and says where its text is', () => {
    const written = `${long}é\\u00e9\\"\\\\`;
    const text = `{"id":"a","kind":"news","body":{"html":"${long}","text":"${written}"},"title":"${long}"}`;
    const { record, textStart, textEnd, bytes } = read(text)!;
    expect(record).toEqual({ id: 'a', kind: 'news', body: { html: CUT, text: CUT }, title: long });
    expect(bytes.toString('utf8', textStart, textEnd)).toBe(written);
  });

  test.each(['"text":"short"', `"html":"${long}"`, `"text":"","html":"${long}"`])(
    'keeps the text of a body of %s',
    (members) => {
      expect(read(`{"id":"a","kind":"news","body":{${members}}}`)).toMatchObject({
        textStart: -1,
        textEnd: -1,
      });
    },
  );

  test('has no text of a type that was tried before', () => {
    const other = z.strictObject({ body: z.strictObject({ text: z.string() }), kind: z.literal('other') });
    const whole = z.strictObject({
      body: z.strictObject({ text: z.string().min(1) }),
      kind: z.literal('news'),
    });
    const reader = createRecordReader(
      [other, whole].map((schema) => planOf(schema, wantedBy(['body', 'kind']))),
      kernel,
    );
    const bytes = Buffer.from(`{"body":{"text":"${long}"},"kind":"news"}`);
    open(reader, bytes);
    expect(reader.read(0)).toBe(bytes.length);
    expect(reader.record).toEqual({ body: { text: long }, kind: 'news' });
    expect(reader.textStart).toBe(-1);
  });

  test.each([
    ['a key that it does not have', '"zz":1'],
    ['a key given twice', '"kind":"news"'],
    ['an escape in a key', '"siz\\u0065":1'],
    ['a number that is too large', '"size":10'],
    ['a number that is too small', '"size":-1'],
    ['a fraction of what is whole', '"size":1.5'],
    ['a zero before other digits', '"size":01'],
    ['no digits', '"size":-'],
    ['no digits before the point', '"size":.5'],
    ['no digits behind the point', '"size":1.'],
    ['an exponent', '"size":1e0'],
    ['sixteen digits', '"parts":[{"id":"","n":1234567890123456}]'],
    ['what is no number', '"size":"1"'],
    ['what is no boolean', '"isNew":tru3'],
    ['a word that begins as true does', '"isNew":truee'],
    ['an empty text', '"title":""'],
    ['what is no text', '"title":1'],
    ['a text that begins otherwise', '"title":\'a"'],
    ['what is no list', '"parts":{}'],
    ['a comma behind the last item', '"parts":[{"id":""},]'],
    ['no comma between items', '"parts":[{"id":""}{"id":""}]'],
    ['a missing field of an item', '"parts":[{"n":1}]'],
    ['an item of another kind', '"parts":[[]]'],
    ['a comma behind the last field', '"size":1,'],
    ['no colon', '"size" 1'],
    ['a comma before the first field', '"body":{,}'],
    ['half a surrogate pair', '"title":"\\ud83d"'],
    ['a control character', '"title":"\t"'],
    ['a form feed between', '"size":\f1'],
    ['what might be more than JSON tells', '"more":{"a":1,"a":1}'],
    ['what is no JSON', '"more":{"a":tru}'],
    ['what is no object where anything may stand', '"more":[]'],
  ])('is doubted for %s', (_, member) => {
    expect(read(`{"id":"a","kind":"news","size":1}`)).toBeDefined();
    expect(read(`{"id":"a","kind":"news",${member}}`)).toBeUndefined();
    expect(read(`{${member},"id":"a","kind":"news"}`)).toBeUndefined();
  });

  test.each([
    ['an id that is empty', '{"id":"","kind":"news"}'],
    ['an id that is too long', '{"id":"abcdefghij","kind":"news"}'],
    ['a space in an id', '{"id":"a b","kind":"news"}'],
    ['an accent in an id', '{"id":"é","kind":"news"}'],
    ['an escape in an id', '{"id":"\\u0061","kind":"news"}'],
    ['a word that goes on', '{"id":"a","kind":"newslet"}'],
    ['a word that nobody knows', '{"id":"a","kind":"x"}'],
    ['a missing field', '{"id":"a"}'],
    ['no object', '["id"]'],
    ['nothing', ''],
  ])('is doubted for %s', (_, text) => {
    expect(read(text)).toBeUndefined();
  });

  test('is open at every byte that it may be cut at, and doubted there', () => {
    const text = `{"id":"a","kind":"newsletter","size":7,"isNew":true,"title":"a\\"\\u00e9é","parts":[{"id":"x","n":-2.5}],"body":{"text":"${long}\\ud83d\\ude00"},"more":{"a":[1,{}]}}`;
    const bytes = Buffer.from(text);
    const reader = createRecordReader([planOf(Note, wantedBy(paths))], kernel);
    for (let length = 1; length < bytes.length; length++) {
      open(reader, bytes.subarray(0, length), length % 4);
      expect(reader.read(0), String(length)).toBe(-1);
      expect(reader.isOpen(0), String(length)).toBe(true);
    }
    open(reader, bytes);
    expect(reader.read(0)).toBe(bytes.length);
    expect(reader.isOpen(0)).toBe(false);
  });
});

test('whatever a reader accepts, the exact reader and the schema accept, and it makes of it what is wanted', () => {
  let accepted = 0;
  let refused = 0;
  let right = 0;
  let cuts = 0;
  const given = objectSchemas.chain(({ schema, values, keys }) =>
    fc.record({
      schema: fc.constant(schema),
      wanted: keys.length === 0 ? fc.constant([]) : fc.subarray([...keys]),
      values: fc.array(values, { minLength: 1, maxLength: 8 }),
      seed: fc.nat(),
    }),
  );
  fc.assert(
    fc.property(given, ({ schema, wanted, values, seed }) => {
      const random = createRandom(seed);
      const reader = createRecordReader([planOf(schema, wantedBy(wanted))], kernel);
      const texts = values.map((value) => {
        const bytes = Buffer.from(writeJson(value, random));
        return random.below(4) === 0 && bytes.length > 0 ? changeBytes(bytes, random) : bytes;
      });
      const memory = Buffer.concat(texts.flatMap((text) => [text, Buffer.from(',')]));
      if (!isUtf8(memory)) return;
      open(reader, memory, random.below(4));
      let start = 0;
      for (const text of texts) {
        const end = reader.read(start);
        const { record, textStart, textEnd } = reader;
        const bytes = memory.subarray(start, end < 0 ? start + text.length : end);
        start += text.length + 1;
        const { value, problems } = parseJson(bytes);
        const isRight = problems.length === 0 && schema.safeParse(value).success;
        if (isRight) right++;
        if (end < 0) {
          refused++;
          continue;
        }
        accepted++;
        expect(problems).toEqual([]);
        expect(isRight).toBe(true);
        const whole = value as Readonly<Record<string, unknown>>;
        for (const key of wanted) {
          const { body } = record as { readonly body?: { readonly text?: string; readonly html?: string } };
          if (key !== 'body' || body === undefined) expect(record[key]).toEqual(whole[key]);
          else expect(withTexts(body, whole.body as object)).toEqual(whole.body);
        }
        if (textStart >= 0) {
          const { text: own } = whole.body as { readonly text: string };
          expect(JSON.parse(memory.toString('utf8', textStart - 1, textEnd + 1))).toBe(own);
        }
      }
      // A record that is cut anywhere is none.
      const [first] = texts;
      open(reader, first!, random.below(4));
      if (reader.read(0) !== first!.length) return;
      for (let cut = 0; cut < 12; cut++) {
        const length = 1 + random.below(first!.length - 1);
        open(reader, first!.subarray(0, length), random.below(4));
        expect(reader.read(0)).toBe(-1);
        expect(reader.isOpen(0)).toBe(true);
        cuts++;
      }
    }),
    { numRuns: RUNS * 5 },
  );
  expect(accepted).toBeGreaterThan(RUNS);
  expect(refused).toBeGreaterThan(RUNS);
  // What has a plan is seldom doubted; about a third of these schemas has a part that has none.
  expect(accepted).toBeGreaterThan(right / 4);
  expect(cuts).toBeGreaterThan(RUNS);
});

/** A body with the texts that were cut out of it put back. */
function withTexts(part: object, whole: object): object {
  const texts = new Map(Object.entries(whole));
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) => {
      const text: unknown = texts.get(key);
      return [key, value === CUT && String(text).length > 40 ? text : value];
    }),
  );
}
