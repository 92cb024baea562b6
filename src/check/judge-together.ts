import type { Finding } from '../finding/finding.js';
import { subjectOf } from '../finding/from-issues.js';
import { arrangeFacts, type RecordFacts } from '../rules/facts.js';
import { judgeFacts } from '../rules/judge.js';
import type { RuleSet } from '../rules/rule-set.js';
import { valueAt } from '../schema/cross-field.js';
import type { TextDocument, TextFormat } from '../text/document.js';
import { parseJson } from '../text/json/parse-json.js';
import { linesFrom } from '../text/line-cursor.js';
import type { Lines } from '../text/lines.js';
import { createLineIndex } from '../text/lines.js';
import { decodeUtf8 } from '../text/utf8.js';
import { parseYaml } from '../text/yaml/parse-yaml.js';
import type { FileResult } from './check-file.js';
import { type Diagnostic, placeless, type RelatedPlace } from './diagnostic.js';
import { fromFinding, type OpenRecord, placeOf } from './make-diagnostic.js';
import type { RecordPlace } from './record-places.js';

/** A file whose records were looked at, and that can be read again. */
export interface JudgedFile {
  readonly result: FileResult;
  readonly format: TextFormat;
  /** How many bytes it has. */
  readonly length: number;
  /** Reads some of its bytes again; `undefined` where they are gone or no longer the same. */
  reread(start: number, end: number): Uint8Array | undefined;
}

/** How records are judged together. */
export interface TogetherSettings {
  readonly rules: RuleSet;
  readonly knownIds: readonly string[];
  /** Whether there may be records that are not among those of the files. */
  readonly isPartial: boolean;
  /** Whether one more diagnostic may be kept; asked before each. */
  keeps(file: string): boolean;
  /** Is told of a file that is no longer what it was. */
  changed(file: string): void;
}

/** How many documents stay open while findings are placed. */
const MOST_OPEN = 16;

/** A record by its file and its number in it. */
interface Owner {
  readonly file: JudgedFile;
  readonly record: number;
}

/** Judges the records of files together. Their texts are read again where something is found. */
export function judgeTogether(files: readonly JudgedFile[], settings: TogetherSettings): Diagnostic[] {
  const ends: number[] = [];
  let total = 0;
  for (const { result } of files) {
    total += result.facts.length;
    ends.push(total);
  }
  const ownerOf = (number: number): Owner => {
    let low = 0;
    let high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! <= number) low = middle + 1;
      else high = middle;
    }
    const file = files[low]!;
    return { file, record: number - ends[low]! + file.result.facts.length };
  };
  const factsOf = ({ file, record }: Owner): RecordFacts => file.result.facts[record]!;
  const subjects = (number: number) => {
    const { id, type } = factsOf(ownerOf(number));
    return { recordId: id ?? null, recordType: type };
  };

  const open = createOpener(settings);
  const arranged = arrangeFacts(numbered(files), idsOf(files, settings.knownIds));
  const articleText = (id: string): string | undefined => {
    const article = arranged.find('article', id);
    if (!article) return undefined;
    const owner = ownerOf(article.record);
    const known = quickText(owner, id);
    if (known !== undefined) return known;
    const record = open(owner);
    const text = record && valueAt(record.document.value, [...record.path, 'body', 'text']);
    return typeof text === 'string' ? text : undefined;
  };

  const diagnostics: Diagnostic[] = [];
  for (const { record, finding, relatedRecords } of judgeFacts(arranged, subjects, {
    rules: settings.rules,
    articleText,
    isPartial:
      settings.isPartial || settings.knownIds.length > 0 || files.some(({ result }) => result.isPartial),
  })) {
    const owner = ownerOf(record);
    if (!settings.keeps(owner.file.result.name)) continue;
    const related = finding.related.map((part, index): RelatedPlace => {
      const other = ownerOf(relatedRecords[index]!);
      const opened = open(other);
      const name = other.file.result.name;
      if (!opened) return { file: name, ...startOf(other), message: part.message };
      const { start } = placeOf(opened.document, [...opened.path, ...part.path], 'value');
      return { file: name, ...opened.lines.position(start), message: part.message };
    });
    const opened = open(owner);
    diagnostics.push(opened ? fromFinding(opened, finding, related) : atStart(owner, finding, related));
  }
  return diagnostics;
}

