#!/usr/bin/env node
import { appendFile } from 'node:fs/promises';
import { removeUnfinished, replaceFile } from './check-node/replace-file.js';
import { main } from './cli/main.js';

// A reader that has seen enough, such as head, closes the pipe: that is no fault.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

/** Writes, and waits where the reader is slower; one that has gone is not waited for. */
async function writeSlowly(text: string): Promise<void> {
  const { stdout } = process;
  if (stdout.destroyed || stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stdout.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdout.on(event, done);
  });
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Writes a file, and leaves nothing half done behind where the process is ended meanwhile. */
const writeFile: typeof replaceFile = async (...args) => {
  const end = (signal: NodeJS.Signals): void => {
    removeUnfinished();
    for (const one of signals) process.off(one, end);
    process.kill(process.pid, signal);
  };
  // Only while there is something to clean up: a listener would have to wait for a long file to be checked.
  for (const signal of signals) process.on(signal, end);
  try {
    await replaceFile(...args);
  } finally {
    for (const signal of signals) process.off(signal, end);
  }
};

// The exit code is set, not forced: what stands in a pipe is still written.
process.exitCode = await main(process.argv.slice(2), {
  stdout: writeSlowly,
  stderr: (text) => process.stderr.write(text),
  get stdin() {
    return process.stdin;
  },
  writeFile,
  appendFile: (path, text) => appendFile(path, text),
  env: process.env,
  cwd: process.cwd(),
  packageRoot: new URL('../', import.meta.url),
  worker: new URL('./check-worker.js', import.meta.url),
  columns: process.stdout.isTTY ? process.stdout.columns : undefined,
  terminal: process.stderr.isTTY
    ? { columns: process.stderr.columns, now: () => performance.now() }
    : undefined,
});
