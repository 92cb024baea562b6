// Holds what a glance accepts to what the tokenizer and zod say of the same bytes, on as many changed records as wanted:
// 100,000 are tried in the tests. What it needs of memory does not depend on how many they are.
//
//   NEWSDOMAIN_FUZZ_RECORDS=5000000 npm run fuzz

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleRun } from './bundle.mjs';

const folder = mkdtempSync(join(tmpdir(), 'newsdomain-fuzz-'));
const outfile = join(folder, 'run.mjs');
try {
  await bundleRun(outfile);
  // The fixtures are found from there.
  process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(folder, { recursive: true });
}
