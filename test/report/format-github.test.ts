import { error, notice, warning } from '@actions/core';
import { describe, expect, test, vi } from 'vitest';
import { type CheckReport, type Diagnostic, formatDiagnostics, githubSummary } from '../../src/check.js';
import { printable } from '../../src/report/display-width.js';
import {
  allReports,
  brokenReport,
  cleanReport,
  hostileReport,
  longReport,
  reportOf,
  sampleReport,
} from './reports.js';

/** What the runner makes of an output: the commands that it obeys, in order, and the lines that it only shows. */
function runnerReads(output: string): { commands: readonly Command[]; shown: readonly string[] } {
  const commands: Command[] = [];
  const shown: string[] = [];
  let stopped: string | undefined;
  for (const line of output.split('\n')) {
    const command = readCommand(line);
    if (stopped !== undefined) {
      if (command?.name === stopped) stopped = undefined;
      else shown.push(line);
    } else if (command === undefined) shown.push(line);
    else if (command.name === 'stop-commands') stopped = command.message;
    else commands.push(command);
  }
  expect(stopped).toBeUndefined();
  return { commands, shown: shown.filter((line) => line !== '') };
}

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

/** The grammar of both generations of commands: `::name key=value,…::message`, and `##[name key=value;…]message`. */
function readCommand(line: string): Command | undefined {
  const old = /##\[(\w[\w-]*)[^\]]*\](.*)$/.exec(line);
  const now = /^\s*::([^ :]+)(?: ((?:(?!::).)*))?::(.*)$/.exec(line);
  if (now === null) return old === null ? undefined : { name: old[1]!, properties: {}, message: old[2]! };
  const properties = Object.fromEntries(
    (now[2] ?? '')
      .split(',')
      .filter((pair) => pair !== '')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]),
  );
  return { name: now[1]!, properties, message: unescaped(now[3]!) };
}
const unescaped = (text: string): string =>
  text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');

const toolkit = { error, warning, note: notice };

/** What `@actions/core` writes for the same annotation. */
function byToolkit({
  severity,
  code,
  message,
  file,
  line,
  column,
  endLine,
  endColumn,
  recordId,
}: Diagnostic): string {
  const written: string[] = [];
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const properties: Record<string, unknown> = { title: code, file: printable(file) };
  if (line !== null) Object.assign(properties, { startLine: line, endLine });
  if (line !== null && line === endLine) Object.assign(properties, { startColumn: column, endColumn });
  toolkit[severity](printable(recordId === null ? message : `${message} [${recordId}]`), properties);
  spy.mockRestore();
  return written.join('').replace(/\r?\n$/, '');
}

const annotationNames = new Set(['error', 'warning', 'notice']);
const annotationsOf = (report: CheckReport): readonly Command[] =>
  runnerReads(formatDiagnostics(report, 'github')).commands.filter(({ name }) => annotationNames.has(name));

