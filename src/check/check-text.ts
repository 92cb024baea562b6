import { encodeUtf8 } from '../text/utf8.js';
import { createChecker } from './create-checker.js';
import type { CheckReport } from './diagnostic.js';
import type { CheckOptions } from './options.js';

/** How one text is checked. */
export interface CheckTextOptions extends CheckOptions {
  /** The name that diagnostics give to the text, and that tells its syntax; `<text>` by default. */
  readonly file?: string | undefined;
}

/**
 * Checks one text: a dataset, a list of records, a record, or a stream of records. Never throws because of what
 * the text holds.
 *
 * @example
 * ```ts
 * import { checkText } from 'newsdomain/check';
 *
 * const report = checkText('{"type":"article","id":"article:a","headlin":"Rain"}');
 * const [diagnostic] = report.diagnostics;
 * [diagnostic.code, diagnostic.line, diagnostic.column]; // => ['schema/unknown-key', 1, 36]
 * diagnostic.suggestion; // => 'headline'
 * report.summary.errors; // => 1
 * ```
 */
export function checkText(text: string | Uint8Array, options: CheckTextOptions = {}): CheckReport {
  const checker = createChecker(options);
  checker.addFile(options.file ?? '<text>', typeof text === 'string' ? encodeUtf8(text) : text);
  return checker.finish();
}
