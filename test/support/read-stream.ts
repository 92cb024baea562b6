import type { PathSegment, TextDocument } from '../../src/text/document.js';
import { createLineIndex, type Lines } from '../../src/text/lines.js';
import type { TextProblem } from '../../src/text/problem.js';
import type { TextStream, TextTaker } from '../../src/text/text-stream.js';
import { cut } from './mutations.js';

/** Everything that a stream hands on, in plain data. */
export interface Taken {
  readonly documents: readonly { value: unknown; problems: readonly TextProblem[]; places: unknown }[];
  readonly elements: readonly {
    index: number;
    value: unknown;
    problems: readonly TextProblem[];
    places: unknown;
  }[];
  readonly between: readonly TextProblem[];
  readonly lists: readonly (readonly PathSegment[])[];
  /** All problems in order. */
  readonly problems: readonly TextProblem[];
  /** Places that `position` gave, which are not those of the whole text. */
  readonly misplaced: readonly string[];
}

/** Reads bytes in pieces and notes what is handed on. */
export function readStream(
  open: (taker: TextTaker) => TextStream,
  bytes: Uint8Array,
  lengths: readonly number[],
): Taken {
  const documents: Taken['documents'][number][] = [];
  const elements: Taken['elements'][number][] = [];
  const between: TextProblem[] = [];
  const lists: (readonly PathSegment[])[] = [];
  const misplaced: string[] = [];
  const whole = createLineIndex(bytes);
  const compare = (lines: Lines, offset: number): void => {
    const [given, right] = [lines.position(offset), whole.position(offset)];
    if (given.line !== right.line || given.column !== right.column) {
      misplaced.push(`${offset}: ${given.line}:${given.column}, not ${right.line}:${right.column}`);
    }
  };
  const comparePlaces = (lines: Lines, problems: readonly TextProblem[]): void => {
    for (const { start, end, related = [] } of problems) {
      for (const offset of [start, end, ...related.map((one) => one.start)]) compare(lines, offset);
    }
  };
  /** The places of every value of a document, its key included. */
  const placesOf = (document: TextDocument, lines: Lines): unknown => {
    const places: unknown[] = [];
    const visit = (value: unknown, path: readonly PathSegment[]): void => {
      const place = document.place(path, 'value');
      const key = document.place(path, 'key');
      places.push([
        path.join('/'),
        place,
        key,
        document.damaged(path),
        place && document.pathAt(place.start),
      ]);
      for (const offset of [place?.start, place?.end, key?.start])
        if (offset !== undefined) compare(lines, offset);
      if (Array.isArray(value)) for (const [index, part] of value.entries()) visit(part, [...path, index]);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, part] of Object.entries(value)) visit(part, [...path, name]);
      }
    };
    if (document.value !== undefined) visit(document.value, []);
    return places;
  };
  const stream = open({
    document(document, lines) {
      comparePlaces(lines, document.problems);
      documents.push({
        value: document.value,
        problems: document.problems,
        places: placesOf(document, lines),
      });
    },
    list: (path) => lists.push(path),
    element(document, lines, index) {
      comparePlaces(lines, document.problems);
      elements.push({
        index,
        value: document.value,
        problems: document.problems,
        places: placesOf(document, lines),
      });
    },
    between(problem, lines) {
      comparePlaces(lines, [problem]);
      between.push(problem);
    },
  });
  for (const piece of cut(bytes, lengths)) if (!stream.write(piece)) break;
  stream.end();
  const problems = [
    ...documents.flatMap((one) => one.problems),
    ...elements.flatMap((one) => one.problems),
    ...between,
  ].sort((a, b) => a.start - b.start || a.end - b.end || (a.code < b.code ? -1 : 1));
  return { documents, elements, between, lists, problems, misplaced };
}
