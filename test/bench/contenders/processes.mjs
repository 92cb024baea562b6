// Whole processes, as a user starts them: how long they take, what of the processor, and how much memory.

import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { race } from '../harness.mjs';

/** Runs a program, and has the shell say what of the processor it took. */
const MEASURED = '"$@"; status=$?; times >&3; exit $status';

/**
 * @typedef {object} Command
 * @property {string} name
 * @property {readonly string[]} command The program and its arguments.
 * @property {number} [status] The exit code that it must have; 0 unless given.
 */

/**
 * Runs programs in turns. What they print is thrown away. Throws when one ends otherwise than it must.
 *
 * @param {readonly Command[]} commands
 * @param {{ rounds: number }} options
 */
export async function raceProcesses(commands, { rounds }) {
  const seconds = commands.map(() => []);
  const results = await race(
    commands.map(({ name, command, status: expected = 0 }, index) => ({
      name,
      run() {
        const { status, output, error } = spawnSync('/bin/sh', ['-c', MEASURED, 'sh', ...command], {
          stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
        });
        if (error !== undefined || status !== expected)
          throw new Error(`${name} ended with ${status}, not ${expected}: ${error ?? command.join(' ')}`);
        seconds[index].push(processorTime(output[3].toString()));
      },
    })),
    // the run that finds out how often to repeat warms up
    { rounds, warmup: 0, least: 0 },
  );
  return results.map((result, index) => ({ ...result, processor: seconds[index].slice(-rounds) }));
}

/** The milliseconds, of user and system, in the second line that `times` prints: those of the children. */
function processorTime(text) {
  const parts = text.split('\n')[1].matchAll(/(\d+)m([\d.]+)s/g);
  return [...parts].reduce((sum, [, minutes, seconds]) => sum + 60_000 * minutes + 1000 * seconds, 0);
}

/**
 * The exit code and the text of a program.
 *
 * @param {readonly string[]} command
 * @param {{ cwd?: string }} [options]
 */
export function outcomeOf([program, ...args], { cwd } = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 1 << 28,
  });
  if (error !== undefined) throw error;
  return { status, stdout, stderr };
}

/**
 * The most memory that a process of Node held, all its threads together, in MB.
 *
 * @param {readonly string[]} command Begins with the path of Node.
 * @param {string} hook The path of `peak.mjs`.
 */
export function peakOfNode([node, ...args], hook) {
  const { status, output } = spawnSync(node, ['--import', hook, ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (status !== 0) throw new Error(`ended with ${status}: ${args.join(' ')}`);
  return Number(output[3].toString()) / 1e6;
}

/**
 * The most memory that any program held, in MB, as Linux says while it runs; `undefined` elsewhere.
 *
 * @param {readonly string[]} command
 * @returns {Promise<number | undefined>}
 */
export function peakOfProgram([program, ...args]) {
  if (process.platform !== 'linux') return Promise.resolve(undefined);
  const { promise, resolve, reject } = withResolvers();
  const child = spawn(program, args, { stdio: 'ignore' });
  let peak = 0;
  const timer = setInterval(() => {
    try {
      const found = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'));
      if (found) peak = (Number(found[1]) * 1024) / 1e6;
    } catch {
      // it has ended
    }
  }, 2);
  child.on('error', reject);
  child.on('exit', () => {
    clearInterval(timer);
    resolve(peak);
  });
  return promise;
}

function withResolvers() {
  let resolve;
  let reject;
  const promise = new Promise((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
