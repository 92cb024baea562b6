import { codePointLength } from './code-points.js';
import { type ArticleId, isRecordId } from './id.js';
import type { SafeParseResult } from './result.js';

/**
 * A place in a text: the quoted words and, where known, their position (W3C Web Annotation, TextQuoteSelector and
 * TextPositionSelector).
 */
export interface TextAnchor {
  /** The words of the text, verbatim and not empty. */
  exact: string;
  /** Words right before `exact`, to tell equal quotations apart. */
  prefix?: string | undefined;
  /** Words right after `exact`, to tell equal quotations apart. */
  suffix?: string | undefined;
  /** Unicode code points of the text before `exact`; stands together with `end`. */
  start?: number | undefined;
  /** Unicode code points of the text up to the end of `exact`, exclusive; stands together with `start`. */
  end?: number | undefined;
  /** The article whose text is meant; an anchor inside an article or a claim need not say so. */
  articleId?: ArticleId | undefined;
}

/** A rule that a text anchor breaks; `path` leads from the anchor to the field at fault. */
export interface TextAnchorProblem {
  readonly path: readonly (string | number)[];
  readonly code: TextAnchorProblemCode;
  readonly message: string;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
}

/** The kinds of rules that a text anchor can break. */
export type TextAnchorProblemCode =
  | 'anchor/end-before-start'
  | 'anchor/length'
  | 'schema/required'
  | 'schema/type'
  | 'schema/length'
  | 'schema/range'
  | 'schema/format'
  | 'schema/unknown-key';

/** The faults that keep a value from being a {@link TextAnchor}. */
export class TextAnchorError extends Error {
  override readonly name = 'TextAnchorError';
  /** The code of the first fault. */
  readonly code: TextAnchorProblemCode;
  /** All faults, of which the message tells the first. */
  readonly problems: readonly TextAnchorProblem[];

  constructor(problems: readonly [TextAnchorProblem, ...TextAnchorProblem[]]) {
    super(problems[0].message);
    this.code = problems[0].code;
    this.problems = problems;
  }
}

const isOffset = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

/**
 * Lists what the fields of an anchor get wrong together: one offset without the other, an end that is not after
 * the start, a span that is not as long as the quotation. Fields that are wrong by themselves are passed over.
 *
 * @example
 * ```ts
 * import { textAnchorProblems } from 'newsdomain';
 *
 * textAnchorProblems({ exact: 'visit', start: 10, end: 15 }); // => []
 * textAnchorProblems({ exact: 'visit', start: 10 })[0]?.code; // => 'schema/required'
 * textAnchorProblems({ exact: 'visit', start: 10, end: 14 })[0]?.code; // => 'anchor/length'
 * ```
 */
export function textAnchorProblems(anchor: {
  readonly exact?: unknown;
  readonly start?: unknown;
  readonly end?: unknown;
}): TextAnchorProblem[] {
  const { exact, start, end } = anchor;
  if ((start === undefined) !== (end === undefined)) {
    const missing = start === undefined ? 'start' : 'end';
    const present = start === undefined ? 'end' : 'start';
    const message = `\`${present}\` needs \`${missing}\` beside it: give both offsets, or neither.`;
    return [{ path: [], code: 'schema/required', message, expected: missing }];
  }
  if (!isOffset(start) || !isOffset(end)) return [];
  if (end <= start)
    return [
      {
        path: ['end'],
        code: 'anchor/end-before-start',
        message: `\`end\` (${end}) must come after \`start\` (${start}): the end is exclusive.`,
        expected: `more than ${start}`,
        received: String(end),
      },
    ];
  if (typeof exact !== 'string' || exact === '') return [];
  const length = codePointLength(exact);
  if (end - start === length) return [];
  return [
    {
      path: ['end'],
      code: 'anchor/length',
      message: `The offsets span ${end - start} code points, but \`exact\` has ${length}.`,
      expected: String(start + length),
      received: String(end),
    },
  ];
}

const fields: ReadonlySet<string> = new Set(['exact', 'prefix', 'suffix', 'start', 'end', 'articleId']);

const nameOf = (value: unknown): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

