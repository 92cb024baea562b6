// The checker against its peers and against the bars of the project: whole processes in turns, as ratios to a loop that
// does nothing but `JSON.parse`. `npm run bench -- --help` lists the options.

import { execFileSync } from 'node:child_process';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkersOf, parserOf, peersOf } from './contenders/contenders.mjs';
import { installPackage, installPeers, temporaryFolder } from './contenders/install.mjs';
import { probe } from './contenders/probes.mjs';
import { outcomeOf, raceProcesses } from './contenders/processes.mjs';
import { figureMarkdown, figureTable, markdownTable, replaceMeasured } from './figures.mjs';
import { writeArchive } from './generate-news.mjs';
import { machineOf, pairsOf, quartilesOf, short, table } from './harness.mjs';
import { benchOptions, usage } from './options.mjs';
import { measureArchive, measureBodiless, measureInvalid, measureMixed } from './sections/archive.mjs';
import { measureProcess, measureTypes } from './sections/in-process.mjs';
import { measureList } from './sections/list.mjs';
import { measureMemory } from './sections/memory.mjs';
import { measureStart } from './sections/start.mjs';

/** @typedef {ReturnType<typeof openBench>} Bench */

const measures = {
  archive: measureArchive,
  invalid: measureInvalid,
  mixed: measureMixed,
  bodiless: measureBodiless,
  list: measureList,
  start: measureStart,
  memory: measureMemory,
  process: measureProcess,
  types: measureTypes,
};

/** What the parts share: a project with the packed package, contenders, data, and what was measured so far. */
function openBench(folder, options) {
  const project = installPackage(folder);
  const peers = peersOf(project, installPeers(folder));
  const checkers = checkersOf(project);
  const parser = parserOf(project);
  const data = [];
  const races = {};
  const files = join(folder, 'data');
  mkdirSync(files);

  /** Writes an archive; `jsonl` is another name of `ndjson`, for those who go by the name. */
  function archive(how) {
    const { array = false } = how;
    const base = join(files, String(data.length));
    const [ndjson, jsonl, json] = ['ndjson', 'jsonl', 'json'].map((end) => `${base}.${end}`);
    const made = { seed: options.seed, ...how };
    const written = { ...made, ...writeArchive(array ? json : ndjson, made) };
    if (!array) linkSync(ndjson, jsonl);
    data.push(written);
    return { ...written, ndjson, jsonl, json };
  }

  function discard() {
    rmSync(files, { recursive: true });
    mkdirSync(files);
  }

  /** Shows a race, and keeps it for the JSON output. */
  function keep(title, results) {
    races[title] = results;
    console.log(`\n${title}\n${table(raceRows(results))}`);
    return results;
  }

  async function raceCommands(title, commands, rounds = options.rounds) {
    return keep(title, await raceProcesses(commands, { rounds }));
  }

  /** Races the loop that parses, this checker and others over one archive. */
  async function race(title, how, others) {
    const made = archive(how);
    const lines = how.array ? [checkers.one] : [parser, checkers.one, checkers.two];
    const results = await raceCommands(
      title,
      [...lines, ...others].map(({ name, input, refuses, command }) => ({
        name,
        command: command(made[how.array ? 'json' : input]),
        status: how.invalid > 0 && name !== parser.name ? refuses : 0,
      })),
    );
    discard();
    return results;
  }

  return {
    folder,
    options,
    project,
    checkers,
    parser,
    peers,
    data,
    races,
    archive,
    discard,
    keep,
    raceCommands,
    race,
  };
}

/** Contenders beside the first of them: by the clock, and by what they take of the processor. */
function raceRows(results) {
  const [{ name: first }] = results;
  const processor = results.map(({ name, processor: times }) => ({ name, times }));
  const ratio = (of, from) => {
    const { low, median, high } = quartilesOf(pairsOf(from, of, first).ratios);
    return [short(median), `${short(low)} – ${short(high)}`];
  };
  return [
    ['', 'ms', 'ratio', 'quartiles', 'of the processor'],
    ...results.map(({ name, median, processor: used }) => [
      name,
      short(median),
      ...ratio(name, results),
      used === undefined ? '' : ratio(name, processor)[0],
    ]),
  ];
}

