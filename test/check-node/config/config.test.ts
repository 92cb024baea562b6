import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, expectTypeOf, it, test } from 'vitest';
import type * as z from 'zod';
import type { CheckConfig, CheckConfigSchema } from '../../../src/check-node/config/config.js';
import { findConfig } from '../../../src/check-node/config/find-config.js';
import { ConfigError, loadConfig } from '../../../src/check-node/config/load-config.js';
import { readConfig } from '../../../src/check-node/config/read-config.js';

const faults = (text: string | Uint8Array) => {
  const read = readConfig(typeof text === 'string' ? Buffer.from(text) : text);
  return 'config' in read ? [] : read.map(({ line, column, message }) => `${line}:${column} ${message}`);
};
const validate = new Ajv2020().compile(JSON.parse(readFileSync('schema/config.json', 'utf8')));

const whole: CheckConfig = {
  $schema: './node_modules/newsdomain/schema/config.json',
  ignore: ['drafts', '**/*.tmp.json'],
  severities: { 'schema/range': 'warning', 'time/*': 'off' },
  overrides: [{ files: ['archive/**'], severities: { 'schema/*': 'note' } }],
  suppressions: [
    {
      code: 'reference/dangling',
      files: ['archive/**'],
      recordId: 'claim:a',
      recordPointer: '/attribution/*/sourceIds/*',
      reason: 'the sources were lost in 2019',
      until: '2026-12-31',
    },
  ],
  baseline: 'newsdomain.baseline',
  knownIds: ['ids.txt'],
  refs: 'all',
  type: 'claim',
  failOn: 'warning',
};

describe('a configuration', () => {
  it('may say nothing, or everything', () => {
    expect(faults('{}')).toEqual([]);
    expect(faults(JSON.stringify(whole))).toEqual([]);
    expect(readConfig(Buffer.from(JSON.stringify(whole)))).toMatchObject({ config: whole });
    expect([validate({}), validate(whole)]).toEqual([true, true]);
  });

  it('has the type that its schema has', () => {
    expectTypeOf<z.input<typeof CheckConfigSchema>>().toEqualTypeOf<CheckConfig>();
  });

  it('may begin with a byte order mark', () => {
    expect(faults('\ufeff{}')).toEqual([]);
  });

  test.each<[string, string, string]>([
    ['an unknown key', '{\n  "severites": {}\n}', '2:3 unknown key "severites"; did you mean "severities"?'],
    [
      'an unknown code',
      '{\n  "severities": {\n    "schema/unkown-key": "off" }}',
      '3:5 no code or area is called "schema/unkown-key"; did you mean "schema/unknown-key"?',
    ],
    [
      'a code that cannot be set',
      '{"severities":{"io/not-found":"off"}}',
      '1:16 "io/not-found" can be neither set nor suppressed: what cannot be read was not checked, and must not look clean',
    ],
    [
      'an unknown level',
      '{"severities":{"schema/range":"warnin"}}',
      '1:31 expected "error", "warning", "note" or "off", received "warnin"; did you mean "warning"?',
    ],
    [
      'a suppression without reason',
      '{"suppressions":[{"code":"schema/range"}]}',
      '1:18 required key "reason" is missing',
    ],
    [
      'an empty reason',
      '{"suppressions":[{"code":"schema/range","reason":" "}]}',
      '1:50 expected a text that is not empty',
    ],
    [
      'a misspelt key deep inside',
      '{"overrides":[{"file":["a"],"severities":{}}]}',
      '1:16 unknown key "file"; did you mean "files"?',
    ],
    [
      'an override without files',
      '{"overrides":[{"files":[],"severities":{}}]}',
      '1:24 expected at least 1 item',
    ],
    [
      'a glob that says what is not',
      '{"ignore":["!a.json"]}',
      '1:12 a glob says what is meant; one that begins with "!" would say what is not',
    ],
    [
      'a glob from the root',
      '{"ignore":["/a"]}',
      '1:12 globs start from the folder of this file: leave the first "/" out',
    ],
    [
      'a wrong type',
      '{"refs":"al"}',
      '1:9 expected "all", "local" or "off", received "al"; did you mean "all"?',
    ],
    ['no object', '[]', '1:1 expected an object, received an array'],
    ['a wrong date', '{"suppressions":[{"code":"time/*","reason":"x","until":"soon"}]}', '1:56 '],
    ['no JSON pointer', '{"suppressions":[{"code":"time/*","reason":"x","recordPointer":"a"}]}', '1:64 '],
    ['a comment', '{\n  // why\n  "refs": "all"\n}', '2:3 '],
    ['text that is cut off', '{"refs":', '1:9 '],
    ['nothing', '', '1:1 '],
    ['a key twice', '{"refs":"all","refs":"off"}', '1:15 duplicate key "refs"'],
    ['a prototype', '{"__proto__":{}}', '1:2 '],
  ])('is refused for %s, with its place', (_, text, message) => {
    expect(faults(text)).toEqual([expect.stringContaining(message)]);
  });

  it('is told every mistake at once, in order', () => {
    const text = '{"failOn":"never","ignore":"drafts",\n"severities":{"x":"off"}}';
    expect(faults(text).map((fault) => fault.split(' ', 1)[0])).toEqual(['1:11', '1:28', '2:15']);
  });

  it('that the shipped JSON Schema refuses is refused here as well', () => {
    for (const wrong of [
      { ignore: ['!a'] },
      { severities: { 'io/*': 'off' } },
      { suppressions: [{ code: 'schema/range' }] },
      { suppressions: [{ code: 'schema/range', reason: ' ' }] },
      { overrides: [{ files: [], severities: {} }] },
      { more: 1 },
    ]) {
      expect(validate(wrong)).toBe(false);
      expect(faults(JSON.stringify(wrong))).not.toEqual([]);
    }
  });
});

