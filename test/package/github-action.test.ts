import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runAction } from '../support/action.js';
import { builtCli } from '../support/built-package.js';

describe('the GitHub Action with the program itself', () => {
  let folder = '';
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'newsdomain-action-'));
    write('node_modules/.bin/newsdomain', `#!/bin/sh\nexec "${process.execPath}" "${builtCli()}" "$@"\n`);
    chmodSync(join(folder, 'node_modules/.bin/newsdomain'), 0o755);
    write('data/good.json', '{"type":"article","id":"article:a"}');
    write('my data/bad.json', '{"type":"article","id":"article:b","urgency":12}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('annotates what is wrong, fills the page of the run, and hands on the report', () => {
    const { status, stdout, summary, outputs } = runAction(folder, { paths: 'data\nmy data\n' }, '/nowhere');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error .*file=my data\/bad\.json,.*line=1/m);
    expect(summary).toContain('range | error | 1 |');
    const report = JSON.parse(readFileSync(outputs.trim().replace('report=', ''), 'utf8'));
    expect(report.summary).toMatchObject({ files: 2, errors: 1 });
  });

  it('passes where nothing is wrong, and fails where something could not be checked', () => {
    expect(runAction(folder, { paths: 'data' }, '/nowhere').status).toBe(0);
    expect(runAction(folder, { paths: 'none' }, '/nowhere').status).toBe(2);
    const mild = { paths: 'my data', args: '--severity schema/range=warning' };
    expect(runAction(folder, mild, '/nowhere').status).toBe(0);
    expect(runAction(folder, { ...mild, 'fail-on': 'warning' }, '/nowhere').status).toBe(1);
  });
});
