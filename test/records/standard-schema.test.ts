import type { StandardSchemaV1 } from '@standard-schema/spec';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { NewsRecordSchema } from '../../src/index.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { invalidFixtures, validFixtures } from '../support/fixtures.js';

/** Validates as a library does that knows nothing but the specification. */
async function validate<T extends StandardSchemaV1>(
  schema: T,
  value: unknown,
): Promise<StandardSchemaV1.Result<StandardSchemaV1.InferOutput<T>>> {
  return await schema['~standard'].validate(value);
}

/** The steps of an issue's path, which may stand alone or in an object each. */
const stepsOf = ({ path = [] }: StandardSchemaV1.Issue): readonly PropertyKey[] =>
  path.map((segment) => (typeof segment === 'object' ? segment.key : segment));

describe.each(recordTypes)('the schema of %s as a Standard Schema', (type) => {
  const schema: StandardSchemaV1 & z.ZodType = recordSchemas[type];

  test('says which version it follows and who made it', () => {
    expect(schema['~standard'].version).toBe(1);
    expect(schema['~standard'].vendor).toBe('zod');
  });

  test('gives the value of what is valid', async () => {
    for (const { value } of validFixtures(type)) {
      for (const one of [schema, NewsRecordSchema]) {
        expect(await validate(one, value)).toEqual({ value });
      }
    }
  });

  test('gives an issue with a message and the place of what is not', async () => {
    for (const { value } of invalidFixtures(type)) {
      const result = await validate(schema, value);
      const { error } = schema.safeParse(value);
      expect(result.issues?.map((issue) => [issue.message, stepsOf(issue)])).toEqual(
        error?.issues.map(({ message, path }) => [message, path]),
      );
      expect(result.issues?.every(({ message }) => message !== '')).toBe(true);
    }
  });
});
