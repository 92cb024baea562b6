import * as z from 'zod';
import { SCHEMA_VERSION } from '../../src/dataset/layout.js';
import { EXTENSION_KEY_PATTERN } from '../../src/records/common/extensions.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { type RecordType, recordTypeMeanings, recordTypes } from '../../src/vocabulary/record-type.js';
import { CONFIG_FILE, configJsonSchema } from './config-schema.js';
import { createDescriber } from './descriptions.js';
import { keywordsFor } from './keywords.js';
import { shared, sharedSchemas } from './shared-schemas.js';

type Json = { [key: string]: unknown };

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';

/** The interface each type of record is documented by. */
const interfaces: Readonly<Record<RecordType, string>> = {
  article: 'Article',
  source: 'Source',
  entity: 'Entity',
  claim: 'Claim',
  'scheduled-event': 'ScheduledEvent',
  assessment: 'Assessment',
};

/** Makes every JSON Schema that the package ships, by file name. */
export function generateJsonSchemas(): ReadonlyMap<string, Json> {
  const files = recordTypes.map((type) => `src/records/${type}.ts`);
  const describer = createDescriber([...files, CONFIG_FILE]);
  const records = new Map(
    recordTypes.map((type): [RecordType, Json] => {
      const schema = recordJsonSchema(type);
      describer.describe(schema, `src/records/${type}.ts`, interfaces[type]);
      for (const [name, part] of Object.entries((schema.$defs ?? {}) as Record<string, Json>)) {
        const [file, symbol] = shared.get(name)!.documentedIn;
        (schema.$defs as Json)[name] = { description: describer.docOf(`src/${file}`, symbol), ...part };
      }
      return [type, schema];
    }),
  );
  const schemas = new Map<string, Json>();
  for (const [type, schema] of records) {
    schemas.set(`${type}.json`, head(type, interfaces[type], schema));
  }
  const $defs: Json = {};
  for (const [type, { $defs: parts, ...schema }] of records) {
    Object.assign($defs, parts);
    $defs[type] = { title: interfaces[type], ...schema };
  }
  const anyRecord = recordTypes.map((type) => ({ $ref: `#/$defs/${type}` }));
  schemas.set(
    'record.json',
    head('record', 'News record', {
      description: 'Any record, told apart by type; one line of a newsdomain NDJSON stream.',
      ...byType(anyRecord),
      $defs,
    }),
  );
  schemas.set(
    'dataset.json',
    head('dataset', 'News dataset', {
      description: 'A newsdomain dataset as one document.',
      type: 'object',
      properties: {
        schemaVersion: { description: 'The version of the format.', const: SCHEMA_VERSION },
        records: {
          description: 'The records, in any order.',
          type: 'array',
          items: byType(anyRecord),
        },
        extensions: {
          description: 'Data of other systems under namespaced keys, handed on untouched.',
          type: 'object',
          propertyNames: { pattern: EXTENSION_KEY_PATTERN },
        },
      },
      required: ['schemaVersion', 'records'],
      additionalProperties: false,
      $defs,
    }),
  );
  schemas.set('config.json', head('config', 'newsdomain configuration', configJsonSchema(describer)));
  return schemas;
}

function recordJsonSchema(type: RecordType): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(recordSchemas[type], {
    io: 'input',
    metadata: sharedSchemas,
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema.id;
      Object.assign(jsonSchema, keywordsFor(zodSchema));
    },
  }) as Json;
  return schema;
}

function head(name: string, title: string, { description, ...schema }: Json): Json {
  return {
    $schema: DRAFT,
    $id: `urn:newsdomain:schema:${SCHEMA_VERSION}:${name}`,
    title,
    description,
    ...schema,
  };
}

/** Any of the records; says first that there is a type, which makes for the better error. */
function byType(oneOf: readonly Json[]): Json {
  return {
    type: 'object',
    required: ['type', 'id'],
    properties: {
      type: {
        description: recordTypes.map((type) => `${type}: ${recordTypeMeanings[type]}`).join(' '),
        enum: recordTypes,
      },
    },
    oneOf,
  };
}
