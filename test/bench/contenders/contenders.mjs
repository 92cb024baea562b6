// Whoever takes part: how each is started, and what it is.

import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { sourcemetaBinary } from './install.mjs';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {string} what What it is, with its version.
 * @property {'ndjson' | 'jsonl' | 'json'} input How its files end: a record a line, or one list of records.
 * @property {number} refuses Its exit code when it finds a mistake.
 * @property {(file: string, ...more: string[]) => readonly string[]} command
 */

const node = process.execPath;

/**
 * This checker: as it is by default, and with one and two jobs.
 *
 * @param {ReturnType<typeof import('./install.mjs').installPackage>} project
 */
export function checkersOf({ cli, version }) {
  const program = [node, cli];
  const checker = (name, ...flags) => ({
    name,
    what: `newsdomain ${version}`,
    input: 'ndjson',
    refuses: 1,
    command: (file, ...more) => [...program, 'check', file, ...flags, '--quiet', ...more],
  });
  return {
    program,
    plain: checker('newsdomain'),
    one: checker('newsdomain, 1 job', '--jobs', '1'),
    two: checker('newsdomain, 2 jobs', '--jobs', '2'),
  };
}

/**
 * The loop that everything is measured by.
 *
 * @param {ReturnType<typeof import('./install.mjs').installPackage>} project
 */
export const parserOf = ({ pipelines }) => ({
  name: 'JSON.parse a line',
  what: `Node ${process.versions.node}`,
  input: 'ndjson',
  refuses: 1,
  command: (file) => [node, join(pipelines, 'parse.mjs'), file],
});

/**
 * What this checker is measured against, most by the JSON Schema of the package.
 *
 * @param {ReturnType<typeof import('./install.mjs').installPackage>} project
 * @param {ReturnType<typeof import('./install.mjs').installPeers>} peers
 */
export function peersOf({ folder, schemas, pipelines }, peers) {
  const recordSchema = join(schemas, 'record.json');
  const listSchema = join(folder, 'list.json');
  writeFileSync(listSchema, listOf(recordSchema));
  const pipeline = (name, what, script, ...more) => ({
    name,
    what,
    input: 'ndjson',
    refuses: 1,
    command: (file) => [node, join(pipelines, script), file, ...more],
  });
  const ajv = `ajv ${peers.ajv.version}, ajv-formats ${peers['ajv-formats'].version}`;
  const sourcemeta = (mode, ...flags) => ({
    name: `sourcemeta, ${mode}`,
    what: `@sourcemeta/jsonschema ${peers['@sourcemeta/jsonschema'].version}, its binary`,
    input: 'jsonl',
    refuses: 2,
    // it would stop at the first record that is wrong
    command: (file) => [sourcemetaBinary(), 'validate', recordSchema, file, ...flags, '--continue'],
  });
  return {
    zod: pipeline('zod', `zod ${peers.zod.version}, the schemas of newsdomain`, 'zod.mjs'),
    jitless: pipeline('zod, jitless', `zod ${peers.zod.version}, jitless`, 'zod.mjs', '--jitless'),
    ajv: pipeline('ajv, first error', ajv, 'ajv.mjs', recordSchema),
    ajvAll: pipeline('ajv, all errors', ajv, 'ajv.mjs', recordSchema, '--all-errors'),
    typebox: pipeline('typebox', `typebox ${peers.typebox.version}`, 'typebox.mjs', recordSchema),
    exhaustive: sourcemeta('exhaustive'),
    fast: sourcemeta('fast', '--fast'),
    ajvCli: {
      name: 'ajv-cli',
      what: `ajv-cli ${peers['ajv-cli'].version}`,
      input: 'json',
      refuses: 1,
      command: (file, schema = listSchema) => [
        node,
        peers['ajv-cli'].bin('ajv'),
        ...['validate', '--spec=draft2020', '--strict=false', '--all-errors', '-c', 'ajv-formats'],
        ...['-s', schema, '-d', file],
      ],
    },
    v8r: {
      name: 'v8r',
      what: `v8r ${peers.v8r.version}`,
      input: 'json',
      refuses: 99,
      // it refuses paths from the root: what is raced runs in the folder of the project
      command: (file, schema = listSchema) => [
        node,
        peers.v8r.bin('v8r'),
        ...['--schema', schema, relative(folder, file)],
      ],
    },
  };
}

/** The JSON Schema of a list of what a JSON Schema describes. */
function listOf(file) {
  const { $schema, $id, $defs, title, description, ...items } = JSON.parse(readFileSync(file, 'utf8'));
  return JSON.stringify({ $schema, $id: `${$id}:list`, type: 'array', items, $defs });
}
