import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as z from 'zod';
import { keywordsFor } from '../../scripts/json-schema/keywords.js';
import { schemaCodes } from '../../src/finding/schema-codes.js';
import type { ProblemParams } from '../../src/schema/cross-field.js';
import { judged } from '../support/constraints.js';
import { corpora } from '../support/corpora.js';
import { RUNS } from '../support/runs.js';

const beyond = new Set<string>(
  schemaCodes.filter(({ beyondJsonSchema }) => beyondJsonSchema).map(({ code }) => code),
);

/** Right ones, and wrong ones of every sort, for each form that a function judges. */
const samples: Readonly<Record<string, readonly string[]>> = {
  instant: [
    '2024-06-19T09:30:00Z 2024-06-19T09:30:00.123456789+07:00 2024-02-29T00:00:00-12:00 1900-02-28T23:59:59+14:00',
    '2023-02-29T00:00:00Z 1900-02-29T00:00:00Z 2024-04-31T00:00:00Z 2024-13-01T00:00:00Z 2024-06-19T24:00:00Z 2024-06-19T09:30:60Z',
    '2024-06-19T09:30Z 2024-06-19t09:30:00z 2024-06-19 2024-06-19T09:30:00 2024-06-19T09:30:00+14:01 2024-06-19T09:30:00-12:01',
    '2024-06-19T09:30:00.Z 2024-06-19T09:30:00+7:00 +2024-06-19T09:30:00Z 24-06-19T09:30:00Z 2024-06-19T09:30:00Zfoo',
  ],
  'fuzzy-date': [
    '2024 2024-06 2024-06-19 2024-06-19T09:30:00 2024-06-19T09:30:00+07 2024-06-19T09:30:00.5-12:00 2024-21 -0001 -0004-02-29 Y17000 Y-17000',
    '2024? 2024-06~ 2024-06-19% 202X 20XX XXXX 2024-XX 2024-06-XX 2024-XX-XX XXXX-XX-XX -000X 2024/2025 2024-06~/2024-06-19 ../2024 2024/.. /2024 2024/ / ../..',
    '[2023,2024] [2023..2024] [..2024] [2024..] [2023-09,2024-09..2024-11,2025..] [2024-06-19T09:30:00..2024-06-20T09:30:00] [2024-21..2024-22] [Y17000..Y18000]',
    '-0000 -0000-02-29 2023-02-29 1900-02-29 2024-00 2024-13 2024-20 2024-25 2024-06-31 2024-06-00 2024-21? 2024-21-01 2024-06-19T24:00:00 2024-06-19T09:30:00?',
    '2024-06-19T09:30:00+14:01 2024-06-19T09:30:00-13 2024-06T09:30:00 202X-06 198X-XX 2024-XX-19 XXXX-06-19 2024-XX/2025 Y17000/Y18000 2024/202X',
    '[2024..2025-06] [2024?..2025] [2024,..2025] [2024..,2025] [..2024..2025] [] [2024 2024] {2024,2025} 2024/2025/2026 Y2024 Y9007199254740991 Y9007199254740992 1950S2 Y-17E7',
    '2024/2023 [2025..2024] 2024-06-20/2024-06-19 24 2024-6 ?2024-06 2024-?06 June',
  ],
  'language-tag': [
    'en vi-VN zh-Hant-TW zh-yue-HK de-CH-1996 sl-rozaj-biske en-a-bbb-x-a x-private i-klingon EN-gb-OED sgn-be-FR art-lojban es-419 de-1901-1996 u-nu no-bok abcdefgh',
    'en_GB english-language- -en en- a abcdefghi en-gb-gb de-1996-1996 en-a-bb-a-cc en-u hans-cmn-cn x i-unknown en--GB é-FR ſl en-x en-1 en-419-419',
  ],
  'country-code': ['VN US GB', 'vn VNM XX UK EU XK V 1A'],
  'time-zone': [
    'Asia/Ho_Chi_Minh UTC Etc/GMT+7 America/Argentina/Buenos_Aires',
    `Mars/Olympus_Mons +07:00 Asia/ /Asia Asia//Hanoi 1Asia Europe/Zürich GMT+7:00 ${'A'.repeat(65)}`,
  ],
  'web-url': [
    'https://example.org http://example.org:8080/a/b?c=d#e HTTPS://EXAMPLE.ORG/ https://exämple.org/é https://127.0.0.1/ http://[::1]:80/ https://a_b.example.org. https://example.org:/ https://x.org?q https://x.org#f https://例え.jp/%E3%81 https://xn--bcher-kva.de https://1e4.org',
    'javascript:alert(1) ftp://example.org //example.org example.org https:example.org https:/example.org https:///example.org https://user@example.org/ https://u:p@example.org https://example.org:65536/ https://example.org:8a',
    'https://exa\\mple.org https://example.org/a\\b https://example.org/% https://example.org/%zz https://example.org/<a> https://example.org/#a#b https://example.org/[a] https://1.2.3.4.5/ https://999.0.0.1/ https://1.2.3/ https://0x7f.1/ https://127.0.0.1./',
    `https://a..b/ https://.a/ https://[::1 https://[g::1]/ https://[1:2]/ https://${'a'.repeat(64)}.org https://xn--a.org/ https://\u200bexample.org https://ex\u00adample.org/ https://example.org/\u202e https://\ud800.org/ https://a.org/\ufdd0 https://a.org/\u{1fffe} https:// https://? https://:80/`,
  ],
  'recurrence-rule': [
    'FREQ=WEEKLY FREQ=DAILY;COUNT=4 INTERVAL=2;FREQ=MONTHLY;BYDAY=1MO,-1FR;WKST=SU FREQ=YEARLY;BYWEEKNO=1,-53;BYDAY=MO;UNTIL=20241231T235960Z FREQ=DAILY;BYHOUR=0,23;BYMINUTE=059;BYSECOND=60',
    'FREQ=MONTHLY;BYMONTHDAY=-31,+1;BYSETPOS=-1 FREQ=YEARLY;BYYEARDAY=366,-1,001;BYMONTH=12',
    'RRULE:FREQ=DAILY freq=daily COUNT=4 FREQ=FORTNIGHTLY FREQ=DAILY; ;FREQ=DAILY FREQ= FREQ=DAILY;COUNT= FREQ=DAILY;COUNT=0 FREQ=DAILY;COUNT=-1 FREQ=YEARLY;BYMONTH=13 FREQ=DAILY;BYHOUR=24 FREQ=DAILY;BYSECOND=61',
    'FREQ=DAILY;BYMINUTE=60 FREQ=YEARLY;BYYEARDAY=367 FREQ=YEARLY;BYYEARDAY=0 FREQ=YEARLY;BYWEEKNO=54 FREQ=MONTHLY;BYMONTHDAY=32 FREQ=MONTHLY;BYDAY=54MO FREQ=MONTHLY;BYDAY=0MO FREQ=DAILY;UNTIL=20241301 FREQ=DAILY;UNTIL=2024 FREQ=DAILY;WKST=1MO FREQ=DAILY;X-A=1',
    `FREQ=WEEKLY;FREQ=DAILY FREQ=DAILY;COUNT=1;COUNT=2 FREQ=DAILY;COUNT=1;UNTIL=20241201 FREQ=WEEKLY;BYDAY=1MO FREQ=DAILY;BYWEEKNO=1 FREQ=DAILY;BYSETPOS=1 FREQ=DAILY;UNTIL=20240231 FREQ=DAILY;COUNT=1234567890 FREQ=DAILY;BYHOUR=${'1,'.repeat(3000)}1`,
  ],
};
const textsOf = (form: string): readonly string[] => [
  ...(samples[form === 'fuzzy-point' ? 'fuzzy-date' : form] ?? []).flatMap((line) => line.split(' ')),
  '',
  ' ',
  'not of this form',
];

