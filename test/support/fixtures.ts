import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RecordType } from '../../src/vocabulary/record-type.js';

/** A record of `test/fixtures/<type>/valid`. */
export interface ValidFixture {
  readonly type: RecordType;
  readonly name: string;
  readonly value: Readonly<Record<string, unknown>>;
}

/** A case of `test/fixtures/<type>/invalid`: what is wrong, and the one finding it must give. */
export interface InvalidFixture {
  readonly description: string;
  readonly code: string;
  readonly pointer: string;
  readonly part: 'value' | 'key' | 'open';
  readonly value: unknown;
}

const folder = 'test/fixtures';

/** Every valid fixture of a type. */
export function validFixtures(type: RecordType): readonly ValidFixture[] {
  return filesIn(join(folder, type, 'valid')).map((file) => ({
    type,
    name: file.replace(/^.*\//, '').replace(/\.json$/, ''),
    value: JSON.parse(readFileSync(file, 'utf8')),
  }));
}

/** Every invalid fixture of a type, whichever file it stands in. */
export function invalidFixtures(type: RecordType): readonly InvalidFixture[] {
  return filesIn(join(folder, type, 'invalid')).flatMap((file) => JSON.parse(readFileSync(file, 'utf8')));
}

function filesIn(path: string): readonly string[] {
  return readdirSync(path)
    .sort()
    .map((name) => join(path, name));
}
