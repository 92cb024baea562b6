import type { CatalogueEntry } from '../check/catalogue/entry.js';

/** An entry of the catalogue as plain JSON; every key is always there. */
export function describeEntry(entry: CatalogueEntry): unknown {
  const { code, severity, scope, title, explanation, now = null, bad, good } = entry;
  return { code, severity, scope, title, explanation, now, bad: plain(bad), good: plain(good) };
}

const plain = (example: CatalogueEntry['bad']): unknown =>
  'command' in example ? example : { file: example.file, text: example.text };
