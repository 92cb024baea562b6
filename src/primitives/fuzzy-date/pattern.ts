// One grammar for the scanner and for JSON Schema, so that they cannot drift apart.

const long = 'Y-?[1-9][0-9]{4,15}';
const years = '-?(?:[0-9]{4}|[0-9]{3}X|[0-9]{2}XX|[0-9]XXX|XXXX)';
const time = 'T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\\.[0-9]+)?(?:Z|[+-][0-9]{2}(?::[0-9]{2})?)?';
const point = `(?:${long}|${years}(?:-(?:[0-9]{2}|XX)(?:-(?:[0-9]{2}|XX)(?:${time})?)?)?[?~%]?)`;
const edge = `(?:${point}|\\.\\.)?`;
const range = `${point}(?:\\.\\.${point})?`;

/** The shape of one point, to be tried at one place. */
export const pointShape = new RegExp(point, 'y');

/**
 * The source of a regular expression, usable as a JSON Schema `pattern`, that accepts every fuzzy date. It knows the
 * shape alone: what {@link isFuzzyDate} says of calendar, clock, order and level decides.
 */
export const FUZZY_DATE_PATTERN = `^(?:${point}|${edge}/${edge}|\\[(?:\\.\\.)?${range}(?:,${range})*(?:\\.\\.)?\\])$`;
