import { nearest } from '../finding/nearest.js';
import { schemaCodes } from '../finding/schema-codes.js';
import { datasetRules, recordRules } from '../rules/rule-table.js';
import { textProblemCodes } from '../text/problem.js';
import { compareText } from './diagnostic.js';
import { fileFaults } from './faults.js';

/** Every code that a diagnostic may have, in alphabetical order. */
export const diagnosticCodes: readonly string[] = [
  ...new Set([
    ...textProblemCodes,
    ...fileFaults,
    'schema/version',
    ...schemaCodes.map(({ code }) => code),
    ...recordRules.map(({ code }) => code),
    ...datasetRules.map(({ code }) => code),
    'config/unused-suppression',
  ]),
].sort(compareText);

/** Mistakes of a text that leave no doubt about what it says. */
const plainInMeaning: ReadonlySet<string> = new Set([
  'syntax/bom',
  'syntax/comment',
  'syntax/duplicate-key',
  'syntax/proto-key',
]);

/**
 * Whether the findings of a code may be made milder, suppressed or entered into a baseline. Those that say that
 * something could not be read may not: what stands there was not checked, and unchecked data must not look clean.
 */
export function isAdjustable(code: string): boolean {
  if (plainInMeaning.has(code)) return true;
  return !/^(?:io|syntax)\//.test(code) && code !== 'schema/version';
}

/** The area of a code, as settings write it: `time/*`. */
export function areaOf(code: string): string {
  return `${code.slice(0, code.indexOf('/'))}/*`;
}

const adjustable = diagnosticCodes.filter(isAdjustable);

/** The codes that may be set or suppressed, and their areas. */
export const adjustableCodes: readonly string[] = [
  ...new Set([...adjustable.map(areaOf), ...adjustable]),
].sort(compareText);

/** Why a word is no code or area that may be set, and which was probably meant; `undefined` where it is one. */
export function codeFault(word: string): { message: string; suggestion?: string | undefined } | undefined {
  if (adjustableCodes.includes(word)) return undefined;
  const name = JSON.stringify(word);
  if (diagnosticCodes.includes(word) || diagnosticCodes.some((code) => areaOf(code) === word)) {
    return {
      message: `${name} can be neither set nor suppressed: what cannot be read was not checked, and must not look clean`,
    };
  }
  const meant = nearest(word, adjustableCodes);
  return {
    message: `no code or area is called ${name}${meant === undefined ? '' : `; did you mean ${JSON.stringify(meant)}?`}`,
    suggestion: meant,
  };
}
