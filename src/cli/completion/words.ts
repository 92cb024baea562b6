import { readdir } from 'node:fs/promises';
import { catalogue } from '../../check/catalogue/catalogue.js';
import { adjustableCodes } from '../../check/codes.js';
import { severityLevels } from '../../check/policy/severities.js';
import { outputFormats } from '../../report/output-format.js';
import { recordTypes } from '../../vocabulary/record-type.js';
import type { CommandIo } from '../io.js';

/** The lists of words that the engine knows. */
export async function wordLists({ packageRoot }: Pick<CommandIo, 'packageRoot'>) {
  const schemas = await readdir(new URL('schema/', packageRoot));
  return {
    codes: catalogue.map(({ code }) => code),
    'settable codes': adjustableCodes,
    'severity levels': severityLevels,
    'record types': recordTypes,
    formats: outputFormats,
    schemas: schemas
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort(),
  };
}
