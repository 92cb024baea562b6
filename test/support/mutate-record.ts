import * as fc from 'fast-check';
import { newsRecordArbitrary } from './record-arbitrary.js';

type Json = unknown;
type Path = readonly (string | number)[];

/** Every place in a value, the root included. */
export function placesOf(value: Json, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const parts = Array.isArray(value)
    ? value.map((item, index) => [index, item] as const)
    : Object.entries(value);
  return [path, ...parts.flatMap(([key, part]) => placesOf(part, [...path, key]))];
}

/** What may stand in the place of any value: something of every type, and texts that some form accepts. */
const replacement = fc.oneof(
  fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e6, '', ' ', 'text', [], {}, [null], { id: 'a' }),
  fc.constantFrom(
    '2024-06-19',
    '2024-06-20/2024-06-19',
    '2024-02-30',
    '2024-06-19T09:30:00Z',
    '2024-06-19T09:30:00',
    'https://example.org/',
    'https://[1:2]/',
    'javascript:alert(1)',
    'confirmed',
    'unconfirmed',
    'article',
    'source',
    'person',
    'Mars/Olympus',
    'en-a-bb-a-cc',
    'VN',
    'article:a',
    'not an id',
    'FREQ=DAILY;COUNT=1;COUNT=2',
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.integer({ min: -200, max: 200 }),
);

type Change = (value: Json, random: number, other: Json) => Json;

const changes: Readonly<Record<string, Change>> = {
  replace: (_, __, other) => other,
  'remove a part': (value, random) => {
    if (Array.isArray(value)) return value.filter((_, index) => index !== random % (value.length || 1));
    if (typeof value !== 'object' || value === null) return value;
    const keys = Object.keys(value);
    return Object.fromEntries(Object.entries(value).filter(([key]) => key !== keys[random % keys.length]));
  },
  'add a part': (value, random, other) => {
    if (Array.isArray(value)) return [...value, random % 2 === 0 ? other : (value[0] ?? other)];
    if (typeof value !== 'object' || value === null) return value;
    const keys = [
      'name',
      'kind',
      'status',
      'end',
      'date',
      'articleId',
      'confirmation',
      'zzUnknown',
      'text',
      'start',
    ];
    return { ...value, [keys[random % keys.length]!]: other };
  },
  'spoil a text': (value, random, other) => {
    if (typeof value !== 'string') return other;
    const at = random % (value.length + 1);
    return value.slice(0, at) + (random % 3 === 0 ? '' : 'Z') + value.slice(at + (random % 2));
  },
  'shift a number': (value, random) => (typeof value === 'number' ? value + (random % 7) - 3 : value),
};

function changeAt(value: Json, [step, ...rest]: Path, change: (part: Json) => Json): Json {
  if (step === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === step ? changeAt(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) => [
      key,
      key === step ? changeAt(part, rest, change) : part,
    ]),
  );
}

/** Records with one to three changes anywhere: most of them wrong in some way, some of them still right. */
export const mutatedRecordArbitrary: fc.Arbitrary<Json> = fc
  .tuple(
    newsRecordArbitrary,
    fc.array(
      fc.record({
        place: fc.nat(),
        kind: fc.constantFrom(...Object.keys(changes)),
        random: fc.nat(1_000),
        other: replacement,
      }),
      { minLength: 1, maxLength: 3 },
    ),
  )
  .map(([record, edits]) => {
    let value: Json = JSON.parse(JSON.stringify(record));
    for (const { place, kind, random, other } of edits) {
      const places = placesOf(value);
      value = changeAt(value, places[place % places.length]!, (part) => changes[kind]!(part, random, other));
    }
    return value;
  });
