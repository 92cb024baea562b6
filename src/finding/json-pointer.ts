import type { Path } from '../schema/problem.js';

/**
 * Writes a path as a JSON Pointer (RFC 6901).
 *
 * @example
 * ```ts
 * import { toJsonPointer } from 'newsdomain';
 *
 * toJsonPointer(['a/b', 0, '~']); // => '/a~1b/0/~0'
 * ```
 */
export function toJsonPointer(path: Path): string {
  let pointer = '';
  for (const key of path) pointer += `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return pointer;
}
