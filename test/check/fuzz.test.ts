import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { checkText, exitCodeOf, type TextFormat } from '../../src/check.js';
import { encodeUtf8 } from '../../src/text/utf8.js';
import { fuzz } from '../support/fuzz.js';
import { mutate, mutation } from '../support/mutations.js';
import { wrongPlaces } from '../support/right-places.js';

const records = [
  {
    type: 'article',
    id: 'article:a',
    headline: 'Rain 漢字 😀',
    keywords: ['a', 'b'],
    urgency: 3,
    body: { text: 'It “rained”.' },
  },
  {
    type: 'source',
    id: 'source:a',
    kind: 'official',
    anonymous: true,
    description: 'an official',
    groundRules: 'background',
  },
  {
    type: 'entity',
    id: 'entity:a',
    kind: 'person',
    name: 'Ａ',
    roles: [{ title: 'ambassador', during: '2019/..' }],
  },
  {
    type: 'claim',
    id: 'claim:a',
    text: 'It “rained”.',
    articleId: 'article:a',
    attribution: [{ sourceIds: ['source:a'], role: 'originator' }],
    anchors: [{ exact: 'rained', start: 4, end: 10 }],
    stances: [{ eventId: 'event:a', aspect: 'date', stance: 'confirms', value: '2024-06~' }],
  },
  {
    type: 'scheduled-event',
    id: 'event:a',
    name: 'A visit',
    status: 'unconfirmed',
    phase: 'planned',
    start: { date: '2024-06-19', status: 'agreed' },
    participants: [{ entityId: 'entity:a', role: 'guest' }],
  },
  {
    type: 'assessment',
    id: 'assessment:a',
    subjectId: 'claim:a',
    by: 'source:a',
    at: '2024',
    status: 'unverified',
  },
];

/** Ways to write records down. */
const layouts: readonly (readonly [TextFormat, (records: readonly unknown[]) => string])[] = [
  ['json', (list) => JSON.stringify({ schemaVersion: '1', records: list }, null, 1)],
  ['json', (list) => JSON.stringify(list)],
  ['json', (list) => `\ufeff${JSON.stringify(list, null, '\t').replaceAll('\n', '\r\n')}`],
  ['ndjson', (list) => list.map((one) => `${JSON.stringify(one)}\n`).join('')],
  ['yaml', (list) => stringify(list)],
  ['yaml', (list) => list.map((one) => `---\n${stringify(one)}`).join('')],
];

/** Values that do not fit where they are put. */
const intruder = fc.oneof(
  fc.constantFrom(
    '',
    'article:a',
    'claim:a',
    'event:a',
    '2024-06-19',
    '2024-02-30',
    'cancelled',
    '\u202e',
    '😀',
    'a'.repeat(300),
  ),
  fc.constantFrom(null, true, 0, -1, 1.5, 1e21, 2 ** 60),
  fc.jsonValue({ maxDepth: 3 }),
);

/** A change of values: at some place something else, something less or something more. */
const change = fc.record({
  at: fc.nat(200),
  kind: fc.constantFrom('replace', 'remove', 'rename', 'add', 'wrap', 'twice'),
  value: intruder,
  key: fc.constantFrom(
    'id',
    'type',
    'headlin',
    'Text',
    'status',
    'x',
    '__proto__',
    'constructor',
    '',
    'a/b~c',
    'records',
  ),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Applies a change to one of the places of a copy. */
function applyChange<T>(whole: T, { at, kind, value, key }: Change): T {
  const copy = structuredClone(whole);
  const places: [container: Record<string, unknown> | unknown[], key: string | number][] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const name of Object.keys(part)) {
      const at = Array.isArray(part) ? Number(name) : name;
      places.push([part as Record<string, unknown>, at]);
      visit((part as Record<string, unknown>)[at]);
    }
  };
  visit(copy);
  const [container, name] = places[at % places.length]!;
  const parts = container as Record<string | number, unknown>;
  if (kind === 'replace') parts[name] = value;
  else if (kind === 'wrap') parts[name] = [{ [key]: parts[name] }];
  else if (Array.isArray(container)) {
    if (kind === 'remove') container.splice(Number(name), 1);
    else container.push(kind === 'twice' ? container[Number(name)] : value);
  } else if (kind === 'remove') delete parts[name];
  else if (kind === 'rename') {
    parts[`${name}s`] = parts[name];
    delete parts[name];
  } else Object.defineProperty(parts, key, { value, enumerable: true, configurable: true, writable: true });
  return copy;
}

describe('any text', () => {
  it('is right as it is', () => {
    for (const [input, write] of layouts) {
      const { diagnostics } = checkText(write(records), { input });
      expect(diagnostics.filter(({ code }) => code !== 'syntax/bom')).toEqual([]);
    }
  });

  it('is checked without a crash, and every place is in it and agrees with its line and column', () => {
    const found = new Map<string, number>();
    fc.assert(
      fc.property(
        fc.nat(layouts.length - 1),
        fc.array(change, { maxLength: 4 }),
        fc.oneof(fc.constant([]), fc.array(mutation, { maxLength: 3 })),
        fc.option(fc.constantFrom<TextFormat>('json', 'ndjson', 'yaml'), { freq: 9, nil: undefined }),
        (layout, changes, mutations, other) => {
          const [input, write] = layouts[layout]!;
          const bytes = mutate(encodeUtf8(write(changes.reduce(applyChange, records))), mutations);
          const report = checkText(bytes, { input: other ?? input, now: '2024-07-01T00:00:00Z' });
          expect(wrongPlaces(report, new Map([['<text>', bytes]]))).toEqual([]);
          expect([0, 1, 2]).toContain(exitCodeOf(report));
          for (const { code } of report.diagnostics) found.set(code, (found.get(code) ?? 0) + 1);
        },
      ),
      fuzz,
    );
    // The changes reach far: many kinds of mistakes turn up.
    expect(found.size, [...found.keys()].join(' ')).toBeGreaterThan(25);
  });
});
