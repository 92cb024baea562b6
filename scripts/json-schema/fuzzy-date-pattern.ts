// What a regular expression can say of fuzzy dates: everything but the order of two dates.

const either = (...forms: readonly string[]): string => `(?:${forms.join('|')})`;

/** The whole numbers without leading zero that have as many digits as `most` and are no larger. */
const atMost = (most: string): string =>
  either(
    ...[...most].flatMap((digit, at) => {
      const least = at === 0 ? 1 : 0;
      const most1 = Number(digit) - 1;
      return most1 < least ? [] : [`${most.slice(0, at)}[${least}-${most1}][0-9]{${most.length - at - 1}}`];
    }),
    most,
  );

const year = either('[0-9]{4}', '-(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])');
const century = '[02468][048]|[13579][26]';
const leapYear = either(
  '-?[0-9]{2}(?:0[48]|[2468][048]|[13579][26])',
  `(?:${century})00`,
  '-(?:0[48]|[2468][048]|[13579][26])00',
);
const longYear = `Y-?${either('[1-9][0-9]{4,14}', atMost(String(Number.MAX_SAFE_INTEGER)))}`;
const partYear = '-?(?:[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)';
const unknownYear = '-?XXXX';
const monthNumber = '(?:0[1-9]|1[0-2])';

const month = `${year}-${monthNumber}`;
const season = `${year}-2[1-4]`;
const day = either(
  `${year}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))`,
  `${leapYear}-02-29`,
);
const offset = either(
  'Z',
  '\\+(?:(?:0[0-9]|1[0-3])(?::[0-5][0-9])?|14(?::00)?)',
  '-(?:(?:0[0-9]|1[01])(?::[0-5][0-9])?|12(?::00)?)',
);
const time = `${day}T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]+)?${offset}?`;

/** A point with something unspecified. */
const partial = either(
  `${unknownYear}-XX(?:-XX)?`,
  `${year}-XX(?:-XX)?`,
  `${year}-${monthNumber}-XX`,
  partYear,
);
/** A point with nothing unspecified, which may be qualified. */
const whole = either(time, season, `${either(day, month, year)}[?~%]?`);
const point = either(longYear, whole, `${partial}[?~%]?`);

const edge = either(whole, '\\.\\.');
const interval = `${edge}?/${edge}?`;

/** What both ends of a range may be, precision by precision. */
const precisions = [time, day, season, month, either(longYear, year)];
const plain = either(...precisions);
const member = either(point, ...precisions.map((form) => `${form}\\.\\.${form}`));
const set = `\\[${either(`(?:\\.\\.${plain}|${member})(?:,${member})*(?:,${plain}\\.\\.)?`, `${plain}\\.\\.`)}\\]`;

/** Fuzzy dates, intervals included. */
export const FUZZY_DATE_EXACT_PATTERN = `^${either(point, interval, set)}$`;

/** Fuzzy dates that are points or sets. */
export const FUZZY_POINT_EXACT_PATTERN = `^${either(point, set)}$`;
