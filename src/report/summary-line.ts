import type { CheckSummary } from '../check/diagnostic.js';
import type { LeftOut } from '../check/left-out.js';
import { thousands } from '../primitives/thousands.js';

/**
 * Says in one line what was checked and what was found.
 *
 * @example
 * ```ts
 * import { checkText, summaryLine } from 'newsdomain/check';
 *
 * summaryLine(checkText('[{"type":"article"}]').summary); // => '1 record in 1 file: 1 error'
 * ```
 */
export function summaryLine(summary: CheckSummary, { suppressed = 0, known = 0 }: LeftOut = {}): string {
  const { files, records, errors, warnings, notes, skipped, complete } = summary;
  const found =
    errors + warnings + notes === 0
      ? 'no findings'
      : [count(errors, 'error'), count(warnings, 'warning'), count(notes, 'note')]
          .filter((part) => part !== undefined)
          .join(', ');
  const left = [
    suppressed > 0 ? `${thousands(suppressed)} suppressed` : undefined,
    known > 0 ? `${thousands(known)} in the baseline` : undefined,
  ].filter((part) => part !== undefined);
  const without = left.length > 0 ? ` (and ${left.join(', ')})` : '';
  const passed = skipped > 0 ? `, ${thousands(skipped)} skipped` : '';
  const rest = complete ? '' : '; not everything could be checked';
  return `${count(records, 'record') ?? 'no records'} in ${count(files, 'file') ?? 'no files'}${passed}: ${found}${without}${rest}`;
}

function count(number: number, noun: string): string | undefined {
  return number === 0 ? undefined : `${thousands(number)} ${noun}${number === 1 ? '' : 's'}`;
}
