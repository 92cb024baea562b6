import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAME } from './config-name.js';

/**
 * Finds the configuration that is for a folder: the nearest one upward. The folder that holds `.git` is the last that
 * is looked into, so that what lies around a repository does not change what is checked in it.
 */
export function findConfig(folder: string): string | undefined {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const path = join(current, CONFIG_NAME);
    if (existsSync(path)) return path;
    if (existsSync(join(current, '.git')) || dirname(current) === current) return undefined;
  }
}
