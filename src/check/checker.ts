import { type LaidOut, layOut } from '../dataset/layout.js';
import { clip } from '../finding/describe.js';
import type { Finding, Path, Severity } from '../finding/finding.js';
import { finding, subjectOf } from '../finding/from-issues.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import { collectFacts } from '../rules/collect-facts.js';
import { arrangeFacts, type RecordFacts } from '../rules/facts.js';
import { judgeFacts, judgeRecord } from '../rules/judge.js';
import { selectRules } from '../rules/rule-set.js';
import { isPlainObject, valueAt } from '../schema/cross-field.js';
import type { PathSegment, Place, TextDocument, TextFormat } from '../text/document.js';
import { parseJson } from '../text/json/parse-json.js';
import { createLineIndex, type LineIndex } from '../text/lines.js';
import type { Span, TextProblem, TextProblemCode } from '../text/problem.js';
import { readText } from '../text/read-text.js';
import { parseYaml } from '../text/yaml/parse-yaml.js';
import { formatOfName, sniffFormat } from './detect-format.js';
import {
  type CheckReport,
  compareDiagnostics,
  compareText,
  type Diagnostic,
  placeless,
} from './diagnostic.js';
import { replaceText } from './fix.js';
import type { CheckOptions } from './options.js';

/** What keeps a file from being checked. */
export const fileFaults = [
  'io/not-found',
  'io/unreadable',
  'io/no-files',
  'io/too-large',
  'io/truncated',
  'io/too-many-findings',
] as const;

/** What keeps a file from being checked. */
export type FileFault = (typeof fileFaults)[number];

/** A check that takes one file after the other. References resolve across them, in whatever order they come. */
export interface Checker {
  /** Checks the text of a file. The bytes are kept until the end, to find the places of dangling references. */
  addFile(name: string, bytes: Uint8Array): void;
  /** Notes a file that cannot be checked, or only in part: the check is then not complete. */
  addFault(name: string, code: FileFault, message: string): void;
  /** Counts files that were passed over because they are no data files. */
  addSkipped(count: number): void;
  /** Judges all records together and answers with everything found. */
  finish(): CheckReport;
}

/** Where a record was read. */
interface RecordPlace {
  /** Which document of its file holds it: the bytes in NDJSON, the number in YAML. */
  readonly document: Span & { readonly index: number };
  /** Steps from the root of the document to the record. */
  readonly path: Path;
  readonly id: string | null;
  readonly type: string | null;
}

interface CheckedFile {
  /** Which file of the check it is, in the order of adding. */
  readonly number: number;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly format: TextFormat;
  readonly lines: LineIndex;
  readonly records: RecordPlace[];
  /** Facts whose records are numbered within the file. */
  readonly facts: RecordFacts[];
  /** Ids of values that are no records because something else is wrong with them. */
  readonly salvaged: string[];
  /** Whether anything in it may be a record and could not be read as one. */
  isPartial: boolean;
}

/** Problems that make a value a guess: what the schema says of it would be the same mistake again. */
const untrusted: ReadonlySet<TextProblemCode> = new Set<TextProblemCode>([
  'syntax/invalid',
  'syntax/encoding',
  'syntax/unsafe-integer',
  'syntax/number',
  'syntax/lone-surrogate',
  'syntax/alias',
]);

/** How many findings are kept. More would not fit into the memory of a usual process, and nobody reads them. */
const MOST_FINDINGS = 1_000_000;

