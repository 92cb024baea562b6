import type * as z from 'zod';
import { branchesOf, elementOf, literalsOf, shapeOf, unwrap } from '../../src/schema/walk.js';
import { forms } from '../support/break-constraint.js';
import { judged } from '../support/constraints.js';

type Schema = z.core.$ZodType;

/** Values of every kind, for any place: what no schema wants, and what only some do. */
const anything: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    -0,
    1,
    -1,
    0.5,
    1e21,
    9007199254740991,
    9007199254740994,
    '',
    ' ',
    'x',
    '…',
    'é',
    '🙂',
  ],
  ...[
    '\u0000',
    '\ud83d',
    'Hà Nội “x”',
    [],
    [null],
    ['a', 'a'],
    {},
    { id: 'a' },
    { exact: 'a', start: 0, end: 1 },
  ],
  ...['x'.repeat(300), `“${'long '.repeat(120)}”`, `${'line\n'.repeat(80)}`, { text: 'x'.repeat(300) }],
];

/** Characters that patterns are fooled by: line ends, other scripts' digits and letters that fold to ASCII. */
const traps = [
  '\n',
  '\r',
  ' ',
  '\u00a0',
  '\u0000',
  'é',
  '\u0130',
  '\u212a',
  '\u0660',
  '\uff11',
  '🙂',
  '\ud800',
  '\udc00',
  '-',
  '%',
  'A',
  'z',
  '0',
];

const limits = (check: string, limit: number, inclusive: boolean): readonly unknown[] => {
  switch (check) {
    case 'min_length':
    case 'max_length':
      return [limit - 1, limit, limit + 1]
        .filter((length) => length >= 0 && length <= 1000)
        .flatMap((length) => ['x'.repeat(length), 'é'.repeat(length), '🙂'.repeat(length)]);
    case 'greater_than':
    case 'less_than':
      return [limit - 1, limit - 0.5, limit, limit + 0.5, limit + 1, inclusive ? limit : limit + 1e-9];
    default:
      return [];
  }
};

const known = new WeakMap<Schema, readonly unknown[]>();

/** Values on both sides of every constraint that a schema has. */
export function limitsOf(schema: Schema): readonly unknown[] {
  const inner = unwrap(schema);
  let found = known.get(inner);
  if (found === undefined) {
    found = branchesOf(inner).flatMap(around);
    known.set(inner, found);
  }
  return found;
}

/** Values for the place of a schema: on both sides of its constraints, and some that have nothing to do with it. */
export function candidatesFor(schema: Schema): readonly unknown[] {
  return [...anything, ...limitsOf(schema)];
}

function around(schema: Schema): readonly unknown[] {
  const definition = schema._zod.def as unknown as { readonly checks?: readonly Schema[] };
  const literals = literalsOf(schema).flatMap((value) => [value, ...near(value)]);
  const checks = [schema, ...(definition.checks ?? [])].flatMap((one) => {
    const {
      check = '',
      minimum,
      maximum,
      value,
      inclusive = true,
    } = one._zod.def as {
      readonly check?: string;
      readonly minimum?: number;
      readonly maximum?: number;
      readonly value?: number;
      readonly inclusive?: boolean;
    };
    const limit = minimum ?? maximum ?? value;
    return typeof limit === 'number' ? limits(check, limit, inclusive) : [];
  });
  const form = judged.get(schema);
  const isPattern = [schema, ...(definition.checks ?? [])].some(
    ({ _zod }) => (_zod.def as { readonly format?: string }).format === 'regex',
  );
  const texts = form === undefined ? (isPattern ? patterned : []) : Object.values(forms[form] ?? {}).flat();
  const lists = elementOf(schema) === undefined ? [] : [[], [{}], [null]];
  const objects = shapeOf(schema) === undefined ? [] : [{}, { zzUnknown: true }];
  return [...literals, ...checks, ...texts, ...lists, ...objects];
}

/** Texts that no pattern has, each in another way. */
const patterned = ['id', 'sha256', 'wikidataId', 'domains', 'contentType']
  .flatMap((form) => Object.values(forms[form]!).flat())
  .concat('x'.repeat(200), 'article:a', '0'.repeat(64), 'Q881', 'example.org', 'image/jpeg');

/** What is nearly a word of a vocabulary. */
const near = (value: unknown): readonly unknown[] =>
  typeof value === 'string' ? [value.toUpperCase(), `${value} `, value.slice(1), `${value}\n`, [value]] : [];

/** A text with one character more, less or in the place of another. */
export function spoiltText(text: string, at: number, how: number): string {
  const place = at % (text.length + 1);
  const trap = traps[how % traps.length]!;
  const kind = Math.floor(how / traps.length) % 3;
  const rest = kind === 0 ? place : place + 1;
  return text.slice(0, place) + (kind === 1 ? '' : trap) + text.slice(rest);
}
