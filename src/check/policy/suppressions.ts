import { isDefinitelyBefore } from '../../primitives/fuzzy-date/order.js';
import { areaOf, isAdjustable } from '../codes.js';
import type { Diagnostic } from '../diagnostic.js';
import type { Policy } from './policy.js';

/** Findings that are known and accepted. All that is said must be true of a finding. */
export interface Suppression {
  /** A code or an area (`time/*`). */
  readonly code: string;
  /** Whether it is for the file of this name. */
  readonly files?: ((file: string) => boolean) | undefined;
  readonly recordId?: string | undefined;
  /** JSON Pointer from the record; `*` stands for any one step. */
  readonly recordPointer?: string | undefined;
  /** A fuzzy date: the last day or moment of it. */
  readonly until?: string | undefined;
}

/** Suppressions at work. */
export interface Suppressor {
  readonly policy: Policy;
  /** How many findings were left out. */
  count(): number;
  /** How each suppression came out, in the order given. */
  outcomes(): readonly SuppressionOutcome[];
}

/** `used`: it left something out. `ended`: its last day is over. `unused`: nothing was there to leave out. */
export type SuppressionOutcome = 'used' | 'ended' | 'unused';

/** Leaves out what is suppressed. `now` is what `until` is judged by; without it nothing ends. */
export function suppress(suppressions: readonly Suppression[], now?: string | undefined): Suppressor {
  const ended = suppressions.map(
    ({ until }) => until !== undefined && now !== undefined && isDefinitelyBefore(until, now),
  );
  const standing = suppressions
    .map((suppression, index) => ({
      covers: matcherOf(suppression),
      index,
    }))
    .filter(({ index }) => !ended[index]);
  const used = new Set<number>();
  let count = 0;
  return {
    policy(diagnostic) {
      if (!isAdjustable(diagnostic.code)) return diagnostic;
      // All that cover it count as used: taking one of them away would change nothing, but each has its reason.
      const covering = standing.filter(({ covers }) => covers(diagnostic));
      if (covering.length === 0) return diagnostic;
      for (const { index } of covering) used.add(index);
      count++;
      return undefined;
    },
    count: () => count,
    outcomes: () => ended.map((over, index) => (over ? 'ended' : used.has(index) ? 'used' : 'unused')),
  };
}

function matcherOf({
  code,
  files,
  recordId,
  recordPointer,
}: Suppression): (diagnostic: Diagnostic) => boolean {
  const steps = recordPointer?.split('/');
  return (diagnostic) =>
    (code === diagnostic.code || code === areaOf(diagnostic.code)) &&
    (recordId === undefined || recordId === diagnostic.recordId) &&
    (steps === undefined || leadsTo(steps, diagnostic.recordPointer)) &&
    (files === undefined || files(diagnostic.file));
}

function leadsTo(steps: readonly string[], pointer: string | null): boolean {
  const there = pointer?.split('/');
  return (
    there?.length === steps.length && steps.every((step, index) => step === '*' || step === there[index])
  );
}
