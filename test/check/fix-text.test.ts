import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { stringify } from 'yaml';
import { checkText } from '../../src/check/check-text.js';
import { fixText } from '../../src/check/fix-text.js';
import { applyEdits } from '../../src/check/text-edits.js';
import { encodeUtf8 } from '../../src/text/utf8.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { validFixtures } from '../support/fixtures.js';
import { oneIn } from '../support/runs.js';
import { keysIn, renamed, slipsOf } from '../support/slips.js';

const fixed = (text: string, file: string): string =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(fixText(text, { file }).bytes);

describe('a fix changes what is wrong, and nothing else', () => {
  test.each<[string, string, string, string]>([
    [
      'blanks, tabs and odd order',
      'a.json',
      '{"headlin" :\t"Rain",\n\n  "id":"a" , "type" : "article"}\n\n',
      '{"headline" :\t"Rain",\n\n  "id":"a" , "type" : "article"}\n\n',
    ],
    [
      'CRLF and no line end at the end',
      'a.json',
      '{\r\n  "type": "article",\r\n  "id": "a",\r\n  "language": "en_GB"\r\n}',
      '{\r\n  "type": "article",\r\n  "id": "a",\r\n  "language": "en-GB"\r\n}',
    ],
    [
      'a byte order mark',
      'a.json',
      '\ufeff{"type":"article","id":"a","headlin":"x"}',
      '\ufeff{"type":"article","id":"a","headline":"x"}',
    ],
    [
      'escapes in what is replaced',
      'a.json',
      '{"type":"article","id":"a","publishedAt":"2024-06-19\\u007409:30:00z"}',
      '{"type":"article","id":"a","publishedAt":"2024-06-19T09:30:00Z"}',
    ],
    [
      'characters beyond ASCII before the place',
      'a.json',
      '{"type":"article","id":"a","headline":"Hà Nội 🇻🇳","languag":"vi"}',
      '{"type":"article","id":"a","headline":"Hà Nội 🇻🇳","language":"vi"}',
    ],
    [
      'comments that JSON does not know',
      'a.json',
      '{"type":"article", // why\n"id":"a","headlin":"x"}',
      '{"type":"article", // why\n"id":"a","headline":"x"}',
    ],
    [
      'every line of NDJSON for itself',
      'a.ndjson',
      '{"type":"article","id":"a","headlin":"x"}\r\n\n{"type":"article"\n{"type":"article","id":"b","headlin":"y"}',
      '{"type":"article","id":"a","headline":"x"}\r\n\n{"type":"article"\n{"type":"article","id":"b","headline":"y"}',
    ],
    [
      'the quoting and the comments of YAML',
      'a.yaml',
      "# one\ntype: article   # two\nid: a\n'headlin':  \"it's\"\n\"by-line\": x\nlanguage: 'en_GB'\npublishedAt: 2024-06-19t09:30:00z # three\n",
      "# one\ntype: article   # two\nid: a\n'headline':  \"it's\"\n\"byline\": x\nlanguage: 'en-GB'\npublishedAt: 2024-06-19T09:30:00Z # three\n",
    ],
    [
      'a plain text that would be read as something else gets quotes',
      'a.yaml',
      'type: article\nid: a\nurl: " https://example.org/#a b"\ncanonicalUrl: https://example.org/a b\n',
      'type: article\nid: a\nurl: "https://example.org/#a%20b"\ncanonicalUrl: https://example.org/a%20b\n',
    ],
    [
      'flow and block of YAML, in several documents',
      'a.yaml',
      '---\n{ type: article, id: a, headlin: x }\n---\n- type: Article\n  id: b\n  url: |\n    https://example.org/\n...\n',
      '---\n{ type: article, id: a, headline: x }\n---\n- type: article\n  id: b\n  url: "https://example.org/"\n...\n',
    ],
    [
      'anchors and aliases of YAML',
      'a.yaml',
      '- {type: article, id: a, language: &l en_GB}\n- {type: article, id: b, language: *l}\n',
      '- {type: article, id: a, language: &l en-GB}\n- {type: article, id: b, language: *l}\n',
    ],
  ])('%s', (_, file, before, after) => {
    expect(fixed(before, file)).toBe(after);
    expect(fixText(after, { file }).fixed).toBe(0);
  });
});

