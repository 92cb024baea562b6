import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtCli } from '../support/built-package.js';

const cli = builtCli();
let folder = '';

const MB = 1024 * 1024;

/** Lines until there are so many bytes, with mistakes of every kind and references into other files. */
function* lines(bytes: number, name: string): Generator<string, void, undefined> {
  const text = `Der Minister sagte es. ${'Die Gespräche würden „bald“ fortgesetzt. 🌧 '.repeat(600)}`;
  for (let n = 0, written = 0; written < bytes; n++) {
    const article = { type: 'article', id: `article:${name}-${n}`, language: 'de', body: { text } };
    const claim = {
      type: 'claim',
      id: `claim:${name}-${n}`,
      text: 'Es regnete.',
      articleId: n % 50 === 0 ? `article:${name}-nowhere-${n}` : `article:other-${n}`,
      anchors: [{ exact: n % 70 === 0 ? 'Die Ministerin' : 'Der Minister' }],
    };
    const wrong =
      n % 90 === 0
        ? '{"type":"article","id":"article:twice","headlin":1,"id":"x"}\n'
        : n % 91 === 0
          ? '{"type":"claim","id":"claim:cut","tex\n'
          : '';
    const line = `${JSON.stringify(article)}\n${JSON.stringify(claim)}\n${wrong}`;
    written += line.length;
    yield line;
  }
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsdomain-jobs-'));
  const put = (name: string, data: string | Uint8Array) => writeFileSync(join(folder, name), data);
  put('big.ndjson', [...lines(17 * MB, 'big')].join(''));
  put('other.ndjson', [...lines(MB, 'other')].join(''));
  put('packed.ndjson.gz', gzipSync([...lines(MB, 'packed')].join('')));
  put(
    'list.json',
    JSON.stringify([{ type: 'claim', id: 'claim:list', text: 'x', articleId: 'article:big-1' }]),
  );
  // A value over several lines decides how what follows is read: this file is read as a whole.
  put(
    'spread.ndjson',
    `{"type":"article",\n"id":"article:spread"\n\n${[...lines(9 * MB, 'spread')].join('')}`,
  );
  for (let n = 0; n < 50; n++) put(`small-${n}.yaml`, `type: article\nid: article:small-${n % 48}\n`);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const check = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'check', '.', ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 256 * MB,
  });
  // texts that differ are not shown: they are long
  return { status, stderr, bytes: stdout.length, digest: createHash('sha256').update(stdout).digest('hex') };
};

describe('newsdomain check --jobs', () => {
  it.each([
    [
      ['--format', 'json'],
      ['1', '2', '5'],
    ],
    [
      ['--format', 'compact', '--refs', 'local'],
      ['1', '3'],
    ],
    [
      ['--format', 'sarif', '--refs', 'off'],
      ['1', '2'],
    ],
  ])(
    'says with %j what one job says',
    (args, [one = '', ...others]) => {
      const alone = check(...args, '--jobs', one);
      expect(alone.status).toBe(1);
      expect(alone.bytes).toBeGreaterThan(1000);
      for (const jobs of others) expect(check(...args, '--jobs', jobs)).toEqual(alone);
    },
    240_000,
  );

  it('reads again in YAML what only a worker has read', () => {
    const inside = mkdtempSync(join(folder, 'yaml-'));
    try {
      // A list is one task, and keeps who asks busy until a worker has taken the next.
      const articles = [...lines(24 * MB, 'list')].map((some) => some.slice(0, some.indexOf('\n')));
      writeFileSync(join(inside, 'a.json'), `[${articles.join(',')}]`);
      writeFileSync(join(inside, 'b.yaml'), 'type: claim\nid: claim:y\ntext: x\narticleId: article:nobody\n');
      const found = ['1', '2'].map((jobs) => {
        const args = [cli, 'check', inside, '--jobs', jobs, '--format', 'compact'];
        const { status, stdout, stderr } = spawnSync(process.execPath, args, {
          encoding: 'utf8',
          maxBuffer: 256 * MB,
        });
        return { status, stdout, stderr };
      });
      expect(found[0]!.stdout).toContain('b.yaml:4:12: reference/dangling');
      expect(found[1]).toEqual(found[0]);
    } finally {
      rmSync(inside, { recursive: true, force: true });
    }
  }, 120_000);

  it('refuses what is no number of jobs', () => {
    for (const jobs of ['0', 'two', '1000', '-1', '1.5']) {
      const { status, stderr } = check(`--jobs=${jobs}`);
      expect(status).toBe(2);
      expect(stderr).toContain(`option --jobs: "${jobs}" is no number from 1 to 256`);
    }
  });
});
