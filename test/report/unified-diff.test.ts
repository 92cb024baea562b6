import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { applyEdits, type ByteEdit } from '../../src/check/text-edits.js';
import { unifiedDiff } from '../../src/report/unified-diff.js';
import { encodeUtf8 } from '../../src/text/utf8.js';

const edit = (start: number, end: number, put: string): ByteEdit => ({ start, end, bytes: encodeUtf8(put) });
/** The edit of the only place where a text holds `from`. */
const swap = (text: string, from: string, to: string): ByteEdit => {
  const at = encodeUtf8(text.slice(0, text.indexOf(from))).length;
  return edit(at, at + encodeUtf8(from).length, to);
};

describe('a unified diff', () => {
  it('shows three lines around each change, and one hunk where they meet', () => {
    const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
    const edits = [
      swap(text, 'line 2\n', 'LINE 2\n'),
      swap(text, 'line 9\n', 'LINE 9\n'),
      swap(text, 'line 20', 'end'),
    ];
    expect(unifiedDiff('data/a.json', encodeUtf8(text), edits)).toBe(`--- a/data/a.json
+++ b/data/a.json
@@ -1,12 +1,12 @@
 line 1
-line 2
+LINE 2
 line 3
 line 4
 line 5
 line 6
 line 7
 line 8
-line 9
+LINE 9
 line 10
 line 11
 line 12
@@ -17,4 +17,4 @@
 line 17
 line 18
 line 19
-line 20
+end
`);
  });

  it('says where there is no line end at the end', () => {
    expect(unifiedDiff('a', encodeUtf8('x'), [edit(0, 1, 'y')])).toBe(
      '--- a/a\n+++ b/a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+y\n\\ No newline at end of file\n',
    );
  });

  it('is empty where nothing changes', () => {
    expect(unifiedDiff('a', encodeUtf8('x\n'), [edit(0, 1, 'x')])).toBe('');
    expect(unifiedDiff('a', encodeUtf8('x\n'), [])).toBe('');
  });

  it('of a hundred thousand changes takes a time that grows with them alone', () => {
    const line = 'x'.repeat(20);
    const text = encodeUtf8(`${line}\n`.repeat(100_000));
    const edits = Array.from({ length: 100_000 }, (_, index) => edit(index * 21, index * 21 + 1, 'y'));
    expect(unifiedDiff('a', text, edits).length).toBeGreaterThan(4_000_000);
  });
});

describe('what programs make of it', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsdomain-diff-'));
    execFileSync('git', ['init', '-q'], { cwd: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Applies the diff of edits to a file with each program, and answers what the file then holds. */
  const applied = (
    name: string,
    before: string,
    edits: readonly ByteEdit[],
    programs = ['git', 'patch'],
  ): string[] => {
    const diff = unifiedDiff(name, encodeUtf8(before), edits);
    return programs.map((program) => {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), before);
      const { status, stderr, stdout } = spawnSync(
        program,
        program === 'git' ? ['apply', '--whitespace=nowarn'] : ['-p1'],
        {
          cwd: folder,
          input: diff,
          encoding: 'utf8',
        },
      );
      expect(status, `${program}: ${stderr}${stdout}\n${diff}`).toBe(0);
      return readFileSync(join(folder, name), 'utf8');
    });
  };

  test.each([
    ['data/a.json', 'a\nb\nc\n', 'b', 'B'],
    ['a.json', 'a\r\nb\r\nc\r\n', 'b', 'B'],
    ['a.json', '\ufeffa\nb', 'b', 'B'],
    ['a b.json', 'a\n', 'a', 'A'],
    ['ü/"x"\\y.json', 'a\n', 'a', 'A'],
    ['a\tb.json', 'a\n', 'a', 'A'],
    ['a.json', 'a\n-- b\n+++ c\n', '-- b', '++ b'],
    ['a.json', 'a\u2028b\u0085c\n', 'c', 'C'],
  ])('git apply and patch take it: %j', (name, before, from, to) => {
    const after = before.replace(from, to);
    expect(applied(name, before, [swap(before, from, to)])).toEqual([after, after]);
  });

  it('git apply takes a name with a line end', () => {
    expect(applied('a\nb.json', 'x\n', [edit(0, 1, 'y')], ['git'])).toEqual(['y\n']);
  });

  it('whatever the text and the edits', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'é🇻🇳', '', 'long line'), { maxLength: 24 });
    const cases = fc.tuple(
      lines,
      fc.boolean(),
      fc.array(fc.tuple(fc.nat(), fc.constantFrom('x', '', 'y\nz', '\n')), { maxLength: 4 }),
    );
    fc.assert(
      fc.property(cases, ([parts, ended, changes]) => {
        const before = parts.join('\n') + (ended && parts.length > 0 ? '\n' : '');
        const text = encodeUtf8(before);
        // Bytes where a character begins.
        const starts = [...text.keys(), text.length].filter((at) => ((text[at] ?? 0) & 0xc0) !== 0x80);
        const places = [...new Set(changes.map(([at]) => starts[at % starts.length]!))].sort((a, b) => a - b);
        const edits = places.map((start, index) => {
          const next = starts[starts.indexOf(start) + 1] ?? start;
          return edit(start, Math.min(next, places[index + 1] ?? next), changes[index]![1]);
        });
        const after = new TextDecoder('utf-8', { ignoreBOM: true }).decode(applyEdits(text, edits));
        // Neither program keeps or makes an empty file by a diff without more headers than this one has.
        if (after === before || after === '' || before === '') return;
        expect(applied('a.json', before, edits, ['git'])).toEqual([after]);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});
