import type { Options } from 'tsup';

/**
 * Leaves out the imports of shared files from which nothing is taken.
 *
 * esbuild writes them to keep the order in which modules run. No module here does anything when it runs, so all they
 * do is make a program read files it has no use for, and a bundler warn.
 */
export const withoutBareImports: NonNullable<Options['plugins']>[number] = {
  name: 'without-bare-imports',
  renderChunk(code) {
    return {
      code: code.replace(
        /^(?:import "\.{1,2}\/chunk-\w+\.c?js";|require\(.\.{1,2}\/chunk-\w+\.cjs.\);)\n/gm,
        '',
      ),
    };
  },
};
