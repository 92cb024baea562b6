import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { isLanguageTag } from '../../src/primitives/language-tag.js';
import { isWebUrl } from '../../src/primitives/web-url.js';
import { holdTo, type Row } from '../support/conformance.js';
import { corpora } from '../support/corpora.js';

const folder = corpora('09-urls-langtags');
const read = (...path: string[]) => JSON.parse(readFileSync(join(folder!, ...path), 'utf8'));

/** What RFC 5646 calls well-formed and ECMA-402, which takes Unicode locale identifiers, does not. */
const wellFormedAllTheSame: readonly (readonly [RegExp, string])[] = [
  [/^(?:no-nyn|i-klingon)$/i, 'RFC 5646, 2.1: grandfathered tags are well-formed'],
  [/^x-/i, 'RFC 5646, 2.2.7: a tag may be private use alone'],
  [/^(?:zh-hak|sgn-ils)(?:-|$)/i, 'RFC 5646, 2.2.2: extended language subtags'],
  [/^[a-z]{4}(?:-|$)/i, 'RFC 5646, 2.2.1: primary languages of four letters are reserved, and well-formed'],
  [
    /^en-[tu]-/i,
    'RFC 5646, 2.2.6: what follows a singleton is subtags of 2 to 8 characters; their grammar is of other specifications',
  ],
];

describe.skipIf(folder === undefined)('09-urls-langtags (skipped without NEWSDOMAIN_CORPORA)', () => {
  test('is read as its suites say', () => {
    const urls: readonly { input: string; failure?: boolean }[] = read(
      'ada-url__ada/tests/wpt/urltestdata.json',
    ).filter((row: unknown) => typeof row === 'object');
    const ecma: readonly { tag: string; valid: boolean }[] = read('tc39__test262/language-tags.json');
    const rfc: readonly { tag: string; well_formed_and_valid: boolean }[] = read('rfc5646-appendix-a.json');
    const parsed = 'wooorm__bcp-47/test/fixtures';
    const rows: Row[] = [
      ...urls
        .filter(({ failure }) => failure)
        .map(({ input }) => ({ name: `url ${input}`, expected: false, actual: isWebUrl(input) })),
      ...ecma.map(({ tag, valid }): Row => {
        const actual = isLanguageTag(tag);
        const profile =
          !valid && actual ? wellFormedAllTheSame.find(([shape]) => shape.test(tag))?.[1] : undefined;
        return { name: `tag ${tag}`, expected: valid || profile !== undefined, actual, profile };
      }),
      ...rfc.map(({ tag, well_formed_and_valid: valid }) => ({
        name: `appendix ${tag}`,
        expected: valid,
        actual: isLanguageTag(tag),
      })),
      ...readdirSync(join(folder!, parsed)).map((file) => {
        const { language, irregular, regular, privateuse } = read(parsed, file);
        const tag = file.slice(0, -'.json'.length);
        const expected = Boolean(language ?? irregular ?? regular) || privateuse.length > 0;
        return { name: `parsed ${tag}`, expected, actual: isLanguageTag(tag) };
      }),
    ];
    holdTo('09-urls-langtags', rows, {});
  });
});
