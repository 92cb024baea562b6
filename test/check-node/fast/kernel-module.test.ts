import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { compileKernel } from '../../../scripts/kernel/compile.mjs';
import { moduleText } from '../../../src/check-node/fast/kernel/module.js';

const folder = 'src/check-node/fast/kernel';

/** `npm run kernel` writes the module; without it a difference is a failure. */
test('the module is made of its source', { timeout: 120_000 }, async () => {
  const text = await compileKernel(readFileSync(`${folder}/assembly/text-kernel.ts`, 'utf8'));
  await expect(
    `// Made of assembly/text-kernel.ts by \`npm run kernel\`.\nexport const moduleText =\n  '${text}';\n`,
  ).toMatchFileSnapshot(`../../../${folder}/module.ts`);
  expect(moduleText).toBe(text);
});
