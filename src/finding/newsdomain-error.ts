import type * as z from 'zod';
import type { Finding } from './finding.js';

/** Why a {@link NewsDomainError} was thrown. */
export type NewsDomainErrorCode = 'invalid-record' | 'invalid-dataset';

/**
 * Data that is no valid record or dataset. `issues` says what is wrong and where, in the words and codes of the
 * checker; `cause` is zod's own error where one schema judged the whole value.
 *
 * Recognise it by `name` and `code`, not by `instanceof`: the ESM and CommonJS builds have a class each.
 */
export class NewsDomainError extends Error {
  override readonly name = 'NewsDomainError';
  readonly code: NewsDomainErrorCode;
  readonly issues: readonly Finding[];

  constructor(code: NewsDomainErrorCode, what: string, issues: readonly Finding[], cause?: z.ZodError) {
    super(summarize(what, issues), cause === undefined ? undefined : { cause });
    this.code = code;
    this.issues = issues;
  }
}

/** How many issues a message lists; all of them are in `issues`. */
const MOST_LISTED = 10;

function summarize(what: string, issues: readonly Finding[]): string {
  const lines = issues.slice(0, MOST_LISTED).map(({ code, pointer, message, recordId }) => {
    const place = [recordId, pointer].filter((part) => part !== null && part !== '').join(' ');
    return `\n  ${place === '' ? '' : `${place}: `}${message} [${code}]`;
  });
  const more = issues.length > MOST_LISTED ? `\n  … and ${issues.length - MOST_LISTED} more` : '';
  return `${what}:${lines.join('')}${more}`;
}