/** How many documents stay parsed while the places of findings over several files are looked up. */
const MOST_OPEN_DOCUMENTS = 16;

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
  const maxFindings = options.maxFindings ?? MOST_FINDINGS;
  const refs = options.refs ?? 'all';
  const rules = selectRules(options);
  const knownIds = [...(options.knownIds ?? [])];
  const files: CheckedFile[] = [];
  const diagnostics: Diagnostic[] = [];
  let skipped = 0;
  let complete = true;
  let full = false;
  let recordCount = 0;

  const addFault: Checker['addFault'] = (name, code, message) => {
    complete = false;
    diagnostics.push({ ...placeless(name), code, message });
  };

  /** Keeps a diagnostic unless there are too many: its making is put off until that is known. */
  const keep = (file: CheckedFile, make: () => Diagnostic): void => {
    if (diagnostics.length < maxFindings) diagnostics.push(make());
    else if (!full) {
      full = true;
      const limit = maxFindings.toLocaleString('en');
      addFault(
        file.name,
        'io/too-many-findings',
        `more than ${limit} findings: the rest, from this file on, is left out`,
      );
    }
  };

  const checkDocument = (file: CheckedFile, document: TextDocument, index: number): void => {
    const laidOut: LaidOut =
      file.format === 'ndjson'
        ? { layout: 'record', records: [{ value: document.value, path: [] }], findings: [] }
        : layOut(document.value);
    // Where the schema refuses a `__proto__` key, that says it all.
    const refused = new Set<number>();
    for (const problem of document.problems) {
      if (problem.code === 'io/too-large') complete = false;
      if (problem.code === 'syntax/proto-key') continue;
      keep(file, () => fromProblem(file, document, laidOut, problem));
    }
    if (document.value === undefined || document.damaged([])) file.isPartial = true;
    if (document.value === undefined) return;
    const guesses = document.problems.filter(({ code, scope }) => scope === 'token' && untrusted.has(code));
    const report = (found: Finding, path: Path): void => {
      const place = placeOf(document, [...path, ...found.path], found.part);
      if (place.scalar && guesses.some((guess) => guess.start < place.end && place.start < guess.end)) return;
      if (found.part === 'key') refused.add(place.start);
      keep(file, () => fromFinding(file, document, found, path, () => ({ file, document, path })));
    };

    const { records } = laidOut;
    if (laidOut.layout !== 'record' && !document.damaged([])) {
      for (const found of laidOut.findings) {
        if (found.part === 'key') refused.add(placeOf(document, found.path, 'key').start);
        keep(file, () => ({
          ...fromFinding(file, document, found, [], () => undefined),
          recordPointer: null,
        }));
      }
    }
    // Records of another version follow other rules: to judge them by these would be a guess.
    const unreadable = laidOut.findings.some(({ code }) => code === 'schema/version');
    if (unreadable) complete = false;

    for (const record of records) {
      recordCount++;
      if (unreadable || document.damaged(record.path)) {
        salvage(file, record.value);
        continue;
      }
      const { value, finding: mismatch } = withType(record.value, options.type);
      const { findings, schemaFindings } = mismatch
        ? { findings: [mismatch], schemaFindings: [mismatch] }
        : judgeRecord(value, undefined, rules);
      for (const one of findings) report(one, record.path);
      if (refs === 'off') continue;
      const facts = collectFacts(value, file.records.length, schemaFindings, rules);
      if (facts?.id === undefined) salvage(file, value, schemaFindings);
      if (facts === undefined) continue;
      file.facts.push(facts);
      const { recordId: id, recordType: type } = subjectOf(value);
      const { start, end } = document;
      file.records.push({ document: { start, end, index }, path: record.path, id, type });
    }
    for (const problem of document.problems) {
      if (problem.code !== 'syntax/proto-key' || refused.has(problem.start)) continue;
      keep(file, () => fromProblem(file, document, laidOut, problem));
    }
  };

  const judgeTogether = (judged: readonly CheckedFile[]): void => {
    const open = documentCache();
    const owners: { readonly file: CheckedFile; readonly record: RecordPlace }[] = [];
    const facts: RecordFacts[] = [];
    const ids: string[] = [...knownIds];
    for (const file of judged) {
      const base = owners.length;
      for (const record of file.records) owners.push({ file, record });
      for (const fact of file.facts) facts.push({ ...fact, record: fact.record + base });
      for (const id of file.salvaged) ids.push(id);
    }
    const subjects = (record: number) => ({
      recordId: owners[record]!.record.id,
      recordType: owners[record]!.record.type,
    });
    const located = (record: number) => {
      const owner = owners[record]!;
      return {
        file: owner.file,
        document: open(owner.file, owner.record.document),
        path: owner.record.path,
      };
    };
    const arranged = arrangeFacts(facts, ids);
    const isPartial =
      !complete ||
      knownIds.length > 0 ||
      judged.length < files.length ||
      judged.some((file) => file.isPartial);
    const articleText = (id: string): string | undefined => {
      const article = arranged.find('article', id);
      if (article === undefined) return undefined;
      const { document, path } = located(article.record);
      const text = valueAt(document.value, [...path, 'body', 'text']);
      return typeof text === 'string' ? text : undefined;
    };
    const judgedTogether = judgeFacts(arranged, subjects, { rules, articleText, isPartial });
    for (const { record, finding: found, relatedRecords } of judgedTogether) {
      keep(owners[record]!.file, () => {
        const { file, document, path } = located(record);
        return fromFinding(file, document, found, path, (index) => located(relatedRecords[index]!));
      });
    }
  };

  return {
    addFile(name, bytes) {
      const asked = options.input ?? 'auto';
      const format = asked === 'auto' ? (formatOfName(name) ?? sniffFormat(bytes)) : asked;
      const file: CheckedFile = {
        number: files.length,
        name: name.replaceAll('\\', '/'),
        bytes,
        format,
        lines: createLineIndex(bytes),
        records: [],
        facts: [],
        salvaged: [],
        isPartial: false,
      };
      files.push(file);
      let index = 0;
      for (const document of readText(bytes, format, parseYaml)) checkDocument(file, document, index++);
    },
    addFault,
    addSkipped(count) {
      skipped += count;
    },
    finish() {
      if (refs !== 'off') {
        const inOrder = [...files].sort((a, b) => compareText(a.name, b.name));
        if (refs === 'all') judgeTogether(inOrder);
        else for (const file of inOrder) judgeTogether([file]);
      }
      const sorted = [...diagnostics].sort(compareDiagnostics);
      const count = (severity: Severity): number =>
        sorted.reduce((sum, one) => sum + (one.severity === severity ? 1 : 0), 0);
      return {
        version: 1,
        summary: {
          files: files.length,
          skipped,
          records: recordCount,
          errors: count('error'),
          warnings: count('warning'),
          notes: count('note'),
          complete,
          rulesNotRun: (refs === 'off'
            ? [...rules.notRun, ...rules.datasetRules.map(({ code }) => code)]
            : [...rules.notRun]
          ).sort(compareText),
        },
        diagnostics: sorted,
      };
    },
  };
}

