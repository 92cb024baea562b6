#!/usr/bin/env node
import { writeFile } from 'node:fs/promises';
import { main } from './cli/main.js';

// A reader that has seen enough, such as head, closes the pipe: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

// The exit code is set, not forced: what stands in a pipe is still written.
process.exitCode = await main(process.argv.slice(2), {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
  get stdin() {
    return process.stdin;
  },
  writeFile: (path, text) => writeFile(path, text),
  env: process.env,
  cwd: process.cwd(),
  packageRoot: new URL('../', import.meta.url),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
});