/** The rules that a check runs by default, and those that it leaves out. */
function rulesOf({ checkers, folder }) {
  const { rules } = JSON.parse(outcomeOf([...checkers.program, 'rules', '--format', 'json']).stdout);
  const { summary } = JSON.parse(
    outcomeOf([...checkers.program, 'check', join(folder, 'right.ndjson'), '--format', 'json']).stdout,
  );
  const codes = rules.map(({ code }) => code);
  return { ran: codes.filter((code) => !summary.rulesNotRun.includes(code)), notRun: summary.rulesNotRun };
}

/** The commit that is measured, where there is one. */
function commitOf() {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return undefined;
  }
}

/** What each contender says of files with one mistake each. */
function probeRows(probes) {
  const mistakes = Object.keys(probes[0].sees);
  return [
    ['', ...probes.map(({ name }) => name)],
    ...mistakes.map((mistake) => [mistake, ...probes.map(({ sees }) => (sees[mistake] ? 'found' : '–'))]),
  ];
}

function markdownOf({ machine, measured, options, data, figures, races, probes, rules }) {
  const { cores, cpu, node, load } = machine;
  const sizes = [...new Set(data.map(({ megabytes }) => megabytes))].sort((a, b) => a - b).join(', ');
  return [
    `Measured at ${measured} on ${cores} cores (${cpu}) with Node ${node}, by load averages of ${short(load.before)} before and ${short(load.after)} after; ${options.rounds} rounds in turns, seeded files of ${sizes} MB. ` +
      `All rules ran but ${rules.notRun.map((code) => `\`${code}\``).join(', ')}, which need \`--now\`.`,
    figureMarkdown(figures),
    ...Object.entries(races).flatMap(([title, results]) => [
      `**${title}**`,
      markdownTable(raceRows(results)),
    ]),
    '**Which mistakes are found**, by files with one mistake each:',
    markdownTable(probeRows(probes)),
    probes.map(({ name, what }) => `${name}: ${what}`).join(' · '),
  ].join('\n\n');
}

async function main(args) {
  const options = benchOptions(args);
  if (options.help) {
    console.log(usage);
    return;
  }
  // known now, not when everything was measured
  if (options.update !== undefined) replaceMeasured(readFileSync(options.update, 'utf8'), '');
  const folder = temporaryFolder();
  const [json, markdownFile, update] = [options.json, options.markdown, options.update].map(
    (file) => file && resolve(file),
  );
  // v8r takes no file outside the folder in which it runs
  process.chdir(folder);
  const before = machineOf();
  const started = performance.now();
  const bench = openBench(folder, options);
  const probes = probe([bench.checkers.plain, ...Object.values(bench.peers)], folder);
  const rules = rulesOf(bench);
  console.log(`\nWhich mistakes are found\n${table(probeRows(probes))}`);
  const figures = [];
  for (const [name, measure] of Object.entries(measures))
    if (options.only.has(name)) figures.push(...(await measure(bench)));
  const machine = { ...before, load: { before: before.load, after: machineOf().load } };
  const { project, data, races } = bench;
  const outcome = {
    name: 'bench',
    version: project.version,
    measured: commitOf() ?? project.version,
    machine,
    options: { ...options, only: [...options.only] },
    data,
    rules,
    figures,
    races,
    probes,
  };
  console.log(`\n${figureTable(figures)}`);
  console.log(
    `\nRules not run, for want of --now: ${rules.notRun.join(', ')}; all ${rules.ran.length} others ran.`,
  );
  console.log(
    `Load average ${short(before.load)} before and ${short(machine.load.after)} after, on ${machine.cores} cores; ${Math.round((performance.now() - started) / 1000)} s.`,
  );
  if (options.rounds < 7 || options.megabytes < 500)
    console.log('For a look: the bars ask for 7 rounds and 500 MB.');
  if (json !== undefined) writeFileSync(json, `${JSON.stringify(outcome, undefined, 2)}\n`);
  const markdown = markdownOf(outcome);
  if (markdownFile !== undefined) writeFileSync(markdownFile, `${markdown}\n`);
  if (update !== undefined) writeFileSync(update, replaceMeasured(readFileSync(update, 'utf8'), markdown));
  if (figures.some(({ met }) => met === false)) process.exitCode = 1;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
}
