import type { Rule } from '../../rules/rule.js';
import { allRules } from '../../rules/rule-table.js';
import { compareText } from '../diagnostic.js';
import type { CatalogueEntry, FileExample } from './entry.js';
import { fileEntries } from './file-entries.js';
import { schemaEntries } from './schema-entries.js';
import { showJson } from './show-json.js';
import { textEntries } from './text-entries.js';

const example = (records: readonly object[]): FileExample => ({
  file: 'example.json',
  text: showJson(records),
});

const ruleEntry = ({ code, severity, scope, title, explanation, bad, good, now }: Rule): CatalogueEntry => ({
  code,
  severity,
  scope,
  title,
  explanation,
  bad: example(bad),
  good: example(good),
  ...(now === undefined ? {} : { now }),
});

/**
 * Everything that a check can find, by code: what it is, how bad, why, and an example of it and of the same without
 * it. `newsdomain explain` and `docs/rules.md` are made of it.
 *
 * @example
 * ```ts
 * import { catalogue, checkText } from 'newsdomain/check';
 *
 * const entry = catalogue.find(({ code }) => code === 'schema/range');
 * [entry.severity, entry.title]; // => ['error', 'a number that is too small or too large']
 * checkText(entry.bad.text, { file: entry.bad.file }).diagnostics.map(({ code }) => code); // => ['schema/range']
 * ```
 */
export const catalogue: readonly CatalogueEntry[] = [
  ...textEntries,
  ...schemaEntries,
  ...allRules.map(ruleEntry),
  ...fileEntries,
].sort((a, b) => compareText(a.code, b.code));

/**
 * The anchor of a code in `docs/rules.md`, as GitHub makes it from the heading.
 *
 * @example
 * ```ts
 * import { docsAnchorOf } from 'newsdomain/check';
 *
 * docsAnchorOf('time/end-before-start'); // => 'timeend-before-start'
 * ```
 */
export function docsAnchorOf(code: string): string {
  return code.replace('/', '');
}
