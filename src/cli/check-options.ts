import type { OptionSpecs } from './parse-options.js';

/** The options of `newsdomain check`. */
export const checkOptionSpecs = {
  input: {
    type: 'string',
    values: ['auto', 'json', 'ndjson', 'yaml'],
    help: 'syntax of the input (default: auto, by name and content)',
  },
  type: {
    type: 'string',
    placeholder: 'record type',
    proposes: 'record types',
    help: 'type of every record: supplies a missing type, refuses another',
  },
  'stdin-name': { type: 'string', placeholder: 'name', help: 'name of what - reads (default: <stdin>)' },
  refs: {
    type: 'string',
    values: ['all', 'local', 'off'],
    help: 'where references must resolve: over all files, in each file, not at all',
  },
  'known-ids': {
    type: 'string',
    multiple: true,
    placeholder: 'file',
    proposes: 'files',
    help: 'ids that exist elsewhere, one a line',
  },
  now: { type: 'string', placeholder: 'instant', help: 'the time that rules about past and future go by' },
  config: {
    type: 'string',
    placeholder: 'file',
    proposes: 'files',
    help: 'the configuration (default: the nearest newsdomain.config.json upward)',
  },
  'no-config': { type: 'boolean', help: 'no configuration' },
  severity: {
    type: 'string',
    multiple: true,
    placeholder: 'code=level',
    proposes: ['settable codes', 'severity levels'],
    help: 'how bad findings of a code or area (time/*) are: error, warning, note or off',
  },
  off: {
    type: 'string',
    multiple: true,
    placeholder: 'code',
    proposes: 'settable codes',
    help: 'leaves out findings of a code or area',
  },
  format: {
    type: 'string',
    multiple: true,
    placeholder: 'name[=file]',
    proposes: ['formats', 'files'],
    help: 'pretty (default), compact or json; may be given more than once',
  },
  max: { type: 'string', placeholder: 'number', help: 'most findings shown (default: 50)' },
  'max-per-code': {
    type: 'string',
    placeholder: 'number',
    help: 'most findings shown of one code (default: 5)',
  },
  quiet: { type: 'boolean', short: 'q', help: 'no summary' },
  'fail-on': {
    type: 'string',
    values: ['error', 'warning'],
    help: 'severity that makes the exit code 1 (default: error)',
  },
  changed: {
    type: 'optional',
    placeholder: 'ref',
    proposes: 'commits',
    help: 'reports only on files that git says changed since the common ancestor with ref (default: HEAD)',
  },
  baseline: {
    type: 'string',
    placeholder: 'file',
    proposes: 'files',
    help: 'findings that are known, which are left out',
  },
  'update-baseline': { type: 'boolean', help: 'writes what is found into the baseline' },
  fix: {
    type: 'boolean',
    help: 'mends in the files what can be mended safely: misspelt keys, other spellings of a value',
  },
  'dry-run': {
    type: 'boolean',
    help: 'with --fix: prints the changes as a unified diff, and writes nothing',
  },
  color: { type: 'string', values: ['auto', 'always', 'never'], help: 'colours (default: auto)' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies OptionSpecs;
