import { execFileSync } from 'node:child_process';
import { linkSync, readdirSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { replaceFile } from '../../src/check-node/replace-file.js';
import { cliFolder } from '../support/cli.js';

const folder = cliFolder();
const fix = (...argv: string[]) =>
  folder.run(['check', '--fix', '--format', 'compact', ...argv], { writeFile: replaceFile });
const dry = (...argv: string[]) =>
  folder.run(['check', '--fix', '--dry-run', ...argv], { writeFile: replaceFile });

const broken = '{\n  "type": "article",\n  "id": "article:a",\n  "headlin": "Rain",\n  "urgency": 12\n}\n';
const mended = broken.replace('headlin"', 'headline"');

describe('check --fix', () => {
  it('writes what is safe, and reports what remains', async () => {
    folder.write('a.json', broken);
    folder.write('b.yaml', 'type: claim\nid: claim:b\ntext: x # why\nspeech_act: state\n');
    const { code, stdout, stderr } = await fix('.');
    expect(folder.read('a.json')).toBe(mended);
    expect(folder.read('b.yaml')).toBe('type: claim\nid: claim:b\ntext: x # why\nspeechAct: state\n');
    expect(stdout).toBe('./a.json:5:14: schema/range expected a number of at most 9 [article:a]\n');
    expect(stderr).toContain('fixed 2 findings in 2 files\n2 records in 2 files: 1 error\n');
    expect(code).toBe(1);
  });

  it('leaves clean and unmendable files as they are, to the second', async () => {
    folder.write('a.json', '{"type":"article","id":"article:a"}');
    folder.write('b.json', '{"type":"article","id":"article:b","urgency":12}');
    const past = new Date('2020-01-01T00:00:00Z');
    for (const name of ['a.json', 'b.json']) utimesSync(join(folder.path, name), past, past);
    const { code, stderr } = await fix('.');
    expect(code).toBe(1);
    expect(stderr).toContain('nothing to fix safely\n');
    for (const name of ['a.json', 'b.json']) expect(statSync(join(folder.path, name)).mtime).toEqual(past);
  });

  it('is clean, exit code 0, where nothing remains', async () => {
    folder.write('a.ndjson', '{"type":"article","id":"article:a","Language":"en_GB"}\r\n');
    expect((await fix('a.ndjson')).code).toBe(0);
    expect(folder.read('a.ndjson')).toBe('{"type":"article","id":"article:a","language":"en-GB"}\r\n');
  });

  it('does not mend what is off, suppressed or none of the files asked for', async () => {
    folder.write(
      'newsdomain.config.json',
      JSON.stringify({
        overrides: [{ files: ['off.json'], severities: { 'schema/unknown-key': 'off' } }],
        suppressions: [{ code: 'schema/unknown-key', files: ['kept.json'], reason: 'the tool needs it' }],
        ignore: ['ignored.json'],
      }),
    );
    for (const name of ['off', 'kept', 'ignored', 'mended'])
      folder.write(`${name}.json`, broken.replace('article:a', name));
    await fix('.');
    for (const name of ['off', 'kept', 'ignored']) expect(folder.read(`${name}.json`)).toContain('"headlin"');
    expect(folder.read('mended.json')).toContain('"headline"');
  });

  it('never writes gzip, and says so', async () => {
    const bytes = gzipSync(broken);
    folder.write('a.json.gz', bytes);
    const { code, stderr } = await fix('a.json.gz');
    expect(code).toBe(1);
    expect(stderr).toContain('newsdomain: a.json.gz was not fixed: gzip files are never written\n');
    expect(Buffer.from(folder.read('a.json.gz')).length).toBeGreaterThan(0);
    expect(execFileSync('cmp', [join(folder.path, 'a.json.gz'), '-'], { input: bytes }).length).toBe(0);
  });

  it('writes behind a symbolic link, and not into one of several names', async () => {
    folder.write('real/a.txt', broken);
    symlinkSync('real/a.txt', join(folder.path, 'link.json'));
    folder.write('one.json', broken.replace('article:a', 'article:b'));
    linkSync(join(folder.path, 'one.json'), join(folder.path, 'two.txt'));
    const { stderr } = await fix('link.json', 'one.json');
    expect(folder.read('real/a.txt')).toBe(mended);
    expect(stderr).toContain('newsdomain: one.json was not fixed: it has several names (hard links)');
    expect(folder.read('two.txt')).toContain('"headlin"');
  });

  it('is exit code 2 where a file changed meanwhile, which is left as it is', async () => {
    folder.write('a.json', broken);
    const { code, stderr } = await folder.run(['check', '--fix', 'a.json'], {
      writeFile: (path, pieces, options) => {
        writeFileSync(path, '{"type":"article","id":"article:new"}');
        return replaceFile(path, pieces, options);
      },
    });
    expect(code).toBe(2);
    expect(stderr).toContain('newsdomain: a.json was not fixed: it changed while it was being fixed\n');
    expect(folder.read('a.json')).toBe('{"type":"article","id":"article:new"}');
    expect(readdirSync(folder.path)).toEqual(['a.json']);
  });

  it('is exit code 2 where a file cannot be written', async () => {
    folder.write('a.json', broken);
    const { code, stderr } = await folder.run(['check', '--fix', 'a.json'], {
      writeFile: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })),
    });
    expect(code).toBe(2);
    expect(stderr).toContain('newsdomain: a.json was not fixed: it cannot be written (ENOSPC)\n');
    expect(folder.read('a.json')).toBe(broken);
  });

  it('does not write standard input', async () => {
    const { code, stderr } = await fix('-');
    expect(code).toBe(2);
    expect(stderr).toContain('newsdomain: option --fix: standard input cannot be written');
  });
});

