import type { Diagnostic } from '../check/diagnostic.js';
import { hashText } from '../check/hash-text.js';

/**
 * Gives every diagnostic a name that it keeps from run to run, wherever in its file it stands: made of its record (of
 * its file where no record is known), the place in the record, the code and what was received. What is alike in all of
 * that is told apart by its number.
 */
export function fingerprintsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const numbers = new Map<string, number>();
  return diagnostics.map(({ recordId, file, recordPointer, pointer, code, received }) => {
    const subject = recordId === null ? { file } : { recordId };
    const key = JSON.stringify([subject, recordPointer ?? pointer, code, received]);
    const number = (numbers.get(key) ?? 0) + 1;
    numbers.set(key, number);
    return hashText(`${number} ${key}`);
  });
}
