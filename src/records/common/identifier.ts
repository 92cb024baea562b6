import * as z from 'zod';
import { TextSchema } from './scalars.js';

/** An identifier that somebody else gave, such as `{ scheme: 'isni', value: '0000000123456789' }`. */
export interface Identifier {
  /** Who gives the identifier or what kind it is, such as `isni`, `lei`, `orcid`. */
  scheme: string;
  /** The identifier as that scheme writes it. */
  value: string;
}

/** Schema of {@link Identifier}. */
export const IdentifierSchema = z.strictObject({ scheme: TextSchema, value: TextSchema });
