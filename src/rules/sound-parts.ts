import type { Finding } from '../finding/finding.js';

/** A record without what is wrong with it. */
export interface SoundParts {
  readonly parts: Readonly<Record<string, unknown>>;
  /** The keys that were left out. */
  readonly spoiled: readonly string[];
}

const NONE: readonly string[] = [];

/**
 * Leaves out of a record every field that its schema finds fault with, here or anywhere inside: it has a finding of its
 * own, and what else follows from it would be the same mistake again.
 */
export function soundParts(
  record: Readonly<Record<string, unknown>>,
  findings: readonly Finding[],
): SoundParts {
  if (findings.length === 0) return { parts: record, spoiled: NONE };
  const spoiled = new Set<string>();
  for (const { path, part, expected, replacement } of findings) {
    const [key] = path;
    if (key !== undefined) spoiled.add(String(key));
    // what is missing, or stands under a misspelt name, is not known either
    if (path.length === 0 && part === 'open' && expected !== null) spoiled.add(expected);
    if (path.length === 1 && part === 'key' && replacement !== null) spoiled.add(replacement);
  }
  const parts = Object.fromEntries(Object.entries(record).filter(([key]) => !spoiled.has(key)));
  return { parts, spoiled: [...spoiled] };
}
