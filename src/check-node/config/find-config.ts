import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { CONFIG_NAME } from './config-name.js';

/**
 * Finds the configuration that is for a folder: the nearest one upward. The folder that holds `.git` is the last that
 * is looked into, so that what lies around a repository does not change what is checked in it.
 */
export async function findConfig(folder: string): Promise<string | undefined> {
  for (let current = resolve(folder); ; current = dirname(current)) {
    const path = join(current, CONFIG_NAME);
    if (await exists(path)) return path;
    if ((await exists(join(current, '.git'))) || dirname(current) === current) return undefined;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch {
    return false;
  }
}
