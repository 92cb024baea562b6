import * as z from 'zod';
import { adjustableCodes } from '../../src/check/codes.js';
import {
  CheckConfigSchema,
  CodeSchema,
  ConfigTextSchema,
  GlobSchema,
  PointerSchema,
  SeveritiesSchema,
} from '../../src/check-node/config/config.js';
import type { Describer } from './descriptions.js';

/** Where the configuration is documented. */
export const CONFIG_FILE = 'src/check-node/config/config.ts';

/** What JSON Schema can say of the texts whose judgement is a function. */
const keywords: ReadonlyMap<z.core.$ZodType, object> = new Map<z.core.$ZodType, object>([
  [CodeSchema, { enum: adjustableCodes }],
  [GlobSchema, { pattern: '^[^!/]' }],
  [PointerSchema, { pattern: '^(?:/(?:[^~/]|~[01])*)*$' }],
  [ConfigTextSchema, { pattern: '\\S' }],
]);

const shared = z.registry<{ id: string }>();
shared.add(CodeSchema, { id: 'Code' });
shared.add(SeveritiesSchema, { id: 'Severities' });

/** Makes the JSON Schema of the checker's configuration. */
export function configJsonSchema(describer: Describer): { [key: string]: unknown } {
  const { $schema: _, ...schema } = z.toJSONSchema(CheckConfigSchema, {
    io: 'input',
    metadata: shared,
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.id;
      Object.assign(jsonSchema, keywords.get(zodSchema));
    },
  }) as { [key: string]: unknown };
  describer.describe(schema, CONFIG_FILE, 'CheckConfig');
  return schema;
}
