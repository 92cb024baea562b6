import { relative, resolve, sep } from 'node:path';
import picomatch from 'picomatch';

/** Whether a path is one that is meant. */
export type PathMatcher = (path: string) => boolean;

/**
 * Makes a matcher of globs that start from a folder: `*` within one name, `**` over several, `?`, `[…]`, `{…}`.
 * Names that begin with a dot are like any other. With `inside`, a glob that a folder matches means all that is in it.
 */
export function matchFiles(
  folder: string,
  globs: readonly string[],
  { inside = false }: { readonly inside?: boolean } = {},
): PathMatcher {
  if (globs.length === 0) return () => false;
  const isMatch = picomatch(
    globs.map((glob) => glob.replace(/^\.\//, '').replace(/\/+$/, '')),
    { dot: true, nonegate: true },
  );
  return (path) => {
    const steps = relative(folder, resolve(folder, path)).split(sep);
    if (!inside) return isMatch(steps.join('/'));
    return steps.some((_, index) => isMatch(steps.slice(0, index + 1).join('/')));
  };
}