describe('github', () => {
  test.each(allReports)('annotates at most ten findings, and logs all of them: %s', (_, report) => {
    const { commands, shown } = runnerReads(formatDiagnostics(report, 'github'));
    const annotations = commands.filter(({ name }) => annotationNames.has(name));
    expect(annotations.length).toBeLessThanOrEqual(10);
    expect(annotations.length).toBeGreaterThan(report.diagnostics.length === 0 ? -1 : 0);
    expect(shown).toHaveLength(report.diagnostics.length);
    expect(commands.filter(({ name }) => !annotationNames.has(name)).map(({ name }) => name)).toEqual(
      report.diagnostics.length === 0 ? [] : ['group', 'endgroup'],
    );
  });

  test.each<readonly [string, CheckReport]>([
    ['a few mistakes', sampleReport],
    ['what could not be read', brokenReport],
    ...hostileReport.diagnostics.map(
      (one) => [JSON.stringify(one.message).slice(0, 40), reportOf([one])] as const,
    ),
    ['over several lines', reportOf([{ line: 1, endLine: 3, column: 2, endColumn: 1 }])],
  ])('writes annotations as @actions/core does: %s', (_, report) => {
    const lines = formatDiagnostics(report, 'github').split('\n');
    const annotations = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('::group::')),
    );
    expect(annotations).toEqual(report.diagnostics.map(byToolkit));
  });

  test('shows the worst, and of every code the first', () => {
    const annotations = annotationsOf(longReport);
    expect(annotations).toHaveLength(10);
    expect(annotations.at(-1)).toMatchObject({
      name: 'error',
      properties: { file: 'data/099.ndjson', line: '100' },
    });
    expect(new Set(annotations.map(({ properties }) => properties.title)).size).toBeGreaterThan(1);
    expect(annotations.filter(({ name }) => name === 'notice')).toEqual([]);
  });

  test('obeys nothing that stands in data', () => {
    const planted = reportOf([
      { message: '::error::x', file: '::set-output name=a::b', recordId: '##[error]y' },
      { message: 'x', file: '::endgroup::', recordId: null },
      { message: 'x\n::warning::y', file: 'a\n::add-mask::b', recordId: null },
    ]);
    const { commands, shown } = runnerReads(formatDiagnostics(planted, 'github'));
    expect(commands.map(({ name }) => name)).toEqual(['error', 'error', 'error', 'group', 'endgroup']);
    expect(shown).toHaveLength(3);
  });

  test('takes caps for the log and the annotations', () => {
    const { commands, shown } = runnerReads(
      formatDiagnostics(longReport, 'github', { max: 3, maxPerCode: 1 }),
    );
    expect(commands.filter(({ name }) => annotationNames.has(name))).toHaveLength(3);
    expect(shown.filter((line) => line.startsWith('data/'))).toHaveLength(3);
    expect(shown.join('\n')).toContain('2,500 × schema/type');
  });

  test('writes nothing for a clean check', () => {
    expect(formatDiagnostics(cleanReport, 'github')).toBe('');
  });

  test('is the same in every run', () => {
    expect(formatDiagnostics(hostileReport, 'github')).toBe(formatDiagnostics(hostileReport, 'github'));
  });
});

describe('the summary of a step', () => {
  test('counts findings by code and lists the first of them', () => {
    const text = githubSummary(sampleReport);
    const rendered = render(text);
    expect(rendered).toContain('### newsdomain check');
    expect(rendered).toContain('4 records in 1 file: 4 errors');
    expect(rendered).toContain('| schema/unknown-key | error | 1 |');
    expect(rendered).toContain(
      '| data/a.ndjson:1:36 | unknown key "headlin"; did you mean "headline"? (schema/unknown-key) | article:a /headlin |',
    );
  });

  test('says that there is nothing, and what was left out', () => {
    expect(render(githubSummary(cleanReport, {}, { suppressed: 2, known: 3 }))).toContain(
      '1 record in 1 file: no findings (and 2 suppressed, 3 in the baseline)',
    );
  });

  test('shows fifty, five of a code, or as many as are asked for', () => {
    expect(githubSummary(longReport).match(/^\| data/gm)).toHaveLength(20);
    expect(githubSummary(longReport, { max: 7, maxPerCode: 100 }).match(/^\| data/gm)).toHaveLength(7);
    expect(render(githubSummary(longReport))).toContain('2,500 × schema/type');
  });

  test('is never longer than GitHub takes', () => {
    const text = githubSummary(longReport, { max: 1e9, maxPerCode: 1e9 });
    expect(Buffer.byteLength(text)).toBeLessThan(2 ** 20);
    expect(text).toMatch(/… and [\d,]+ more/);
  });

  test('is Markdown in which data is nothing but text', () => {
    const text = githubSummary(hostileReport, { max: 1e9, maxPerCode: 1e9 });
    for (const line of text.split('\n')) {
      if (!line.startsWith('|')) continue;
      // three cells, and in them no mark of Markdown, HTML or a bare address
      const cells = line.split('|').slice(1, -1);
      expect(cells).toHaveLength(3);
      for (const cell of cells) {
        if (/^-+$/.test(cell)) continue;
        expect(cell.replace(/&#\d+;/g, '')).not.toMatch(/[!-'*+\-./:<-@[-`{-~]/);
      }
    }
    expect(text).not.toMatch(/[\p{Surrogate}\u202e\u2028]/u);
  });
});

/** Character references resolved, as a reader of Markdown resolves them. */
const render = (markdown: string): string =>
  markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
