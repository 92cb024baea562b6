import { recordSchemas } from '../../src/records/news-record.js';
import { schemaAt } from '../../src/schema/walk.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';
import { invalidFixtures, validFixtures } from '../support/fixtures.js';
import { placesOf } from '../support/mutate-record.js';
import { changeBytes } from './byte-changes.js';
import { candidatesFor, limitsOf, spoiltText } from './candidates.js';
import type { Random } from './random.js';

type Path = readonly (string | number)[];

/** A record that others are made of, and all places in it with what may stand there. */
interface Base {
  readonly value: unknown;
  readonly text: string;
  readonly sites: readonly {
    readonly path: Path;
    readonly candidates: readonly unknown[];
    /** Those that are on either side of what its schema allows. */
    readonly limits: readonly unknown[];
  }[];
}

const longText = `${'He said “no” to Hà Nội. '.repeat(40)}\n\n🙂 "And" it rained.\tA lot, in a cafe\u0301.`;
const exact = 'it rained';
const placeOf = (words: string): number => [...longText.slice(0, longText.indexOf(words))].length;
const start = placeOf(exact);
const cafe = placeOf('cafe');

/** Articles whose texts are so long that a glance cuts them out. */
const longBodies: readonly object[] = [
  { text: longText },
  { html: `<p>${longText}</p>` },
  { text: longText, html: `<p>${longText}</p>` },
  { text: 'short', html: longText },
].map((body) => ({
  type: 'article',
  id: 'article:long',
  headline: 'Rain in Hà Nội, and more of it than anybody had seen in a long time there',
  urgency: 5,
  body,
  mentions: [
    { kind: 'name', anchor: { exact, start, end: start + exact.length } },
    { kind: 'name', anchor: { exact, start: start + 1, end: start + exact.length + 1 } },
    { kind: 'name', anchor: { exact: 'ained', start: start + 4, end: start + exact.length } },
    { kind: 'name', anchor: { exact: 'cafe', start: cafe, end: cafe + 4 } },
    { kind: 'name', anchor: { exact: 'it snows', start, end: start + 8 } },
    { kind: 'name', anchor: { exact, start: start + 2 ** 32, end: start + 2 ** 32 + exact.length } },
    { kind: 'name', anchor: { exact: 'Hà Nội', prefix: 'to ', suffix: '.', start: 16, end: 22 } },
    { kind: 'name', anchor: { exact: 'Hà Nội', prefix: 'in ', start: 16, end: 22 } },
    { kind: 'name', anchor: { exact: 'Hà Nội', suffix: '!', start: 16, end: 22 } },
  ],
}));

/** Records in which nearly anything may stand: what no schema is strict about, the bytes alone can show to be wrong. */
const looseRecords: readonly object[] = [
  {
    numbers: [0, 1, -1, 0.5, 123456789012345, { n: 7, m: -2.25 }],
    list: [[[1], 2], []],
    deep: { a: { b: { c: 3 } } },
  },
  {
    body: longText,
    text: longText,
    inside: { body: { text: longText } },
    note: 'A “remark” of no importance to anybody at all: x.',
  },
  {
    a: { a: { a: 1, b: 2 }, b: [{ a: 1 }, { a: 1 }] },
    b: { a: null },
    tags: ['a', 'a', 'b'],
    '': { '': true },
  },
].map((extension, index) => ({
  type: 'source',
  id: `source:${index}`,
  kind: 'outlet',
  name: 'A name in Hà Nội',
  extensions: { 'org.a': extension, 'org.b': extension },
}));

const baseOf = (value: unknown): Base => {
  const { type } = Object(value) as { readonly type?: string };
  const schema = recordTypes.includes(type as RecordType) ? recordSchemas[type as RecordType] : undefined;
  const sites = placesOf(value).map((path) => {
    const at = schema && schemaAt(schema, value, path);
    return at === undefined
      ? { path, candidates: [null, 1, 'x', {}], limits: [] }
      : { path, candidates: candidatesFor(at), limits: limitsOf(at) };
  });
  return { value, text: JSON.stringify(value), sites };
};

