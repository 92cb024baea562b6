import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { modules } from '../support/faces.js';
import { runExample } from '../support/run-example.js';

/** The pages whose code is run. */
const pages = ['docs/anchors.md'];

describe.each(pages)('%s', (page) => {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(
    ([, code]) => code!,
  );

  test('has code', () => {
    expect(blocks).not.toEqual([]);
  });

  test.each(blocks)('does what it says: %#', async (code) => {
    expect(await runExample(code, modules)).toBeGreaterThan(0);
  });
});
