import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { isFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { isInstant } from '../../src/primitives/instant.js';
import { isWebUrl } from '../../src/primitives/web-url.js';
import { holdTo, type Row } from '../support/conformance.js';
import { corpora } from '../support/corpora.js';

const read = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

/** What the model makes of RFC 3339 beyond its grammar, and the clauses that leave it free to. */
const instantProfile: readonly (readonly [RegExp, string])[] = [
  [/[tz]/, 'RFC 3339, 5.6: applications may demand capital T and Z'],
  [
    /^\d{4}-\d\d-\d\d[ _]/,
    'RFC 3339, 5.6: another separator than T is for readability, and no part of the grammar',
  ],
  [/:60/, 'RFC 3339, 5.7: the grammar allows leap seconds; the project stores none'],
];

function instantRow(name: string, text: string, valid: boolean): Row {
  const profile = valid ? instantProfile.find(([shape]) => shape.test(text))?.[1] : undefined;
  return { name, expected: valid && profile === undefined, actual: isInstant(text), profile };
}

const dates = corpora('10-dates-rfc3339-iso8601');

describe.skipIf(dates === undefined)('10-dates (skipped without NEWSDOMAIN_CORPORA)', () => {
  test('is read as its suites say', () => {
    const toml: readonly { kind: string; string: string; valid: boolean }[] = read(
      dates!,
      'toml-lang__toml-test/datetimes.json',
    );
    const table: readonly { section: string; example: string; rfc3339: boolean; iso8601: boolean }[] = read(
      dates!,
      'IJMacD__rfc3339-iso8601/format-table.json',
    );
    const withOffset = /^\d{4}-\d\d-\d\d.\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/;
    const rows = [
      // TOML knows dates and times without offset, and from 1.1 on times without seconds: those are no instants.
      ...toml.map(({ string, valid }) =>
        instantRow(`toml ${string}`, string, valid && withOffset.test(string)),
      ),
      ...toml
        .filter(({ string, valid }) => valid && /^\d{4}-\d\d-\d\d$/.test(string))
        .map(({ string }) => ({ name: `toml date ${string}`, expected: true, actual: isFuzzyDate(string) })),
      ...toml
        .filter(({ kind, valid }) => kind.startsWith('local-') && !valid)
        .map(({ string }) => ({ name: `toml date ${string}`, expected: false, actual: isFuzzyDate(string) })),
      ...table.map(({ section, example, rfc3339 }) =>
        instantRow(`table ${example}`, example, rfc3339 && section === 'Date-Times'),
      ),
      // EDTF is a profile of ISO 8601: what it accepts is ISO 8601.
      ...table
        .filter(({ section, example }) => section !== 'Times' && isFuzzyDate(example))
        .map(({ example, iso8601 }) => ({ name: `table date ${example}`, expected: true, actual: iso8601 })),
    ];
    holdTo('10-dates', rows, {
      'table date 2021-07-27T14:20:32-00:00':
        'RFC 3339, 4.3: -00:00 is an offset that is unknown; kept, so that every instant is a fuzzy date',
      'table date 2021-07-27T14:20:32.556-00:00':
        'RFC 3339, 4.3: -00:00 is an offset that is unknown; kept, so that every instant is a fuzzy date',
      'table date 2021-07-27T14:20:32.55+00:00':
        'ISO 8601-1:2019, 5.3.1.4: a second may have as many decimal digits as is agreed; the row beside it, with three, is allowed',
    });
  });
});

const formats = corpora('06b-json-schema-formats');

describe.skipIf(formats === undefined)(
  '06b, date-time, date and uri (skipped without NEWSDOMAIN_CORPORA)',
  () => {
    test('is read as its suite says', () => {
      const tests = (format: string): readonly { data: unknown; valid: boolean }[] =>
        read(
          formats!,
          'json-schema-org__JSON-Schema-Test-Suite/tests/draft2020-12/optional/format',
          `${format}.json`,
        )
          .flatMap((group: { tests: object[] }) => group.tests)
          .filter(({ data }: { data: unknown }) => typeof data === 'string');
      const rows = [
        ...tests('date-time').map(({ data, valid }) => instantRow(`date-time ${data}`, String(data), valid)),
        ...tests('date').map(({ data, valid }) => ({
          name: `date ${data}`,
          expected: valid,
          // A fuzzy date is more than a day: only what is written as one is a date of RFC 3339.
          actual: isFuzzyDate(data) && /^\d{4}-\d\d-\d\d$/.test(data),
        })),
        ...tests('uri').map(({ data, valid }): Row => {
          const isOther = valid && !/^https?:/i.test(String(data));
          const hasUser = valid && /^https?:\/\/[^/?#]*@/i.test(String(data));
          const profile = isOther
            ? 'the model: http and https alone'
            : hasUser
              ? 'RFC 3986, 7.5, and the model: no credentials'
              : undefined;
          return {
            name: `uri ${data}`,
            expected: valid && profile === undefined,
            actual: isWebUrl(data),
            profile,
          };
        }),
      ];
      holdTo('06b', rows, {
        'uri https://example.org/foobar®.txt':
          'WHATWG URL, "URL code points": U+00A0 to U+10FFFD may stand in a valid URL string',
        'uri http://087.10.0.1/':
          'WHATWG URL, "ends in a number checker": such a host is an IPv4 address, and 087 is no number of one',
        'uri http://999.999.999.999/': 'WHATWG URL, IPv4 parser: a part above 255 is a failure',
      });
    });
  },
);
