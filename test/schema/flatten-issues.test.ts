import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { flattenIssues } from '../../src/schema/flatten-issues.js';

const confirmed = z.strictObject({ status: z.literal('confirmed'), by: z.array(z.string()).min(1) });
const unconfirmed = z.strictObject({ status: z.literal('unconfirmed'), note: z.string().optional() });
const event = z.discriminatedUnion('status', [confirmed, unconfirmed]);
const person = z.strictObject({ type: z.literal('person'), name: z.string() });
const record = z.discriminatedUnion('type', [
  person,
  z.discriminatedUnion('status', [
    z.strictObject({ type: z.literal('event'), status: z.literal('confirmed'), by: z.string() }),
    z.strictObject({ type: z.literal('event'), status: z.literal('unconfirmed') }),
  ]),
]);
const list = z.object({
  events: z.array(event),
  label: z.union([z.string().min(1), z.strictObject({ text: z.string() })]),
});

const told = (
  schema: z.ZodType,
  value: unknown,
  guess = (_: string, __: readonly string[]): string | undefined => undefined,
) =>
  flattenIssues(schema, value, schema.safeParse(value).error?.issues ?? [], guess).map(
    ({ code, path }) => `${code} ${path.join('/')}`,
  );

describe('issues of a discriminated union', () => {
  test('of the branch that is named are as they are', () => {
    expect(told(event, { status: 'confirmed', by: [] })).toEqual(['too_small by']);
  });

  test('whose discriminator is wrong tell that, and the mistakes of the branch that was guessed', () => {
    const value = { status: 'confirmd', by: [], note: 7 };
    expect(told(event, value, () => 'confirmed')).toEqual([
      'invalid_union status',
      'too_small by',
      'unrecognized_keys ',
    ]);
    expect(told(event, value, () => 'unconfirmed')).toEqual([
      'invalid_union status',
      'invalid_type note',
      'unrecognized_keys ',
    ]);
  });

  test('are those of the branch with the fewest where nothing can be guessed', () => {
    expect(told(event, { status: 7, by: ['a'] })).toEqual(['invalid_union status']);
    expect(told(event, { note: 'a' })).toEqual(['invalid_union status']);
  });

  test('the words to guess from are those of the union', () => {
    const asked: unknown[] = [];
    told(event, { status: 'x' }, (wrong, known) => {
      asked.push([wrong, known]);
      return undefined;
    });
    expect(asked).toEqual([['x', ['confirmed', 'unconfirmed']]]);
  });

  test('in a list are placed in the list', () => {
    expect(
      told(
        list,
        {
          events: [
            { status: 'x', by: [] },
            { status: 'confirmed', by: ['a'] },
          ],
          label: 'a',
        },
        () => 'confirmed',
      ),
    ).toEqual(['invalid_union events/0/status', 'too_small events/0/by']);
  });

  test('in a union are told for the branch that leads there', () => {
    expect(told(record, { type: 'event', status: 'x' }, (_, known) => known[1])).toEqual([
      'invalid_union status',
    ]);
    expect(told(record, { type: 'event', status: 'x' }, (_, known) => known[0])).toEqual([
      'invalid_union status',
      'invalid_type by',
    ]);
    expect(told(record, { type: 'persn', name: 7 }, () => 'person')).toEqual([
      'invalid_union type',
      'invalid_type name',
    ]);
  });
});

describe('issues of a plain union', () => {
  test('are those of the branch that the value’s type chooses', () => {
    expect(told(list, { events: [], label: '' })).toEqual(['too_small label']);
    expect(told(list, { events: [], label: { text: 7 } })).toEqual(['invalid_type label/text']);
    expect(told(list, { events: [], label: 7 })).toEqual(['invalid_type label']);
  });
});

test('no issues stay none', () => {
  expect(told(list, { events: [], label: 'a' })).toEqual([]);
});
