// What a benchmark is about: figures, each with the bar that it is held to, as text and as Markdown.

import { quartilesOf, short, table } from './harness.mjs';

/**
 * @typedef {object} Bar
 * @property {number} [most]
 * @property {number} [least]
 * @property {number} [above]
 *
 * @typedef {object} Figure
 * @property {string} name
 * @property {'×' | 'ms' | 'MB' | '%'} unit
 * @property {readonly number[]} rounds What each round says.
 * @property {number} median
 * @property {number} low The lower quartile.
 * @property {number} high The upper quartile.
 * @property {Bar} [bar]
 * @property {boolean} [met]
 */

/**
 * A figure that is measured in rounds.
 *
 * @param {string} name
 * @param {readonly number[]} rounds
 * @param {{ unit?: Figure['unit'], bar?: Bar }} [options]
 * @returns {Figure}
 */
export function figureOf(name, rounds, { unit = '×', bar } = {}) {
  const quartiles = quartilesOf(rounds);
  const figure = { name, unit, rounds, ...quartiles };
  return bar === undefined ? figure : { ...figure, bar, met: meets(quartiles.median, bar) };
}

function meets(value, { most = Number.POSITIVE_INFINITY, least = Number.NEGATIVE_INFINITY, above }) {
  return value <= most && value >= least && (above === undefined || value > above);
}

function barText(bar, unit) {
  if (bar === undefined) return '';
  const [sign, value] =
    bar.most !== undefined ? ['≤', bar.most] : bar.least !== undefined ? ['≥', bar.least] : ['>', bar.above];
  return `${sign} ${withUnit(String(value), unit)}`;
}

const withUnit = (text, unit) => (unit === '×' ? text : `${text} ${unit}`);

const header = ['', 'median', 'quartiles', 'bar', ''];

/** @param {Figure} figure */
function row({ name, unit, bar, median, low, high, met }) {
  const verdict = met === undefined ? '' : met ? 'met' : 'MISSED';
  return [name, withUnit(short(median), unit), `${short(low)} – ${short(high)}`, barText(bar, unit), verdict];
}

/** @param {readonly Figure[]} figures */
export const figureTable = (figures) => table([header, ...figures.map(row)]);

/** @param {readonly Figure[]} figures */
export const figureMarkdown = (figures) => markdownTable([header, ...figures.map(row)]);

/** @param {readonly (readonly string[])[]} rows The first is the header; the first column stands to the left. */
export function markdownTable([head, ...rows]) {
  const line = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? '---' : '---:'))), ...rows.map(line)].join(
    '\n',
  );
}

const START = '<!-- measured: npm run bench -- --update -->';
const END = '<!-- /measured -->';

/**
 * Puts what was measured in the place that a document has for it. Throws when it has none.
 *
 * @param {string} document
 * @param {string} measured
 */
export function replaceMeasured(document, measured) {
  const [from, to] = [document.indexOf(START), document.indexOf(END)];
  if (from === -1 || to < from)
    throw new Error(`the document has no place for the figures: ${START} and, below it, ${END}`);
  return `${document.slice(0, from + START.length)}\n${measured.trim()}\n${document.slice(to)}`;
}
