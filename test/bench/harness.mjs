// What every benchmark shares: contenders take turns within one run, so that whatever else the machine does meets
// them alike, and what counts is the ratio between them.

import { writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {() => unknown} run One measured piece of work, the same for all; may be asynchronous.
 *
 * @typedef {object} Result
 * @property {string} name
 * @property {number} repeats How often the work was done within one round.
 * @property {readonly number[]} times Milliseconds that the work took, by round.
 * @property {number} median
 * @property {number} min
 * @property {number} max
 *
 * @typedef {object} Ratio
 * @property {string} of
 * @property {string} to
 * @property {number} median The ratio of the medians.
 * @property {number} min The lowest ratio of one round.
 * @property {number} max The highest ratio of one round.
 */

/** @param {readonly number[]} numbers */
export function medianOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The quartiles of numbers, between neighbours in proportion.
 *
 * @param {readonly number[]} numbers
 */
export function quartilesOf(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (part) => {
    const place = (sorted.length - 1) * part;
    const below = Math.floor(place);
    return sorted[below] + (sorted[Math.ceil(place)] - sorted[below]) * (place - below);
  };
  return { low: at(0.25), median: at(0.5), high: at(0.75) };
}

/**
 * Measures contenders in interleaved rounds; each round begins with another one. Work that takes less than `least`
 * milliseconds is repeated within its round until it takes that long, and its time divided by the repeats.
 *
 * @param {readonly Contender[]} contenders
 * @param {{ rounds?: number, warmup?: number, least?: number, clock?: () => number }} [options] The clock says
 *   milliseconds.
 * @returns {Promise<readonly Result[]>}
 */
export async function race(
  contenders,
  { rounds = 9, warmup = 1, least = 50, clock = () => performance.now() } = {},
) {
  const timed = async (run, count) => {
    globalThis.gc?.();
    const start = clock();
    for (let i = 0; i < count; i++) {
      kept = run();
      if (typeof kept?.then === 'function') kept = await kept;
    }
    return clock() - start;
  };
  const repeats = [];
  for (const { run } of contenders) {
    for (let i = 0; i < warmup; i++) await run();
    let count = 1;
    for (let time = await timed(run, count); time < least; time = await timed(run, count)) {
      count = Math.ceil(count * Math.min(10, Math.max(1.2, (least / Math.max(time, 0.001)) * 1.1)));
    }
    repeats.push(count);
  }
  const times = contenders.map(() => []);
  for (let round = 0; round < rounds; round++) {
    for (let turn = 0; turn < contenders.length; turn++) {
      const at = (turn + round) % contenders.length;
      times[at].push((await timed(contenders[at].run, repeats[at])) / repeats[at]);
    }
  }
  return contenders.map(({ name }, at) => ({
    name,
    repeats: repeats[at],
    times: times[at],
    median: medianOf(times[at]),
    min: Math.min(...times[at]),
    max: Math.max(...times[at]),
  }));
}

/** What the work answers is kept, so that no compiler can find that nobody needs it. */
let kept;

/** A clock that runs while this process does: for work that waits for nothing, on a machine that has other things to do. */
export function processorClock() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** @param {readonly Result[]} results */
function timesOf(results, wanted) {
  const found = results.find(({ name }) => name === wanted);
  if (found === undefined) throw new Error(`no contender is called ${wanted}`);
  return found;
}

/**
 * What each round says of two contenders that both ran in it: how many times as long one took, or how much longer.
 *
 * @param {readonly Result[]} results
 * @param {string} of
 * @param {string} to
 */
export function pairsOf(results, of, to) {
  const [one, other] = [of, to].map((name) => timesOf(results, name).times);
  return {
    ratios: one.map((time, round) => time / other[round]),
    differences: one.map((time, round) => time - other[round]),
  };
}

/**
 * How many times as long one contender takes as another.
 *
 * @param {readonly Result[]} results
 * @param {string} of
 * @param {string} to
 * @returns {Ratio}
 */
export function ratioOf(results, of, to) {
  const [one, other] = [of, to].map((name) => timesOf(results, name));
  const { ratios: each } = pairsOf(results, of, to);
  return { of, to, median: one.median / other.median, min: Math.min(...each), max: Math.max(...each) };
}

/**
 * Holds a ratio to its bar.
 *
 * @param {Ratio} ratio
 * @param {{ least?: number, most?: number }} bar
 */
export function judge(ratio, { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }) {
  const bar = Number.isFinite(least) ? `≥ ${least}` : `≤ ${most}`;
  return { ...ratio, bar, met: ratio.median >= least && ratio.median <= most };
}

/**
 * A number with three digits that count.
 *
 * @param {number} value
 */
export const short = (value) =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);

/** @param {readonly Result[]} results */
export function resultTable(results) {
  return table([
    ['', 'median', 'min', 'max', 'repeats'],
    ...results.map(({ name, median, min, max, repeats }) => [
      name,
      `${short(median)} ms`,
      short(min),
      short(max),
      String(repeats),
    ]),
  ]);
}

/** @param {readonly ReturnType<typeof judge>[]} ratios */
export function ratioTable(ratios) {
  return table([
    ['', 'ratio', 'min', 'max', 'bar', ''],
    ...ratios.map(({ of, to, median, min, max, bar, met }) => [
      `${of} / ${to}`,
      short(median),
      short(min),
      short(max),
      bar,
      met ? 'met' : 'MISSED',
    ]),
  ]);
}

/**
 * Lines up rows: the first column to the left, the others to the right.
 *
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** What was measured on, and how busy it is. */
export const machineOf = () => ({
  node: process.version,
  platform: `${process.platform} ${process.arch}`,
  cpu: cpus()[0]?.model.trim(),
  cores: cpus().length,
  memory: totalmem(),
  load: loadavg()[0],
});

/**
 * Ends a benchmark: prints its ratios, writes everything to the file that `--json` names, and exits with 1 when a
 * bar was missed.
 *
 * @param {{ name: string, results: Readonly<Record<string, readonly Result[]>>, ratios: readonly ReturnType<typeof judge>[] }} outcome
 */
export function conclude(outcome) {
  for (const [title, results] of Object.entries(outcome.results)) {
    console.log(`\n${title}\n${resultTable(results)}`);
  }
  console.log(`\n${ratioTable(outcome.ratios)}`);
  const at = process.argv.indexOf('--json');
  if (at !== -1) {
    const machine = machineOf();
    writeFileSync(process.argv[at + 1], `${JSON.stringify({ ...outcome, machine }, undefined, 2)}\n`);
  }
  if (outcome.ratios.some(({ met }) => !met)) process.exitCode = 1;
}
