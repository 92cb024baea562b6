import type { Severity } from '../finding/finding.js';
import { thousands } from '../primitives/thousands.js';
import { selectRules } from '../rules/rule-set.js';
import type { TextRange } from '../text/text-stream.js';
import {
  type CheckReport,
  compareDiagnostics,
  compareText,
  type Diagnostic,
  placeless,
} from './diagnostic.js';
import { type Fault, type FileFault, wasChanged } from './faults.js';
import { judgeTogether, type Reread } from './judge-together.js';
import { createPartOpener, MOST_FINDINGS, type OpenPart, type PartHooks } from './open-part.js';
import type { CheckOptions } from './options.js';
import type { Part } from './part.js';
import { byFile, inFile, placeParts } from './place-parts.js';

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

/** A checker that also takes parts of files that were read elsewhere. */
export interface PartChecker extends Checker {
  /** Opens a file whose text comes in pieces; what comes of it is to be added. */
  openPart: (name: string, range?: TextRange) => OpenPart;
  /** Takes a part of a file. Parts of one file follow each other, in their order. */
  addPart(part: Part, reread: Reread): void;
}

/** What only this package asks of a checker. */
export interface CheckerHooks extends PartHooks {
  /** Says why a part of a file could not be read again; that the file was changed where it does not say. */
  readonly whyLost?: ((file: string) => Fault | undefined) | undefined;
}

/** Starts a check with hooks. */
export function startChecker(options: CheckOptions, hooks: CheckerHooks): PartChecker {
  const maxFindings = options.maxFindings ?? MOST_FINDINGS;
  const refs = options.refs ?? 'all';
  const rules = selectRules(options);
  const glance = hooks.glance?.(rules);
  const opener = createPartOpener(options, { ...hooks, glance: glance && (() => glance) }, rules);
  const parts: { readonly part: Part; readonly reread: Reread }[] = [];
  const faults: Diagnostic[] = [];
  /** How many mistakes the parts hold. */
  let held = 0;
  let skipped = 0;

  const faultOf = (name: string, { code, message }: Fault): Diagnostic => ({
    ...placeless(name),
    code,
    message,
  });

  const addFault: Checker['addFault'] = (name, code, message) => {
    faults.push(faultOf(name, { code, message }));
  };

  const addPart: PartChecker['addPart'] = (part, reread) => {
    parts.push({ part, reread });
    held += part.found.length;
  };

  // What comes behind so many is left out at the end.
  const openPart: PartChecker['openPart'] = (name, range) =>
    opener(name, range, held < maxFindings ? maxFindings : 0);

  const openFile: Checker['openFile'] = (name, reread) => {
    const open = openPart(name);
    return {
      write: open.write,
      end(cut) {
        open.end(cut);
        addPart(open.part, reread);
        return open.part.records;
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
    openPart,
    addPart,
    addFault,
    addSkipped(count) {
      skipped += count;
    },
    finish() {
      const placed = placeParts(parts);
      const files = byFile(placed);
      const found: Diagnostic[] = [];
      const told = [...faults];
      let full = false;
      const keeps = (file: string): boolean => {
        if (found.length < maxFindings) return true;
        if (!full) {
          const limit = thousands(maxFindings);
          const message = `more than ${limit} findings: the rest, from this file on, is left out`;
          told.push(faultOf(file, { code: 'io/too-many-findings', message }));
        }
        full = true;
        return false;
      };
      for (const { part, linesBefore } of placed) {
        for (const { diagnostic } of part.found) {
          if (!keeps(part.file)) break;
          found.push(inFile(diagnostic, linesBefore));
        }
        if (part.hasMore) keeps(part.file);
      }

      const isComplete = (): boolean => told.length === 0 && parts.every(({ part }) => part.complete);
      const lost = new Set<string>();
      if (refs !== 'off') {
        const inOrder = [...files].sort(([a], [b]) => compareText(a!.part.file, b!.part.file));
        const knownIds = [...(options.knownIds ?? [])];
        for (const some of refs === 'all' ? [inOrder.flat()] : inOrder) {
          const isPartial = !isComplete() || (refs === 'local' && files.length > 1);
          const judging = {
            rules,
            knownIds,
            yaml: hooks.yaml,
            glance,
            isPartial,
            room: Math.max(0, maxFindings - found.length),
            keeps,
            lost: (file: string) => lost.add(file),
          };
          judgeTogether(some, judging, (diagnostic) => found.push(diagnostic));
        }
      }
      for (const file of lost) told.push(faultOf(file, hooks.whyLost?.(file) ?? wasChanged));
      const diagnostics = [...told, ...found].sort(compareDiagnostics);
      const count = (severity: Severity): number =>
        diagnostics.reduce((sum, one) => sum + (one.severity === severity ? 1 : 0), 0);
      const notRun =
        refs === 'off' ? [...rules.notRun, ...rules.datasetRules.map(({ code }) => code)] : rules.notRun;
      return {
        version: 1,
        summary: {
          files: files.length,
          skipped,
          records: parts.reduce((sum, { part }) => sum + part.records, 0),
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