const forms = [...judged].filter(([, form]) => form !== 'extensions');

describe.each(forms.map(([schema, form]) => ({ schema: schema as z.ZodType, form })))(
  'the JSON Schema of $form',
  ({ schema, form }) => {
    const accepts = new Ajv2020({ validateFormats: false, strictTypes: false }).compile(keywordsFor(schema));

    /** `undefined` where both judge alike, and where zod alone can say it and has the code for that. */
    function disagreement(text: string): string | undefined {
      const result = schema.safeParse(text);
      if (result.success) return accepts(text) ? undefined : `refuses ${JSON.stringify(text)}`;
      const [issue] = result.error.issues;
      const { code } = (issue as z.core.$ZodIssueCustom).params as unknown as ProblemParams;
      if (accepts(text) === beyond.has(code)) return undefined;
      return `${accepts(text) ? 'accepts' : 'refuses'} ${JSON.stringify(text)}, to which zod says ${code}`;
    }
    const disagreements = (texts: Iterable<string>): readonly (string | undefined)[] =>
      [...texts].map(disagreement).filter((text) => text !== undefined);

    test('agrees with zod on texts of every sort', () => {
      const texts = textsOf(form);
      expect(disagreements(texts)).toEqual([]);
      expect(new Set(texts.map((text) => schema.safeParse(text).success))).toEqual(new Set([true, false]));
    });

    test('agrees with zod on texts that differ from these in a few places', () => {
      const texts = textsOf(form).filter((text) => text.length < 200);
      const characters = [...new Set(texts.join(''))];
      const edit = fc.record({
        at: fc.nat(),
        remove: fc.nat(3),
        insert: fc.array(fc.constantFrom(...characters), { maxLength: 2 }),
      });
      fc.assert(
        fc.property(
          fc.constantFrom(...texts),
          fc.array(edit, { minLength: 1, maxLength: 3 }),
          (text, edits) => {
            let edited = text;
            for (const { at, remove, insert } of edits) {
              const start = at % (edited.length + 1);
              edited = edited.slice(0, start) + insert.join('') + edited.slice(start + remove);
            }
            expect(disagreement(edited)).toBeUndefined();
          },
        ),
        { numRuns: RUNS * 3 },
      );
    });

    const folders = [
      '05-edtf',
      '06b-json-schema-formats',
      '06c-strings-utf8',
      '09-urls-langtags',
      '10-dates-rfc3339-iso8601',
    ];
    test.skipIf(folders.some((set) => corpora(set) === undefined))('agrees with zod on the corpora', () => {
      const texts = new Set(folders.flatMap((set) => stringsIn(corpora(set)!)));
      expect(texts.size).toBeGreaterThan(5000);
      expect(disagreements(texts)).toEqual([]);
    });
  },
);

/** Every string of the JSON files of a folder, keys included, and every line of its text files. */
function stringsIn(path: string): string[] {
  if (statSync(path).isDirectory()) return readdirSync(path).flatMap((name) => stringsIn(join(path, name)));
  if (path.endsWith('.txt')) return readFileSync(path, 'utf8').split('\n');
  if (!path.endsWith('.json')) return [];
  const strings: string[] = [];
  JSON.parse(readFileSync(path, 'utf8'), (key, value: unknown) => {
    strings.push(key);
    if (typeof value === 'string') strings.push(value);
    return value;
  });
  return strings;
}
