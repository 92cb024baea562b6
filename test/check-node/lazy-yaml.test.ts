import { describe, expect, it } from 'vitest';
import { createLazyYaml } from '../../src/check-node/lazy-yaml.js';

const isLoaded = async (name: string, input?: 'auto' | 'json' | 'ndjson' | 'yaml'): Promise<boolean> => {
  const yaml = createLazyYaml(input);
  await yaml.loadFor(name);
  try {
    yaml.reader();
    return true;
  } catch {
    return false;
  }
};

describe('the reader of YAML', () => {
  it.each([
    ['a.yaml', undefined],
    ['a.yml.gz', 'auto'],
    ['<stdin>', undefined],
    ['a.json', 'yaml'],
  ] as const)('is loaded for %s with the syntax %s', async (name, input) => {
    expect(await isLoaded(name, input)).toBe(true);
  });

  it.each([
    ['a.json', undefined],
    ['a.ndjson.gz', 'auto'],
    ['<stdin>', 'ndjson'],
    ['a.yaml', 'json'],
  ] as const)('is not loaded for %s with the syntax %s', async (name, input) => {
    expect(await isLoaded(name, input)).toBe(false);
  });
});
