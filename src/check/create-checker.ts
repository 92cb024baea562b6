import { yamlReader } from '../text/yaml/yaml.js';
import { type Checker, startChecker } from './checker.js';
import type { CheckOptions } from './options.js';

/**
 * Starts a check.
 *
 * @example
 * ```ts
 * import { createChecker } from 'newsdomain/check';
 *
 * const checker = createChecker();
 * const encoder = new TextEncoder();
 * checker.addFile('claims.ndjson', encoder.encode('{"type":"claim","id":"claim:a","text":"It rained.","articleId":"article:a"}'));
 * checker.addFile('article.yaml', encoder.encode('type: article\nid: article:a\n'));
 * checker.finish().diagnostics; // => []
 * ```
 */
export function createChecker(options: CheckOptions = {}): Checker {
  return startChecker(options, { yaml: () => yamlReader });
}