describe('check --fix --dry-run', () => {
  it('prints a diff that git apply makes the same files of, and writes nothing', async () => {
    folder.write('data/a.json', broken);
    folder.write('data/b c.yaml', 'type: claim\r\nid: claim:b\r\ntext: x # why\r\nspeech_act: state\r\n');
    const { code, stdout, stderr } = await dry('data');
    expect(code).toBe(1);
    expect(stderr).toContain('would fix 2 findings in 2 files\n2 records in 2 files: 3 errors\n');
    expect(folder.read('data/a.json')).toBe(broken);
    execFileSync('git', ['init', '-q'], { cwd: folder.path });
    execFileSync('git', ['apply', '--whitespace=nowarn'], { cwd: folder.path, input: stdout });
    expect(folder.read('data/a.json')).toBe(mended);
    expect(folder.read('data/b c.yaml')).toBe(
      'type: claim\r\nid: claim:b\r\ntext: x # why\r\nspeechAct: state\r\n',
    );
  });

  it('shows what would become of standard input', async () => {
    const { stdout } = await folder.run(['check', '-', '--fix', '--dry-run', '--stdin-name', 'in.json'], {
      input: broken,
    });
    expect(stdout).toContain('--- a/in.json\n+++ b/in.json\n@@ -1,6 +1,6 @@\n');
    expect(stdout).toContain('-  "headlin": "Rain",\n+  "headline": "Rain",\n');
  });

  it('leaves standard output to the diff, and reports to files', async () => {
    folder.write('a.json', broken);
    const { stdout } = await dry('a.json', '--format', 'json=report.json');
    expect(stdout).toMatch(/^--- a\/a\.json\n/);
    expect(JSON.parse(folder.read('report.json')).summary.errors).toBe(2);
  });

  test.each([
    [['--fix', '--dry-run', '--format', 'json'], 'option --dry-run: the diff goes to standard output'],
    [['--fix', '--dry-run', '--update-baseline'], '--dry-run and --update-baseline exclude each other'],
    [['--dry-run'], 'option --dry-run goes with --fix'],
  ])('%j is refused', async (argv, message) => {
    const { code, stderr } = await folder.run(['check', 'a.json', ...argv]);
    expect(code).toBe(2);
    expect(stderr).toContain(`newsdomain: ${message}`);
  });
});
