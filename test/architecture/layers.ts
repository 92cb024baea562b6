/** A folder of `src`: what it may be built on, and why it stands where it does. */
export interface Layer {
  /** The layers right below; what those stand on may be imported too. */
  readonly on: readonly string[];
  readonly because: string;
  /** The packages it may import; a name that ends in `*` stands for all that begin so. */
  readonly packages: readonly string[];
}

const node = 'node:*';

/** The order of the house, from the ground up. Arrows point down only. */
export const layers: Readonly<Record<string, Layer>> = {
  vocabulary: { on: [], packages: [], because: 'words and their meanings stand on nothing' },
  primitives: {
    on: [],
    packages: ['@date-fns/tz/*'],
    because: 'plain functions over strings, for those who use neither records nor zod',
  },
  bytes: { on: [], packages: [], because: 'much in little memory, whatever it is that is kept' },
  schema: {
    on: [],
    packages: ['zod'],
    because: 'walks and checks any zod schema, whatever it describes; records and findings are made with it',
  },
  finding: {
    on: ['schema'],
    packages: ['zod'],
    because: 'says what a mistake is, of any schema: parseArticle throws findings, so records stand on it',
  },
  records: {
    on: ['vocabulary', 'primitives', 'finding'],
    packages: ['zod'],
    because: 'a record is primitives and words of a vocabulary in a schema',
  },
  dataset: { on: ['records'], packages: ['zod'], because: 'records together, and who refers to whom' },
  reasoning: { on: ['dataset'], packages: [], because: 'what follows from records together' },
  rules: {
    on: ['reasoning', 'bytes'],
    packages: ['zod', 'date-fns/*'],
    because:
      'a rule judges records with what follows from them; lengths of time are told by date-fns, by subpath',
  },
  text: {
    on: [],
    packages: ['yaml'],
    because: 'bytes and places know nothing of news; beside findings, joined to them by the check',
  },
  check: { on: ['rules', 'text'], packages: ['zod'], because: 'text in, findings out; runs in a browser' },
  report: { on: ['check'], packages: [], because: 'writes findings down, whoever found them' },
  'check-node': {
    on: ['check'],
    packages: [node, 'zod', 'zod/*', 'tinyglobby', 'picomatch'],
    because: 'files, streams and processes for the check, which knows of none',
  },
  cli: { on: ['check-node', 'report'], packages: [node], because: 'a thin face on the engine' },
};

/** The files beside the folders are faces: they export what is below them. */
export const faceLayers: Readonly<Record<string, Layer>> = {
  'index.ts': { on: ['rules'], packages: [], because: 'what an application needs of records' },
  'vocabulary.ts': { on: ['vocabulary'], packages: [], because: 'words without code: no zod' },
  'fuzzy-date.ts': {
    on: ['primitives'],
    packages: [],
    because: 'dates for those who use nothing else: no zod',
  },
  'check.ts': { on: ['check', 'report'], packages: [], because: 'the engine where there are no files' },
  'node.ts': { on: ['check-node'], packages: [], because: 'the engine on files' },
  'check-worker.ts': {
    on: ['check-node'],
    packages: [node],
    because: 'what a thread of the program runs: it reads files beside it',
  },
  'cli.ts': {
    on: ['cli'],
    packages: [node],
    because: 'the program: it alone does something when it is loaded',
  },
};

/** The packages that a program comes to load when it imports a face; those not named here are held to their layers. */
export const facePackages: Readonly<Record<string, readonly string[]>> = {
  'index.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/article.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/source.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/entity.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/claim.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/scheduled-event.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'records/assessment.ts': ['zod', 'date-fns/*', '@date-fns/tz/*'],
  'vocabulary.ts': [],
  'fuzzy-date.ts': ['@date-fns/tz/*'],
  'check.ts': ['zod', 'date-fns/*', '@date-fns/tz/*', 'yaml'],
};
