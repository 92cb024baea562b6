import { describe, expect, it } from 'vitest';
import { type FormatFuzzyDateOptions, formatFuzzyDate } from '../../../src/primitives/fuzzy-date/format.js';

/** ICU changes its spaces from version to version. */
const spaced = (text: string): string => text.replace(/\s/gu, ' ');

const english: readonly (readonly [string, string])[] = [
  ['2024-06-19', '19 June 2024'],
  ['2024-06', 'June 2024'],
  ['2024-06~', 'around June 2024'],
  ['2024-06?', 'June 2024, uncertain'],
  ['2024-06%', 'around June 2024, uncertain'],
  ['2024-21', 'spring 2024'],
  ['2024-24', 'winter 2024'],
  ['201X', 'between 2010 and 2019'],
  ['XXXX', 'an unknown date'],
  ['2024-XX', '2024'],
  ['2024-06-XX', 'June 2024'],
  ['-0043', '44 BC'],
  ['Y-170000002', '-170000002'],
  ['2024-06-19/..', 'from 19 June 2024'],
  ['../2024', 'until 2024'],
  ['2024-06-19/', 'from 19 June 2024 to an unknown date'],
  ['/2024', 'from an unknown date to 2024'],
  ['2024-06/2024-08', 'from June 2024 to August 2024'],
  ['2024-06~/2024-08', 'from around June 2024 to August 2024'],
  ['[2023-09,2024-09]', 'September 2023 or September 2024'],
  ['[..1983-12]', 'December 1983 or earlier'],
  ['[2024..]', '2024 or later'],
  ['[2024-06-19..2024-06-21]', 'between 19 June 2024 and 21 June 2024'],
  ['2024-06-19T09:30:00+07:00', '19 June 2024 at 09:30:00 UTC+07:00'],
];

describe('formatFuzzyDate', () => {
  it.each(english)('%s is %s', (date, text) => {
    expect(spaced(formatFuzzyDate(date))).toBe(text);
  });

  it.each<readonly [string, FormatFuzzyDateOptions, RegExp]>([
    ['2024-06-19', { locale: 'en-US' }, /^June 19, 2024$/],
    ['2024-06-19', { locale: 'de' }, /^19\. Juni 2024$/],
    ['2024-06-19', { locale: 'ja' }, /^2024年6月19日$/],
    ['2024-06~', { locale: 'fr' }, /^≈ juin 2024$/],
    ['2024-06?', { locale: 'fr' }, /^juin 2024 \(\?\)$/],
    ['2024-06~', { locale: 'de', words: { about: 'etwa {0}' } }, /^etwa Juni 2024$/],
    ['2024-21', { locale: 'fr' }, /^mars\D+mai 2024$/],
    ['2024-21', { locale: 'es', hemisphere: 'south' }, /septiembre.*noviembre/],
    ['2024-06-19/2024-06-21', {}, /^19\D+21 June 2024$/],
    ['2024-06-19/..', { locale: 'fr' }, /^19 juin 2024 – …$/],
    ['2024-06-19T15:30:00Z', { locale: 'en-GB' }, /15:30:00 UTC$/],
    ['2024-06-19T15:30:00Z', { locale: 'en-GB-u-hc-h12' }, /0?3:30:00 pm UTC$/],
  ])('%s with %j', (date, options, text) => {
    expect(spaced(formatFuzzyDate(date, options))).toMatch(text);
  });
});
