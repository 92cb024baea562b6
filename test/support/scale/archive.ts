import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';

type Plain = Readonly<Record<string, unknown>>;

/** How an article begins; claims quote from it. And how it goes on, as long as it is to be. */
const BEGINNING = 'Officials in Zürich 🙂 said on Tuesday that the talks may resume. ';
const REST = '“No date is set”, one of them added, and nobody else would speak on the record. ';

const SOURCES = 12;

/** A record of an archive by its number: the same number gives the same record. Some twentieth of them are wrong. */
function record(n: number): Plain {
  if (n < SOURCES) return { type: 'source', id: `source:${n}`, kind: 'outlet', name: `Outlet ${n}` };
  const source = `source:${n % SOURCES}`;
  if (n % 3 === 0) {
    return {
      type: 'article',
      id: `article:${n}`,
      headline: 'Talks may resume',
      publisherId: n % 57 === 0 ? 'source:none' : source,
      publishedAt: n % 39 === 0 ? '2024-02-30T09:30:00Z' : '2024-06-12T09:30:00Z',
      body: { text: BEGINNING + REST.repeat(n % 4) },
      ...(n % 51 === 0 ? { langauge: 'en' } : {}),
    };
  }
  // A claim quotes an article that is far from it, often in another file.
  const article = 12 + 3 * ((n * 37) % 120);
  return {
    type: 'claim',
    id: n % 101 === 0 ? `claim:${n - 33}` : `claim:${n}`,
    text: 'The talks may resume.',
    articleId: `article:${n % 58 === 0 ? article + 1 : article}`,
    anchors: [{ exact: n % 43 === 0 ? 'the talks will resume' : 'the talks may resume' }],
    attribution: [{ sourceIds: [source], role: 'originator' }],
    ...(n % 67 === 0 ? { certainty: 'sure' } : {}),
    ...(n % 88 === 0 ? { supersedes: `claim:${n + 100}` } : {}),
  };
}

const records = (from: number, to: number): Plain[] =>
  Array.from({ length: to - from }, (_, index) => record(from + index));

const lines = (all: readonly Plain[]): string => all.map((one) => `${JSON.stringify(one)}\n`).join('');

/**
 * The files of a small archive with what archives have: NDJSON of several habits, a list, a packed file, YAML, and
 * mistakes in each, many of them between records of different files.
 */
export function archiveFiles(): ReadonlyMap<string, string | Uint8Array> {
  const wide = { ...record(12), id: 'article:wide', body: { text: REST.repeat(400) } };
  return new Map<string, string | Uint8Array>([
    ['2023/desk.json', JSON.stringify({ schemaVersion: '1', records: records(0, 40) }, undefined, 2)],
    ['2023/packed.ndjson.gz', gzipSync(lines(records(40, 100)))],
    [
      '2023/wire.ndjson',
      `${lines(records(100, 250))}{"type":"article","id":"article:cut"\n\n${lines(records(250, 320))}`,
    ],
    ['2024/empty.ndjson', ''],
    ['2024/notes.yaml', 'type: claim\nid: claim:note\ntext: Rain.\nabout: [entity:nobody]\n'],
    [
      '2024/tail.ndjson',
      `\uFEFF${lines(records(320, 400)).replaceAll('\n', '\r\n')}\r\n${JSON.stringify(record(401))}`,
    ],
    ['2024/wide.jsonl', `${lines(records(402, 405))}${lines([wide])}${lines(records(405, 420))}`],
  ]);
}

/** Writes the files of an archive into a folder. */
export function writeFiles(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  for (const [name, content] of files) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}
