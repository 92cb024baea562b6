import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkText, exitCodeOf } from '../../src/check.js';
import { corpora } from '../support/corpora.js';

const folder = corpora('06a-json-jsontestsuite');

/** What is said of the text of a file of the suite, whatever is said of it as a record. */
const syntaxOf = (root: string, file: string) => {
  const report = checkText(new Uint8Array(readFileSync(join(root, file))), { file });
  expect([0, 1, 2]).toContain(exitCodeOf(report));
  return report.diagnostics.filter(({ code }) => /^(?:syntax|io)\//.test(code));
};

describe.skipIf(folder === undefined)('the checker on JSONTestSuite', () => {
  const root = folder ? join(folder, 'nst__JSONTestSuite', 'test_parsing') : '';
  const files = folder ? readdirSync(root).sort() : [];
  const starting = (prefix: string) => files.filter((file) => file.startsWith(prefix));

  it('accepts the text of every y_, but for keys that stand twice', () => {
    const told = starting('y_').flatMap((file) => syntaxOf(root, file).map(({ code }) => `${file} ${code}`));
    expect(told.filter((one) => !one.endsWith(' syntax/duplicate-key'))).toEqual([]);
  });

  it('refuses every n_, with a place', () => {
    const accepted = starting('n_').filter((file) => {
      const found = syntaxOf(root, file);
      return found.length === 0 || found.some(({ line, byteOffset }) => line === null || byteOffset === null);
    });
    expect(accepted).toEqual([]);
  });

  it('survives every i_', () => {
    const counts = ['y_', 'n_', 'i_'].map((prefix) => `${starting(prefix).length} ${prefix}`);
    for (const file of starting('i_')) syntaxOf(root, file);
    console.log(`JSONTestSuite: ${counts.join(', ')}`);
    expect(files.length).toBeGreaterThan(300);
  });
});
