import { encodeUtf8 } from '../text/utf8.js';
import { type CheckTextOptions, checkText } from './check-text.js';
import type { CheckReport, Diagnostic } from './diagnostic.js';
import { applyEdits, type ByteEdit, composeEdits, toByteEdit } from './text-edits.js';

/** How a text is fixed. */
export interface FixTextOptions extends CheckTextOptions {
  /** Which mistakes are to be mended; all that can be by default. */
  readonly accept?: ((diagnostic: Diagnostic) => boolean) | undefined;
}

/** A text with its safe fixes made. */
export interface FixedText {
  readonly bytes: Uint8Array;
  /** How many mistakes were mended. */
  readonly fixed: number;
  /** What was done to the text as it was given, in order. */
  readonly edits: readonly ByteEdit[];
}

/** How often a text is looked through: a key that was mended shows what is wrong with its value. */
const MOST_ROUNDS = 10;

/**
 * Makes every safe fix in a text, and changes nothing else in it: not a blank, not a comment, not a line end. Where
 * two fixes meet, the first in the text is made, and the other one where it still fits afterwards. References are not
 * judged: no fix depends on them.
 *
 * @example
 * ```ts
 * import { fixText } from 'newsdomain/check';
 *
 * const { bytes, fixed } = fixText('{ "type": "article", "id": "article:a", "Language": "en_GB" }');
 * new TextDecoder().decode(bytes); // => '{ "type": "article", "id": "article:a", "language": "en-GB" }'
 * fixed; // => 2
 * ```
 */
export function fixText(text: string | Uint8Array, options: FixTextOptions = {}): FixedText {
  const { accept = () => true } = options;
  const check = (bytes: Uint8Array): CheckReport => checkText(bytes, { ...options, refs: 'off' });
  const original = typeof text === 'string' ? encodeUtf8(text) : text;
  let result: FixedText = { bytes: original, fixed: 0, edits: [] };
  let report = check(original);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { edits, fixed } = chooseEdits(report.diagnostics, accept);
    if (fixed === 0) break;
    const bytes = applyEdits(result.bytes, edits);
    const next = check(bytes);
    // Last line of defence: a text that reads worse than before is not written by anybody.
    if (damage(next) > damage(report) || next.summary.records !== report.summary.records) break;
    result = {
      bytes,
      fixed: result.fixed + fixed,
      edits: composeEdits(original.length, result.edits, edits),
    };
    report = next;
  }
  return result;
}

const damage = ({ diagnostics }: CheckReport): number =>
  diagnostics.filter(({ code }) => /^(?:syntax|io)\//.test(code)).length;

/** The edits of one round: in order, none reaching into another. */
function chooseEdits(
  diagnostics: readonly Diagnostic[],
  accept: (diagnostic: Diagnostic) => boolean,
): { readonly edits: readonly ByteEdit[]; readonly fixed: number } {
  if (diagnostics.some(({ code }) => code === 'syntax/encoding')) return { edits: [], fixed: 0 };
  // Renaming the later of two equal keys would bring the earlier one back to life.
  const twice = new Set(
    diagnostics.filter(({ code }) => code === 'syntax/duplicate-key').map(({ byteOffset }) => byteOffset),
  );
  const edits: ByteEdit[] = [];
  let fixed = 0;
  let reached = 0;
  for (const diagnostic of diagnostics) {
    if (diagnostic.fix === null || twice.has(diagnostic.byteOffset) || !accept(diagnostic)) continue;
    const own = diagnostic.fix.edits.map(toByteEdit).sort((a, b) => a.start - b.start);
    if (own[0]!.start < reached || own.some(({ end }, index) => end > (own[index + 1]?.start ?? end)))
      continue;
    edits.push(...own);
    reached = own.at(-1)!.end;
    fixed++;
  }
  return { edits, fixed };
}
