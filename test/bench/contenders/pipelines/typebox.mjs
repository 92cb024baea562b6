// typebox, which compiles the JSON Schema of a record as it stands. node typebox.mjs FILE SCHEMA

import { readFileSync } from 'node:fs';
import Schema from 'typebox/schema';
import { judgeLines } from './each-line.mjs';

const [file, schema] = process.argv.slice(2);
const compiled = Schema.Compile(JSON.parse(readFileSync(schema, 'utf8')));

judgeLines(file, (record) => compiled.Check(record));
