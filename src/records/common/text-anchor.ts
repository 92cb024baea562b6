import * as z from 'zod';
import type { ArticleId } from '../../primitives/id.js';
import { type TextAnchor, textAnchorProblems } from '../../primitives/text-anchor.js';
import { type CrossFieldRule, crossField, isPlainObject } from '../../schema/cross-field.js';
import { asClause } from './as-clause.js';
import { ArticleIdSchema } from './ids.js';
import { TextSchema } from './scalars.js';

/** A text anchor in a record that is not itself tied to an article, and so must name the article. */
export interface ArticleAnchor extends TextAnchor {
  /** The article the quoted words stand in. */
  articleId: ArticleId;
}

const anchor = {
  exact: TextSchema,
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
};

/** The rules over several fields of an anchor; the fields themselves are the schema's. */
const offsetsFit: CrossFieldRule = (value) =>
  isPlainObject(value)
    ? textAnchorProblems(value).map((problem) => ({
        ...problem,
        message: asClause(problem.message),
        part: problem.code === 'schema/required' ? 'open' : 'value',
      }))
    : [];

/** Schema of {@link TextAnchor}: a quotation and, where known, its place. */
export const TextAnchorSchema = z
  .strictObject({ ...anchor, articleId: ArticleIdSchema.optional() })
  .check(crossField(offsetsFit));

/** Schema of {@link ArticleAnchor}. */
export const ArticleAnchorSchema = z
  .strictObject({ ...anchor, articleId: ArticleIdSchema })
  .check(crossField(offsetsFit));
