import type { TextFormat } from '../text/document.js';
import { parseJson } from '../text/json/parse-json.js';
import { decodeUtf8, hasByteOrderMark } from '../text/utf8.js';

const byExtension = new Map<string, TextFormat>([
  ['json', 'json'],
  ['ndjson', 'ndjson'],
  ['jsonl', 'ndjson'],
  ['yaml', 'yaml'],
  ['yml', 'yaml'],
]);

/** The syntax that a file name promises, `.gz` apart; `undefined` where it promises none. */
export function formatOfName(name: string): TextFormat | undefined {
  const extension = /\.([^./\\]+)(?:\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  return extension === undefined ? undefined : byExtension.get(extension);
}

/** How much of a text without a telling name is looked at. */
const SNIFFED = 4096;

/**
 * Guesses the syntax of a text whose name does not tell: NDJSON when a second value begins on a line of its own,
 * YAML when the text starts like a mapping, a list or a document, JSON otherwise.
 */
export function sniffFormat(bytes: Uint8Array): TextFormat {
  const start = hasByteOrderMark(bytes) ? 3 : 0;
  const head = decodeUtf8(bytes, start, start + SNIFFED);
  const first = head.trimStart()[0];
  if (first === '{' || first === '[') {
    const { problems, end } = parseJson(bytes, { start, probe: true });
    const onward = decodeUtf8(bytes, end, end + SNIFFED);
    return problems.length === 0 && first === '{' && /^[ \t\r]*\n\s*\{/.test(onward) ? 'ndjson' : 'json';
  }
  return /^(?:(?:[ \t]*(?:#.*)?|%.*)\r?\n)*(?:---(?:\s|$)|- |[A-Za-z][\w-]*:(?:\s|$))/.test(head)
    ? 'yaml'
    : 'json';
}
