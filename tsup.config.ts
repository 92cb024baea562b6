import { fileURLToPath } from 'node:url';
import { defineConfig } from 'tsup';
import { asCommonJs } from './scripts/build/as-common-js.js';
import { faces } from './scripts/build/faces.js';
import { onOneBase } from './scripts/build/on-one-base.js';
import { pureConstants } from './scripts/build/pure-constants.js';
import { thirdPartyLicenses } from './scripts/build/third-party-licenses.js';
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
    // The program starts for each commit of whoever uses it: it has everything with it, in few files, and reads of
    // them what it needs.
    entry: { cli: 'src/cli.ts', 'check-worker': 'src/check-worker.ts' },
    format: ['esm'],
    outExtension: () => ({ js: '.cjs' }),
    plugins: [asCommonJs],
    noExternal: [/./],
    splitting: true,
    minify: true,
    removeNodeProtocol: false,
    esbuildOptions(options) {
      options.chunkNames = 'cli/[name]-[hash]';
      // the same code as for Node, in ES modules
      options.alias = { yaml: fileURLToPath(new URL('../browser/index.js', import.meta.resolve('yaml'))) };
    },
    esbuildPlugins: [
      onOneBase(['src/cli/main.ts', 'src/cli/check-engine.ts'], ['src/check-worker.ts']),
      thirdPartyLicenses('dist/third-party-licenses.txt'),
    ],
    dts: false,
    target: 'node20',
    outDir: 'dist',
  },
]);
