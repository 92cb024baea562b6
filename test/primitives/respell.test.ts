import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { countryCodes } from '../../src/primitives/country-code.js';
import { instantToEpochMilliseconds, isInstant } from '../../src/primitives/instant.js';
import {
  type Respell,
  respellCountryCode,
  respellFuzzyDate,
  respellInstant,
  respellLanguageTag,
  respellRecurrenceRule,
  respellTimeZone,
  respellWebUrl,
} from '../../src/primitives/respell.js';
import { RUNS } from '../support/runs.js';

const cases: readonly [string, string, string | undefined, Respell][] = [
  ['instant', '2024-06-19t09:30:00z', '2024-06-19T09:30:00Z', respellInstant],
  ['instant', '2024-06-19 09:30:00Z', '2024-06-19T09:30:00Z', respellInstant],
  ['instant', ' 2024-06-19T09:30:00,5 +0700 ', '2024-06-19T09:30:00.5+07:00', respellInstant],
  ['instant', '2024-06-19T09:30:00+07', '2024-06-19T09:30:00+07:00', respellInstant],
  ['instant', '2024-06-19T09:30:00\u221205:00', '2024-06-19T09:30:00-05:00', respellInstant],
  // what would say more than was written, or something else
  ['instant', '2024-06-19T09:30Z', undefined, respellInstant],
  ['instant', '2024-06-19T09:30:00', undefined, respellInstant],
  ['instant', '2024-06-19T24:00:00z', undefined, respellInstant],
  ['instant', '2024-06-19T09:30:60z', undefined, respellInstant],
  ['instant', '2023-02-29t09:30:00z', undefined, respellInstant],
  ['instant', '2024-06-19T09:30:00+1500', undefined, respellInstant],
  ['fuzzy date', ' 2024-06~ ', '2024-06~', respellFuzzyDate],
  ['fuzzy date', '2024-06-19t09:30:00z', '2024-06-19T09:30:00Z', respellFuzzyDate],
  ['fuzzy date', '2024-06-19t09:30:00+07:00', '2024-06-19T09:30:00+07:00', respellFuzzyDate],
  ['fuzzy date', '2023–24', undefined, respellFuzzyDate],
  ['fuzzy date', '2024-6-9', undefined, respellFuzzyDate],
  ['fuzzy date', 'late 2024', undefined, respellFuzzyDate],
  ['country code', 'vn', 'VN', respellCountryCode],
  ['country code', ' Vn', 'VN', respellCountryCode],
  ['country code', 'xx', undefined, respellCountryCode],
  ['country code', 'uk', undefined, respellCountryCode],
  ['language tag', 'en_GB', 'en-GB', respellLanguageTag],
  ['language tag', 'en_GB.UTF-8', undefined, respellLanguageTag],
  ['language tag', 'english language', undefined, respellLanguageTag],
  ['time zone', 'Asia/Ho Chi Minh', 'Asia/Ho_Chi_Minh', respellTimeZone],
  ['time zone', 'Hanoi', undefined, respellTimeZone],
  ['recurrence rule', 'RRULE:FREQ=WEEKLY', 'FREQ=WEEKLY', respellRecurrenceRule],
  ['recurrence rule', 'freq=weekly;byday=mo', 'FREQ=WEEKLY;BYDAY=MO', respellRecurrenceRule],
  ['recurrence rule', 'every Friday', undefined, respellRecurrenceRule],
  ['web URL', ' https://example.org/a\n', 'https://example.org/a', respellWebUrl],
  ['web URL', 'https://example.org/a b?c d#e f', 'https://example.org/a%20b?c%20d#e%20f', respellWebUrl],
  ['web URL', 'https:\\\\example.org\\a', 'https://example.org/a', respellWebUrl],
  ['web URL', 'https://example.org/?q=a\\b', undefined, respellWebUrl],
  ['web URL', 'https://exa mple.org/', undefined, respellWebUrl],
  ['web URL', 'https://example.org/100%', undefined, respellWebUrl],
  ['web URL', '\u00a0https://example.org/', undefined, respellWebUrl],
  ['web URL', 'example.org', undefined, respellWebUrl],
  ['web URL', ' javascript:alert(1)', undefined, respellWebUrl],
];

describe('another spelling of the same', () => {
  test.each(cases)('%s: %j is %j', (_, written, right, respell) => {
    expect(respell(written)).toBe(right);
  });

  it('of an instant is the same point in time', () => {
    const part = (most: number) => fc.nat(most).map((number) => String(number).padStart(2, '0'));
    const loose = fc
      .tuple(
        fc.constantFrom('T', 't', ' '),
        part(23),
        part(59),
        part(59),
        fc.constantFrom('', '.5', ',25'),
        fc.constantFrom('Z', 'z', ' Z', '+07:00', '+0700', '+07', '\u22120330', '-12'),
      )
      .map(([t, h, m, s, fraction, offset]) => ({
        text: `2024-06-19${t}${h}:${m}:${s}${fraction}${offset}`,
      }));
    fc.assert(
      fc.property(loose, ({ text }) => {
        const right = respellInstant(text);
        expect(isInstant(right)).toBe(true);
        expect(respellInstant(right!)).toBe(right);
        const asDate = text
          .toUpperCase()
          .replace(/^(\S{10}) /, '$1T')
          .replace(' ', '')
          .replace(',', '.')
          .replace('\u2212', '-')
          .replace(/([+-]\d\d):?(\d\d)?$/, (_, hours, minutes = '00') => `${hours}:${minutes}`);
        expect(instantToEpochMilliseconds(right!)).toBe(Date.parse(asDate));
      }),
      { numRuns: RUNS },
    );
  });

  it('of a URL leads to the same place', () => {
    const messy = fc
      .array(fc.constantFrom(' ', '\\', '/', 'a', '%20', '?', '#', '\t', '.', 'é'), { maxLength: 12 })
      .map((parts) => ` http://example.org/${parts.join('')} `);
    fc.assert(
      fc.property(messy, (text) => {
        const right = respellWebUrl(text);
        if (right !== undefined) expect(new URL(right).href).toBe(new URL(text).href);
      }),
      { numRuns: RUNS },
    );
  });

  it('of a country code is a real one, whatever its case', () => {
    for (const code of countryCodes) expect(respellCountryCode(code.toLowerCase())).toBe(code);
  });
});