/** The facts of all files, numbered through. */
function* numbered(files: readonly JudgedFile[]): Generator<RecordFacts, void, undefined> {
  let base = 0;
  for (const { result } of files) {
    for (const facts of result.facts) yield base === 0 ? facts : { ...facts, record: facts.record + base };
    base += result.facts.length;
  }
}

function* idsOf(files: readonly JudgedFile[], known: Iterable<string>): Generator<string, void, undefined> {
  yield* known;
  for (const { result } of files) yield* result.salvaged;
}

const placeOfRecord = ({ file, record }: Owner): RecordPlace => file.result.places.at(record);

function startOf(owner: Owner): { line: number; column: number } {
  const { line, column } = placeOfRecord(owner).from;
  return { line, column };
}

/**
 * The text of an article, read without the places of everything in it; `undefined` where that is not to be had, and the
 * article must be opened. What `JSON.parse` does not tell was told when the article was first read.
 */
function quickText(owner: Owner, id: string): string | undefined {
  if (owner.file.format === 'yaml') return undefined;
  const { start, end } = placeOfRecord(owner);
  const bytes = owner.file.reread(start, end);
  try {
    const { id: found, body } = JSON.parse(decodeUtf8(bytes!));
    return found === id && typeof body?.text === 'string' ? body.text : undefined;
  } catch {
    return undefined;
  }
}

/** A finding in a record that cannot be read again: where the record began is all that is known of its place. */
function atStart(owner: Owner, found: Finding, related: readonly RelatedPlace[]): Diagnostic {
  const { start } = placeOfRecord(owner);
  const { line, column } = startOf(owner);
  const { code, severity, message, recordId, recordType, expected, received, suggestion } = found;
  return {
    ...placeless(owner.file.result.name),
    ...{ code, severity, message, recordId, recordType, expected, received, suggestion, related },
    ...{ line, column, endLine: line, endColumn: column, byteOffset: start },
    recordPointer: found.pointer,
  };
}

/** Opens records again, and keeps the last few. */
function createOpener({
  changed,
}: Pick<TogetherSettings, 'changed'>): (owner: Owner) => OpenRecord | undefined {
  const kept = new Map<
    JudgedFile,
    Map<number, readonly { document: TextDocument; lines: Lines }[] | undefined>
  >();
  let count = 0;

  /** The documents in a span of a file. */
  const documentsIn = (file: JudgedFile, place: RecordPlace) => {
    const whole = file.format === 'yaml';
    const start = whole ? 0 : place.start;
    let ofFile = kept.get(file);
    if (ofFile?.has(start)) return ofFile.get(start);
    const bytes = file.reread(start, whole ? file.length : place.end);
    const documents = bytes && (whole ? openYaml(bytes) : openJson(bytes, place));
    if (count >= MOST_OPEN) {
      kept.clear();
      ofFile = undefined;
      count = 0;
    }
    if (!ofFile) {
      ofFile = new Map();
      kept.set(file, ofFile);
    }
    ofFile.set(start, documents);
    count++;
    return documents;
  };

  return (owner) => {
    const { file, record } = owner;
    const place = placeOfRecord(owner);
    const opened = documentsIn(file, place)?.[file.format === 'yaml' ? place.document : 0];
    const facts = file.result.facts[record]!;
    const path = file.format === 'yaml' ? place.path : [];
    if (!opened || subjectOf(valueAt(opened.document.value, path)).recordId !== (facts.id ?? null)) {
      changed(file.result.name);
      return undefined;
    }
    const prefix = file.format === 'yaml' ? [] : place.path;
    return { ...opened, file: file.result.name, format: file.format, path, prefix };
  };
}

function openYaml(bytes: Uint8Array) {
  const lines = createLineIndex(bytes);
  return parseYaml(bytes).map((document) => ({ document, lines }));
}

function openJson(bytes: Uint8Array, { start, from }: RecordPlace) {
  return [{ document: parseJson(bytes, { base: start }), lines: linesFrom(bytes, from) }];
}
