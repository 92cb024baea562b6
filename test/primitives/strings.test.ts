import { iso31661 } from 'iso-3166';
import { describe, expect, it } from 'vitest';
import { hasDay, momentIn } from '../../src/primitives/calendar.js';
import { countryCodes, isCountryCode } from '../../src/primitives/country-code.js';
import { isFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { isRecordId, RECORD_ID_PATTERN } from '../../src/primitives/id.js';
import {
  INSTANT_PATTERN,
  instantToEpochMilliseconds,
  isInstant,
  safeParseInstant,
} from '../../src/primitives/instant.js';
import { canonicalizeLanguageTag, isLanguageTag } from '../../src/primitives/language-tag.js';
import { isRecurrenceRule } from '../../src/primitives/recurrence-rule.js';
import { safeParseTextAnchor } from '../../src/primitives/text-anchor.js';
import { isTimeZone } from '../../src/primitives/time-zone.js';
import { isWebUrl, safeParseWebUrl } from '../../src/primitives/web-url.js';

const judges = {
  isInstant,
  isFuzzyDate,
  isWebUrl,
  isLanguageTag,
  isCountryCode,
  isTimeZone,
  isRecurrenceRule,
  isRecordId,
};

describe.each(Object.entries(judges))('%s', (_, judge) => {
  it.each([undefined, null, 0, true, {}, [], Symbol('a'), 10n])('is false for %s', (value) => {
    expect(judge(value)).toBe(false);
  });

  it.each(['', '\ud800', '\udc00a', 'a\u0000b', '__proto__ ', 'a b'])('is false for %j', (value) => {
    expect(judge(value)).toBe(false);
  });

  // Ten times the text may take thirty times as long, and not a hundred: quadratic time would.
  it.each(['a', '-', '1', ';', '/', '%', '.', 'a-', 'FREQ=', 'https://a.', '\ud800'])(
    'judges %j again and again in linear time',
    (piece) => {
      const [short, long] = [10_000, 100_000].map((length) => {
        const text = piece.repeat(length / piece.length);
        let best = Number.POSITIVE_INFINITY;
        for (let round = 0; round < 5; round++) {
          const start = process.hrtime.bigint();
          judge(text);
          best = Math.min(best, Number(process.hrtime.bigint() - start));
        }
        return best;
      }) as [number, number];
      expect(long / Math.max(short, 200_000)).toBeLessThan(40);
    },
  );
});

describe('an instant', () => {
  const pattern = new RegExp(INSTANT_PATTERN);
  it.each([
    '0000-01-01T00:00:00Z',
    '2024-02-29T23:59:59.123456789+14:00',
    '2024-06-19T09:30:00-12:00',
    '2024-06-19T09:30:00-00:00',
  ])('%s', (text) => {
    expect(safeParseInstant(text)).toEqual({ success: true, data: text });
    expect(pattern.test(text)).toBe(true);
  });

  it.each([
    ['2024-06-19', 'missing-time', 10],
    ['2024-06-19T09:30', 'missing-seconds', 16],
    ['2024-06-19T09:30Z', 'missing-seconds', 16],
    ['2024-06-19T09:30:00', 'missing-offset', 19],
    ['2024-06-19t09:30:00Z', 'lower-case', 10],
    ['2024-06-19T09:30:00z', 'lower-case', 19],
    ['2024-06-19 09:30:00Z', 'syntax', 10],
    ['2024-06-19T09:30:00.Z', 'syntax', 20],
    ['2024-06-19T09:30:00Zfoo', 'syntax', 20],
    ['2023-02-29T00:00:00Z', 'no-such-date', 8],
    ['1900-02-29T00:00:00Z', 'no-such-date', 8],
    ['2024-13-01T00:00:00Z', 'no-such-date', 5],
    ['2024-06-19T24:00:00Z', 'no-such-time', 11],
    ['2024-06-30T23:59:60Z', 'leap-second', 17],
    ['2024-06-19T09:30:00+14:01', 'offset-range', 19],
    ['2024-06-19T09:30:00+99:00', 'offset-range', 19],
    ['2024-06-19T09:30:00-12:01', 'offset-range', 19],
  ])('%s is none: %s at %d', (text, code, position) => {
    expect(safeParseInstant(text).error).toMatchObject({ name: 'InstantError', code, position });
    expect(pattern.test(text)).toBe(false);
  });

  it.each([
    '0000-03-01T00:00:00Z',
    '1969-12-31T23:59:59.999Z',
    '2024-02-29T12:00:00.5+05:30',
    '9999-12-31T23:59:59-12:00',
  ])('%s has the milliseconds of Date', (text) => {
    expect(instantToEpochMilliseconds(text)).toBe(Date.parse(text));
  });
});

describe('a web URL', () => {
  it.each([
    'https://example.org',
    'http://localhost:8080/a?b#c',
    'https://[::1]/',
    'https://例え.jp/文',
    'HTTPS://EXAMPLE.ORG/%20',
  ])('%s', (text) => {
    expect(safeParseWebUrl(text)).toEqual({ success: true, data: text });
  });

  it.each([
    ['https://example.org/a b', 'space', 21],
    [' https://example.org', 'space', 0],
    ['https:\\\\example.org', 'backslash', 6],
    ['https://example.org/%zz', 'percent-encoding', 20],
    ['www.example.org', 'relative', 0],
    ['javascript:alert(1)', 'scheme', 0],
    ['ftp://example.org', 'scheme', 0],
    ['https:/example.org', 'slashes', 6],
    ['https:///example.org', 'slashes', 8],
    ['https://user:secret@example.org/', 'credentials', 8],
    ['https://256.0.0.1/', 'host', 8],
    ['https://', 'host', 8],
    ['https://example.org:65536/', 'port', 20],
    ['https://example.org/<', 'character', 20],
    ['https://example.org/\u202e', 'character', 20],
    ['https://example.org/\ud800', 'character', 20],
  ])('%j is none: %s at %d', (text, code, position) => {
    expect(safeParseWebUrl(text).error).toMatchObject({ name: 'WebUrlError', code, position });
  });
});

describe('a language tag', () => {
  it.each([
    ['EN-gb', 'en-GB'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['i-klingon', 'tlh'],
    ['zh-yue-HK', 'yue-HK'],
    ['x-whatever', 'x-whatever'],
    ['sr-Latn-RS', 'sr-Latn-RS'],
  ])('%s is %s', (tag, canonical) => {
    expect(isLanguageTag(tag)).toBe(true);
    expect(canonicalizeLanguageTag(tag)).toBe(canonical);
  });

  it.each([
    'en_GB',
    'e',
    'en-',
    '-en',
    'en--GB',
    'de-1996-1996',
    'en-a-bb-a-cc',
    'en-u',
    'x',
    'ıd',
    'english language',
    'toolonglang',
  ])('%s is none', (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
    expect(canonicalizeLanguageTag(tag)).toBe(tag);
  });
});

describe('a country code', () => {
  it('is one of those that an independent list has', () => {
    expect([...countryCodes]).toEqual(iso31661.map(({ alpha2 }) => alpha2).sort());
  });

  it.each(['vn', 'XK', 'UK', 'EU', 'VNM', ' VN'])('is not %s', (code) =>
    expect(isCountryCode(code)).toBe(false),
  );
});

describe('a time zone', () => {
  it.each(['Asia/Ho_Chi_Minh', 'Asia/Saigon', 'UTC', 'Etc/GMT+12', 'America/Argentina/Buenos_Aires'])(
    'may be %s',
    (zone) => expect(isTimeZone(zone)).toBe(true),
  );
  it.each(['+07:00', 'Asia/Atlantis', 'Asia//Tokyo', '../etc', 'local'])('is not %s', (zone) =>
    expect(isTimeZone(zone)).toBe(false),
  );
});

describe('a recurrence rule', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=MONTHLY;BYDAY=-1FR;COUNT=6',
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'FREQ=WEEKLY;UNTIL=20240619T093000Z;WKST=SU',
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
  ])('may be %s', (rule) => expect(isRecurrenceRule(rule)).toBe(true));
  it.each([
    'RRULE:FREQ=DAILY',
    'COUNT=6',
    'FREQ=DAILY;FREQ=DAILY',
    'FREQ=DAILY;COUNT=0',
    'FREQ=DAILY;UNTIL=20230229',
    'FREQ=DAILY;COUNT=1;UNTIL=20240619',
    'FREQ=WEEKLY;BYMONTHDAY=1',
    'FREQ=DAILY;BYDAY=1MO',
    'FREQ=MONTHLY;BYWEEKNO=1',
    'FREQ=DAILY;BYSETPOS=1',
    'FREQ=DAILY;constructor=1',
    'FREQ=DAILY;',
  ])('is not %s', (rule) => expect(isRecurrenceRule(rule)).toBe(false));
});