/** Keeps the ids of values that are no records, so that references to them are not a second mistake. */
function salvage(file: CheckedFile, value: unknown, findings: readonly Finding[] = []): void {
  file.isPartial = true;
  if (!isPlainObject(value)) return;
  const misspelt = findings.filter(({ part, suggestion }) => part === 'key' && suggestion === 'id');
  const keys = ['id', ...misspelt.map(({ path }) => path[0])];
  for (const key of keys) {
    const id = typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
    if (typeof id === 'string') file.salvaged.push(id);
  }
}

/** Supplies a type where there is none; a different one is the only thing said of the record. */
function withType(value: unknown, type: string | undefined): { value: unknown; finding?: Finding } {
  if (type === undefined || !isPlainObject(value)) return { value };
  if (!Object.hasOwn(value, 'type')) return { value: { ...value, type } };
  if (value.type === type) return { value };
  return {
    value,
    finding: finding(subjectOf(value), {
      code: 'schema/type',
      path: ['type'],
      message: `expected records of the type ${JSON.stringify(type)} here`,
      expected: JSON.stringify(type),
      received: typeof value.type === 'string' ? JSON.stringify(value.type) : 'no type',
    }),
  };
}

/** Parses documents again when something is found in them late, and keeps the last few. */
function documentCache(): (file: CheckedFile, document: Span & { index: number }) => TextDocument {
  const kept = new Map<string, TextDocument>();
  return (file, { start, end, index }) => {
    const key = `${file.number}:${index}`;
    const known = kept.get(key);
    if (known) return known;
    const document =
      file.format === 'yaml' ? parseYaml(file.bytes)[index]! : parseJson(file.bytes, { start, end });
    if (kept.size >= MOST_OPEN_DOCUMENTS) kept.delete(kept.keys().next().value!);
    kept.set(key, document);
    return document;
  };
}

