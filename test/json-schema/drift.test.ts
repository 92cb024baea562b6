import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { generateJsonSchemas } from '../../scripts/json-schema/generate.js';

/** `npm run schema` writes the files; without it a difference is a failure. */
describe('the JSON Schemas in schema/ are made from the zod schemas and their documentation', () => {
  const schemas = generateJsonSchemas();

  test.each([...schemas])('%s', async (name, schema) => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../schema/${name}`);
  });

  test('and nothing else is there', () => {
    expect(readdirSync('schema').sort()).toEqual([...schemas.keys()].sort());
  });

  test('every property is described', () => {
    for (const [name, schema] of schemas) expect(undescribed(schema), name).toEqual([]);
  });
});

function undescribed(schema: unknown, path = ''): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, part]) => {
    const here = `${path}/${key}`;
    const inside = /\/(if|then|anyOf\/\d+)$/.test(path) ? [] : undescribed(part, here);
    if (key !== 'properties' || /\/(if|then)$|\/anyOf\/\d+$/.test(path)) return inside;
    const missing = Object.entries(part as Record<string, { description?: string }>)
      .filter(([, property]) => property.description === undefined)
      .map(([property]) => `${here}/${property}`);
    return [...missing, ...inside];
  });
}
