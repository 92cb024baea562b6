import { expect } from 'vitest';

/** One string of a corpus: what its suite says of it, and what the library does. */
export interface Row {
  /** Names the row among those of its set: the string, and what is asked of it. */
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** The clause by which the library accepts less, or more, than the suite on purpose; `expected` already follows it. */
  readonly profile?: string | undefined;
}

/** The most rows of a set that may disagree, all of them listed. */
const ALLOWED = 0.03;

/**
 * Holds a set to its suites. An exception is listed under the row's name, with the clause of the specification that
 * decides against the suite; one that agrees by now, or that the set does not have, is a failure too.
 */
export function holdTo(
  set: string,
  rows: readonly Row[],
  exceptions: Readonly<Record<string, string>>,
): void {
  const disagreeing = rows.filter(({ expected, actual }) => !same(expected, actual));
  const listed = new Set(Object.keys(exceptions));
  const found = new Set(disagreeing.map(({ name }) => name));
  const narrowed = rows.filter(({ profile }) => profile !== undefined).length;
  console.info(
    `${set}: ${rows.length - disagreeing.length} of ${rows.length} rows agree (${narrowed} as the project narrows them), ` +
      `${listed.size} exceptions`,
  );
  expect(
    disagreeing.filter(({ name }) => !listed.has(name)),
    'rows that disagree without being listed',
  ).toEqual([]);
  expect(
    [...listed].filter((name) => !found.has(name)),
    'exceptions that agree by now or are not in the set',
  ).toEqual([]);
  expect(Object.values(exceptions).filter((clause) => clause.trim() === '')).toEqual([]);
  expect(rows.length, 'a set without rows holds nothing').toBeGreaterThan(0);
  expect(disagreeing.length / rows.length).toBeLessThanOrEqual(ALLOWED);
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
