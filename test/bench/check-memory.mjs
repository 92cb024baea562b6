// Whether memory grows with the file: the peak of `newsdomain check` over NDJSON and a list of records, small and ten
// times as large. Run with `node test/bench/check-memory.mjs` after `npm run build`; MB=200 sets the larger size.

import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const large = Number(process.env.MB ?? 200);
const program = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'newsdomain-memory-'));
const words = 'an official who spoke on background said that the visit to Hà Nội may be put off 漢字'.split(
  ' ',
);

/** Writes a file of articles of about 8 kB. */
function write(name, megabytes) {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  const list = name.endsWith('.json');
  let size = 0;
  let seed = 1;
  for (let id = 0; size < megabytes * 1e6; id++) {
    let text = '';
    for (let word = 0; word < 1600; word++) {
      seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
      text += `${words[seed % words.length]} `;
    }
    const record = JSON.stringify({
      type: 'article',
      id: `article:${id}`,
      headline: `No. ${id}`,
      body: { text },
    });
    size += writeSync(file, list ? `${id === 0 ? '[' : ','}${record}` : `${record}\n`);
  }
  if (list) writeSync(file, ']');
  closeSync(file);
  return path;
}

/** The most memory that a check took, in megabytes. */
function peakOf(path, refs) {
  const code = `process.argv.splice(1, 1, ${JSON.stringify(program)});
    process.on('exit', () => require('node:fs').writeSync(3, String(process.resourceUsage().maxRSS)));
    import(${JSON.stringify(program)});`;
  const { output, status } = spawnSync(
    process.execPath,
    ['-e', code, '-', 'check', path, '--refs', refs, '-q'],
    {
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    },
  );
  if (status !== 0) throw new Error(`exit code ${status}`);
  return Math.round(Number(output[3].toString()) / 1024);
}

try {
  for (const name of ['articles.ndjson', 'articles.json']) {
    for (const refs of ['off', 'all']) {
      const peaks = [large / 10, large].map((megabytes) => {
        const path = write(name, megabytes);
        const peak = peakOf(path, refs);
        rmSync(path);
        return peak;
      });
      console.log(
        `${name} --refs ${refs}: ${peaks[0]} MB at ${large / 10} MB, ${peaks[1]} MB at ${large} MB, ${(peaks[1] / peaks[0]).toFixed(2)} times`,
      );
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
