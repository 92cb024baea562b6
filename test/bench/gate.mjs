// Fails when the checker has become much slower: a few of the figures of `npm run bench`, each with a limit far above
// its bar, because machines of CI differ and are never quiet. Ratios alone are compared, and no peer is needed.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkersOf, parserOf } from './contenders/contenders.mjs';
import { installPackage, temporaryFolder } from './contenders/install.mjs';
import { raceProcesses } from './contenders/processes.mjs';
import { figureOf, figureTable } from './figures.mjs';
import { recordsOf } from './five-kilobytes.mjs';
import { writeArchive } from './generate-news.mjs';
import { pairsOf } from './harness.mjs';
import { compiledSchemas } from './sections/in-process.mjs';

const ROUNDS = 7;
const MEGABYTES = 60;

/** The bars are 1.2, 0.8 and 1.5, 60 ms over some 40 that Node takes itself, and 0.65. */
const limits = {
  oneJob: 2,
  twoJobs: 1.4,
  invalid: 2.6,
  start: 4,
  compiled: 1.1,
};

const folder = temporaryFolder();
const project = installPackage(folder);
const parser = parserOf(project);
const { plain, one, two } = checkersOf(project);
const file = (name, how) => {
  const path = join(folder, name);
  writeArchive(path, how);
  return path;
};
/** Gives figures: how many times as long each takes as the first. */
const figures = async (commands, rounds, before = '') => {
  const raced = await raceProcesses(commands, { rounds });
  const [first, ...others] = commands;
  return others.map(({ name, bar }) =>
    figureOf(`${before}${name} / ${first.name}`, pairsOf(raced, name, first.name).ratios, { bar }),
  );
};
const right = file('right.ndjson', { megabytes: MEGABYTES });
const wrong = file('wrong.ndjson', { megabytes: MEGABYTES / 2, invalid: 0.05 });
const small = join(folder, 'small.json');
writeFileSync(small, JSON.stringify({ ...recordsOf().source[0], actsFor: undefined }));

const parsing = (of) => ({ name: parser.name, command: parser.command(of) });
const checking = ({ name, command }, most, of) => ({ name, command: command(of), bar: { most } });
const [node, ...check] = one.command(right);
// A checker that may not make code of its schemas has its slow ways alone, as if the fast one were lost: a limit
// that it keeps would hold nothing.
const hindered = {
  name: `${one.name}, without its fast way`,
  command: [node, '--disallow-code-generation-from-strings', ...check],
  bar: { above: limits.oneJob },
};
const measured = [
  ...(await figures(
    [parsing(right), checking(one, limits.oneJob, right), checking(two, limits.twoJobs, right), hindered],
    ROUNDS,
  )),
  ...(await figures(
    [parsing(wrong), { ...checking(one, limits.invalid, wrong), status: one.refuses }],
    ROUNDS,
    '5 % invalid: ',
  )),
  ...(await figures(
    [{ name: 'node -e 0', command: [node, '-e', '0'] }, checking(plain, limits.start, small)],
    3 * ROUNDS,
    'start: ',
  )),
  ...compiledSchemas(project.pipelines, { rounds: ROUNDS, least: 50 }).map(({ type, compiled }) =>
    figureOf(`compiled ${type} / JSON.parse`, compiled, { bar: { most: limits.compiled } }),
  ),
];
console.log(figureTable(measured));
if (measured.some(({ met }) => !met)) process.exitCode = 1;
