import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText, formatDiagnostics, githubSummary, outputFormats } from '../../src/check.js';
import { cliFolder } from '../support/cli.js';

const folder = cliFolder();
const bad = '{"type":"claim","id":"claim:a","text":7,"kind":"fakt"}';
const report = checkText(bad, { file: 'bad.json' });
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));

describe('check --format', () => {
  it.each(outputFormats.filter((format) => format !== 'pretty'))(
    '%s is what formatDiagnostics gives',
    async (format) => {
      folder.write('bad.json', bad);
      const { stdout, code } = await folder.run(['check', 'bad.json', '--format', format]);
      expect(stdout).toBe(formatDiagnostics(report, format, { version }));
      expect(code).toBe(1);
    },
  );

  it('writes several at once, one to standard output and the others to files', async () => {
    folder.write('bad.json', bad);
    const files = ['ndjson', 'gitlab', 'sarif', 'junit', 'json'] as const;
    const { stdout, code } = await folder.run([
      'check',
      'bad.json',
      '--format=compact',
      ...files.map((format) => `--format=${format}=out/../${format}.txt`),
    ]);
    expect(code).toBe(1);
    expect(stdout).toContain('bad.json:1:39: schema/type');
    for (const format of files) {
      const text = folder.read(`${format}.txt`);
      if (format !== 'sarif') expect(text).toBe(formatDiagnostics(report, format));
      else expect(JSON.parse(text).runs[0].tool.driver.semanticVersion).toMatch(/^\d+\.\d+\.\d+/);
    }
  });

  it('junit fails at what --fail-on says', async () => {
    folder.write('a.json', '\ufeff{"type":"article","id":"article:a"}');
    const run = (...argv: string[]) => folder.run(['check', 'a.json', '--format', 'junit', ...argv]);
    expect((await run()).stdout).toContain('<skipped message="warning: ');
    const strict = await run('--fail-on', 'warning');
    expect(strict.stdout).toContain('<failure ');
    expect(strict.code).toBe(1);
  });
});

describe('check --format github', () => {
  const argv = ['check', 'bad.json', '--format', 'github', '--max', '1'];

  it('adds to the summary of the step', async () => {
    folder.write('bad.json', bad);
    folder.write('step.md', 'before\n');
    const env = { GITHUB_STEP_SUMMARY: join(folder.path, 'step.md') };
    const { stdout, code } = await folder.run(argv, { env });
    expect(stdout).toMatch(/^::error title=schema\/type,file=bad\.json,line=1,/);
    expect(folder.read('step.md')).toBe(`before\n${githubSummary(report, { max: 1 })}`);
    expect(code).toBe(1);
  });

  it('says in it what a baseline left out', async () => {
    folder.write('bad.json', bad);
    folder.write('step.md', '');
    await folder.run(['check', 'bad.json', '--baseline', 'known', '--update-baseline']);
    const env = { GITHUB_STEP_SUMMARY: 'step.md' };
    await folder.run([...argv, '--baseline', 'known'], { env });
    expect(folder.read('step.md')).toContain('no findings &#40;and 2 in the baseline&#41;');
  });

  it('writes none where GitHub does not ask for one, nor for other formats', async () => {
    folder.write('bad.json', bad);
    const appendFile = () => Promise.reject(new Error('nobody asked'));
    expect((await folder.run(argv, { appendFile })).code).toBe(1);
    expect((await folder.run(argv, { appendFile, env: { GITHUB_STEP_SUMMARY: '' } })).code).toBe(1);
    const env = { GITHUB_STEP_SUMMARY: 'step.md' };
    expect((await folder.run(['check', 'bad.json', '--format', 'json'], { appendFile, env })).code).toBe(1);
  });

  it('says when the summary cannot be written, which was asked for', async () => {
    folder.write('bad.json', bad);
    mkdirSync(join(folder.path, 'folder'));
    const { stderr, code } = await folder.run(argv, { env: { GITHUB_STEP_SUMMARY: 'folder' } });
    expect(stderr).toContain('cannot write folder (EISDIR)');
    expect(code).toBe(2);
  });
});