/** The place of a part; of the nearest thing around it where there is no such part. */
function placeOf(document: TextDocument, path: readonly PathSegment[], part: Finding['part']): Place {
  const exact = document.place(path, part);
  if (exact) return exact;
  for (let length = path.length - 1; length >= 0; length--) {
    const around = document.place(path.slice(0, length), 'open');
    if (around) return around;
  }
  return { start: document.start, end: document.start, scalar: false };
}

function positions(
  { lines }: CheckedFile,
  span: Span,
): Pick<Diagnostic, 'line' | 'column' | 'endLine' | 'endColumn' | 'byteOffset'> {
  const start = lines.position(span.start);
  const end = lines.position(span.end);
  return {
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    byteOffset: span.start,
  };
}

/** A mistake of the text. It belongs to the record around it, where there is one. */
function fromProblem(
  file: CheckedFile,
  document: TextDocument,
  laidOut: LaidOut,
  problem: TextProblem,
): Diagnostic {
  return {
    ...placeless(file.name),
    ...positions(file, problem),
    code: problem.code,
    severity: problem.code === 'syntax/bom' ? 'warning' : 'error',
    message: problem.message,
    ...ownerOf(document, laidOut, problem.start),
    expected: problem.expected === undefined ? null : clip(problem.expected),
    received: problem.received === undefined ? null : clip(problem.received),
    suggestion: problem.suggestion ?? null,
    related: (problem.related ?? []).map(({ start, message }) => ({
      file: file.name,
      ...file.lines.position(start),
      message,
    })),
  };
}

/** Which part of which record a byte stands in. */
function ownerOf(
  document: TextDocument,
  { layout, records }: LaidOut,
  byte: number,
): Pick<Diagnostic, 'pointer' | 'recordPointer' | 'recordId' | 'recordType'> {
  if (document.value === undefined) {
    return { pointer: null, recordPointer: null, recordId: null, recordType: null };
  }
  const path = document.pathAt(byte);
  const pointer = toJsonPointer(path);
  const above = layout === 'record' ? 0 : layout === 'list' ? 1 : 2;
  const index = above === 0 ? 0 : path[above - 1];
  const record =
    typeof index === 'number' && (above < 2 || path[0] === 'records') ? records[index] : undefined;
  if (!record) return { pointer, recordPointer: null, recordId: null, recordType: null };
  return { pointer, recordPointer: toJsonPointer(path.slice(above)), ...subjectOf(record.value) };
}

/** What `fromFinding` needs to show a related place. */
interface Located {
  readonly file: CheckedFile;
  readonly document: TextDocument;
  readonly path: Path;
}

function fromFinding(
  file: CheckedFile,
  document: TextDocument,
  found: Finding,
  recordPath: Path,
  relatedIn: (index: number) => Located | undefined,
): Diagnostic {
  const path = [...recordPath, ...found.path];
  const place = placeOf(document, path, found.part);
  return {
    ...placeless(file.name),
    ...positions(file, place),
    code: found.code,
    severity: found.severity,
    message: found.message,
    pointer: toJsonPointer(path),
    recordPointer: found.pointer,
    recordId: found.recordId,
    recordType: found.recordType,
    expected: found.expected,
    received: found.received,
    suggestion: found.suggestion,
    fix: found.replacement === null ? null : replaceText(file.bytes, file.format, place, found.replacement),
    related: found.related.map((part, index) => {
      const owner = relatedIn(index) ?? { file, document, path: recordPath };
      const other = placeOf(owner.document, [...owner.path, ...part.path], 'value');
      return { file: owner.file.name, ...owner.file.lines.position(other.start), message: part.message };
    }),
  };
}
