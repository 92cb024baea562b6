import type { Finding } from '../finding/finding.js';
import { subjectOf } from '../finding/from-issues.js';
import { arrangeLogs } from '../rules/arrange-logs.js';
import type { FitCheck } from '../rules/at-hand.js';
import { bodyTextOf } from '../rules/body-text.js';
import { createOwnFitCheck } from '../rules/common/own-fit-check.js';
import { judgeFacts } from '../rules/judge.js';
import type { RuleSet } from '../rules/rule-set.js';
import { valueAt } from '../schema/cross-field.js';
import { createByteWindow } from '../text/byte-window.js';
import type { TextDocument } from '../text/document.js';
import { parseJson } from '../text/json/parse-json.js';
import { linesFrom } from '../text/line-cursor.js';
import type { Lines } from '../text/lines.js';
import { createLineIndex } from '../text/lines.js';
import { decodeUtf8 } from '../text/utf8.js';
import type { YamlReader } from '../text/yaml-reader.js';
import { type Diagnostic, placeless, type RelatedPlace } from './diagnostic.js';
import type { Glance } from './glance.js';
import { fromFinding, type OpenRecord, placeOf } from './make-diagnostic.js';
import type { Part } from './part.js';
import type { RecordPlace } from './record-places.js';

/** Reads some bytes of a file again, by their offsets in the unpacked text; `undefined` where they are gone or no longer the same. */
export type Reread = (start: number, end: number) => Uint8Array | undefined;

/** A part of a file whose records were looked at, and that can be read again. */
export interface JudgedPart {
  readonly part: Part;
  readonly reread: Reread;
  /** How many lines of the file end before it. */
  readonly linesBefore: number;
}

/** How records are judged together. */
export interface TogetherSettings {
  readonly rules: RuleSet;
  readonly knownIds: readonly string[];
  /** What reads YAML; asked where a part is YAML. */
  readonly yaml: () => YamlReader;
  readonly glance?: Glance | undefined;
  /** Whether there may be records that are not among those of the parts. */
  readonly isPartial: boolean;
  /** How many diagnostics there is room for. */
  readonly room: number;
  /** Whether one more diagnostic may be kept; asked before each. */
  keeps(file: string): boolean;
  /** Is told of a file of which something could not be read again. */
  lost(file: string): void;
}

/** How many documents stay open while findings are placed. */
const MOST_OPEN = 16;

/** A record by its part and its number in it. */
interface Owner {
  readonly judged: JudgedPart;
  readonly record: number;
}

/** Judges the records of parts together. Their texts are read again where something is found. */
export function judgeTogether(
  parts: readonly JudgedPart[],
  settings: TogetherSettings,
  tell: (diagnostic: Diagnostic) => void,
): void {
  const ends: number[] = [];
  let total = 0;
  for (const { part } of parts) {
    total += part.facts.count();
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
    const judged = parts[low]!;
    return { judged, record: number - ends[low]! + judged.part.facts.count() };
  };
  const subjects = (number: number) => {
    const { judged, record } = ownerOf(number);
    const { id, type } = judged.part.facts.subject(record);
    return { recordId: id ?? null, recordType: type };
  };

  const open = createOpener(settings);
  const openWhole = createOpener({ ...settings, glance: undefined });
  const arranged = arrangeLogs(
    parts.map(({ part }) => part.facts),
    idsOf(parts, settings.knownIds),
  );
  const look = createLook(settings.glance);
  const bodyFits = (record: number): FitCheck | undefined => look(ownerOf(record), subjects(record).recordId);
  const bodyText = (record: number): string | undefined => {
    const owner = ownerOf(record);
    const read = quickRead(owner, subjects(record).recordId);
    if (read !== undefined) return bodyTextOf(read);
    const opened = openWhole(owner);
    return opened && bodyTextOf(valueAt(opened.document.value, opened.path));
  };

  for (const { record, finding, relatedRecords } of judgeFacts(arranged, subjects, {
    rules: settings.rules,
    bodyText,
    // one more, so that it is seen that there are
    most: settings.room + 1,
    bodyFits,
    isPartial: settings.isPartial || settings.knownIds.length > 0 || parts.some(({ part }) => part.isPartial),
  })) {
    const owner = ownerOf(record);
    if (!settings.keeps(owner.judged.part.file)) continue;
    const related = finding.related.map((part, index): RelatedPlace => {
      const other = ownerOf(relatedRecords[index]!);
      const opened = open(other);
      const { file } = other.judged.part;
      if (!opened) return { file, ...startOf(other), message: part.message };
      const { start } = placeOf(opened.document, [...opened.path, ...part.path], 'value');
      return { file, ...opened.lines.position(start), message: part.message };
    });
    const opened = open(owner);
    tell(opened ? fromFinding(opened, finding, related) : atStart(owner, finding, related));
  }
}

