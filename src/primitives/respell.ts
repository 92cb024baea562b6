import { canParseUrl } from './can-parse-url.js';
import { isCountryCode } from './country-code.js';
import { isFuzzyDate } from './fuzzy-date/parse.js';
import { isInstant } from './instant.js';
import { isLanguageTag } from './language-tag.js';
import { isRecurrenceRule } from './recurrence-rule.js';
import { isTimeZone } from './time-zone.js';
import { isWebUrl } from './web-url.js';

/**
 * The same value in the spelling that is accepted, or `undefined` where none means exactly that. Never a guess: what
 * could be read in two ways, or would say more than was written, has no other spelling.
 */
export type Respell = (text: string) => string | undefined;

const accepted = (text: string, is: (text: string) => boolean): string | undefined =>
  is(text) ? text : undefined;

const looseInstant =
  /^(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(?:[.,](\d+))? ?(?:([Zz])|([+\-\u2212])(\d\d):?(\d\d)?)$/;

/**
 * Capitals, the blank that RFC 3339 allows for the `T`, and what ISO 8601 allows beside it: a comma before the
 * fraction, offsets without colon or without minutes, the true minus sign.
 */
export const respellInstant: Respell = (text) => {
  const parts = looseInstant.exec(text.trim());
  if (parts === null) return undefined;
  const [, date, time, fraction, utc, sign, hours, minutes = '00'] = parts;
  const offset = utc === undefined ? `${sign === '+' ? '+' : '-'}${hours}:${minutes}` : 'Z';
  return accepted(`${date}T${time}${fraction === undefined ? '' : `.${fraction}`}${offset}`, isInstant);
};

/** Capitals of the date-times within. */
export const respellFuzzyDate: Respell = (text) =>
  accepted(
    text.trim().replaceAll(/(?<=\d)[tz](?![a-z])/g, (letter) => letter.toUpperCase()),
    isFuzzyDate,
  );

/** Capitals. */
export const respellCountryCode: Respell = (text) => accepted(text.trim().toUpperCase(), isCountryCode);

/** Hyphens for the underscores of POSIX and ICU. */
export const respellLanguageTag: Respell = (text) =>
  accepted(text.trim().replaceAll('_', '-'), isLanguageTag);

/** Underscores for blanks. */
export const respellTimeZone: Respell = (text) => accepted(text.trim().replaceAll(' ', '_'), isTimeZone);

/** The value without the name of its property, in capitals. */
export const respellRecurrenceRule: Respell = (text) => {
  const value = text.trim().replace(/^RRULE:/i, '');
  return accepted(value, isRecurrenceRule) ?? accepted(value.toUpperCase(), isRecurrenceRule);
};

/** No white space around, `%20` for blanks within, slashes for backslashes: what every browser reads alike. */
export const respellWebUrl: Respell = (text) => {
  const candidate = text
    .trim()
    .replaceAll(' ', '%20')
    .replace(/^[^?#]*/, (start) => start.replaceAll('\\', '/'));
  if (!isWebUrl(candidate) || !canParseUrl(text)) return undefined;
  return new URL(candidate).href === new URL(text).href ? candidate : undefined;
};
