// What a regular expression can say of fuzzy dates: everything but the order of two dates.

const fullYear = '-?[0-9]{4}';
const partYear = '-?(?:[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)';
const leapYear = '-?(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';
const longYear = 'Y-?[1-9][0-9]{4,15}';
const monthOrSeason = '(?:0[1-9]|1[0-2]|2[1-4]|XX)';
const offset = '(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?';
const time = `T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?${offset}`;
const upTo = (last: string): string => `(?:0[1-9]|1[0-9]|2[0-8]|${last}|XX)`;
const dayOfMonth = [
  `(?:0[13578]|1[02])-${upTo('29|30|31')}`,
  `(?:0[469]|11)-${upTo('29|30')}`,
  `02-${upTo('(?!)')}`,
].join('|');
const commonDay = `${fullYear}-(?:${dayOfMonth})`;
const leapDay = `(?:${leapYear}|${partYear})-02-29`;
const partDay = `${partYear}-(?:${dayOfMonth}|XX-(?:[0-9]{2}|XX))`;
const unknownMonthDay = `${fullYear}-XX-(?:[0-9]{2}|XX)`;
const day = `(?:${commonDay}|${leapDay}|${partDay}|${unknownMonthDay})`;
const month = `(?:${fullYear}|${partYear})-${monthOrSeason}`;
const point = `(?:${longYear}|(?:${day}(?:${time})?|${month}|${fullYear}|${partYear})[?~%]?)`;
const edge = `(?:${point}|\\.\\.)?`;
const range = `${point}(?:\\.\\.${point})?`;
const set = `\\[(?:\\.\\.)?${range}(?:,${range})*(?:\\.\\.)?\\]`;

/** Fuzzy dates, intervals included. */
export const FUZZY_DATE_EXACT_PATTERN = `^(?:${point}|${edge}/${edge}|${set})$`.replaceAll('|(?!)', '');

/** Fuzzy dates that are points or sets. */
export const FUZZY_POINT_EXACT_PATTERN = `^(?:${point}|${set})$`.replaceAll('|(?!)', '');
