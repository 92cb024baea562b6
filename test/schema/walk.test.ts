import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import {
  branchesOf,
  branchFor,
  discriminatorOf,
  discriminatorValues,
  elementOf,
  fieldsOf,
  likelyBranches,
  literalsOf,
  schemaAt,
  shapeOf,
  unwrap,
  visitPattern,
} from '../../src/schema/walk.js';

const name = z.string();
const dog = z.strictObject({
  kind: z.literal('dog'),
  name,
  tricks: z.array(z.strictObject({ name })).optional(),
});
const cat = z.strictObject({ kind: z.enum(['cat', 'lion']), lives: z.number() });
const wild = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('wolf'), pack: z.array(name) }),
  cat,
]);
const animal = z.discriminatedUnion('kind', [dog, wild]);
const zoo = z.strictObject({
  animals: z.array(animal).optional(),
  label: z.union([name, z.strictObject({ text: name })]),
});

describe('looking through a schema', () => {
  test('what wraps it is taken off', () => {
    expect(unwrap(name.optional().nullable().readonly())).toBe(name);
    expect(unwrap(name)).toBe(name);
  });

  test('an object has a shape, an array an element, and nothing else has', () => {
    expect(Object.keys(shapeOf(dog.optional()) ?? {})).toEqual(['kind', 'name', 'tricks']);
    expect(shapeOf(name)).toBeUndefined();
    expect(shapeOf(animal)).toBeUndefined();
    expect(elementOf(z.array(name).optional())).toBe(name);
    expect(elementOf(dog)).toBeUndefined();
  });

  test('a union has branches, flattened; everything else is its own', () => {
    expect(branchesOf(animal)).toHaveLength(3);
    expect(branchesOf(animal.optional())[0]).toBe(dog);
    expect(branchesOf(name.optional())).toEqual([name]);
    expect(discriminatorOf(animal)).toBe('kind');
    expect(discriminatorOf(zoo)).toBeUndefined();
    expect([...discriminatorValues(animal, 'kind')]).toEqual(['dog', 'wolf', 'cat', 'lion']);
    expect([...discriminatorValues(dog, 'colour')]).toEqual([]);
  });

  test('literals and enums have values', () => {
    expect(literalsOf(shapeOf(cat)?.kind)).toEqual(['cat', 'lion']);
    expect(literalsOf(z.literal('a').optional())).toEqual(['a']);
    expect(literalsOf(name)).toEqual([]);
    expect(literalsOf(undefined)).toEqual([]);
  });
});

describe('the branch that was meant', () => {
  test.each([
    [{ kind: 'dog' }, dog],
    [{ kind: 'lion', name: 'x' }, cat],
    [{ kind: 'bird' }, undefined],
    [{}, undefined],
    ['dog', undefined],
    [null, undefined],
  ])('of a discriminated union: %j', (value, branch) => {
    expect(branchFor(animal, value)).toBe(branch);
  });

  test('of a plain union is told by being an object or not', () => {
    const label = shapeOf(zoo)!.label!;
    expect(branchFor(label, 'text')).toBe(name);
    expect(branchFor(label, 7)).toBe(name);
    expect(shapeOf(branchFor(label, {})!)).toBeDefined();
  });

  test('is any where nothing tells', () => {
    expect(likelyBranches(animal, { kind: 'dog' })).toEqual([dog]);
    expect(likelyBranches(animal, { kind: 'bird' })).toHaveLength(3);
  });
});

describe('the schema at a place', () => {
  const value = { animals: [{ kind: 'dog', tricks: [{ name: 'roll' }] }, { kind: 'bird' }], label: 'a' };
  test.each([
    [[], zoo],
    [['animals', 0], animal],
    [['animals', 0, 'tricks', 0, 'name'], name],
    [['animals', 0, 'pack'], undefined],
    [['animals', 1, 'pack', 0], name],
    [['animals', 9, 'name'], name],
    [['animals', 'x'], undefined],
    [['label'], shapeOf(zoo)!.label],
    [['label', 'text'], undefined],
    [['__proto__'], undefined],
    [['constructor'], undefined],
    [['nothing', 'below'], undefined],
  ])('%j', (path, schema) => {
    const at = schemaAt(zoo, value, path as (string | number)[]);
    expect(at === undefined ? undefined : unwrap(at)).toBe(schema);
  });

  test('is found in values that are wrong', () => {
    for (const wrong of [undefined, null, 7, 'a', [], { animals: null }]) {
      expect(schemaAt(zoo, wrong, ['animals', 0, 'name'])).toBeDefined();
    }
  });
});

test('every field is listed, once for each schema it can have', () => {
  const patterns = fieldsOf(zoo).map(({ pattern }) => pattern.join('/'));
  expect(patterns).toEqual([
    'animals',
    'animals/*',
    'animals/*/kind',
    'animals/*/name',
    'animals/*/tricks',
    'animals/*/tricks/*',
    'animals/*/tricks/*/name',
    'animals/*/kind',
    'animals/*/pack',
    'animals/*/pack/*',
    'animals/*/kind',
    'animals/*/lives',
    'label',
    'label/text',
  ]);
  expect(fieldsOf(name)).toEqual([]);
});

describe('visiting a pattern', () => {
  const visited = (value: unknown, pattern: string): readonly unknown[] => {
    const found: unknown[] = [];
    visitPattern(value, pattern === '' ? [] : pattern.split('/'), (part, path) => found.push([part, path]));
    return found;
  };

  test('calls with every part and its path', () => {
    expect(visited({ a: [{ b: 1 }, { b: 2 }] }, 'a/*/b')).toEqual([
      [1, ['a', 0, 'b']],
      [2, ['a', 1, 'b']],
    ]);
    expect(visited('x', '')).toEqual([['x', []]]);
  });

  test('passes over what is absent or of another type', () => {
    for (const value of [null, 7, 'a', [], {}, { a: 7 }, { a: {} }, { a: [null, 7, [], {}] }]) {
      expect(visited(value, 'a/*/b')).toEqual([]);
    }
    expect(visited({}, 'constructor')).toEqual([]);
    expect(visited(Object.create({ a: 1 }), 'a')).toEqual([]);
  });
});
