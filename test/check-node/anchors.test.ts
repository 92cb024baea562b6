import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CheckFilesOptions, checkFiles } from '../../src/node.js';

const SHA256 = '68ab4b3d21e17b3aa4f4a3ddb0d1b5b9f9f1fd4a3b8e5a3f0b5f9e1c2d3a4b5c';

/** An article whose text is `🇻🇳 “No date,” he said.`, `\n`, `“No date yet,” she said.` */
const articleYaml = `type: article
id: article:a
body:
  text: |-
    🇻🇳 “No date,” he said.
    “No date yet,” she said.
`;

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'newsdomain-'));
});
afterEach(() => {
  rmSync(cwd, { recursive: true, force: true });
});

async function check(files: Readonly<Record<string, string>>, options?: CheckFilesOptions) {
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return checkFiles(Object.keys(files), { cwd, ...options }).report();
}

describe('anchors across files', () => {
  const claims = [
    '{"type":"claim","id":"claim:a","text":"There is no date.","articleId":"article:a","anchors":[{"exact":"No date yet"},{"exact":"No date"}]}',
    '{"type":"claim","id":"claim:b","text":"😀 There is a date.","articleId":"article:a","anchors":[{"exact":"A date yet"}],"hedges":[{"exact":"\\"No date yet,\\""},{"exact":"yet","start":34,"end":37}]}',
  ].join('\n');

  it('are looked up in the text of their article, and told where they stand', async () => {
    const { diagnostics, summary } = await check({ 'a.yaml': articleYaml, 'claims.ndjson': claims });
    const places = diagnostics.map(({ code, file, line, column, severity, recordId, pointer, related }) => [
      `${file}:${line}:${column}`,
      severity,
      code,
      recordId,
      pointer,
      ...related.map((place) => `${place.file}:${place.line}:${place.column}`),
    ]);
    const columnOf = (line: number, text: string): number => claims.split('\n')[line - 1]!.indexOf(text) + 1;
    const text = 'a.yaml:4:9';
    expect(places).toEqual([
      [
        `claims.ndjson:1:${columnOf(1, '"No date"')}`,
        'error',
        'anchor/ambiguous',
        'claim:a',
        '/anchors/1/exact',
        text,
      ],
      [
        `claims.ndjson:2:${columnOf(2, '"A date yet"')}`,
        'error',
        'anchor/missing',
        'claim:b',
        '/anchors/0/exact',
        text,
      ],
      [
        `claims.ndjson:2:${columnOf(2, '"\\"No date')}`,
        'note',
        'anchor/folded',
        'claim:b',
        '/hedges/0/exact',
        text,
      ],
      [`claims.ndjson:2:${columnOf(2, '34')}`, 'error', 'anchor/offset', 'claim:b', '/hedges/1/start', text],
    ]);
    expect(summary).toMatchObject({ errors: 3, notes: 1, complete: true });
  });

  it('are told alike whatever the order of the files', async () => {
    const forward = await check({ 'a.yaml': articleYaml, 'claims.ndjson': claims });
    const backward = await check({ 'claims.ndjson': claims, 'a.yaml': articleYaml });
    expect(backward).toEqual(forward);
  });

  it('are not looked up where references are not, or stay within their file', async () => {
    const files = { 'a.yaml': articleYaml, 'claims.ndjson': claims };
    const off = await check(files, { refs: 'off' });
    expect(off.diagnostics).toEqual([]);
    expect(off.summary.rulesNotRun).toEqual(expect.arrayContaining(['anchor/missing', 'anchor/offset']));
    const local = await check(files, { refs: 'local' });
    expect(local.diagnostics.filter(({ code }) => code.startsWith('anchor/'))).toEqual([]);
  });

  it('are a matter of settings', async () => {
    const files = { 'a.yaml': articleYaml, 'claims.ndjson': claims };
    const severities = {
      'anchor/missing': 'off',
      'anchor/ambiguous': 'note',
      'anchor/folded': 'off',
    } as const;
    const { diagnostics } = await check(files, { severities });
    expect(diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['anchor/ambiguous', 'note'],
      ['anchor/offset', 'error'],
    ]);
  });
});

describe('the digest of a text', () => {
  it('is computed by Node', async () => {
    const digest = `textDigest: { sha256: '${SHA256}', normalization: none, newline: as-is, codePoints: 47 }\n`;
    const { diagnostics } = await check({ 'a.yaml': articleYaml + digest });
    expect(diagnostics).toMatchObject([
      { code: 'anchor/digest', line: 7, column: 23, pointer: '/textDigest/sha256', severity: 'error' },
    ]);
    const right = diagnostics[0]!.expected!;
    expect(right).toMatch(/^[0-9a-f]{64}$/);
    const mended = await check({ 'a.yaml': articleYaml + digest.replace(SHA256, right) });
    expect(mended.diagnostics).toEqual([]);
  });
});
