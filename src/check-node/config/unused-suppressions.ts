import { type CheckReport, type Diagnostic, placeless } from '../../check/diagnostic.js';
import type { SuppressionOutcome } from '../../check/policy/suppressions.js';
import { createLineIndex } from '../../text/lines.js';
import type { PathMatcher } from '../match-files.js';
import type { LoadedConfig } from './load-config.js';

/** What is known of a check whose suppressions are looked at. */
export interface SuppressionUse {
  readonly outcomes: readonly SuppressionOutcome[];
  /** The paths of the files that were checked. */
  readonly files: readonly string[];
  readonly rulesNotRun: CheckReport['summary']['rulesNotRun'];
}

/**
 * Says of each suppression that left nothing out that it can go. Where none of its files were checked, or its rule did
 * not run, nothing can be said.
 */
export function unusedSuppressions(
  config: LoadedConfig,
  use: SuppressionUse,
  matcher: (globs: readonly string[]) => PathMatcher,
): readonly Diagnostic[] {
  const lines = createLineIndex(config.bytes);
  const suppressions = config.config.suppressions ?? [];
  return suppressions.flatMap(({ code, files, until }, index) => {
    const outcome = use.outcomes[index];
    if (outcome === 'used' || use.rulesNotRun.includes(code)) return [];
    if (files !== undefined && !use.files.some(matcher(files))) return [];
    const path = ['suppressions', index];
    const { start, end } = config.place(path);
    const [from, to] = [lines.position(start), lines.position(end)];
    return {
      ...placeless(config.name),
      code: 'config/unused-suppression',
      severity: 'note' as const,
      message:
        outcome === 'ended'
          ? `this suppression ended with ${until}`
          : `nothing is suppressed here: no finding of ${code} fits any more`,
      line: from.line,
      column: from.column,
      endLine: to.line,
      endColumn: to.column,
      byteOffset: start,
      pointer: `/suppressions/${index}`,
      suggestion: 'take it out',
    };
  });
}
