// The library's schemas as zod runs them. node zod.mjs FILE [--jitless]

import * as z from 'zod';
import { judgeLines } from './each-line.mjs';

const [file, jitless] = process.argv.slice(2);
// schemas decide when they are made
z.config({ jitless: jitless === '--jitless' });
const { recordSchemas } = await import('newsdomain');

judgeLines(file, (record) => recordSchemas[record.type]?.safeParse(record).success === true);
