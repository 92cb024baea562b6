// What a regular expression can say of the texts that functions judge. JSON Schema carries these patterns; a text that
// fits one and is still refused gets a code of its own, which `src/finding/schema-codes.ts` marks as beyond JSON Schema.
// Plain regular expressions, without look-around, back references and flags: not every validator has those.

const letter = '[A-Za-z]';
const alphanumeric = '[A-Za-z0-9]';
const privateUse = `[xX](?:-${alphanumeric}{1,8})+`;

/** A text that matches in any case, letter by letter. */
const anyCase = (text: string): string =>
  text.replace(/[a-z]/g, (small) => `[${small.toUpperCase()}${small}]`);

/** The tags of RFC 5646 that its grammar does not give. */
const irregular = [
  'en-gb-oed',
  `i-(?:ami|bnn|default|enochian|hak|klingon|lux|mingo|navajo|pwn|tao|tay|tsu)`,
  'sgn-(?:be-fr|be-nl|ch-de)',
].map(anyCase);

/** Language tags: the grammar of RFC 5646, 2.1. That a variant or a singleton stands twice, it cannot say. */
export const LANGUAGE_TAG_PATTERN = `^(?:(?:${letter}{2,3}(?:-${letter}{3}){0,3}|${letter}{4,8})(?:-${letter}{4})?(?:-(?:${letter}{2}|[0-9]{3}))?(?:-(?:${alphanumeric}{5,8}|[0-9]${alphanumeric}{3}))*(?:-[0-9A-WYZa-wyz](?:-${alphanumeric}{2,8})+)*(?:-${privateUse})?|${privateUse}|${irregular.join('|')})$`;

/** The names of time zones, as they are written. Which of them exist changes from release to release. */
export const TIME_ZONE_PATTERN = '^[A-Za-z_][A-Za-z0-9_+.-]*(?:/[A-Za-z_][A-Za-z0-9_+.-]*)*$';

/** Beyond ASCII: no controls, no white space, no directional marks, no noncharacters of the first plane. */
const foreign =
  '[^\\u0000-\\u00a0\\u1680\\u2000-\\u200b\\u200e\\u200f\\u2028-\\u202f\\u205f\\u2060\\u2066-\\u2069\\u3000\\ufdd0-\\ufdef\\ufeff\\ufffe\\uffff]';
const byte = '(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])';
const inLabel = `(?:[A-Za-z0-9_-]|${foreign})`;
/** The last label of a host name holds something else than digits: otherwise the host is an IPv4 address. */
const lastLabel = `[0-9]*(?:[A-Za-z_-]|${foreign})${inLabel}*`;
const host = `(?:\\[[0-9A-Fa-f:.]+\\]|(?:${byte}\\.){3}${byte}|(?:${inLabel}+\\.)*${lastLabel}\\.?)`;
const port = '0*(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])';
const inUrl = `(?:[A-Za-z0-9!$&'()*+,./:;=?@_~-]|%[0-9A-Fa-f]{2}|${foreign})`;

/**
 * Web URLs. What the numbers in brackets come to, how long a label is and which names IDNA allows, it leaves to the
 * function.
 */
export const WEB_URL_PATTERN = `^[Hh][Tt][Tt][Pp][Ss]?://${host}(?::(?:${port})?)?(?:[/?]${inUrl}*)?(?:#${inUrl}*)?$`;

const list = (item: string): string => `${item}(?:,${item})*`;
const upTo60 = '0?(?:[0-5]?[0-9]|60)';
const upTo59 = '0?[0-5]?[0-9]';
const weekday = '(?:SU|MO|TU|WE|TH|FR|SA)';
const positive = '0*[1-9][0-9]*';
const rulePart = `(?:${[
  `UNTIL=[0-9]{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:T(?:[01][0-9]|2[0-3])[0-5][0-9](?:[0-5][0-9]|60)Z?)?`,
  `(?:COUNT|INTERVAL)=${positive}`,
  `BYSECOND=${list(upTo60)}`,
  `BYMINUTE=${list(upTo59)}`,
  `BYHOUR=${list('0?(?:[01]?[0-9]|2[0-3])')}`,
  `BYDAY=${list(`(?:[+-]?(?:[1-9]|[1-4][0-9]|5[0-3]))?${weekday}`)}`,
  `BYMONTHDAY=${list('[+-]?0?(?:0?[1-9]|[12][0-9]|3[01])')}`,
  `(?:BYYEARDAY|BYSETPOS)=${list('[+-]?(?:0?0?[1-9]|0?[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])')}`,
  `BYWEEKNO=${list('[+-]?0?(?:0?[1-9]|[1-4][0-9]|5[0-3])')}`,
  `BYMONTH=${list('0?(?:0?[1-9]|1[0-2])')}`,
  `WKST=${weekday}`,
].join('|')})`;

/** Recurrence rules, part by part (RFC 5545, 3.3.10). Which parts go together, the function says. */
export const RECURRENCE_RULE_PATTERN = `^(?:${rulePart};)*FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;${rulePart})*$`;
