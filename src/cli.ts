#!/usr/bin/env node
import { promises as fs, fstatSync, statSync, writeSync } from 'node:fs';
import { devNull } from 'node:os';
import { removeUnfinished, replaceFile } from './check-node/replace-file.js';
import { main } from './cli/main.js';

// Node loads its streams, sockets and promised files when they are first asked for, which takes longer than to check a
// short file. So they are asked for where they are needed, and no sooner.

/** Standard output or standard error as a stream. A reader that has seen enough, such as head, closes it: no fault. */
function streamTo(name: 'stdout' | 'stderr'): NodeJS.WriteStream {
  const stream = process[name];
  if (!stream.listeners('error').includes(unlessClosed)) stream.on('error', unlessClosed);
  return stream;
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** The terminal that standard output or standard error is. */
function terminalOf(name: 'stdout' | 'stderr'): NodeJS.WriteStream | undefined {
  const stream = mayBeTerminal(name === 'stdout' ? 1 : 2) ? streamTo(name) : undefined;
  return stream?.isTTY ? stream : undefined;
}

function mayBeTerminal(descriptor: number): boolean {
  try {
    const output = fstatSync(descriptor);
    return output.isCharacterDevice() && output.rdev !== statSync(devNull).rdev;
  } catch {
    return true;
  }
}

/** Writes, and waits where the reader is slower; one that has gone is not waited for. */
async function writeSlowly(text: string): Promise<void> {
  const stdout = streamTo('stdout');
  if (stdout.destroyed || stdout.write(text)) return;
  await new Promise<void>((resolve) => {
    const done = (): void => {
      for (const event of ['drain', 'close', 'error']) stdout.off(event, done);
      resolve();
    };
    for (const event of ['drain', 'close', 'error']) stdout.on(event, done);
  });
}

/** Whether something was left to the stream to standard error, which all that comes later must wait for. */
let isSlow = false;

/** Writes before it returns, or leaves to a stream what a reader does not take at once. */
function writeAtOnce(text: string): void {
  let rest = Buffer.from(text);
  try {
    while (rest.length > 0 && !isSlow) rest = rest.subarray(writeSync(2, rest));
  } catch {
    isSlow = true;
  }
  if (isSlow) streamTo('stderr').write(rest);
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

main(process.argv.slice(2), {
  stdout: writeSlowly,
  stderr: writeAtOnce,
  get stdin() {
    return process.stdin;
  },
  writeFile,
  appendFile: (path, text) => fs.appendFile(path, text),
  env: process.env,
  cwd: process.cwd(),
  packageRoot: new URL('../', import.meta.url),
  worker: new URL('./check-worker.cjs', import.meta.url),
  get columns() {
    return terminalOf('stdout')?.columns;
  },
  get terminal() {
    const columns = terminalOf('stderr')?.columns;
    return columns === undefined ? undefined : { columns, now: () => performance.now() };
  },
}).then((code) => {
  // Set, not forced: what stands in a pipe is still written.
  process.exitCode = code;
});