describe('the id of a record', () => {
  it.each(['a', '!', '~', 'article:2024/06/19', 'a'.repeat(200)])('may be %s', (id) => {
    expect(isRecordId(id)).toBe(true);
    expect(new RegExp(RECORD_ID_PATTERN).test(id)).toBe(true);
  });
  it.each(['', ' ', 'a b', 'é', '\u007f', 'a'.repeat(201)])('is not %j', (id) => {
    expect(isRecordId(id)).toBe(false);
    expect(new RegExp(RECORD_ID_PATTERN).test(id)).toBe(false);
  });
});

describe('a text anchor', () => {
  it.each([
    [null, 'schema/type'],
    ['visit', 'schema/type'],
    [{}, 'schema/required'],
    [{ exact: '' }, 'schema/length'],
    [{ exact: 'visit', quote: '' }, 'schema/unknown-key'],
    [{ exact: 'visit', start: 1 }, 'schema/required'],
    [{ exact: 'visit', start: -1, end: 4 }, 'schema/range'],
    [{ exact: 'visit', start: 0.5, end: 5.5 }, 'schema/type'],
    [{ exact: 'visit', start: 5, end: 5 }, 'anchor/end-before-start'],
    [{ exact: 'visit', start: 0, end: 4 }, 'anchor/length'],
    [{ exact: '🇻🇳', start: 0, end: 4 }, 'anchor/length'],
    [{ exact: 'visit', articleId: 'a b' }, 'schema/format'],
  ])('is not %j: %s', (value, code) => {
    expect(safeParseTextAnchor(value).error).toMatchObject({ name: 'TextAnchorError', code });
  });
});

describe('the calendar', () => {
  it('has the moments of Date, and goes on where Date ends', () => {
    for (const year of [-271_000, -400, -1, 0, 1, 1900, 2000, 2024, 270_000])
      for (const month of [0, 1, 2, 11])
        expect(momentIn(year * 12 + month, 1)).toBe(new Date(0).setUTCFullYear(year, month, 1));
    expect(momentIn(170_002_024 * 12)).toBe(5_364_683_544_067_200_000);
  });

  it('knows the days of every month', () => {
    for (const year of [1900, 2000, 2023, 2024])
      for (let month = 1; month <= 12; month++) {
        const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect([0, 1, last, last + 1].map((day) => hasDay(year, month, day))).toEqual([
          false,
          true,
          true,
          false,
        ]);
      }
  });
});
