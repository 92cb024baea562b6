// Makes a seeded archive of news as NDJSON: the same arguments give the same bytes.
//
//   node test/bench/generate-news.mjs --megabytes 100 [--no-bodies] [--said 20] [--invalid 0.05] [--ascii] [--seed 1] [--array] FILE

import { createHash } from 'node:crypto';
import { closeSync, openSync, realpathSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

/** What an archive is about; references lead into these. */
const ENTITIES = 400;
const SOURCES = 40;

/** About how long a body is, in code points: a record is then about 10 kB. */
const BODY = 8_300;

const plainWords =
  'the minister said talks would resume in Geneva after officials from both sides agreed to meet again next week while analysts warned that no date had been confirmed and the agenda remained open according to people familiar with matter as markets rose on hopes of a deal'.split(
    ' ',
  );
const otherWords = ['Hà Nội', 'Zürich', '“peace”', 'Київ', '—', 'Müller', '東京', 'São Paulo', 'naïve', '🙂'];

/** A sequence of numbers from 0 to 1 that depends on nothing but its seed (mulberry32). */
function randomFrom(seed) {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Where the spaces of a text are, in UTF-16 units (`at`) and in code points (`point`). */
function gapsOf(text) {
  const gaps = [];
  let pairs = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 32) gaps.push({ at, point: at - pairs });
    else if (unit >> 10 === 0x36) pairs++;
  }
  return gaps;
}

/**
 * Gives records without end: first the sources and entities, then articles, and of each so-many-th of them (`said`; 0 is
 * none) what is said in it: an event and claims. By default that is each 20th with a body, and every one without.
 *
 * @param {{ seed?: number, bodies?: boolean, said?: number, ascii?: boolean, invalid?: number }} options
 */
export function* newsRecords({
  seed = 1,
  bodies = true,
  said = bodies ? 20 : 1,
  ascii = false,
  invalid = 0,
} = {}) {
  const random = randomFrom(seed);
  const below = (limit) => Math.floor(random() * limit);
  const one = (list) => list[below(list.length)];
  const word = () => (!ascii && random() < 0.02 ? one(otherWords) : one(plainWords));
  const text = (length) => {
    let out = '';
    while (out.length < length) {
      const sentence = Array.from({ length: 8 + below(12) }, word).join(' ');
      out += `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}. ${random() < 0.2 ? '\n\n' : ''}`;
    }
    return out.trimEnd();
  };
  const day = () =>
    `2024-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`;
  const entityId = () => `entity:${below(ENTITIES)}`;
  const sourceId = () => `source:${below(SOURCES)}`;

  for (let n = 0; n < SOURCES; n++) {
    yield {
      type: 'source',
      id: `source:${n}`,
      kind: one(['outlet', 'agency', 'institution']),
      name: `Source ${n}`,
    };
  }
  for (let n = 0; n < ENTITIES; n++) {
    yield {
      type: 'entity',
      id: `entity:${n}`,
      kind: one(['person', 'organization', 'city']),
      name: `Entity ${n}`,
    };
  }
  for (let n = 0; ; n++) {
    const date = day();
    const body = bodies ? text(BODY) : text(300);
    const gaps = gapsOf(body);
    const anchor = () => {
      const first = below(gaps.length - 4);
      const [from, to] = [gaps[first], gaps[first + 1 + below(3)]];
      return { exact: body.slice(from.at + 1, to.at), start: from.point + 1, end: to.point };
    };
    const article = {
      type: 'article',
      id: `article:${n}`,
      headline: text(50),
      byline: 'By our correspondent',
      authors: [{ name: 'A. Correspondent', role: 'reporter' }],
      publisherId: sourceId(),
      url: `https://news.example/${date.replaceAll('-', '/')}/${n}`,
      language: 'en',
      publishedAt: `${date}T09:30:00Z`,
      modifiedAt: `${date}T18:05:10+02:00`,
      subjects: [{ scheme: 'medtop', code: '11000000', name: 'politics and government' }],
      keywords: ['talks', 'visit'],
      urgency: 1 + below(9),
      summary: text(250),
      body: { text: body },
      mentions: Array.from({ length: 5 }, () => ({ entityId: entityId(), kind: 'name', anchor: anchor() })),
      basedOn: [sourceId()],
    };
    yield invalid > 0 && random() < invalid ? spoiled(article, random) : article;
    if (said === 0 || n % said !== 0) continue;
    const eventId = `event:${n}`;
    yield {
      type: 'scheduled-event',
      id: eventId,
      name: 'Talks in Geneva',
      status: 'unconfirmed',
      phase: 'planned',
      asOf: date,
      start: { date: day(), status: 'unconfirmed', phrase: 'some day of the coming weeks' },
      participants: [
        { entityId: entityId(), role: 'host', party: true },
        { entityId: entityId(), role: 'guest' },
      ],
    };
    for (let k = 0; k < (bodies ? 1 : 4); k++) {
      const claim = {
        type: 'claim',
        id: `claim:${n}-${k}`,
        articleId: `article:${n}`,
        text: text(60),
        kind: 'plan',
        speechAct: 'report',
        anchors: [anchor()],
        attribution: [
          { sourceIds: [`source:${below(SOURCES / 2)}`], role: 'originator', mode: 'indirect' },
          { sourceIds: [`source:${SOURCES / 2 + below(SOURCES / 2)}`], role: 'relay' },
        ],
        certainty: 'probable',
        polarity: 'positive',
        about: [entityId(), eventId],
        stances: [{ eventId, aspect: 'occurrence', stance: 'reports' }],
        assertedAt: date,
      };
      yield invalid > 0 && random() < invalid ? spoiled(claim, random) : claim;
    }
  }
}

