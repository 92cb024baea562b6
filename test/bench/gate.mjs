// Fails when the checker has become much slower: a few of the figures of `npm run bench` on less data, so that what a
// process takes to start and to get warm counts for more. Ratios alone are compared, and no peer is needed. What one job
// does is measured by what it takes of the processor, since machines of CI are never quiet.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkersOf, parserOf } from './contenders/contenders.mjs';
import { installPackage, temporaryFolder } from './contenders/install.mjs';
import { raceProcesses } from './contenders/processes.mjs';
import { figureOf, figureTable } from './figures.mjs';
import { recordsOf } from './five-kilobytes.mjs';
import { writeArchive } from './generate-news.mjs';
import { pairsOf } from './harness.mjs';
import { compiledSchemas } from './sections/in-process.mjs';

const ROUNDS = 5;
const MEGABYTES = 100;

/**
 * About a third above what was measured when they were set, or far above a bar that is kept. Without its fast way the
 * checker takes 6 times as long as the loop that parses. Whoever makes it faster lowers them.
 */
const limits = {
  oneJob: 3,
  twoJobs: 3.5,
  invalid: 4.5,
  start: 3,
  compiled: 1,
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

/** Gives figures: how many times as much each takes as the first, of the processor or else by the clock. */
const figures = async (commands, { rounds = ROUNDS, before = '' } = {}) => {
  const raced = await raceProcesses(commands, { rounds });
  const processor = raced.map(({ name, processor: times }) => ({ name, times }));
  const [first, ...others] = commands;
  return others.map(({ name, bar, clock }) => {
    const { ratios } = pairsOf(clock ? raced : processor, name, first.name);
    return figureOf(`${before}${name} / ${first.name}`, ratios, { bar });
  });
};
const right = file('right.ndjson', { megabytes: MEGABYTES, said: 0 });
const wrong = file('wrong.ndjson', { megabytes: MEGABYTES, said: 0, invalid: 0.05 });
const small = join(folder, 'small.json');
writeFileSync(small, JSON.stringify({ ...recordsOf().source[0], actsFor: undefined }));

const parsing = (of) => ({ name: parser.name, command: parser.command(of) });
const checking = ({ name, command }, most, of) => ({ name, command: command(of), bar: { most } });
const [node] = one.command(right);
// Records whose first key is written with an escape mean the same, and none is taken the fast way, as if that were lost:
// a limit that is kept then would hold nothing.
const slow = join(folder, 'slow.ndjson');
writeFileSync(slow, readFileSync(right, 'latin1').replaceAll('{"type"', '{"\\u0074ype"'), 'latin1');
const hindered = {
  name: `${one.name}, without its fast way`,
  command: one.command(slow),
  bar: { above: limits.oneJob },
};
const measured = [
  ...(await figures([
    parsing(right),
    checking(one, limits.oneJob, right),
    { ...checking(two, limits.twoJobs, right), clock: true },
    hindered,
  ])),
  ...(await figures([parsing(wrong), { ...checking(one, limits.invalid, wrong), status: one.refuses }], {
    before: '5 % invalid: ',
  })),
  ...(await figures(
    [
      { name: 'node -e 0', command: [node, '-e', '0'] },
      { ...checking(plain, limits.start, small), clock: true },
    ],
    { rounds: 3 * ROUNDS, before: 'start: ' },
  )),
  ...compiledSchemas(project.pipelines, { rounds: ROUNDS }).map(({ type, compiled }) =>
    figureOf(`compiled ${type} / JSON.parse`, compiled, { bar: { most: limits.compiled } }),
  ),
];
console.log(figureTable(measured));
if (measured.some(({ met }) => !met)) process.exitCode = 1;
