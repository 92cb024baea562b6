import type { Diagnostic } from './diagnostic.js';
import type { JudgedPart, Reread } from './judge-together.js';
import type { Part } from './part.js';

/** Says of parts, those of one file in their order, how many lines of the file end before each. */
export function placeParts(
  parts: readonly { readonly part: Part; readonly reread: Reread }[],
): readonly JudgedPart[] {
  let lines = 0;
  return parts.map(({ part, reread }) => {
    if (part.start === 0) lines = 0;
    const placed = { part, reread, linesBefore: lines };
    lines += part.lines;
    return placed;
  });
}

/** Puts together the parts of each file. */
export function byFile(parts: readonly JudgedPart[]): readonly (readonly JudgedPart[])[] {
  const files: JudgedPart[][] = [];
  for (const one of parts) {
    if (one.part.start === 0 || files.length === 0) files.push([one]);
    else files.at(-1)!.push(one);
  }
  return files;
}

/** The diagnostic of a part as one of the file. */
export function inFile(diagnostic: Diagnostic, linesBefore: number): Diagnostic {
  if (linesBefore === 0) return diagnostic;
  const down = (line: number | null): number | null => (line === null ? null : line + linesBefore);
  return {
    ...diagnostic,
    line: down(diagnostic.line),
    endLine: down(diagnostic.endLine),
    related: diagnostic.related.map((place) => ({ ...place, line: down(place.line) })),
  };
}
