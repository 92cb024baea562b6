import fc from 'fast-check';
import { placesOf } from '../../support/mutate-record.js';

type Json = Readonly<Record<string, unknown>>;

/** What may stand anywhere: values on either side of what the schemas allow. */
const values: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  1,
  9,
  10,
  0.5,
  9007199254740991,
  9007199254740994,
  1e21,
  '',
  'x',
  'x'.repeat(200),
  'x'.repeat(201),
  'é',
  'Hà Nội 🙂',
  '\u0000',
  '\ud83d',
  '…',
  `“${'long '.repeat(120)}”`,
  `${'line\n'.repeat(80)}`,
  '2024-06-19',
  '2024-06~',
  '2024-06-31',
  '2024-06-19/2024-06-18',
  '[2024..2023]',
  '2024-06-19T10:00:00Z',
  '2024-06-19T24:00:00Z',
  '2024-06-19T10:00:00+14:01',
  'https://example.org/a',
  'https://example.org/a b',
  'https://user@example.org/',
  'en',
  'en_GB',
  'VN',
  'ZZ',
  'Asia/Ho_Chi_Minh',
  'Asia/Nowhere',
  'FREQ=DAILY',
  'article:a',
  'no such word',
  'confirmed',
  'unconfirmed',
  'cancelled',
  [],
  [null],
  ['a', 'a'],
  {},
  { exact: 'a', start: 0, end: 1 },
  { exact: 'é', start: 0, end: 2 },
  { exact: '🙂', start: 0, end: 2 },
  { date: '2024' },
];

const keys: readonly string[] = [
  'id',
  'type',
  'kind',
  'status',
  'body',
  'text',
  'html',
  'note',
  '__proto__',
  'extensions',
  'headlin',
];

/** JSON text with a part written otherwise; a part of which nothing is left is left out. */
function written(
  value: unknown,
  path: readonly (string | number)[],
  write: (part: unknown) => string | undefined,
): string | undefined {
  const [step, ...rest] = path;
  if (step === undefined) return write(value);
  if (Array.isArray(value)) {
    const items = value.map((item, index) =>
      index === step ? written(item, rest, write) : JSON.stringify(item),
    );
    return `[${items.filter((item) => item !== undefined).join(',')}]`;
  }
  const members = Object.entries(value as Json).map(([key, part]) => {
    const text = key === step ? written(part, rest, write) : JSON.stringify(part);
    return text === undefined ? undefined : `${JSON.stringify(key)}:${text}`;
  });
  return `{${members.filter((member) => member !== undefined).join(',')}}`;
}

/** A line of NDJSON made from a record by a change: of a value, of a key, of how it is written, or of a byte. */
export function changedRecord(valid: readonly unknown[], invalid: readonly unknown[]): fc.Arbitrary<Buffer> {
  return fc
    .record({
      record: fc.oneof(
        { weight: 5, arbitrary: fc.constantFrom(...valid) },
        { weight: 1, arbitrary: fc.constantFrom(...invalid) },
      ),
      place: fc.nat(),
      value: fc.constantFrom(...values),
      key: fc.constantFrom(...keys),
      how: fc.constantFrom(
        'as it is',
        'value',
        'value',
        'value',
        'removed',
        'added',
        'twice',
        'spread',
        'escaped',
        'byte',
        'byte',
      ),
      byte: fc.nat(255),
    })
    .map(({ record, place, value, key, how, byte }) => {
      const text = JSON.stringify(record);
      if (typeof record !== 'object' || record === null) return Buffer.from(text);
      const places = placesOf(record);
      const path = places[place % places.length]!;
      const change = (write: (part: unknown) => string | undefined): Buffer =>
        Buffer.from(written(record, path, write) ?? '');
      const added = (part: unknown, member: string): string => {
        const inside = JSON.stringify(part);
        if (!inside.startsWith('{')) return inside;
        return inside === '{}' ? `{${member}}` : `{${member},${inside.slice(1)}`;
      };
      switch (how) {
        case 'value':
          return change(() => JSON.stringify(value));
        case 'removed':
          return change(() => undefined);
        case 'added':
          return change((part) => added(part, `${JSON.stringify(key)}:${JSON.stringify(value)}`));
        case 'twice':
          return change((part) => {
            const [first] = Object.keys(Object(part));
            return first === undefined
              ? JSON.stringify(part)
              : added(part, `${JSON.stringify(first)}:${JSON.stringify(value)}`);
          });
        case 'spread':
          return change((part) => ` \t${JSON.stringify(part)} `);
        case 'escaped':
          return change((part) =>
            JSON.stringify(part).replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
          );
        case 'byte': {
          const bytes = Buffer.from(text);
          bytes[place % bytes.length] = byte;
          return bytes;
        }
        default:
          return Buffer.from(text);
      }
    });
}
