// One mistake a file, to see what each contender looks at: a contender that does not refuse what it is there to refuse
// has no place in the race, and what it passes over is said beside its figures.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { outcomeOf } from './processes.mjs';

const source = { type: 'source', id: 'source:a', kind: 'agency', name: 'An agency' };
const article = {
  type: 'article',
  id: 'article:a',
  publisherId: 'source:a',
  body: { text: 'The visit is planned.' },
};
const claim = { type: 'claim', id: 'claim:a', text: 'A visit is planned.', articleId: 'article:a' };
const event = {
  type: 'scheduled-event',
  id: 'event:a',
  name: 'A visit',
  status: 'unconfirmed',
  phase: 'planned',
};
const lines = [source, article, claim, event].map((record) => JSON.stringify(record));

/** What is wrong, and the lines that are added. */
const mistakes = {
  'a key that does not exist': [{ ...claim, id: 'claim:b', langauge: 'en' }],
  'a missing key': [{ type: 'claim', id: 'claim:b' }],
  'a value of no vocabulary': [{ ...claim, id: 'claim:b', certainty: 'sure' }],
  'a day that does not exist': [{ ...claim, id: 'claim:b', createdAt: '2024-02-30T10:00:00Z' }],
  'an end before its start': [
    { ...event, id: 'event:b', start: { date: '2024-06-20' }, end: { date: '2024-06-10' } },
  ],
  'a key given twice': ['{"type":"claim","id":"claim:b","text":"Yes.","text":"No."}'],
  'digits that JSON.parse loses': [
    '{"type":"claim","id":"claim:b","text":"A.","extensions":{"org.example":9007199254740993}}',
  ],
  'an id given twice': [claim],
  'a reference to nothing': [{ ...claim, id: 'claim:b', articleId: 'article:none' }],
  'words that the article does not say': [{ ...claim, id: 'claim:b', anchors: [{ exact: 'cancelled' }] }],
};

/** The mistake that everyone must see. */
const surely = 'a key that does not exist';

/**
 * Tries contenders on files that are right and on files with one mistake.
 *
 * @param {readonly import('./contenders.mjs').Contender[]} contenders
 * @param {string} folder
 * @returns {readonly { name: string, what: string, sees: Readonly<Record<string, boolean>> }[]}
 */
export function probe(contenders, folder) {
  const write = (name, added) => {
    const all = [...lines, ...added.map((line) => (typeof line === 'string' ? line : JSON.stringify(line)))];
    const ndjson = `${all.join('\n')}\n`;
    for (const [end, text] of Object.entries({ ndjson, jsonl: ndjson, json: `[${all.join(',\n')}]\n` }))
      writeFileSync(join(folder, `${name}.${end}`), text);
  };
  write('right', []);
  Object.values(mistakes).forEach((added, index) => {
    write(`wrong-${index}`, added);
  });
  return contenders.map(({ name, what, input, refuses, command }) => {
    const accepted = (file) => {
      const { status, stdout, stderr } = outcomeOf(command(join(folder, `${file}.${input}`)));
      if (status === 0) return true;
      if (status === refuses) return false;
      throw new Error(`${name} ended with ${status}: ${stdout}${stderr}`);
    };
    if (!accepted('right')) throw new Error(`${name} refuses what is right`);
    const sees = Object.fromEntries(
      Object.keys(mistakes).map((mistake, index) => [mistake, !accepted(`wrong-${index}`)]),
    );
    if (!sees[surely]) throw new Error(`${name} does not validate: it accepts ${surely}`);
    return { name, what, sees };
  });
}
