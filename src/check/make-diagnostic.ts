import type { LaidOut } from '../dataset/layout.js';
import { clip } from '../finding/describe.js';
import type { Finding, Path } from '../finding/finding.js';
import { subjectOf } from '../finding/from-issues.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import type { Place, TextDocument, TextFormat } from '../text/document.js';
import type { Lines } from '../text/lines.js';
import type { Span, TextProblem } from '../text/problem.js';
import { type Diagnostic, placeless, type RelatedPlace } from './diagnostic.js';
import { replaceText } from './fix.js';

/** A document of a file that is at hand. */
export interface OpenDocument {
  readonly file: string;
  readonly format: TextFormat;
  readonly document: TextDocument;
  readonly lines: Lines;
  /** Steps from the root of what the file holds to the root of the document, where the document is a part of it. */
  readonly prefix: Path;
}

/** A record, or what is meant to be one, in a document that is at hand. */
export interface OpenRecord extends OpenDocument {
  /** Steps from the root of the document to the record. */
  readonly path: Path;
}

/** What a diagnostic says of where it belongs. */
type Owner = Pick<Diagnostic, 'pointer' | 'recordPointer' | 'recordId' | 'recordType'>;

/** The place of a part; of the nearest thing around it where there is no such part. */
export function placeOf(document: TextDocument, path: Path, part: Finding['part']): Place {
  const exact = document.place(path, part);
  if (exact) return exact;
  for (let length = path.length - 1; length >= 0; length--) {
    const around = document.place(path.slice(0, length), 'open');
    if (around) return around;
  }
  return { start: document.start, end: document.start, scalar: false };
}

/** Says where a span is, in lines and columns. */
function positionsOf(
  lines: Lines,
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

/** Tells a mistake of the text. */
export function fromProblem(
  { file, lines }: Pick<OpenDocument, 'file' | 'lines'>,
  problem: TextProblem,
  owner: Owner,
): Diagnostic {
  return {
    ...placeless(file),
    ...positionsOf(lines, problem),
    code: problem.code,
    severity: problem.code === 'syntax/bom' ? 'warning' : 'error',
    message: problem.message,
    ...owner,
    expected: problem.expected === undefined ? null : clip(problem.expected),
    received: problem.received === undefined ? null : clip(problem.received),
    suggestion: problem.suggestion ?? null,
    related: (problem.related ?? []).map(({ start, message }) => ({
      file,
      ...lines.position(start),
      message,
    })),
  };
}

/** Tells a finding. `related` says where its related parts are; they are in the same record otherwise. */
export function fromFinding(
  record: OpenRecord,
  found: Finding,
  related: readonly RelatedPlace[] = relatedWithin(record, found),
): Diagnostic {
  const { file, format, document, lines, prefix } = record;
  const path = [...record.path, ...found.path];
  const place = placeOf(document, path, found.part);
  return {
    ...placeless(file),
    ...positionsOf(lines, place),
    code: found.code,
    severity: found.severity,
    message: found.message,
    pointer: toJsonPointer([...prefix, ...path]),
    recordPointer: found.pointer,
    recordId: found.recordId,
    recordType: found.recordType,
    expected: found.expected,
    received: found.received,
    suggestion: found.suggestion,
    fix: found.replacement === null ? null : replaceText(document, format, place, found.replacement),
    related,
  };
}

function relatedWithin({ file, document, lines, path }: OpenRecord, { related }: Finding): RelatedPlace[] {
  return related.map((part) => {
    const { start } = placeOf(document, [...path, ...part.path], 'value');
    return { file, ...lines.position(start), message: part.message };
  });
}

/** Which part of which record a byte of a document stands in. */
export function ownerOf(
  { document, prefix }: OpenDocument,
  { layout, records }: LaidOut,
  byte: number,
): Owner {
  if (document.value === undefined) {
    return { pointer: null, recordPointer: null, recordId: null, recordType: null };
  }
  const path = document.pathAt(byte);
  const pointer = toJsonPointer([...prefix, ...path]);
  const above = layout === 'record' ? 0 : layout === 'list' ? 1 : 2;
  const index = above === 0 ? 0 : path[above - 1];
  const record =
    typeof index === 'number' && (above < 2 || path[0] === 'records') ? records[index] : undefined;
  if (!record) return { pointer, recordPointer: null, recordId: null, recordType: null };
  return { pointer, recordPointer: toJsonPointer(path.slice(above)), ...subjectOf(record.value) };
}