function* idsOf(parts: readonly JudgedPart[], known: Iterable<string>): Generator<string, void, undefined> {
  yield* known;
  for (const { part } of parts) yield* part.salvaged;
}

/** Where a record is in its file. */
function placeOfRecord({ judged, record }: Owner): RecordPlace {
  const { part, linesBefore } = judged;
  const { from, ...place } = part.places.at(record);
  return {
    ...place,
    from: { ...from, line: from.line + linesBefore },
  };
}

function startOf(owner: Owner): { line: number; column: number } {
  const { line, column } = placeOfRecord(owner).from;
  return { line, column };
}

/**
 * A record, read without the places of everything in it; `undefined` where that is not to be had, and the record must be
 * opened. What `JSON.parse` does not tell was told when the record was first read.
 */
function quickRead(owner: Owner, id: string | null): unknown {
  if (owner.judged.part.format === 'yaml') return undefined;
  const { start, end } = placeOfRecord(owner);
  const bytes = owner.judged.reread(start, end);
  try {
    const record = JSON.parse(decodeUtf8(bytes!));
    return (record.id ?? null) === id ? record : undefined;
  } catch {
    return undefined;
  }
}

/** Makes a quick look at the anchors of the text of a record; good until the next. */
function createLook(glance: Glance | undefined): (owner: Owner, id: string | null) => FitCheck | undefined {
  const window = createByteWindow();
  return ({ judged, record }, id) => {
    if (glance === undefined || judged.part.format === 'yaml') return undefined;
    const { start, end } = placeOfRecord({ judged, record });
    const bytes = judged.reread(start, end);
    if (bytes === undefined) return undefined;
    window.add(bytes);
    const seen = glance.at(window, { start: window.base, end: window.reached, isLine: true });
    window.release(window.reached);
    if (typeof seen !== 'object' || (seen.record.id ?? null) !== id) return undefined;
    return seen.fits ?? createOwnFitCheck(seen.record, seen.record);
  };
}

/** A finding in a record that cannot be read again: where the record began is all that is known of its place. */
function atStart(owner: Owner, found: Finding, related: readonly RelatedPlace[]): Diagnostic {
  const { start } = placeOfRecord(owner);
  const { line, column } = startOf(owner);
  const { code, severity, message, recordId, recordType, expected, received, suggestion } = found;
  return {
    ...placeless(owner.judged.part.file),
    ...{ code, severity, message, recordId, recordType, expected, received, suggestion, related },
    ...{ line, column, endLine: line, endColumn: column, byteOffset: start },
    recordPointer: found.pointer,
  };
}

/** Opens records again, and keeps the last few. With a glance the texts of articles may be left out. */
function createOpener({
  lost,
  yaml,
  glance,
}: Pick<TogetherSettings, 'lost' | 'yaml' | 'glance'>): (owner: Owner) => OpenRecord | undefined {
  const kept = new Map<
    JudgedPart,
    Map<number, readonly { document: TextDocument; lines: Lines }[] | undefined>
  >();
  let count = 0;

  /** The documents in a span of a part. */
  const documentsIn = (judged: JudgedPart, place: RecordPlace) => {
    const { part, reread } = judged;
    const whole = part.format === 'yaml';
    const start = whole ? 0 : place.start;
    let ofPart = kept.get(judged);
    if (ofPart?.has(start)) return ofPart.get(start);
    const bytes = reread(start, whole ? part.end : place.end);
    const documents = bytes && (whole ? openYaml(bytes, yaml()) : openJson(bytes, place, glance));
    if (count >= MOST_OPEN) {
      kept.clear();
      ofPart = undefined;
      count = 0;
    }
    if (!ofPart) {
      ofPart = new Map();
      kept.set(judged, ofPart);
    }
    ofPart.set(start, documents);
    count++;
    return documents;
  };

  return (owner) => {
    const { judged, record } = owner;
    const { file, format, facts } = judged.part;
    const place = placeOfRecord(owner);
    const inYaml = format === 'yaml';
    const opened = documentsIn(judged, place)?.[inYaml ? place.document : 0];
    const path = inYaml ? place.path : [];
    const { id = null } = facts.subject(record);
    if (!opened || subjectOf(valueAt(opened.document.value, path)).recordId !== id) {
      lost(file);
      return undefined;
    }
    return { ...opened, file, format, path, prefix: inYaml ? [] : place.path };
  };
}

function openYaml(bytes: Uint8Array, yaml: YamlReader) {
  const lines = createLineIndex(bytes);
  return yaml.parse(bytes).map((document) => ({ document, lines }));
}

function openJson(bytes: Uint8Array, { start, from }: RecordPlace, glance: Glance | undefined) {
  const window = createByteWindow(start);
  window.add(bytes);
  const read = glance?.read(window, { start, end: window.reached });
  const document = read?.document ?? parseJson(bytes, { base: start });
  return [{ document, lines: linesFrom(bytes, from) }];
}
