import * as z from 'zod';
import { crossField, isPlainObject } from '../../schema/cross-field.js';
import { jsonFault } from '../../schema/json-fault.js';
import type { Problem } from '../../schema/problem.js';

/** Any JSON value. */
export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/**
 * Data of other systems, handed on untouched: an object whose keys are namespaces, either reverse-domain names
 * (`org.example.desk`) or absolute http(s) URLs, with any JSON below them.
 */
export interface Extensions {
  [namespace: string]: unknown;
}

/** What the key of an extension looks like: a reverse-domain name or an absolute http(s) URL. */
export const EXTENSION_KEY_PATTERN =
  '^(?:[A-Za-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9][A-Za-z0-9-]*)+|https?://[!-~]+)$';

const extensionKey = new RegExp(EXTENSION_KEY_PATTERN);

/** Reports keys that are no namespaces and values that are no JSON. */
function extensionProblems(value: unknown): readonly Problem[] {
  if (!isPlainObject(value)) {
    return [{ code: 'schema/type', path: [], message: 'expected an object', expected: 'an object' }];
  }
  return Object.keys(value).flatMap((key): readonly Problem[] => {
    if (!extensionKey.test(key)) {
      return [
        {
          code: 'schema/extension-key',
          path: [key],
          message: `the extension key ${JSON.stringify(key)} is no namespace: write a reverse-domain name such as org.example.${
            /^[a-z0-9-]+$/i.test(key) ? key : 'key'
          }, or a URL`,
          expected: 'a reverse-domain name or a URL',
          received: JSON.stringify(key),
        },
      ];
    }
    const fault = jsonFault(value[key]);
    return fault === undefined
      ? []
      : [{ code: 'schema/type', path: [key], message: fault, expected: 'JSON' }];
  });
}

/**
 * Schema of {@link Extensions}. Not `z.record`, which silently drops a key named `__proto__`, and not
 * `z.json()`, which is recursive: the value is handed on as it is.
 */
export const ExtensionsSchema = z.unknown().check(crossField(extensionProblems)) as unknown as z.ZodType<
  Extensions,
  Extensions
>;
