import * as z from 'zod';
import { TextSchema } from './scalars.js';

/** A term of a controlled vocabulary: `{ scheme: 'medtop', code: '11000000' }` for the qcode `medtop:11000000`. */
export interface Concept {
  /** The vocabulary: an alias such as `medtop`, or its URI. */
  scheme: string;
  /** The term's code within the vocabulary. */
  code: string;
  /** The term in words, for people. */
  name?: string | undefined;
}

/** A concept and how much of an article is about it. */
export interface Subject extends Concept {
  /** How relevant the concept is to the article, 0 to 100. */
  relevance?: number | undefined;
}

const concept = { scheme: TextSchema, code: TextSchema, name: TextSchema.optional() };

/** Schema of {@link Concept}. */
export const ConceptSchema = z.strictObject(concept);

/** Schema of {@link Subject}. */
export const SubjectSchema = z.strictObject({ ...concept, relevance: z.number().min(0).max(100).optional() });
