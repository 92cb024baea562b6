/** Bytes of a file, end exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What can be wrong with a text before anybody asks what it says. */
export const textProblemCodes = [
  'syntax/invalid',
  'syntax/truncated',
  'syntax/duplicate-key',
  'syntax/encoding',
  'syntax/depth',
  'syntax/unsafe-integer',
  'syntax/number',
  'syntax/lone-surrogate',
  'syntax/empty',
  'syntax/bom',
  'syntax/comment',
  'syntax/tag',
  'syntax/alias',
  'syntax/proto-key',
  'io/too-large',
] as const;

/** One of the things that can be wrong with a text. */
export type TextProblemCode = (typeof textProblemCodes)[number];

/**
 * How far a problem reaches. `local`: everything still means what it says. `token`: the value of the token it
 * stands in is a guess. `structure`: the shape of every container around it is.
 */
export type ProblemScope = 'local' | 'token' | 'structure';

/** One mistake of the text itself, with its place in bytes. */
export interface TextProblem extends Span {
  readonly code: TextProblemCode;
  readonly message: string;
  readonly scope: ProblemScope;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly related?: readonly RelatedSpan[] | undefined;
}

/** A second place that explains a problem, such as the first of two equal keys. */
export interface RelatedSpan extends Span {
  readonly message: string;
}