describe('finding a configuration', () => {
  const root = mkdtempSync(join(tmpdir(), 'newsdomain-config-'));
  afterAll(() => rmSync(root, { recursive: true, force: true }));
  const name = 'newsdomain.config.json';
  mkdirSync(join(root, 'repository/.git'), { recursive: true });
  mkdirSync(join(root, 'repository/data/deep'), { recursive: true });
  mkdirSync(join(root, 'loose/data'), { recursive: true });
  writeFileSync(join(root, name), '{}');

  it('goes upward to the root of the repository and no further', async () => {
    expect(await findConfig(join(root, 'repository/data/deep'))).toBeUndefined();
    writeFileSync(join(root, 'repository', name), '{}');
    expect(await findConfig(join(root, 'repository/data/deep'))).toBe(join(root, 'repository', name));
    writeFileSync(join(root, 'repository/data', name), '{}');
    expect(await findConfig(join(root, 'repository/data/deep'))).toBe(join(root, 'repository/data', name));
  });

  it('goes as far as there are folders where there is no repository', async () => {
    expect(await findConfig(join(root, 'loose/data'))).toBe(join(root, name));
  });

  it('says how it is called from the folder of the check', async () => {
    expect(await loadConfig(join(root, 'repository'))).toMatchObject({
      name,
      folder: join(root, 'repository'),
    });
    expect(await loadConfig(join(root, 'loose/data'))).toMatchObject({ name: join(root, name) });
    expect(await loadConfig(root, 'repository/data/newsdomain.config.json')).toMatchObject({
      name: 'repository/data/newsdomain.config.json',
    });
  });

  it('fails where the file that is named is not there, and lists every mistake', async () => {
    await expect(loadConfig(root, 'none.json')).rejects.toMatchObject({
      code: 'invalid-config',
      message: 'the configuration none.json cannot be read (ENOENT)',
    });
    writeFileSync(join(root, 'wrong.json'), '{"a":1,"b":2}');
    const failure = await loadConfig(root, 'wrong.json').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConfigError);
    expect((failure as Error).message).toBe(
      'the configuration cannot be used\n  wrong.json:1:2: unknown key "a"\n  wrong.json:1:8: unknown key "b"',
    );
  });
});
