import { describe, expect, it } from 'vitest';
import { catalogue } from '../../../src/check/catalogue/catalogue.js';
import type { CatalogueEntry, FileExample } from '../../../src/check/catalogue/entry.js';
import { showJson } from '../../../src/check/catalogue/show-json.js';
import { checkText } from '../../../src/check/check-text.js';
import { diagnosticCodes } from '../../../src/check/codes.js';
import { schemaCodes } from '../../../src/finding/schema-codes.js';
import { recordTypes } from '../../../src/vocabulary/record-type.js';
import { invalidFixtures } from '../../support/fixtures.js';

type Shown = CatalogueEntry & { readonly bad: FileExample; readonly good: FileExample };

const shown = catalogue.filter((entry): entry is Shown => 'file' in entry.bad && 'file' in entry.good);

const found = ({ file, text, contents }: FileExample, now: string | undefined, refs: 'all' | 'off') =>
  checkText(contents?.() ?? text, { file, now, refs }).diagnostics;

describe('the catalogue', () => {
  it('has every code that a check can give, once, in alphabetical order', () => {
    expect(catalogue.map(({ code }) => code)).toEqual(diagnosticCodes);
  });

  it('has every code of the schemas and of their fixtures', () => {
    const codes = new Set(catalogue.map(({ code }) => code));
    const used = recordTypes.flatMap((type) => invalidFixtures(type).map(({ code }) => code));
    expect([...schemaCodes.map(({ code }) => code), ...used].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('tells everything in the same voice', () => {
    for (const { code, title, explanation } of catalogue) {
      expect(title, code).toMatch(/^[a-z].*[^.]$/);
      expect(explanation, code).toMatch(/^[A-Za-z].*\.$/s);
    }
  });

  it('shows what stands in a file, but for what cannot be shown', () => {
    for (const { code, bad, good } of shown) {
      for (const { text } of [bad, good]) expect(text, code).toMatch(/^[\t\n\x20-\x7e\u00a0-\uffff]+$/);
    }
  });
});

// references are not what the examples of the syntax and of the schemas are about
const refsOf = ({ scope }: CatalogueEntry): 'all' | 'off' =>
  scope === 'text' || scope === 'schema' ? 'off' : 'all';

describe.each(shown.map((entry) => [entry.code, entry] as const))('%s', (code, entry) => {
  it('is what its bad example shows, and nothing else', () => {
    const diagnostics = found(entry.bad, entry.now, refsOf(entry));
    expect(new Set(diagnostics.map((one) => one.code))).toEqual(new Set([code]));
    expect(new Set(diagnostics.map(({ severity }) => severity))).toEqual(new Set([entry.severity]));
    expect(diagnostics.every(({ line, column }) => line !== null && column !== null)).toBe(true);
  });

  it('is not in its good example, and nothing else is', () => {
    expect(found(entry.good, entry.now, refsOf(entry))).toEqual([]);
  });
});

describe('JSON for people', () => {
  it('stands in one line where it fits, and says the same where it does not', () => {
    expect(showJson({ a: [1, { b: null }], c: {} })).toBe('{ "a": [1, { "b": null }], "c": {} }');
    const long = { list: ['x'.repeat(60), 'y'.repeat(60)], key: { deep: [true] } };
    expect(JSON.parse(showJson(long))).toEqual(long);
    expect(showJson(long).split('\n')).toHaveLength(7);
  });
});
