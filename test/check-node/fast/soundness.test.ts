import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createGlance } from '../../../src/check-node/fast/glance.js';
import { recordSchemas } from '../../../src/records/news-record.js';
import { selectRules } from '../../../src/rules/rule-set.js';
import type { RecordType } from '../../../src/vocabulary/record-type.js';
import { bundleRun } from '../../fuzz/bundle.mjs';
import { plants } from '../../fuzz/plants.js';
import { trySoundness } from '../../fuzz/soundness.js';
import { RUNS } from '../../support/runs.js';

const seed = Number(process.env.NEWSDOMAIN_SEED ?? 20240619);

/** How many changed records are tried; `npm run fuzz` tries as many as wanted. */
const RECORDS = Number(process.env.NEWSDOMAIN_FUZZ_RECORDS ?? RUNS * 100);

/** Among how many a fault must be found, however few are tried otherwise. */
const ENOUGH = 100_000;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'newsdomain-soundness-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Runs a bundle by itself, which is several times as fast as among the tests. */
const tried = (bundle: string, more: NodeJS.ProcessEnv = {}): Promise<Tried> =>
  new Promise((resolve, reject) => {
    const env = {
      ...process.env,
      NEWSDOMAIN_FUZZ_RECORDS: String(RECORDS),
      NEWSDOMAIN_SEED: String(seed),
      ...more,
    };
    execFile(process.execPath, [bundle], { env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout) => {
      const lines = stdout.trimEnd().split('\n');
      if (error && error.code !== 1) reject(error);
      else resolve({ ...JSON.parse(lines.pop()!), faults: lines });
    });
  });

interface Tried {
  readonly records: number;
  readonly accepted: number;
  readonly unsound: number;
  /** Each of the unsound ones, and what is wrong with it. */
  readonly faults: readonly string[];
}

describe('what is accepted at a glance', () => {
  it(`is right by the tokenizer and by zod, in ${RECORDS} changed records`, {
    timeout: 60_000 + RECORDS,
  }, async () => {
    const bundle = join(folder, 'run.mjs');
    await bundleRun(bundle);
    const { records, accepted, faults } = await tried(bundle);
    expect(faults).toEqual([]);
    expect(records).toBe(RECORDS);
    // neither all nor nothing
    expect(accepted).toBeGreaterThan(RECORDS / 10);
    expect(accepted).toBeLessThan(RECORDS / 2);
  });
});

/** Schemas that are lax in one respect. */
const { article, source, claim } = recordSchemas;
const with_ = (schema: z.ZodObject, fields: z.ZodRawShape): z.ZodType =>
  z.strictObject({ ...schema.shape, ...fields });

const laxSchemas: Readonly<Record<string, Partial<Record<RecordType, z.ZodType>>>> = {
  'a larger number': { article: with_(article, { urgency: z.int().min(1).max(10).optional() }) },
  'a number that is no integer': {
    article: with_(article, { urgency: z.number().min(1).max(9).optional() }),
  },
  'an empty text': { article: with_(article, { headline: z.string().optional() }) },
  'any word of a vocabulary': { article: with_(article, { pubStatus: z.string().optional() }) },
  'an id one character longer': { article: with_(article, { id: z.string().regex(/^[!-~]{1,201}$/) }) },
  'an id that ends in a line feed': {
    article: with_(article, { id: z.string().regex(/^[!-~]{1,200}\n?$/) }),
  },
  'an URL by the eye': {
    article: with_(article, {
      url: z
        .string()
        .regex(/^https?:\/\/\S+$/)
        .optional(),
    }),
  },
  'an instant by the eye': {
    article: with_(article, {
      publishedAt: z
        .string()
        .regex(/^\d{4}-\d\d-\d\dT/)
        .optional(),
    }),
  },
  'a required field that is missing': { claim: with_(claim, { text: z.string().optional() }) },
  'a key more': { article: with_(article, { zzUnknown: z.unknown().optional() }) },
  'a body without any text': {
    article: with_(article, {
      body: z.strictObject({ text: z.string().optional(), html: z.string().optional() }).optional(),
    }),
  },
  'an item given twice': { article: with_(article, { basedOn: z.array(z.string()).optional() }) },
  'fields that do not go together': { source: with_(source, {}) },
};

describe('a glance that is lax in one respect is found out', () => {
  it.each(Object.entries(laxSchemas))('by a schema with %s', { timeout: 180_000 }, (_, lax) => {
    const glance = () => createGlance(selectRules(), { schemas: { ...recordSchemas, ...lax } });
    expect(trySoundness(glance, { records: ENOUGH, seed }).unsound).not.toEqual([]);
  });

  // each runs in a process of its own
  it.concurrent.each(plants)('by $what', { timeout: 600_000 }, async ({ what, ...lax }) => {
    const outfile = join(folder, `${what.replaceAll(' ', '-')}.mjs`);
    await bundleRun(outfile, lax);
    const { unsound } = await tried(outfile, {
      NEWSDOMAIN_FUZZ_FAULTS: '1',
      NEWSDOMAIN_FUZZ_RECORDS: String(ENOUGH),
    });
    expect(unsound).toBeGreaterThan(0);
  });
});
