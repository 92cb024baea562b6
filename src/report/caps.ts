import type { Diagnostic } from '../check/diagnostic.js';
import { thousands } from '../primitives/thousands.js';

/** How much a person is shown. */
export interface Caps {
  /** The most diagnostics in all; 50 by default. */
  readonly max?: number | undefined;
  /** The most diagnostics of one code; 5 by default. */
  readonly maxPerCode?: number | undefined;
}

/** The diagnostics that are shown, and one line for every code of which some are not. */
export interface Capped {
  readonly shown: readonly Diagnostic[];
  readonly hidden: readonly string[];
}

/** Chooses what is shown of many diagnostics: the first of every code. */
export function capDiagnostics(diagnostics: readonly Diagnostic[], caps: Caps = {}): Capped {
  const { max = 50, maxPerCode = 5 } = caps;
  const groups = new Map<string, { total: number; shown: number; places: Set<string> }>();
  const shown: Diagnostic[] = [];
  for (const diagnostic of diagnostics) {
    let group = groups.get(diagnostic.code);
    if (!group) {
      group = { total: 0, shown: 0, places: new Set() };
      groups.set(diagnostic.code, group);
    }
    group.total++;
    // Two different places are enough to know that there is not one.
    if (group.places.size < 2) {
      group.places.add(
        (diagnostic.recordPointer ?? diagnostic.pointer ?? '').replaceAll(/\/\d+(?=\/|$)/g, '/*'),
      );
    }
    if (shown.length < max && group.shown < maxPerCode) {
      group.shown++;
      shown.push(diagnostic);
    }
  }
  const hidden: string[] = [];
  for (const [code, group] of groups) {
    if (group.shown === group.total) continue;
    const [place] = group.places;
    const at = group.places.size === 1 && place ? ` at ${place}` : '';
    hidden.push(`${thousands(group.total)} × ${code}${at}; showing ${group.shown}`);
  }
  return { shown, hidden };
}
