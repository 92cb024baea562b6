import type { Fault } from '../check/faults.js';
import type { OpenPart } from '../check/open-part.js';
import type { Part } from '../check/part.js';
import type { Span } from '../text/problem.js';
import type { TextRange } from '../text/text-stream.js';
import type { FileSource } from './file-source.js';

/** What became of a file, or of some lines of one. */
export interface ReadPart {
  /** What was read; absent where nothing could be. */
  readonly part?: Part | undefined;
  readonly fault?: Fault | undefined;
}

/** Whether what was read of a file part by part is what reading it whole gives. */
export const areWhole = (parts: readonly ReadPart[]): boolean =>
  parts.length === 1 ||
  parts.every(
    ({ part, fault }, index) =>
      part !== undefined && fault === undefined && (part.isSettled || index === parts.length - 1),
  );

/** Reads a file, or the lines of it that begin in a span, to the end or as far as that goes. */
export async function readPart(
  source: FileSource,
  open: (range?: TextRange) => OpenPart,
  lines?: Span,
): Promise<ReadPart> {
  let range: TextRange | undefined;
  let part: OpenPart | undefined;
  const fault = await source.feed(
    (piece) => {
      part ??= open(range);
      return part.write(piece);
    },
    lines && {
      ...lines,
      opened(found) {
        range = found;
      },
    },
  );
  if (fault === undefined) {
    part ??= open(range);
    part.end();
    return { part: part.part };
  }
  if (!part) return { fault };
  part.end(true);
  const rest = part.part.records > 0 ? 'only the records before that were checked' : 'it was not checked';
  const message = fault.code === 'io/changed' ? fault.message : `${fault.message}; ${rest}`;
  return { part: part.part, fault: { ...fault, message } };
}
