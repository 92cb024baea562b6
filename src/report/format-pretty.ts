import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { createLineIndex, type LineIndex } from '../text/lines.js';
import { type Caps, capDiagnostics } from './caps.js';
import { codeFrame } from './code-frame.js';
import { printable } from './display-width.js';

/** What a part of the output is, for whoever colours it. */
export type Style = 'error' | 'warning' | 'note' | 'place' | 'frame' | 'help';

/** What the pretty format needs beside the report. */
export interface PrettyOptions extends Caps {
  /** The text of a file, for the code frames; without it there are none. */
  readonly source?: ((file: string) => Uint8Array | undefined) | undefined;
  /** The columns of the terminal; 80 by default. */
  readonly width?: number | undefined;
  /** Colours a part; leaves it as it is by default. */
  readonly paint?: ((style: Style, text: string) => string) | undefined;
}

/** Writes diagnostics for a person at a terminal: what, where, the line itself, and what to do. */
export function formatPretty(report: CheckReport, options: PrettyOptions = {}): string {
  const paint = options.paint ?? ((_, text) => text);
  const { shown, hidden } = capDiagnostics(report.diagnostics, options);
  const indexes = new Map<string, LineIndex | undefined>();
  const indexOf = (file: string, bytes: Uint8Array): LineIndex => {
    const known = indexes.get(file);
    if (known) return known;
    const index = createLineIndex(bytes);
    indexes.set(file, index);
    return index;
  };
  const blocks = shown.map((diagnostic) => {
    const bytes = options.source?.(diagnostic.file);
    return block(diagnostic, bytes, bytes && indexOf(diagnostic.file, bytes), options.width ?? 80, paint);
  });
  if (hidden.length > 0) blocks.push(hidden.map((line) => `${paint('help', line)}\n`).join(''));
  return blocks.join('\n');
}

function block(
  diagnostic: Diagnostic,
  bytes: Uint8Array | undefined,
  lines: LineIndex | undefined,
  width: number,
  paint: (style: Style, text: string) => string,
): string {
  const { severity, code, file, line, column, recordId, recordPointer, pointer } = diagnostic;
  const number = line === null ? '' : String(line);
  const margin = ' '.repeat(number.length);
  const bar = paint('frame', `${margin} |`);
  const where = line === null ? file : `${file}:${line}:${column}`;
  const record = [recordId, recordPointer ?? pointer]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  const out = [
    `${paint(severity, `${severity}[${code}]`)}: ${printable(diagnostic.message)}`,
    `${margin}${paint('frame', '-->')} ${paint('place', printable(where))}${record === '' ? '' : `  ${shorten(printable(record), width)}`}`,
  ];
  if (bytes && lines && line !== null && diagnostic.byteOffset !== null) {
    const { byteOffset } = diagnostic;
    const byteEnd = byteEndOf(diagnostic, bytes, lines, byteOffset);
    const room = Math.max(20, width - number.length - 3);
    const { text, underlineStart, underlineWidth } = codeFrame(
      bytes,
      lines,
      { line, byteOffset, byteEnd },
      room,
    );
    out.push(
      bar,
      `${paint('frame', `${number} |`)} ${text}`,
      `${bar} ${' '.repeat(underlineStart)}${paint(severity, '^'.repeat(Math.min(underlineWidth, room)))}`,
    );
  }
  const help = (text: string): void => {
    out.push(`${margin} ${paint('frame', '=')} ${paint('help', printable(text))}`);
  };
  const { expected, received, suggestion, fix } = diagnostic;
  if (expected !== null && !diagnostic.message.includes(expected)) help(`expected ${expected}`);
  if (received !== null && !diagnostic.message.includes(received)) help(`received ${received}`);
  if (suggestion !== null && fix !== null) {
    help(`${code === 'schema/unknown-key' ? 'rename the key to' : 'write'} ${JSON.stringify(suggestion)}`);
  } else if (suggestion !== null && !diagnostic.message.includes(suggestion)) help(suggestion);
  for (const part of diagnostic.related) {
    help(`${part.line === null ? part.file : `${part.file}:${part.line}:${part.column}`}: ${part.message}`);
  }
  return `${out.join('\n')}\n`;
}

/** The byte after a diagnostic on its first line: diagnostics give the end as line and column. */
function byteEndOf(diagnostic: Diagnostic, bytes: Uint8Array, lines: LineIndex, start: number): number {
  const { line, column, endLine, endColumn } = diagnostic;
  const lineEnd = lines.lineSpan(line!).end;
  if (endLine !== line || endColumn === null || column === null) return lineEnd;
  // UTF-16 units are never more than bytes, so that the end is found by walking that far.
  let units = endColumn - column;
  let at = start;
  while (units > 0 && at < lineEnd) {
    const lead = bytes[at]!;
    const size = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    units -= size === 4 ? 2 : 1;
    at += size;
    if (at - start > 4096) break;
  }
  return Math.min(at, lineEnd);
}

function shorten(text: string, width: number): string {
  const points = Array.from(text);
  return points.length <= width ? text : `${points.slice(0, width - 1).join('')}…`;
}
