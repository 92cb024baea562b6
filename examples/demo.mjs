/**
 * Checks the example, checks its broken twin, and prints what the example knows.
 *
 * Run it with `npm run demo`, which builds the package first.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { explainConfirmation, formatAttribution, rollupConfirmation } from 'newsdomain';
import { compareFuzzyDates, formatFuzzyDate } from 'newsdomain/fuzzy-date';
import { checkFiles, readDataset } from 'newsdomain/node';

const WIDTH = 80;
const root = fileURLToPath(new URL('..', import.meta.url));
const cli = fileURLToPath(new URL('../dist/cli.cjs', import.meta.url));

const print = (line = '') => process.stdout.write(`${line}\n`);

function heading(text) {
  print(`\n${text}\n${'='.repeat(text.length)}\n`);
}

/** Breaks a text into lines of at most `WIDTH` columns; `first` stands before the first of them. */
function wrap(first, text, indent = ' '.repeat(first.length)) {
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH && line.trim() !== first.trim()) {
      print(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  print(line.trimEnd());
}

/** Runs `newsdomain check` as a user does; what it writes is seen as it is. */
function check(folder) {
  print(`$ newsdomain check ${folder}`);
  const { status, error } = spawnSync(process.execPath, [cli, 'check', folder], {
    cwd: root,
    stdio: 'inherit',
  });
  if (error) throw error;
  print(`exit code ${status}`);
  return status;
}

heading('1. The example is clean');
assert.equal(check('examples/visits'), 0, 'the example must be clean');

heading('2. Its broken twin is not');
assert.equal(check('examples/broken'), 1, 'findings must make the exit code 1');
const { summary, diagnostics } = await checkFiles(['examples/broken'], { cwd: root }).report();
const codes = new Set(diagnostics.map(({ code }) => code));
wrap('', `${summary.errors} mistakes of ${codes.size} kinds, each found once and where it stands.`);

const dataset = await readDataset(['examples/visits'], { cwd: root });
const at = '2024-06-19';
const nameOf = (id) => dataset.get(id)?.name ?? id;
const inWords = (term) => term.replaceAll('-', ' ');

heading(`3. What is known as of ${formatFuzzyDate(at)}: events`);

/** When an event is, as far as anybody says. */
function when({ start, window }) {
  if (start?.date) return formatFuzzyDate(start.date);
  const settled = start?.status && `${start.status}${start.disclosed === false ? ', not disclosed' : ''}`;
  return [settled, window?.phrase && `"${window.phrase}"`].filter(Boolean).join('; ') || 'not stated';
}

/** What the claims come to for one aspect of an event, and why. */
function evidence(event, aspect) {
  const rollup = rollupConfirmation(event, aspect, dataset, { at });
  const reasons = explainConfirmation(rollup, dataset);
  if (reasons.length > 0) return `${rollup.status}. ${reasons.join(' ')}`;
  return aspect === 'occurrence' ? `${rollup.status}. Nobody who could has confirmed it.` : undefined;
}

function describe(sourceId) {
  const source = dataset.find('source', sourceId);
  return source?.anonymous ? `${source.description} (unnamed)` : (source?.name ?? 'somebody');
}

const withStatus = (status) => dataset.scheduledEvents.filter((event) => event.status === status);
const relationsOf = (event, ...types) => (event.relations ?? []).filter(({ type }) => types.includes(type));

/** Earlier events first, undated ones last. */
const byStart = (a, b) => {
  const [first, second] = [a.start?.date, b.start?.date];
  if (first === undefined || second === undefined)
    return Number(first === undefined) - Number(second === undefined);
  return compareFuzzyDates(first, second);
};

const agendaStanding = ({ status, sourceId }) => `${inWords(status)}, says ${describe(sourceId)}`;

function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

const confirmed = withStatus('confirmed').sort(byStart);
print(`Confirmed: ${confirmed.length}\n`);
for (const event of confirmed) {
  const wholes = relationsOf(event, 'part-of').map(({ eventId }) => `, part of "${nameOf(eventId)}"`);
  wrap(`  ${when(event).padEnd(24)} `, `${event.name} (${inWords(event.phase)}${wholes.join('')})`);
}

const unconfirmed = withStatus('unconfirmed');
print(`\nUnconfirmed: ${unconfirmed.length}`);
for (const event of unconfirmed) {
  print();
  wrap(
    '  ',
    `${event.name} (${event.phase === 'occurred' ? 'said to have occurred' : inWords(event.phase)})`,
  );
  const row = (label, text) => text && wrap(`    ${label.padEnd(12)} `, text);
  row('when', when(event));
  for (const { start } of event.history ?? []) row('first plan', start?.date && formatFuzzyDate(start.date));
  for (const { type, eventId, certainty } of relationsOf(event, 'before', 'after')) {
    row('order', `${type} "${nameOf(eventId)}" (${certainty})`);
  }
  for (const [standing, topics] of groupBy(event.agenda ?? [], agendaStanding)) {
    row('agenda', `${standing}: ${topics.map(({ topic }) => topic).join(', ')}`);
  }
  for (const aspect of ['occurrence', 'date', 'preparation']) row(aspect, evidence(event, aspect));
}

heading('4. Who said what, through whom');
print('+ asserted   - denied   ~ left open\n');

const standing = dataset.claims.filter(({ recordStatus = 'asserted' }) => recordStatus === 'asserted');
const sign = { positive: '+', negative: '-', unknown: '~' };
for (const [attribution, claims] of groupBy(standing, (claim) => formatAttribution(claim, dataset))) {
  wrap('', `${attribution[0].toUpperCase()}${attribution.slice(1)}:`, '  ');
  for (const {
    text,
    polarity = 'unknown',
    certainty = 'certain',
    attitudeHolderId,
    responses = [],
  } of claims) {
    const doubt = { certain: '', underspecified: ' (not vouched for)' }[certainty] ?? ` (${certainty})`;
    const holder = attitudeHolderId === undefined ? '' : ` (a view of: ${nameOf(attitudeHolderId)})`;
    wrap(`  ${sign[polarity]} `, `${text}${doubt}${holder}`);
    for (const { sourceId, kind } of responses)
      wrap('      ', `Answer of ${describe(sourceId)}: ${inWords(kind)}.`);
  }
  print();
}
print(`${dataset.records.length} records. docs/model.md says what they mean.`);
