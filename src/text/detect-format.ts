import type { TextFormat } from './document.js';
import { parseJson } from './json/parse-json.js';
import { decodeUtf8, hasByteOrderMark } from './utf8.js';

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

/** Whether a text may be YAML, as far as its name and what is said of its syntax tell. */
export function mayBeYaml(name: string, input: TextFormat | 'auto'): boolean {
  return (input === 'auto' ? (formatOfName(name) ?? 'yaml') : input) === 'yaml';
}

/** How much of a text that is no JSON is looked at. */
const HEAD = 4096;

/** How much of a text is read to see what follows its first value. */
const LONGEST_LOOK = 8 * 1024 * 1024;

/**
 * Guesses the syntax of a text whose name does not tell: NDJSON when a second value begins on a line of its own,
 * YAML when the text starts like a mapping, a list or a document, JSON otherwise. Answers `undefined` where more of
 * the text could change the answer; `whole` says that there is no more.
 */
export function sniffFormat(bytes: Uint8Array, whole: boolean): TextFormat | undefined {
  const start = hasByteOrderMark(bytes) ? 3 : 0;
  const first = visible(bytes, start);
  if (bytes[first] === 0x7b) return afterFirstValue(bytes, first, whole);
  if (bytes[first] === 0x5b) return 'json';
  if (!whole && bytes.length < HEAD) return undefined;
  const head = decodeUtf8(bytes, start, HEAD);
  return /^(?:(?:[ \t]*(?:#.*)?|%.*)\r?\n)*(?:---(?:\s|$)|- |[A-Za-z][\w-]*:(?:\s|$))/.test(head)
    ? 'yaml'
    : 'json';
}

/** Whether a second object begins on a line of its own behind the first. */
function afterFirstValue(bytes: Uint8Array, start: number, whole: boolean): TextFormat | undefined {
  const limit = Math.min(bytes.length, LONGEST_LOOK);
  const decided = whole || bytes.length >= LONGEST_LOOK;
  const { problems, end } = parseJson(bytes, { start, end: limit, probe: true });
  if (problems.length > 0) {
    return decided || problems.every(({ code }) => code !== 'syntax/truncated') ? 'json' : undefined;
  }
  const next = visible(bytes, end);
  if (next >= limit && !decided) return undefined;
  const lineEnds = bytes.subarray(end, next).includes(10);
  return lineEnds && bytes[next] === 0x7b ? 'ndjson' : 'json';
}

/** The first byte from an index on that is no white space. */
function visible(bytes: Uint8Array, from: number): number {
  let at = from;
  while (bytes[at] === 0x20 || bytes[at] === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++;
  return at;
}