/** Everything that is wrong with a value as an anchor: each field by itself, then the fields together. */
function allProblems(value: unknown): TextAnchorProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return [
      {
        path: [],
        code: 'schema/type',
        message: 'A text anchor is an object with the words in `exact`.',
        expected: 'object',
        received: nameOf(value),
      },
    ];
  const anchor = value as Record<string, unknown>;
  const problems: TextAnchorProblem[] = [];
  const wrongType = (path: string, expected: string): void => {
    const received = nameOf(anchor[path]);
    problems.push({
      path: [path],
      code: 'schema/type',
      message: `\`${path}\` is ${expected}.`,
      expected,
      received,
    });
  };
  for (const key of Object.keys(anchor)) {
    if (fields.has(key)) continue;
    problems.push({ path: [key], code: 'schema/unknown-key', message: `A text anchor has no \`${key}\`.` });
  }
  if (anchor.exact === undefined)
    problems.push({
      path: [],
      code: 'schema/required',
      message: 'The words in `exact` are missing.',
      expected: 'exact',
    });
  else if (typeof anchor.exact !== 'string') wrongType('exact', 'a string');
  else if (anchor.exact === '')
    problems.push({ path: ['exact'], code: 'schema/length', message: '`exact` must not be empty.' });
  for (const key of ['prefix', 'suffix'])
    if (anchor[key] !== undefined && typeof anchor[key] !== 'string') wrongType(key, 'a string');
  for (const key of ['start', 'end']) {
    const offset = anchor[key];
    if (offset === undefined) continue;
    if (!Number.isSafeInteger(offset)) wrongType(key, 'a whole number of code points');
    else if (!isOffset(offset))
      problems.push({
        path: [key],
        code: 'schema/range',
        message: `\`${key}\` must not be negative.`,
        expected: '0 or more',
      });
  }
  if (anchor.articleId !== undefined && !isRecordId(anchor.articleId)) {
    const message = '`articleId` is an id: 1 to 200 characters from U+0021 to U+007E.';
    problems.push({ path: ['articleId'], code: 'schema/format', message });
  }
  problems.push(...textAnchorProblems(anchor));
  return problems;
}

/**
 * Tells whether a value is a text anchor: known fields only, of the right kinds, with offsets that fit the
 * quotation.
 *
 * @example
 * ```ts
 * import { isTextAnchor } from 'newsdomain';
 *
 * isTextAnchor({ exact: 'in the next few weeks', start: 120, end: 141 }); // => true
 * isTextAnchor({ exact: '' }); // => false
 * isTextAnchor({ quote: 'in the next few weeks' }); // => false
 * ```
 */
export function isTextAnchor(value: unknown): value is TextAnchor {
  return allProblems(value).length === 0;
}

/**
 * Reads a text anchor, or lists every fault of a value; offsets are Unicode code points, the end exclusive.
 *
 * @example
 * ```ts
 * import { safeParseTextAnchor } from 'newsdomain';
 *
 * safeParseTextAnchor({ exact: 'visit' }).data; // => { exact: 'visit' }
 * safeParseTextAnchor({ exact: 'visit', start: 2, end: 1 }).error?.code; // => 'anchor/end-before-start'
 * ```
 */
export function safeParseTextAnchor(value: unknown): SafeParseResult<TextAnchor, TextAnchorError> {
  const [first, ...more] = allProblems(value);
  if (first === undefined) return { success: true, data: value as TextAnchor };
  return { success: false, error: new TextAnchorError([first, ...more]) };
}

/**
 * Returns the value as a text anchor, unchanged.
 *
 * @throws TextAnchorError when it is none.
 *
 * @example
 * ```ts
 * import { parseTextAnchor } from 'newsdomain';
 *
 * parseTextAnchor({ exact: '🇻🇳', start: 0, end: 2 }); // => { exact: '🇻🇳', start: 0, end: 2 }
 * parseTextAnchor({ exact: 'visit', end: 5 }); // throws TextAnchorError
 * ```
 */
export function parseTextAnchor(value: unknown): TextAnchor {
  const result = safeParseTextAnchor(value);
  if (result.success) return result.data;
  throw result.error;
}

/**
 * Asserts that a value is a text anchor.
 *
 * @throws TextAnchorError when it is none.
 *
 * @example
 * ```ts
 * import { assertTextAnchor } from 'newsdomain';
 *
 * assertTextAnchor({ exact: 'visit' }); // => undefined
 * assertTextAnchor('visit'); // throws TextAnchorError
 * ```
 */
export function assertTextAnchor(value: unknown): asserts value is TextAnchor {
  parseTextAnchor(value);
}