/** A copy of a record with one mistake of the kinds that archives have. */
function spoiled(record, random) {
  const kinds = [
    ({ id, ...rest }) => rest,
    (whole) => ({ ...whole, langauge: 'en' }),
    (whole) => ({ ...whole, updatedAt: '19 June 2024' }),
    (whole) => ({ ...whole, createdAt: '2024-02-30T10:00:00Z' }),
    (whole) => ({ ...whole, type: `${whole.type}s` }),
    (whole) => (whole.type === 'article' ? { ...whole, urgency: 12 } : { ...whole, certainty: 'sure' }),
    (whole) =>
      whole.type === 'article'
        ? { ...whole, publisherId: 'source:none' }
        : { ...whole, about: [...whole.about, 'entity:none'] },
  ];
  return kinds[Math.floor(random() * kinds.length)](record);
}

/**
 * Writes an archive and says how many records and bytes it holds, and what they hash to.
 *
 * @param {string} file
 * @param {{ megabytes: number, seed?: number, bodies?: boolean, said?: number, ascii?: boolean, invalid?: number, array?: boolean }} options
 */
export function writeArchive(file, { megabytes, array = false, ...options }) {
  const out = openSync(file, 'w');
  const hash = createHash('sha256');
  const [first, between, last] = array ? ['[\n', ',\n', '\n]\n'] : ['', '\n', '\n'];
  let pending = first;
  let bytes = 0;
  let records = 0;
  const write = () => {
    const chunk = Buffer.from(pending);
    hash.update(chunk);
    writeFileSync(out, chunk);
    bytes += chunk.length;
    pending = '';
  };
  for (const record of newsRecords(options)) {
    pending += (records === 0 ? '' : between) + JSON.stringify(record);
    records++;
    if (pending.length > 1e6) write();
    if (bytes + pending.length >= megabytes * 1e6) break;
  }
  pending += last;
  write();
  closeSync(out);
  return { records, bytes, sha256: hash.digest('hex') };
}

if (process.argv[1] !== undefined && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      megabytes: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      invalid: { type: 'string', default: '0' },
      'no-bodies': { type: 'boolean', default: false },
      said: { type: 'string' },
      ascii: { type: 'boolean', default: false },
      array: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (file === undefined) {
    console.error('name the file to write');
    process.exit(2);
  }
  const { records, bytes } = writeArchive(file, {
    megabytes: Number(values.megabytes),
    seed: Number(values.seed),
    invalid: Number(values.invalid),
    said: values.said === undefined ? undefined : Number(values.said),
    bodies: !values['no-bodies'],
    ascii: values.ascii,
    array: values.array,
  });
  console.log(`${file}: ${records} records, ${bytes} bytes`);
}
