import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { errorCode } from '../find-files.js';
import { findConfig } from './find-config.js';
import type { ReadConfig } from './read-config.js';

/** A configuration and where it is. */
export interface LoadedConfig extends ReadConfig {
  /** The path of the file. */
  readonly path: string;
  /** How messages call it: from the folder of the check where it lies in there, else its path. */
  readonly name: string;
  /** What its globs and paths start from. */
  readonly folder: string;
}

/** A configuration that cannot be used. The message lists every mistake with line and column. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly code = 'invalid-config';
}

/**
 * Loads a configuration: the file that is named, else the nearest `newsdomain.config.json` upward from the folder of
 * the check, up to the root of the repository. Throws a `ConfigError` where it cannot be read or is wrong.
 */
export async function loadConfig(cwd: string, named?: string | undefined): Promise<LoadedConfig | undefined> {
  const path = named === undefined ? findConfig(cwd) : resolve(cwd, named);
  if (path === undefined) return undefined;
  const name = nameFrom(cwd, path);
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new ConfigError(`the configuration ${name} cannot be read (${errorCode(error)})`);
  }
  // The reader brings zod with it: a check without configuration does not wait for that.
  const { readConfig } = await import('./read-config.js');
  const read = readConfig(bytes);
  if (!('config' in read)) {
    const faults = read.map(({ line, column, message }) => `\n  ${name}:${line}:${column}: ${message}`);
    throw new ConfigError(`the configuration cannot be used${faults.join('')}`);
  }
  return { ...read, path, name, folder: dirname(path) };
}

/** A path as somebody in a folder would write it: relative where it lies inside, with `/` between folders. */
function nameFrom(folder: string, path: string): string {
  const inside = relative(folder, path);
  return (inside.startsWith(`..${sep}`) || inside === '..' ? path : inside).replaceAll('\\', '/');
}
