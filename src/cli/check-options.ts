import type { OptionSpecs } from './parse-options.js';

const READ = 'What is read';
const FOUND = 'What is found';
const MENDED = 'What is mended';
const SHOWN = 'What is shown';

/** The options of `newsdomain check`, in the order of its help. */
export const checkOptionSpecs = {
  input: {
    type: 'string',
    values: ['auto', 'json', 'ndjson', 'yaml'],
    help: 'syntax of the input (default: auto, by name and content)',
    group: READ,
  },
  type: {
    type: 'string',
    placeholder: 'record type',
    proposes: 'record types',
    help: 'type of every record: supplies a missing type, refuses another',
    group: READ,
  },
  'stdin-name': {
    type: 'string',
    placeholder: 'name',
    help: 'name of what - reads (default: <stdin>)',
    group: READ,
  },
  'known-ids': {
    type: 'string',
    multiple: true,
    placeholder: 'file',
    proposes: 'files',
    help: 'ids that exist elsewhere, one a line',
    group: READ,
  },
  config: {
    type: 'string',
    placeholder: 'file',
    proposes: 'files',
    help: 'the configuration (default: the nearest newsdomain.config.json upward)',
    group: READ,
  },
  'no-config': { type: 'boolean', help: 'no configuration', group: READ },
  changed: {
    type: 'optional',
    placeholder: 'ref',
    proposes: 'commits',
    help: 'reports only on files that git says changed since the common ancestor with ref (default: HEAD)',
    group: READ,
  },
  jobs: {
    type: 'string',
    short: 'j',
    placeholder: 'number',
    help: 'how many files, or parts of them, are read at a time (default: one per core for big inputs)',
    group: READ,
  },
  shard: {
    type: 'string',
    placeholder: 'i/n',
    help: 'checks the i-th of n parts of equal size, for newsdomain merge to put together',
    group: READ,
  },
  'report-file': {
    type: 'string',
    placeholder: 'file',
    proposes: 'files',
    help: 'where the report of a shard is written',
    group: READ,
  },
  refs: {
    type: 'string',
    values: ['all', 'local', 'off'],
    help: 'where references must resolve: over all files, in each file, not at all',
    group: FOUND,
  },
  now: {
    type: 'string',
    placeholder: 'instant',
    help: 'the time that rules about past and future go by',
    group: FOUND,
  },
  severity: {
    type: 'string',
    multiple: true,
    placeholder: 'code=level',
    proposes: ['settable codes', 'severity levels'],
    help: 'how bad findings of a code or area (time/*) are: error, warning, note or off',
    group: FOUND,
  },
  off: {
    type: 'string',
    multiple: true,
    placeholder: 'code',
    proposes: 'settable codes',
    help: 'leaves out findings of a code or area',
    group: FOUND,
  },
  baseline: {
    type: 'string',
    placeholder: 'file',
    proposes: 'files',
    help: 'findings that are known, which are left out',
    group: FOUND,
  },
  'update-baseline': { type: 'boolean', help: 'writes what is found into the baseline', group: FOUND },
  'fail-on': {
    type: 'string',
    values: ['error', 'warning'],
    help: 'severity that makes the exit code 1 (default: error)',
    group: FOUND,
  },
  fix: {
    type: 'boolean',
    help: 'mends in the files what can be mended safely: misspelt keys, other spellings of a value',
    group: MENDED,
  },
  'dry-run': {
    type: 'boolean',
    help: 'with --fix: prints the changes as a unified diff, and writes nothing',
    group: MENDED,
  },
  format: {
    type: 'string',
    multiple: true,
    placeholder: 'name[=file]',
    proposes: ['formats', 'files'],
    help: 'pretty (default), compact, json, ndjson, github, gitlab, sarif or junit; may be given more than once',
    group: SHOWN,
  },
  max: { type: 'string', placeholder: 'number', help: 'most findings shown (default: 50)', group: SHOWN },
  'max-per-code': {
    type: 'string',
    placeholder: 'number',
    help: 'most findings shown of one code (default: 5)',
    group: SHOWN,
  },
  quiet: { type: 'boolean', short: 'q', help: 'no summary', group: SHOWN },
  color: {
    type: 'string',
    values: ['auto', 'always', 'never'],
    help: 'colours (default: auto)',
    group: SHOWN,
  },
  help: { type: 'boolean', short: 'h', help: 'this text', group: SHOWN },
} as const satisfies OptionSpecs;
