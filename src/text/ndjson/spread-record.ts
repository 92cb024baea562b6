import type { TextDocument } from '../document.js';
import type { TextProblem } from '../problem.js';

/** A value that is right but for being written over several lines. */
export function spreadRecord(document: TextDocument): TextDocument {
  const start = document.place([], 'open')?.start ?? document.start;
  const isArray = Array.isArray(document.value);
  const problem: TextProblem = isArray
    ? arrayProblem(start)
    : {
        code: 'syntax/invalid',
        scope: 'structure',
        start,
        end: start + 1,
        message: 'NDJSON has one record a line, and this one goes on over several',
        expected: 'one record on this line',
        received: 'a value of several lines',
        suggestion: 'write each record on one line',
      };
  return { ...document, problems: [problem], damaged: (path) => path.length === 0 && isArray };
}

/** The mistake of a JSON array where NDJSON was promised. */
export function arrayProblem(start: number): TextProblem {
  return {
    code: 'syntax/invalid',
    scope: 'structure',
    start,
    end: start + 1,
    message: 'NDJSON has one record a line, and this is a JSON array',
    expected: 'one record on this line',
    received: 'a JSON array',
    suggestion: 'name the file .json',
  };
}
