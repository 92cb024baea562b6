// ajv with the JSON Schema of a record. node ajv.mjs FILE SCHEMA [--all-errors]

import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { judgeLines } from './each-line.mjs';

const [file, schema, allErrors] = process.argv.slice(2);
const ajv = new Ajv2020({
  allErrors: allErrors === '--all-errors',
  strictTypes: false,
  strictRequired: false,
});
addFormats(ajv);
// ajv-formats has none for the addresses of the web; the pattern beside it is checked
ajv.addFormat('iri', true);

judgeLines(file, ajv.compile(JSON.parse(readFileSync(schema, 'utf8'))));
