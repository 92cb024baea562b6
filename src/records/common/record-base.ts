import type { Instant } from '../../primitives/instant.js';
import { type Extensions, ExtensionsSchema } from './extensions.js';
import { InstantSchema } from './scalars.js';

/** What every record may have beside its `type` and `id`. */
export interface RecordBase {
  /** When this record was made, not when the news was. */
  createdAt?: Instant | undefined;
  /** When this record was last changed. */
  updatedAt?: Instant | undefined;
  /** Data of other systems under namespaced keys, handed on untouched. */
  extensions?: Extensions | undefined;
}

/** Fields of {@link RecordBase}. */
export const recordBase = {
  createdAt: InstantSchema.optional(),
  updatedAt: InstantSchema.optional(),
  extensions: ExtensionsSchema.optional(),
};
