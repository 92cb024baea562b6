import type { Severity } from '../finding/finding.js';
import { selectRules } from '../rules/rule-set.js';
import type { TextFormat } from '../text/document.js';
import { openText } from '../text/open-text.js';
import { checkFile, createFileResult } from './check-file.js';
import {
  type CheckReport,
  compareDiagnostics,
  compareText,
  type Diagnostic,
  placeless,
} from './diagnostic.js';
import type { FileFault } from './faults.js';
import type { Glance } from './glance.js';
import { type JudgedFile, judgeTogether } from './judge-together.js';
import type { CheckOptions } from './options.js';

/** A file whose text comes in pieces. */
export interface OpenFile {
  /**
   * Takes the next piece of the text, unpacked. It is borrowed until the call returns: whoever has it may then use its
   * memory again. Answers whether more is wanted.
   */
  write(piece: Uint8Array): boolean;
  /**
   * Says that the text ends here. `cut` says that it should not, and that `addFault` tells so: a record that is not
   * whole is then left out. Answers how many records were checked.
   */
  end(cut?: boolean): number;
}

/** A check that takes one file after the other. References resolve across them, in whatever order they come. */
export interface Checker {
  /** Checks the text of a file. The bytes are kept until the end, to find the places of dangling references. */
  addFile(name: string, bytes: Uint8Array): void;
  /**
   * Opens a file whose text comes in pieces and is not kept. `reread` reads some of its bytes again, by their offsets in
   * the unpacked text, where a finding over several records is placed; it answers `undefined` where they are gone or no
   * longer the same. Files are read one after the other.
   */
  openFile(name: string, reread: (start: number, end: number) => Uint8Array | undefined): OpenFile;
  /** Notes a file that cannot be checked, or only in part: the check is then not complete. */
  addFault(name: string, code: FileFault, message: string): void;
  /** Counts files that were passed over because they are no data files. */
  addSkipped(count: number): void;
  /** Judges all records together and answers with everything found. */
  finish(): CheckReport;
}

/** How many findings are kept. More would not fit into the memory of a usual process, and nobody reads them. */
const MOST_FINDINGS = 1_000_000;

/**
 * Starts a check.
 *
 * @example
 * ```ts
 * import { createChecker } from 'newsdomain/check';
 *
 * const checker = createChecker();
 * const encoder = new TextEncoder();
 * checker.addFile('claims.ndjson', encoder.encode('{"type":"claim","id":"claim:a","text":"It rained.","articleId":"article:a"}'));
 * checker.addFile('article.yaml', encoder.encode('type: article\nid: article:a\n'));
 * checker.finish().diagnostics; // => []
 * ```
 */
export function createChecker(options: CheckOptions = {}): Checker {
  return startChecker(options);
}

/** What only this package asks of a checker. */
export interface CheckerHooks {
  /** Tells at a glance of records that nothing is wrong with them; not asked where there is an `onRecord`. */
  readonly glance?: Glance | undefined;
  /** Is given every record that was judged. */
  readonly onRecord?: ((value: unknown) => void) | undefined;
}

/** Starts a check with hooks. */
export function startChecker(options: CheckOptions, { onRecord, glance }: CheckerHooks = {}): Checker {
  const maxFindings = options.maxFindings ?? MOST_FINDINGS;
  const refs = options.refs ?? 'all';
  const rules = selectRules(options);
  const files: JudgedFile[] = [];
  const faults: Diagnostic[] = [];
  const changed = new Set<string>();
  let kept = 0;
  let skipped = 0;
  let full = false;

  const addFault: Checker['addFault'] = (name, code, message) => {
    faults.push({ ...placeless(name), code, message });
  };

  const isComplete = (): boolean => faults.length === 0 && files.every(({ result }) => result.complete);

  const keeps = (file: string): boolean => {
    if (kept < maxFindings) {
      kept++;
      return true;
    }
    if (!full) {
      full = true;
      const limit = maxFindings.toLocaleString('en');
      addFault(
        file,
        'io/too-many-findings',
        `more than ${limit} findings: the rest, from this file on, is left out`,
      );
    }
    return false;
  };
  const settings = {
    rules,
    type: options.type,
    collects: refs !== 'off',
    keeps,
    dropped(count: number) {
      kept -= count;
    },
    glance: onRecord ? undefined : glance,
    onRecord,
  };

  const openFile: Checker['openFile'] = (name, reread) => {
    const result = createFileResult(name.replaceAll('\\', '/'));
    let length = 0;
    let format: TextFormat = 'json';
    files.push({
      result,
      get format() {
        return format;
      },
      get length() {
        return length;
      },
      reread,
    });
    const stream = openText({ name, input: options.input ?? 'auto', maxBytes: options.maxBytes }, (found) => {
      format = found;
      return checkFile(result, found, settings);
    });
    return {
      write(piece) {
        length += piece.length;
        return stream.write(piece);
      },
      end(cut) {
        stream.end(cut);
        return result.records;
      },
    };
  };

  return {
    addFile(name, bytes) {
      const file = openFile(name, (start, end) => bytes.subarray(start, end));
      file.write(bytes);
      file.end();
    },
    openFile,
    addFault,
    addSkipped(count) {
      skipped += count;
    },
    finish() {
      const together: Diagnostic[][] = [];
      if (refs !== 'off') {
        const inOrder = [...files].sort((a, b) => compareText(a.result.name, b.result.name));
        const knownIds = [...(options.knownIds ?? [])];
        for (const some of refs === 'all' ? [inOrder] : inOrder.map((file) => [file])) {
          const isPartial = !isComplete() || some.length < files.length;
          const judging = { rules, knownIds, isPartial, keeps, changed: (file: string) => changed.add(file) };
          together.push(judgeTogether(some, judging));
        }
      }
      for (const file of changed) {
        addFault(file, 'io/changed', 'this file was changed while it was checked: check it again');
      }
      const diagnostics = [
        ...faults,
        ...files.flatMap(({ result }) => [...result.problems, ...result.findings]),
        ...together.flat(),
      ].sort(compareDiagnostics);
      const count = (severity: Severity): number =>
        diagnostics.reduce((sum, one) => sum + (one.severity === severity ? 1 : 0), 0);
      const notRun =
        refs === 'off' ? [...rules.notRun, ...rules.datasetRules.map(({ code }) => code)] : rules.notRun;
      return {
        version: 1,
        summary: {
          files: files.length,
          skipped,
          records: files.reduce((sum, { result }) => sum + result.records, 0),
          errors: count('error'),
          warnings: count('warning'),
          notes: count('note'),
          complete: isComplete(),
          rulesNotRun: [...notRun].sort(compareText),
        },
        diagnostics,
      };
    },
  };
}