describe('a fix is made', () => {
  it('of a key, then of its value, and is counted', () => {
    const text = '{"type":"Article","id":"a","Published_At":"2024-06-19 09:30:00Z"}';
    const { bytes, fixed, edits } = fixText(text);
    expect(new TextDecoder().decode(bytes)).toBe(
      '{"type":"article","id":"a","publishedAt":"2024-06-19T09:30:00Z"}',
    );
    expect(fixed).toBe(3);
    expect(edits.map(({ start, end }) => [start, end])).toEqual([
      [8, 17],
      [27, 41],
      [42, 64],
    ]);
  });

  it('only where it is accepted', () => {
    const text = '{"type":"article","id":"a","headlin":"x","language":"en_GB"}';
    const { fixed } = fixText(text, { accept: ({ code }) => code !== 'schema/unknown-key' });
    expect(fixed).toBe(1);
  });

  it('not in a text that is not UTF-8, nor of a key that stands there twice', () => {
    const latin = Buffer.from('{"type":"article","id":"a","headlin":"\xe9"}', 'latin1');
    expect(fixText(latin).fixed).toBe(0);
    expect(fixText('{"type":"article","id":"a","headlin":"x","headlin":"y"}').fixed).toBe(0);
  });

  it('never where two keys were meant to be one', () => {
    const text = '{"type":"article","id":"a","headlin":"x","hedline":"y"}';
    expect(fixText(text)).toMatchObject({ fixed: 0, edits: [] });
  });

  it('in twenty thousand places of one text', () => {
    const line = '{"type":"article","id":"a","headlin":"x"}\n';
    expect(fixText(line.repeat(20_000), { file: 'a.ndjson' }).fixed).toBe(20_000);
  });
});

const maximal = recordTypes.flatMap((type) =>
  validFixtures(type)
    .filter(({ name }) => name.startsWith('maximal'))
    .map(({ value }) => value as object),
);

describe('over all that a record may hold', () => {
  it('all bytes outside the edits stay, and a second time finds nothing to do', () => {
    const syntaxes = {
      'a.json': (value: object) => JSON.stringify(value, null, '\t'),
      'b.ndjson': (value: object) => `${JSON.stringify(value)}\r\n${JSON.stringify(value)}`,
      'c.yaml': (value: object) => stringify(value),
      'd.yml': (value: object) => stringify([value], { defaultStringType: 'QUOTE_SINGLE' }),
    } as const;
    const broken = fc
      .record({
        file: fc.constantFrom(...(Object.keys(syntaxes) as (keyof typeof syntaxes)[])),
        record: fc.constantFrom(...maximal),
        slips: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 4 }),
      })
      .map(({ file, record, slips }) => {
        let value: object = record;
        for (const [which, how] of slips) {
          const keys = keysIn(value);
          const path = keys[which % keys.length]!;
          const names = slipsOf(path.at(-1) as string);
          if (names.length > 0) value = renamed(value, path, names[how % names.length]!) as object;
        }
        return { file, text: syntaxes[file](value) };
      });
    fc.assert(
      fc.property(broken, ({ file, text }) => {
        const { bytes, fixed, edits } = fixText(text, { file });
        expect(applyEdits(encodeUtf8(text), edits)).toEqual(bytes);
        expect(fixed).toBeGreaterThanOrEqual(edits.length);
        expect(fixText(bytes, { file }).fixed).toBe(0);
        const codes = checkText(bytes, { file, refs: 'off' }).diagnostics.map(({ code }) => code);
        expect(codes.filter((code) => code.startsWith('syntax/'))).toEqual(
          checkText(text, { file, refs: 'off' })
            .diagnostics.map(({ code }) => code)
            .filter((code) => code.startsWith('syntax/')),
        );
      }),
      { numRuns: oneIn(5) },
    );
  }, 120_000);
});
