// How much memory references take: the peak of `newsdomain check` over records that have little but an id, and over
// articles. Run with `node test/bench/ids-memory.mjs [--millions 1,5,20] [--of ids,references,articles]` after
// `npm run build`. Files are written to --folder, by default that of the system for temporary ones, and deleted.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { newsRecords } from './generate-news.mjs';

const { values } = parseArgs({
  options: {
    millions: { type: 'string', default: '1,5,20' },
    of: { type: 'string', default: 'ids,references,articles' },
    jobs: { type: 'string', default: '1' },
    folder: { type: 'string', default: tmpdir() },
    program: { type: 'string', default: fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url)) },
  },
});

/** A mixed number: neighbours do not look alike, and none comes twice. */
function mixed(n) {
  let x = n >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  x = Math.imul(x ^ (x >>> 16), 0x45d9f3b);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Ids like those of other systems: 24 digits behind the type. */
const idOf = (n) =>
  `entity:${mixed(n).toString(16).padStart(8, '0')}${mixed(n ^ 0x5bd1e995)
    .toString(16)
    .padStart(8, '0')}${n.toString(16).padStart(8, '0')}`;

/** What is written: a line for each of so many records. */
const kinds = {
  ids: (n) => `{"type":"entity","id":"${idOf(n)}","kind":"city","name":"x"}\n`,
  // each lies in one that came before: no way leads back
  references: (n) =>
    `{"type":"entity","id":"${idOf(n)}","kind":"city","name":"x"${n === 0 ? '' : `,"containedInId":"${idOf(mixed(n) % n)}"`}}\n`,
};

function write(path, kind, count) {
  const file = openSync(path, 'w');
  let size = 0;
  let lines = '';
  const flush = () => {
    size += writeSync(file, lines);
    lines = '';
  };
  if (kind === 'articles') {
    let n = 0;
    for (const record of newsRecords({ bodies: false })) {
      if (n++ === count) break;
      lines += `${JSON.stringify(record)}\n`;
      if (lines.length > 1e6) flush();
    }
  } else {
    for (let n = 0; n < count; n++) {
      lines += kinds[kind](n);
      if (lines.length > 1e6) flush();
    }
  }
  flush();
  closeSync(file);
  return size;
}

/** The most memory that a check took in megabytes, and its time in seconds. */
function check(path, ...options) {
  const code = `process.argv.splice(1, 1, ${JSON.stringify(values.program)});
    process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));
    import(${JSON.stringify(values.program)});`;
  const start = performance.now();
  const { output, status } = spawnSync(process.execPath, ['-e', code, '-', 'check', path, '-q', ...options], {
    stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
  });
  if (status !== 0) throw new Error(`exit code ${status}`);
  return {
    peak: Math.round((Number(output[3].toString()) * 1024) / 1e6),
    seconds: (performance.now() - start) / 1000,
  };
}

const folder = mkdtempSync(join(values.folder, 'newsdomain-ids-'));
try {
  for (const kind of values.of.split(',')) {
    for (const millions of values.millions.split(',').map(Number)) {
      const path = join(folder, 'records.ndjson');
      const size = write(path, kind, millions * 1e6);
      const without = check(path, '--refs', 'off', '--jobs', '1');
      const all = check(path, '--refs', 'all', '--jobs', values.jobs);
      rmSync(path);
      const each = (all.peak - without.peak) / millions;
      console.log(
        `${kind}, ${millions} million, ${(size / 1e9).toFixed(2)} GB: ${all.peak} MB in ${all.seconds.toFixed(0)} s; without references ${without.peak} MB in ${without.seconds.toFixed(0)} s; ${each.toFixed(0)} MB a million`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