/** Makes records without end, each but for one or two changes one that is right, or one that is wrong in one way. */
export function createMutants(random: Random): () => Buffer {
  const loose = [...longBodies, ...looseRecords].map(baseOf);
  const fixtures = recordTypes.flatMap((type) => validFixtures(type).map(({ value }) => baseOf(value)));
  const right = [...fixtures, ...loose];
  const wrong = recordTypes.flatMap((type) => invalidFixtures(type).map(({ value }) => baseOf(value)));
  // Those with many fields are changed more often, so that each field is.
  const bySites = right.flatMap((base) =>
    Array.from({ length: Math.ceil(base.sites.length / 20) }, () => base),
  );
  const parts = right.flatMap(({ value, sites }) => sites.map(({ path }) => partAt(value, path)));

  /** Another value for a part. */
  const other = (part: unknown, candidates: readonly unknown[]): unknown => {
    const how = random.below(10);
    if (how < 5) return random.one(candidates);
    if (how === 5) return random.one(parts);
    if (typeof part === 'string') return spoiltText(part, random.below(part.length + 1), random.below(1000));
    if (typeof part === 'number') return part + random.one([-1, 1, 0.5, 8, 1000]);
    if (Array.isArray(part)) {
      const items = [...part];
      if (how < 8) items.splice(random.below(items.length + 1), how - 6, random.one(parts), items[0]);
      else items.push(items.at(-1) ?? random.one(parts));
      return items;
    }
    if (typeof part !== 'object' || part === null) return random.one(parts);
    const entries = Object.entries(part);
    const at = random.below(entries.length + 1);
    const [key, value] = random.one(entries) ?? ['x', 1];
    if (how < 8) entries.splice(at, 1);
    else
      entries.splice(at, 0, [random.one(keysNear(key)), random.below(2) === 0 ? value : random.one(parts)]);
    return Object.fromEntries(entries);
  };

  const changed = ({ value, sites }: Base): unknown => {
    const { path, candidates } = random.one(sites);
    return changedAt(value, path, (part) => other(part, candidates));
  };

  const whole = inOrder(right, wrong);
  let turn = 0;
  return () => {
    // Every other one crosses a constraint of a field, or keeps it, until each was.
    turn++;
    const text = turn % 2 === 0 ? undefined : whole.next().value;
    if (text !== undefined) return Buffer.from(text);
    const how = random.below(20);
    // How a record is written is changed where little else is wrong, so that it decides.
    if (how < 5) return changeBytes(Buffer.from(random.one(how < 3 ? loose : right).text), random);
    const base = how === 5 ? random.one(wrong) : how < 17 ? random.one(bySites) : random.one(right);
    let value = changed(base);
    if (how === 17) value = changed(baseOf(value));
    const bytes = Buffer.from(JSON.stringify(value));
    return how > 17 ? changeBytes(bytes, random) : bytes;
  };
}

/**
 * Every record as it stands, right or wrong in its one way, and those with every field with each value on either side
 * of what a schema allows there.
 */
function* inOrder(right: readonly Base[], wrong: readonly Base[]): Generator<string, undefined, undefined> {
  for (const { text } of [...right, ...wrong]) yield text;
  const largest = new Map<unknown, Base>();
  for (const base of right) {
    const { type } = base.value as { readonly type: RecordType };
    if (base.sites.length > (largest.get(type)?.sites.length ?? 0)) largest.set(type, base);
  }
  for (const { value, sites } of largest.values()) {
    for (const { path, limits } of sites) {
      for (const limit of limits) yield JSON.stringify(changedAt(value, path, () => limit));
    }
  }
  return undefined;
}

const keysNear = (key: string): readonly string[] => [
  ...[
    key.slice(1),
    `${key}s`,
    key.toUpperCase(),
    'zzUnknown',
    'note',
    'name',
    'text',
    'start',
    'end',
    'date',
  ],
  ...['status', 'extensions', '', 'constructor', 'toString', 'x:y', 'é'],
];

function partAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((part, step) => Object(part)[step], value);
}

function changedAt(value: unknown, path: Path, change: (part: unknown) => unknown, depth = 0): unknown {
  const step = path[depth];
  if (step === undefined) return change(value);
  if (Array.isArray(value)) {
    const copy = [...value];
    copy[step as number] = changedAt(copy[step as number], path, change, depth + 1);
    return copy;
  }
  const object = value as Readonly<Record<string, unknown>>;
  return { ...object, [step]: changedAt(object[step], path, change, depth + 1) };
}
