import { execFileSync, spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  rmSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/check.js';

/** How long the longest line is, in megabytes. NEWSDOMAIN_HOSTILE_MB=200 tries the full length, which takes half a minute. */
const LONG = Number(process.env.NEWSDOMAIN_HOSTILE_MB ?? 40);

let folder = '';
let program = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'newsdomain-hostile-'));
  program = join(folder, 'program', 'cli.mjs');
  await build({
    entryPoints: ['src/cli.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile: program,
    banner: {
      js: "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);",
    },
    logLevel: 'silent',
  });
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

const write = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

interface Run {
  readonly code: number | null;
  /** Every diagnostic as `file code`, equal ones once with their number. */
  readonly told: readonly string[];
  readonly report: CheckReport;
}

/** Checks files in a process of its own, whose heap is small; what it prints must be a report and no stack. */
function check(
  paths: readonly string[],
  { heap = 200, args = [] as readonly string[], input = '' } = {},
): Run {
  const { status, stdout, stderr, signal } = spawnSync(
    process.execPath,
    [`--max-old-space-size=${heap}`, program, 'check', ...paths, '--format', 'json', ...args],
    { cwd: folder, encoding: 'utf8', maxBuffer: 512 * 1024 * 1024, timeout: 55_000, input },
  );
  expect(signal).toBe(null);
  expect(stderr).not.toMatch(/^\s+at /m);
  const report = JSON.parse(stdout) as CheckReport;
  const counts = new Map<string, number>();
  for (const { file, code } of report.diagnostics) {
    counts.set(`${file} ${code}`, (counts.get(`${file} ${code}`) ?? 0) + 1);
  }
  return {
    code: status,
    told: [...counts].map(([one, count]) => (count === 1 ? one : `${count} × ${one}`)),
    report,
  };
}

const article = '{"type":"article","id":"article:a"}';

describe('depth of 100,000', () => {
  const deep = (open: string, close: string) => open.repeat(100_000) + close.repeat(100_000);
  it.each([
    ['deep.json', deep('[', ']')],
    ['open.json', '['.repeat(100_000)],
    ['keys.json', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['deep.ndjson', `${deep('[', ']')}\n${article}\n`],
    ['flow.yaml', deep('[', ']')],
    ['flow-open.yaml', '['.repeat(100_000)],
    ['block.yaml', '- '.repeat(100_000)],
    ['keys.yaml', Array.from({ length: 2000 }, (_, level) => `${' '.repeat(level)}a:\n`).join('')],
  ])('in %s is one finding', (name, text) => {
    write(name, text);
    expect(check([name])).toMatchObject({ code: 1, told: [`${name} syntax/depth`] });
  });
});

describe('length', () => {
  /** Writes a file of the given size piece by piece. */
  const writeLong = (name: string, before: string, piece: string, after: string): void => {
    const file = openSync(join(folder, name), 'w');
    writeSync(file, before);
    const block = piece.repeat(Math.ceil(1_000_000 / piece.length));
    for (let size = 0; size < LONG * 1_000_000; size += block.length) writeSync(file, block);
    writeSync(file, after);
    closeSync(file);
  };

  it('of one line with a list of records is no matter', () => {
    writeLong('line.json', '[', `${article},`, '{"type":"article","id":"last","x":1}]');
    const { code, report } = check(['line.json'], { heap: 64, args: ['--refs', 'off'] });
    expect(code).toBe(1);
    expect(report.diagnostics.map(({ code, line, recordId }) => [code, line, recordId])).toEqual([
      ['schema/unknown-key', 1, 'last'],
    ]);
    expect(report.diagnostics[0]!.column).toBe(report.diagnostics[0]!.byteOffset! + 1);
    rmSync(join(folder, 'line.json'));
  });

  it('of one record with a long text is bounded', () => {
    writeLong('record.ndjson', '{"type":"article","id":"a","body":{"text":"', 'x', '"},"y":1}\n');
    expect(check(['record.ndjson'], { heap: 500 })).toMatchObject({
      code: 1,
      told: ['record.ndjson schema/unknown-key'],
    });
    rmSync(join(folder, 'record.ndjson'));
  });

  it('of a million keys is no matter', () => {
    write(
      'keys.json',
      `{"type":"article","id":"a","extensions":{"org.example":{${Array.from({ length: 1_000_000 }, (_, key) => `"k${key}":1`).join()}}}}`,
    );
    expect(check(['keys.json'], { heap: 1000 })).toMatchObject({ code: 0, told: [] });
  });

  it('of 10,000 findings is told whole to machines', () => {
    write(
      'many.ndjson',
      Array.from({ length: 10_000 }, (_, id) => `{"type":"article","id":"a${id}","x":1}\n`).join(''),
    );
    expect(check(['many.ndjson'])).toMatchObject({
      code: 1,
      told: ['10000 × many.ndjson schema/unknown-key'],
    });
  });
});

describe('gzip', () => {
  it('that ends too early is checked as far as it goes, and is not complete', () => {
    const lines = Array.from({ length: 5000 }, (_, id) => `{"type":"article","id":"a${id * 7919}","x":1}\n`);
    const packed = gzipSync(lines.join(''));
    write('cut.ndjson.gz', packed.subarray(0, packed.length - 500));
    const { code, told } = check(['cut.ndjson.gz']);
    expect(code).toBe(2);
    expect(told[0]).toBe('cut.ndjson.gz io/truncated');
    expect(told[1]).toMatch(/^\d{4} × cut\.ndjson\.gz schema\/unknown-key$/);
  });

  it('that is a bomb is not read to its end', () => {
    const zeros = gzipSync(Buffer.alloc(64 * 1024 * 1024));
    write('bomb.ndjson.gz', Buffer.concat(Array.from({ length: 100 }, () => zeros)));
    const { code, told } = check(['bomb.ndjson.gz'], { args: ['--refs', 'off'] });
    expect(code).toBe(2);
    expect(told.at(-1)).toMatch(/bomb\.ndjson\.gz io\/too-large/);
  });
});

describe('paths', () => {
  it('that lead to no file are not read', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe.json')]);
    const server = createServer();
    await new Promise<void>((resolve) => {
      server.listen(join(folder, 'socket.json'), resolve);
    });
    try {
      const run = check(['pipe.json', 'socket.json', '/dev/zero']);
      expect(run).toMatchObject({
        code: 2,
        told: ['/dev/zero io/unreadable', 'pipe.json io/unreadable', 'socket.json io/unreadable'],
      });
      expect(run.report.diagnostics[0]!.message).toContain('standard input');
    } finally {
      server.close();
      rmSync(join(folder, 'pipe.json'));
    }
  });

  it('that are folders with the name of a file are folders', () => {
    mkdirSync(join(folder, 'x.json'));
    expect(check(['x.json'])).toMatchObject({ code: 2, told: ['x.json io/no-files'] });
  });

  it('that go round in a circle are walked once', () => {
    write('loop/a/b.json', article);
    symlinkSync(join(folder, 'loop'), join(folder, 'loop/a/again'));
    expect(check(['loop'])).toMatchObject({ code: 0, report: { summary: { files: 1 } } });
  });

  it('with line ends and bytes that are no UTF-8 in their names are told', () => {
    mkdirSync(join(folder, 'names'));
    write('names/a\nb.json', '[1]');
    writeFileSync(
      Buffer.concat([Buffer.from(join(folder, 'names/c')), Buffer.from([0xff]), Buffer.from('.json')]),
      '[1]',
    );
    const { code, report } = check(['names']);
    expect(report.diagnostics.map(({ file }) => file)).toEqual(['names/a\nb.json', 'names/c\ufffd.json']);
    expect(code).toBe(2);
  });

  it('to many files are read one after the other', () => {
    mkdirSync(join(folder, 'many'));
    for (let id = 0; id < 5000; id++)
      writeFileSync(join(folder, `many/${id}.json`), `{"type":"article","id":"a${id}"}`);
    expect(check(['many'])).toMatchObject({ code: 0, report: { summary: { files: 5000, records: 5000 } } });
  });
});

describe('content', () => {
  it('that is a program is never run', () => {
    const evil = `require('node:fs').writeFileSync('pwned', ''); process.exit(99);\n`;
    write('evil.js', evil);
    write('evil.ndjson', evil);
    write('evil.yaml', '!!js/function "function () { process.exit(99) }"\n');
    expect(check(['evil.js', 'evil.ndjson', 'evil.yaml']).code).toBe(1);
    expect(check(['pwned']).told).toEqual(['pwned io/not-found']);
  });

  it('that laughs a billion times is one finding', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x, x]'];
    for (let level = 1; level < 10; level++) {
      lines.push(
        `a${level}: &a${level} [${Array(10)
          .fill(`*a${level - 1}`)
          .join(', ')}]`,
      );
    }
    write('laughs.yaml', `type: article\nid: a\n${lines.join('\n')}\n`);
    const { code, told } = check(['laughs.yaml']);
    expect(code).toBe(1);
    expect(told).toContain('laughs.yaml syntax/alias');
  });

  it('that goes round in a circle is no endless loop', () => {
    write(
      'circle.ndjson',
      [
        '{"type":"claim","id":"claim:a","text":"x","contentOf":"claim:b","attribution":[{"sourceIds":["source:a"],"role":"originator"}]}',
        '{"type":"claim","id":"claim:b","text":"y","contentOf":"claim:a"}',
        '{"type":"source","id":"source:a","kind":"outlet","name":"A","parentId":"source:b"}',
        '{"type":"source","id":"source:b","kind":"outlet","name":"B","parentId":"source:a"}',
      ].join('\n'),
    );
    const { code, told } = check(['circle.ndjson']);
    expect(code).toBe(1);
    expect(told.join()).toContain('reference/cycle');
  });
});
