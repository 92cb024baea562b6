import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { describe, expect, it, test } from 'vitest';
import { guideBlocks } from '../support/scale/guide.js';

/** What the tests of the packed package say they take from the guide. */
const taken = globSync(['test/package/scale/*.ts', 'test/support/scale/*.ts', 'test/bench/*.ts'])
  .map((file) => readFileSync(file, 'utf8'))
  .join('\n')
  .replaceAll(/\s+/g, ' ')
  .replaceAll(/\( | (?=\))|,(?= \))/g, (around) => around.trim().replace(',', ''));

describe('docs/scale.md', () => {
  it('has code', () => {
    expect(guideBlocks.length).toBeGreaterThan(8);
  });

  test.each(guideBlocks)('has its $language under "$heading" run by a test', ({ heading, language }) => {
    const alike = guideBlocks.filter((block) => block.heading === heading && block.language === language);
    for (const index of alike.keys()) {
      const call = `guideBlock('${heading}', '${language}'${alike.length > 1 ? `, ${index}` : ''})`;
      expect([call, taken.includes(call)]).toEqual([call, true]);
    }
  });
});
