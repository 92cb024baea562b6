import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/check/diagnostic.js';
import { checkFiles } from '../../src/node.js';
import { root } from './example.js';

const readme = readFileSync(join(root, 'examples/broken/README.md'), 'utf8');
const rows = readme
  .split('\n')
  .filter((line) => /^\| \S+\.\w+ \|/.test(line))
  .map((line) => {
    const [, file, number, code] = /^\| (\S+) \| (\d+) \| `(\S+)` \| .+ \|$/.exec(line) ?? [];
    return { file: `examples/broken/${file}`, line: Number(number), code };
  });

describe('the broken twin', () => {
  let report: CheckReport;
  beforeAll(async () => {
    report = await checkFiles(['examples/broken'], { cwd: root }).report();
  });

  it('has the mistakes that its README lists, at their lines, each found once, and no other', () => {
    expect(report.diagnostics.map(({ file, line, code }) => ({ file, line, code }))).toEqual(rows);
  });

  it('has at least fifteen different mistakes in every kind of file', () => {
    expect(new Set(rows.map(({ code }) => code)).size).toBeGreaterThanOrEqual(15);
    const endings = new Set(rows.map(({ file }) => file.replace(/^.*\./, '')));
    expect(endings).toEqual(new Set(['json', 'ndjson', 'yaml']));
    expect(readme).toContain('thirty-five mistakes');
    expect(rows).toHaveLength(35);
  });

  it('was read whole: mistakes are no excuse for leaving something unread', () => {
    expect(report.summary).toMatchObject({ files: 5, records: 21, errors: 35, warnings: 0, complete: true });
  });

  it('is told what was meant', () => {
    const suggested = report.diagnostics.flatMap(({ suggestion }) => suggestion ?? []);
    expect(suggested).toEqual(expect.arrayContaining(['headline', 'source:reuters', 'certain', 'entity']));
    const cancelled = report.diagnostics.find(({ recordId }) => recordId === 'event:summit');
    expect(cancelled?.message).toContain('phase: "cancelled"');
  });

  it('knows the record of every mistake', () => {
    expect(report.diagnostics.filter(({ recordId }) => recordId === null)).toEqual([]);
  });
});
