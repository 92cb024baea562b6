import { isAdjustable } from '../codes.js';
import { compareText, type Diagnostic } from '../diagnostic.js';
import { hashText } from '../hash-text.js';
import type { Policy } from './policy.js';

/** Known findings, each as its line. */
export type Baseline = ReadonlySet<string>;

/** A line of a baseline that is none. */
export interface BaselineFault {
  readonly line: number;
  readonly message: string;
}

/** What every baseline begins with: a file that does not is none, and is never overwritten. */
const HEADER = '# newsdomain baseline 1';
const EXPLANATION = ': findings that were there before they were looked for, one a line';

const strings = ['recordPointer', 'code', 'value'] as const;

/** Reads a baseline, or says which lines are wrong. Order and repetition of lines are no matter. */
export function readBaseline(text: string): Baseline | readonly BaselineFault[] {
  const [first = '', ...lines] = text.replace(/^\ufeff/, '').split(/\r?\n/);
  if (!first.startsWith(HEADER)) {
    return [
      { line: 1, message: `this is no baseline: its first line begins with ${JSON.stringify(HEADER)}` },
    ];
  }
  const known = new Set<string>();
  const faults: BaselineFault[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const entry = readEntry(line);
    if (typeof entry === 'string') known.add(entry);
    else faults.push({ line: index + 2, message: entry.message });
  }
  return faults.length > 0 ? faults : known;
}

function readEntry(line: string): string | { message: string } {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const conflict = /^(?:<{7}|={7}|>{7}|\|{7})/.test(line);
    return { message: conflict ? 'a merge conflict stands here' : 'this line is no JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { message: 'expected an object' };
  }
  const entry = value as Readonly<Record<string, unknown>>;
  const subject = Object.hasOwn(entry, 'recordId') ? 'recordId' : 'file';
  for (const key of [subject, ...strings]) {
    if (typeof entry[key] !== 'string') return { message: `expected a text as ${JSON.stringify(key)}` };
  }
  if (!Number.isSafeInteger(entry.ordinal) || (entry.ordinal as number) < 1) {
    return { message: 'expected a number from 1 as "ordinal"' };
  }
  const more = Object.keys(entry).find((key) => ![subject, ...strings, 'ordinal'].includes(key));
  if (more !== undefined) return { message: `unknown key ${JSON.stringify(more)}` };
  const { recordPointer, code, value: hash, ordinal } = entry;
  return JSON.stringify({ [subject]: entry[subject], recordPointer, code, value: hash, ordinal });
}

/** Writes a baseline. The same findings give the same bytes, and one finding more is one line more. */
export function formatBaseline(baseline: Baseline): string {
  const lines = [...baseline].sort(compareText);
  return `${[HEADER + EXPLANATION, ...lines].join('\n')}\n`;
}

/** A baseline at work. */
export interface BaselineUse {
  /** Leaves out what is known. Diagnostics come in the order of the report. */
  readonly policy: Policy;
  /** Whether the like of a diagnostic is known, whatever its number. */
  knows(diagnostic: Diagnostic): boolean;
  /** How many findings were left out. */
  count(): number;
  /** The findings that were there, known or not. */
  found(): Baseline;
}

/**
 * Compares findings with a baseline: by record (by file where the record has no id), place in it, code, what stands
 * there, and the how manieth of its like it is. `nameOf` gives a file the name that it has in the baseline.
 */
export function againstBaseline(known: Baseline, nameOf: (file: string) => string): BaselineUse {
  const seen = new Map<string, number>();
  const found = new Set<string>();
  const kinds = new Set([...known].map(kindOf));
  let count = 0;
  return {
    policy(diagnostic) {
      if (!isAdjustable(diagnostic.code)) return diagnostic;
      const kind = keyOf(diagnostic, nameOf);
      const ordinal = (seen.get(kind) ?? 0) + 1;
      seen.set(kind, ordinal);
      const line = `${kind}${ordinal}}`;
      found.add(line);
      if (!known.has(line)) return diagnostic;
      count++;
      return undefined;
    },
    knows: (diagnostic) => kinds.has(keyOf(diagnostic, nameOf)),
    count: () => count,
    found: () => found,
  };
}

/** The line of a finding up to its number. */
function keyOf(diagnostic: Diagnostic, nameOf: (file: string) => string): string {
  const { recordId, recordPointer, pointer, code, received, expected, file } = diagnostic;
  const subject = recordId === null ? { file: nameOf(file) } : { recordId };
  const value = hashText(received ?? expected ?? '');
  return kindOf(
    JSON.stringify({ ...subject, recordPointer: recordPointer ?? pointer ?? '', code, value, ordinal: 0 }),
  );
}

const kindOf = (line: string): string => line.replace(/\d+\}$/, '');
