import type { CheckReport, Diagnostic } from '../../src/check.js';

/** What is wrong with the places of diagnostics, counted anew on the text; empty where nothing is. */
export function wrongPlaces(report: CheckReport, sources: ReadonlyMap<string, Uint8Array>): string[] {
  const texts = new Map([...sources].map(([name, bytes]) => [name, readLines(bytes)]));
  return report.diagnostics.flatMap((diagnostic) => {
    const text = texts.get(diagnostic.file);
    const faults = text && diagnostic.line !== null ? faultsOf(diagnostic, text) : [];
    for (const { file, line, column } of diagnostic.related) {
      const other = texts.get(file);
      if (line !== null && other && (column ?? 0) > (other.lines[line - 1]?.units ?? -1) + 1) {
        faults.push(`related ${file}:${line}:${column} is not in the text`);
      }
    }
    return faults.map((fault) => `${diagnostic.code} at ${diagnostic.byteOffset}: ${fault}`);
  });
}

function faultsOf(diagnostic: Diagnostic, { length, lines, placeOf }: Text): string[] {
  const faults: string[] = [];
  const { line, column, endLine, endColumn, byteOffset, expected, received } = diagnostic;
  if (byteOffset === null || byteOffset < 0 || byteOffset > length)
    return ['the byte offset is not in the text'];
  const right = placeOf(byteOffset);
  if (`${line}:${column}` !== right) faults.push(`${line}:${column}, not ${right}`);
  const last = lines[(endLine ?? 0) - 1];
  // A place may end with the line end itself.
  if (!last || (endColumn ?? 0) < 1 || endColumn! > last.units + last.end + 1) {
    faults.push(`it ends at ${endLine}:${endColumn}, which is not in the text`);
  }
  if (endLine! < line! || (endLine === line && endColumn! < column!)) faults.push('it ends before it begins');
  for (const part of [expected, received]) {
    if (Array.from(part ?? '').length > 80) faults.push(`longer than 80 code points: ${part}`);
  }
  return faults;
}

interface Text {
  readonly length: number;
  /** UTF-16 units of every line without and of its end. */
  readonly lines: readonly { units: number; end: number }[];
  placeOf(byteOffset: number): string;
}

/** Counts the slow way, on the decoded text, one character after the other. */
function readLines(bytes: Uint8Array): Text {
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const lines: { units: number; end: number }[] = [];
  const places: string[] = [];
  let units = 0;
  let end = 0;
  let at = 0;
  while (at < bytes.length) {
    const mark = at === 0 && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    const size = mark ? 3 : characterLength(bytes, at);
    // A byte inside a character belongs to the place behind it.
    const width = mark ? 0 : decoder.decode(bytes.subarray(at, at + size)).length;
    places.push(`${lines.length + 1}:${units + end + 1}`);
    for (let inside = 1; inside < size; inside++)
      places.push(`${lines.length + 1}:${units + end + width + 1}`);
    const byte = bytes[at]!;
    at += size;
    if (byte === 13 && bytes[at] === 10) end = 1;
    else if (byte === 10 || byte === 13) {
      lines.push({ units, end: end + 1 });
      units = 0;
      end = 0;
    } else units += width;
  }
  places.push(`${lines.length + 1}:${units + end + 1}`);
  lines.push({ units, end });
  return { length: bytes.length, lines, placeOf: (offset) => places[offset]! };
}

/** How many bytes a decoder makes one character of. */
function characterLength(bytes: Uint8Array, at: number): number {
  if (bytes[at]! < 0x80) return 1;
  for (let size = 4; size > 1; size--) {
    if (at + size > bytes.length) continue;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(at, at + size));
    // One code point of so many bytes, or one sequence that breaks off.
    if (Array.from(text).length === 1) return size;
  }
  return 1;
}
