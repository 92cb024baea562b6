import { transform } from 'esbuild';
import type { Options } from 'tsup';

/** What a CommonJS module knows itself by. */
const ownUrl = 'require("node:url").pathToFileURL(__filename).href';

/**
 * Writes the pieces of a program as CommonJS.
 *
 * esbuild cuts only ES modules into pieces. Node reads these one after the other, not at once, and makes a module of
 * each of its own that they import, for which it loads what only few programs need: that is 5 ms of the start. The
 * pieces keep their names, which must end with `.cjs`.
 */
export const asCommonJs: NonNullable<Options['plugins']>[number] = {
  name: 'as-common-js',
  async renderChunk(source) {
    const { code } = await transform(source.replaceAll('import.meta.url', ownUrl), {
      format: 'cjs',
      banner: '"use strict";',
      minify: true,
      platform: 'node',
      target: 'node20',
      // what is loaded on demand is CommonJS too
      supported: { 'dynamic-import': false },
    });
    return { code };
  },
};
