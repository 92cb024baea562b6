import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Diagnostic } from '../check/diagnostic.js';
import { type FixedText, type FixTextOptions, fixText } from '../check/fix-text.js';
import { errorCode } from './find-files.js';
import { ReplaceError, replaceFile } from './replace-file.js';

/** How files are fixed. */
export interface FixFilesOptions extends Omit<FixTextOptions, 'file'> {
  /** What the names of the files start from; the folder of the process by default. */
  readonly cwd?: string | undefined;
  /** Whether nothing is written. */
  readonly dryRun?: boolean | undefined;
  /** Writes a file; `replaceFile` by default. */
  readonly write?: typeof replaceFile | undefined;
  /** The text that stands for the standard input, by its name. It is never written. */
  readonly stdin?: { readonly name: string; readonly bytes: Uint8Array } | undefined;
}

/** What became of one file. */
export type FileFix =
  | { readonly file: string; readonly outcome: 'fixed'; readonly before: Uint8Array; readonly fix: FixedText }
  /** It is not written, whoever asks. */
  | { readonly file: string; readonly outcome: 'refused'; readonly why: string }
  /** It could not be written. */
  | { readonly file: string; readonly outcome: 'failed'; readonly why: string };

/**
 * Makes the safe fixes in the files that diagnostics name, one file after the other, and says what became of each that
 * had any. A file is written whole or not at all; one that changes meanwhile is left alone, and so is gzip.
 *
 * @example
 * ```ts
 * import { checkText } from 'newsdomain/check';
 * import { fixFiles } from 'newsdomain/node';
 *
 * const bytes = new TextEncoder().encode('{"type":"article","id":"article:a","headlin":"Rain"}');
 * const { diagnostics } = checkText(bytes, { file: 'a.json' });
 * const told = [];
 * for await (const { file, outcome } of fixFiles(diagnostics, { stdin: { name: 'a.json', bytes }, dryRun: true })) {
 *   told.push(`${file}: ${outcome}`);
 * }
 * told; // => ['a.json: fixed']
 * ```
 */
export async function* fixFiles(
  diagnostics: Iterable<Diagnostic>,
  { cwd = process.cwd(), dryRun = false, write = replaceFile, stdin, ...options }: FixFilesOptions = {},
): AsyncGenerator<FileFix, void, undefined> {
  const files = new Set<string>();
  for (const { file, fix } of diagnostics) if (fix !== null) files.add(file);
  for (const file of files) {
    const path = resolve(cwd, file);
    try {
      const before = file === stdin?.name ? stdin.bytes : await readFile(path);
      if (before[0] === 0x1f && before[1] === 0x8b) {
        yield { file, outcome: 'refused', why: 'gzip files are never written' };
        continue;
      }
      const fix = fixText(before, { ...options, file });
      if (fix.fixed === 0) continue;
      if (!dryRun) await write(path, [fix.bytes], { expected: before });
      yield { file, outcome: 'fixed', before, fix };
    } catch (error) {
      if (error instanceof ReplaceError) {
        const outcome = error.code === 'changed' ? 'failed' : 'refused';
        yield { file, outcome, why: error.message };
      } else yield { file, outcome: 'failed', why: `it cannot be written (${errorCode(error)})` };
    }
  }
}
