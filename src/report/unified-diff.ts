import type { ByteEdit } from '../check/text-edits.js';
import { applyEdits } from '../check/text-edits.js';
import type { Span } from '../text/problem.js';
import { decodeUtf8 } from '../text/utf8.js';

const LF = 10;

/** How many unchanged lines stand around a change. */
const CONTEXT = 3;

/** Lines that go and lines that come in their place. */
interface Block {
  /** The lines that go, by number from 0, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly added: readonly string[];
}

/**
 * Writes what edits do to a text as a unified diff that `git apply` and `patch -p1` take. The edits are in order, none
 * reaching into another. Empty where they change nothing.
 */
export function unifiedDiff(name: string, text: Uint8Array, edits: readonly ByteEdit[]): string {
  const starts = lineStarts(text);
  const blocks = blocksOf(text, starts, edits);
  if (blocks.length === 0) return '';
  const lines = (from: number, to: number, mark: string): string[] =>
    Array.from({ length: to - from }, (_, index) => {
      const end = starts[from + index + 1] ?? text.length;
      return marked(mark, decodeUtf8(text, starts[from + index]!, end));
    });
  let out = `--- ${fileLabel('a', name)}\n+++ ${fileLabel('b', name)}\n`;
  let shift = 0;
  for (const hunk of hunksOf(blocks)) {
    const first = Math.max(0, hunk[0]!.from - CONTEXT);
    const last = Math.min(starts.length, hunk.at(-1)!.to + CONTEXT);
    const body: string[] = [];
    let at = first;
    let added = 0;
    for (const block of hunk) {
      body.push(...lines(at, block.from, ' '), ...lines(block.from, block.to, '-'));
      body.push(...block.added.map((line) => marked('+', line)));
      added += block.added.length - (block.to - block.from);
      at = block.to;
    }
    body.push(...lines(at, last, ' '));
    out += `@@ -${range(first, last - first)} +${range(first + shift, last - first + added)} @@\n${body.join('')}`;
    shift += added;
  }
  return out;
}

/** Where each line begins. Lines end at line feeds alone, as in git; what follows the last one is a line if it is there. */
function lineStarts(text: Uint8Array): readonly number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    starts.push(at);
    const feed = text.indexOf(LF, at);
    at = feed < 0 ? text.length : feed + 1;
  }
  return starts;
}

function blocksOf(text: Uint8Array, starts: readonly number[], edits: readonly ByteEdit[]): readonly Block[] {
  const groups: { lines: Span; edits: ByteEdit[] }[] = [];
  for (const edit of edits) {
    const from = lineAt(starts, edit.start);
    const to = Math.min(starts.length, lineAt(starts, edit.end) + 1);
    const last = groups.at(-1);
    if (last && from < last.lines.end) {
      last.edits.push(edit);
      last.lines = { start: last.lines.start, end: Math.max(last.lines.end, to) };
    } else groups.push({ lines: { start: from, end: to }, edits: [edit] });
  }
  return groups.flatMap(({ lines, edits: own }): readonly Block[] => {
    const start = starts[lines.start] ?? text.length;
    const end = starts[lines.end] ?? text.length;
    const before = split(decodeUtf8(text, start, end));
    const moved = own.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    const after = split(decodeUtf8(applyEdits(text.subarray(start, end), moved)));
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head]) head++;
    let tail = 0;
    const most = Math.min(before.length, after.length) - head;
    while (tail < most && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
    const from = lines.start + head;
    const to = lines.start + before.length - tail;
    const added = after.slice(head, after.length - tail);
    return from === to && added.length === 0 ? [] : [{ from, to, added }];
  });
}

/** Blocks whose context meets stand in one hunk. */
function hunksOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const hunks: Block[][] = [];
  for (const block of blocks) {
    const last = hunks.at(-1);
    if (last && block.from - last.at(-1)!.to <= 2 * CONTEXT) last.push(block);
    else hunks.push([block]);
  }
  return hunks;
}

/** The line that holds a byte; the last one for the end of the text. */
function lineAt(starts: readonly number[], byte: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (starts[middle]! <= byte) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lines with their line feeds. */
function split(text: string): string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

function marked(mark: string, line: string): string {
  return line.endsWith('\n') ? `${mark}${line}` : `${mark}${line}\n\\ No newline at end of file\n`;
}

/** Lines of a hunk: from where, and how many unless it is one. An empty range begins behind the line before it. */
function range(first: number, count: number): string {
  const start = count === 0 ? first : first + 1;
  return count === 1 ? `${start}` : `${start},${count}`;
}

/** A name as git writes it: in quotes where it holds what would end it or the line, followed by a tab where it has blanks. */
function fileLabel(side: 'a' | 'b', name: string): string {
  const path = `${side}/${name}`;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not get out
  if (!/[\u0000-\u001f\u007f"\\]/.test(path)) return path.includes(' ') ? `${path}\t` : path;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what must not get out
  return `"${path.replace(/[\u0000-\u001f\u007f"\\]/g, (character) =>
    character === '"' || character === '\\'
      ? `\\${character}`
      : `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`,
  )}"`;
}
