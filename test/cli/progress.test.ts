import { describe, expect, it } from 'vitest';
import { showProgress } from '../../src/cli/progress.js';
import { cliFolder } from '../support/cli.js';

const ERASE = '\r\u001b[K';

function terminal(columns: number, env: Record<string, string> = {}, quiet = false) {
  let written = '';
  let now = 0;
  const progress = showProgress(
    {
      stderr: (text) => {
        written += text;
      },
      terminal: { columns, now: () => now },
      env,
    },
    quiet,
  );
  return {
    ...progress,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    take: () => {
      const taken = written;
      written = '';
      return taken;
    },
  };
}

describe('progress', () => {
  it('is one line that is written over, not more often than ten times a second', () => {
    const { onFile, pass, take, end } = terminal(80);
    onFile('a.json', 1, 1200);
    expect(take()).toBe(`${ERASE}checking 1/1,200 a.json`);
    pass(99);
    onFile('b.json', 2, 1200);
    expect(take()).toBe('');
    pass(1);
    onFile('c.json', 3, 1200);
    expect(take()).toBe(`${ERASE}checking 3/1,200 c.json`);
    end();
    expect(take()).toBe(ERASE);
    end();
    expect(take()).toBe('');
  });

  it('never breaks the line, however long the name or wide its characters', () => {
    for (const columns of [1, 10, 14, 15, 20, 40]) {
      const { onFile, take } = terminal(columns);
      onFile(`${'平壤/'.repeat(30)}a.json`, 7, 9);
      const line = take().slice(ERASE.length);
      expect(line.length).toBeLessThan(columns);
      if (columns > 16) expect(line).toMatch(/^checking 7\/9 ….*json$/);
    }
  });

  it('lets nothing of a name reach the terminal but what can be seen', () => {
    const { onFile, take } = terminal(80);
    onFile('a\u001b[31m\nb.json', 1, 1);
    expect(take()).toBe(`${ERASE}checking 1/1 a\ufffd[31m\ufffdb.json`);
  });

  it('makes way for what else is to be said', () => {
    const { onFile, above, take } = terminal(80);
    above('first\n');
    onFile('a.json', 1, 1);
    above('second\n');
    expect(take()).toBe(`first\n${ERASE}checking 1/1 a.json${ERASE}second\n`);
  });

  it('is not shown where nobody wants it, or could see it', () => {
    for (const { onFile, end, take } of [terminal(80, {}, true), terminal(80, { TERM: 'dumb' })]) {
      onFile('a.json', 1, 1);
      end();
      expect(take()).toBe('');
    }
  });
});

describe('a check', () => {
  const folder = cliFolder();

  it('shows progress on a terminal alone, and takes it away before the summary', async () => {
    folder.write('a.json', '{"type":"article","id":"article:a"}');
    const shown = await folder.run(['check', 'a.json'], { terminal: { columns: 80, now: () => 0 } });
    expect(shown.stderr.startsWith(`${ERASE}checking 1/1 a.json${ERASE}1 record in 1 file`)).toBe(true);
    const piped = await folder.run(['check', 'a.json']);
    expect(piped.stderr).toMatch(/^1 record in 1 file/);
  });

  it('does not open standard input for nothing', async () => {
    folder.write('a.json', '{"type":"article","id":"article:a"}');
    const { code } = await folder.run(['check', 'a.json'], {
      get stdin(): never {
        throw new Error('opened');
      },
    });
    expect(code).toBe(0);
  });
});

describe('help', () => {
  const folder = cliFolder();

  it.each([60, 80, 100])('of every command fits into %d columns', async (columns) => {
    for (const command of ['check', 'explain', 'rules', 'schema', 'completion']) {
      const { stdout } = await folder.run([command, '--help'], { columns });
      const options = stdout.split('\n').filter((line) => /^ {2}(?:-|\s{10})/.test(line));
      expect(options.length).toBeGreaterThan(0);
      for (const line of options) expect(line.length, line).toBeLessThanOrEqual(columns);
    }
  });

  it('of check lists what belongs together', async () => {
    const { stdout } = await folder.run(['check', '--help']);
    expect(stdout.match(/^What is .*:$/gm)).toEqual([
      'What is read:',
      'What is found:',
      'What is mended:',
      'What is shown:',
    ]);
  });
});
