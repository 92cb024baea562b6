import { defineConfig } from 'tsup';
import { faces } from './scripts/build/faces.js';
import { pureConstants } from './scripts/build/pure-constants.js';
import { withoutBareImports } from './scripts/build/without-bare-imports.js';

export default defineConfig([
  {
    entry: faces,
    format: ['esm', 'cjs'],
    // what entry points share is in the package once: the same schema, whichever way it was imported
    splitting: true,
    esbuildPlugins: [pureConstants],
    plugins: [withoutBareImports],
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
