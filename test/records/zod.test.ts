import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import * as z from 'zod';

const { major, minor, patch } = z.core.version;

test('the zod that the tests run with is the one that was asked for', () => {
  const folder = process.env.NEWSDOMAIN_ZOD ?? 'node_modules/zod';
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  expect(`${major}.${minor}.${patch}`).toBe(version);
});
