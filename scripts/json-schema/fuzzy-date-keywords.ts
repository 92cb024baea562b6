// What JSON Schema can say of fuzzy dates: everything but the order of two dates. A pattern gives the grammar, and a
// second one finds in a text of that grammar what no calendar has; written into each other they would be ten times
// as long.

const either = (...forms: readonly string[]): string => `(?:${forms.join('|')})`;

const year = '-?[0-9]{4}';
const longYear = 'Y-?[1-9][0-9]{4,14}';
const partYear = '-?(?:[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)';
const month = `${year}-(?:0[1-9]|1[0-2])`;
const season = `${year}-2[1-4]`;
const day = `${month}-(?:0[1-9]|[12][0-9]|3[01])`;
const offset = either(
  'Z',
  '\\+(?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?)',
  '-(?:(?:0[0-9]|1[01])(?::[0-5][0-9])?|12(?::00)?)',
);
const clock = `T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?${offset}?`;

/** A point with nothing unspecified, which may be qualified. */
const whole = either(`${day}${clock}`, season, `${either(day, month, year)}[?~%]?`);
const point = either(
  longYear,
  whole,
  `${either('-?XXXX-XX(?:-XX)?', `${year}-XX(?:-XX)?`, `${month}-XX`, partYear)}[?~%]?`,
);
const edge = either(whole, '\\.\\.');

/** A point that is written down to nothing but itself: what a range may begin and end with. */
const plain = either(`${day}(?:${clock})?`, season, month, year, longYear);
/** Both ends of a range are as precise as each other. */
const sameEnds = [`${day}${clock}`, day, season, month, either(longYear, year)];
const member = either(point, ...sameEnds.map((end) => `${end}\\.\\.${end}`));
const set = `\\[${either(`(?:\\.\\.${plain}|${member})(?:,${member})*(?:,${plain}\\.\\.)?`, `${plain}\\.\\.`)}\\]`;

/** The year 0 with a sign, and days that a month or a year does not have. */
const noSuchDate = [
  '-0000',
  `[0-9]{4}-(?:(?:0[469]|11)-31|02-3[01])`,
  '(?:[0-9]{2}(?:[02468][1235679]|[13579][01345789])|(?:[02468][1235679]|[13579][01345789])00)-02-29',
].join('|');

/** Fuzzy dates, intervals included. */
export const fuzzyDateKeywords = {
  pattern: `^${either(point, `${edge}?/${edge}?`, set)}$`,
  not: { pattern: noSuchDate },
};

/** Fuzzy dates that are points or sets. */
export const fuzzyPointKeywords = {
  pattern: `^${either(point, set)}$`,
  not: { pattern: noSuchDate },
};
