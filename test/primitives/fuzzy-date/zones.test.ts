import { describe, expect, it } from 'vitest';
import { toInstantRange } from '../../../src/primitives/fuzzy-date/instant-range.js';
import {
  isDefinitelyBefore,
  isPossiblyBefore,
  isPossiblyOverlapping,
} from '../../../src/primitives/fuzzy-date/order.js';

const days: readonly (readonly [string, string, string, string, string])[] = [
  [
    'a day of 23 hours',
    '2024-03-10',
    'America/New_York',
    '2024-03-10T05:00:00.000Z',
    '2024-03-11T03:59:59.999Z',
  ],
  [
    'a day of 25 hours',
    '2024-11-03',
    'America/New_York',
    '2024-11-03T04:00:00.000Z',
    '2024-11-04T04:59:59.999Z',
  ],
  [
    'a time that is there twice',
    '2024-11-03T01:30:00',
    'America/New_York',
    '2024-11-03T05:30:00.000Z',
    '2024-11-03T06:30:00.999Z',
  ],
  [
    'a day that begins at 01:00',
    '2024-04-26',
    'Africa/Cairo',
    '2024-04-25T22:00:00.000Z',
    '2024-04-26T20:59:59.999Z',
  ],
  [
    'a day that begins within a jump',
    '1919-03-31',
    'America/Toronto',
    '1919-03-31T04:30:00.000Z',
    '1919-04-01T03:59:59.999Z',
  ],
  [
    'the zone furthest ahead',
    '2024-06-19',
    'Pacific/Kiritimati',
    '2024-06-18T10:00:00.000Z',
    '2024-06-19T09:59:59.999Z',
  ],
  [
    'an offset of less than an hour',
    '1970-01-01',
    'Africa/Monrovia',
    '1970-01-01T00:44:30.000Z',
    '1970-01-02T00:44:29.999Z',
  ],
  [
    'half an hour of summer time',
    '2024-10-06',
    'Australia/Lord_Howe',
    '2024-10-05T13:30:00.000Z',
    '2024-10-06T12:59:59.999Z',
  ],
  [
    'a time with an offset',
    '2024-06-19T09:30:00+07:00',
    'America/New_York',
    '2024-06-19T02:30:00.000Z',
    '2024-06-19T02:30:00.999Z',
  ],
];

describe('toInstantRange', () => {
  it.each(days)('%s', (_, date, timeZone, earliest, latest) => {
    expect(toInstantRange(date, { timeZone })).toEqual({ earliest, latest });
  });

  it('leaves a day that a zone skipped to the moment of the jump', () => {
    expect(toInstantRange('2011-12-30', { timeZone: 'Pacific/Apia' })).toEqual({
      earliest: '2011-12-30T09:59:59.999Z',
      latest: '2011-12-30T10:00:00.000Z',
    });
  });

  it('has no instant for what is open, unknown or beyond the years of instants', () => {
    expect(toInstantRange('../..')).toEqual({});
    expect(toInstantRange('Y17000')).toEqual({});
    expect(toInstantRange('2024/', { timeZone: 'UTC' })).toEqual({ earliest: '2024-01-01T00:00:00.000Z' });
    expect(toInstantRange('Y300000', { timeZone: 'Asia/Kolkata' })).toEqual({});
  });

  it('refuses what is no time zone', () => {
    expect(() => toInstantRange('2024', { timeZone: 'Mars/Olympus' })).toThrow(RangeError);
  });
});

describe('a date that floats', () => {
  it('lies from UTC-12 to UTC+14 beside an instant', () => {
    expect(isDefinitelyBefore('2024-06-19', '2024-06-20T11:59:59.999Z')).toBe(false);
    expect(isDefinitelyBefore('2024-06-19', '2024-06-20T12:00:00Z')).toBe(true);
    expect(isPossiblyBefore('2024-06-18T09:59:59Z', '2024-06-19')).toBe(true);
    expect(isPossiblyOverlapping('2024-06-19', '2024-06-18T09:59:59Z')).toBe(false);
    expect(isPossiblyOverlapping('2024-06-19', '2024-06-18T10:00:00Z')).toBe(true);
  });

  it('floats no more in a zone, and not beside another that floats', () => {
    expect(isDefinitelyBefore('2024-06-19', '2024-06-20T01:00:00Z', { timeZone: 'Asia/Ho_Chi_Minh' })).toBe(
      true,
    );
    expect(isDefinitelyBefore('2024-06-19', '2024-06-20')).toBe(true);
  });
});

describe('a date that is open to the past', () => {
  it('overlaps nothing after its end', () => {
    expect(isPossiblyOverlapping('../2022', '2024-01-01')).toBe(false);
    expect(isPossiblyOverlapping('[..2022]', '2024-01-01')).toBe(false);
    expect(isPossiblyOverlapping('../2022', '1066')).toBe(true);
  });
});
