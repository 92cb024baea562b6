import type { CheckReport, Diagnostic } from '../check/diagnostic.js';
import { excerptSpan, type ReadExcerpt } from '../check/excerpt.js';
import { type Caps, capDiagnostics } from './caps.js';
import { codeFrame, type Excerpt } from './code-frame.js';
import { printable, textWidth } from './display-width.js';

/** What a part of the output is, for whoever colours it. */
export type Style = 'error' | 'warning' | 'note' | 'place' | 'frame' | 'help';

/** What the pretty format needs beside the report. */
export interface PrettyOptions extends Caps {
  /** Reads the lines for the code frames; without it there are none. */
  readonly excerpt?: ReadExcerpt | undefined;
  /** The columns of the terminal; 80 by default. */
  readonly width?: number | undefined;
  /** Colours a part; leaves it as it is by default. */
  readonly paint?: ((style: Style, text: string) => string) | undefined;
}

/** Writes diagnostics for a person at a terminal: what, where, the line itself, and what to do. */
export function formatPretty(report: CheckReport, options: PrettyOptions = {}): string {
  const paint = options.paint ?? ((_, text) => text);
  const { shown, hidden } = capDiagnostics(report.diagnostics, options);
  const blocks = shown.map((diagnostic) =>
    block(diagnostic, excerptOf(diagnostic, options.excerpt), options.width ?? 80, paint),
  );
  if (hidden.length > 0) blocks.push(hidden.map((line) => `${paint('help', line)}\n`).join(''));
  return blocks.join('\n');
}

function block(
  diagnostic: Diagnostic,
  excerpt: Excerpt | undefined,
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
    `${margin}${paint('frame', '-->')} ${paint('place', printable(where))}${record === '' ? '' : `  ${shorten(printable(record), Math.max(20, width - margin.length - 5 - textWidth(where)))}`}`,
  ];
  if (excerpt) {
    const room = Math.max(20, width - number.length - 3);
    const { text, underlineStart, underlineWidth } = codeFrame(excerpt, room);
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

function excerptOf(diagnostic: Diagnostic, read: ReadExcerpt | undefined): Excerpt | undefined {
  const span = excerptSpan(diagnostic);
  const bytes = span && read?.(diagnostic.file, span.start, span.end);
  if (!bytes) return undefined;
  const { start } = span;
  const at = diagnostic.byteOffset!;
  const end = start + byteEndOf(diagnostic, bytes, at - start);
  return { bytes, start, cut: start + bytes.length === span.end, place: { start: at, end } };
}

/** The byte after a diagnostic on its first line: diagnostics give the end as line and column. */
function byteEndOf(
  { line, column, endLine, endColumn }: Diagnostic,
  bytes: Uint8Array,
  start: number,
): number {
  if (endLine !== line || endColumn === null || column === null) return bytes.length;
  // UTF-16 units are never more than bytes, so that the end is found by walking that far.
  let units = endColumn - column;
  let at = start;
  while (units > 0 && at < bytes.length) {
    const lead = bytes[at]!;
    const size = lead < 0xc0 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    units -= size === 4 ? 2 : 1;
    at += size;
  }
  return Math.min(at, bytes.length);
}

function shorten(text: string, width: number): string {
  const points = Array.from(text);
  return points.length <= width ? text : `${points.slice(0, width - 1).join('')}…`;
}
