import * as z from 'zod';
import { crossField, isPlainObject } from '../../schema/cross-field.js';
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

/** How deep extension data may nest: the checker's limit for whole documents, so that both agree. */
const DEEPEST = 256;

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

/** Says why a value is no JSON, or nothing when it is. Iterative, and ends on cyclic values. */
function jsonFault(root: unknown): string | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue;
    if (typeof value === 'number') {
      if (Number.isFinite(value)) continue;
      return `${value} is no JSON number`;
    }
    if (typeof value !== 'object') return `a ${typeof value} is no JSON value`;
    if (depth > DEEPEST) return `nested more than ${DEEPEST} levels deep, or in a circle`;
    if (!Array.isArray(value)) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (prototype !== null && prototype !== Object.prototype && Object.getPrototypeOf(prototype) !== null) {
        return 'an instance of a class is no JSON value';
      }
    }
    for (const part of Object.values(value)) open.push({ value: part, depth: depth + 1 });
  }
  return undefined;
}

/**
 * Schema of {@link Extensions}. Not `z.record`, which silently drops a key named `__proto__`, and not
 * `z.json()`, which is recursive: the value is handed on as it is.
 */
export const ExtensionsSchema = z.unknown().check(crossField(extensionProblems)) as unknown as z.ZodType<
  Extensions,
  Extensions
>;
