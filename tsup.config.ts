import { defineConfig } from 'tsup';
import { pureConstants } from './scripts/build/pure-constants.js';

/** The modules that can be imported, by the path after `newsdomain/`; keep in step with `exports` in package.json. */
const faces = {
  index: 'src/index.ts',
  'records/article': 'src/records/article.ts',
  'records/source': 'src/records/source.ts',
  'records/entity': 'src/records/entity.ts',
  'records/claim': 'src/records/claim.ts',
  'records/scheduled-event': 'src/records/scheduled-event.ts',
  'records/assessment': 'src/records/assessment.ts',
  vocabulary: 'src/vocabulary.ts',
  'fuzzy-date': 'src/fuzzy-date.ts',
  check: 'src/check.ts',
  node: 'src/node.ts',
};

export default defineConfig([
  {
    entry: faces,
    format: ['esm', 'cjs'],
    // what entry points share is in the package once: the same schema, whichever way it was imported
    splitting: true,
    esbuildPlugins: [pureConstants],
    dts: { compilerOptions: { ignoreDeprecations: '6.0' } },
    target: 'node20',
    outDir: 'dist',
    clean: true,
  },
  {
    entry: { cli: 'src/cli.ts' },
    format: ['esm'],
    splitting: false,
    dts: false,
    minify: false,
    target: 'node20',
    outDir: 'dist',
  },
]);
