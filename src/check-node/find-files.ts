import { readdirSync, realpathSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { compareText } from '../check/diagnostic.js';
import type { PathMatcher } from './match-files.js';

/** A file to be checked. */
export interface InputFile {
  /** The name as given, with `/` between folders. */
  readonly name: string;
  /** Where it is. */
  readonly path: string;
  /** How many bytes it has on the disk. */
  readonly size: number;
}

/** Something that was asked for and cannot be checked. */
export interface InputFault {
  readonly name: string;
  readonly code: 'io/not-found' | 'io/unreadable' | 'io/no-files';
  readonly message: string;
}

/** What a list of paths, folders and globs stands for. */
export interface FoundFiles {
  /** Sorted by name; each file once, however often it was named. */
  readonly files: readonly InputFile[];
  readonly faults: readonly InputFault[];
  /** Entries of the folders that were passed over: files that hold no data, and whole folders. */
  readonly skipped: number;
}

const dataFile = /\.(?:json|ndjson|jsonl|ya?ml)(?:\.gz)?$/i;
const toolFile = /^(?:package.*\.json|tsconfig.*\.json|newsdomain\.config\.json)$/i;
const globMark = /[*?{}[\]!]/;

/** Whether a folder's entry is taken for news data: by its ending, unless it is hidden or a tool's own file. */
function isDataFileName(name: string): boolean {
  return !name.startsWith('.') && dataFile.test(name) && !toolFile.test(name);
}

/**
 * Finds the files that paths, folders and globs stand for. A path that names a file is always taken; folders and
 * globs give data files only, without those to ignore. Nothing is opened.
 */
export async function findFiles(
  paths: Iterable<string>,
  cwd: string,
  ignore: PathMatcher = () => false,
): Promise<FoundFiles> {
  const found: InputFile[] = [];
  const faults: InputFault[] = [];
  let skipped = 0;
  for (const given of new Set(paths)) {
    const name = given.replaceAll('\\', '/');
    const path = resolve(cwd, given);
    const kind = kindOf(path);
    if (typeof kind === 'object' && 'size' in kind) {
      found.push({ name, path, size: kind.size });
    } else if (kind === 'folder') {
      const inside = walk(name, path, ignore);
      faults.push(...inside.faults);
      skipped += inside.skipped;
      found.push(...inside.files);
      if (inside.files.length === 0 && inside.faults.length === 0) {
        faults.push({ name, code: 'io/no-files', message: 'this folder holds no data files' });
      }
    } else if (kind === 'missing' && globMark.test(given)) {
      const inside = await expand(name, cwd, ignore);
      skipped += inside.skipped;
      found.push(...inside.files);
      if (inside.files.length === 0) {
        faults.push({ name, code: 'io/no-files', message: 'this pattern matches no data files' });
      }
    } else if (kind === 'missing') {
      faults.push({ name, code: 'io/not-found', message: 'there is no such file or folder' });
    } else {
      faults.push({ name, code: 'io/unreadable', message: whyUnreadable(kind) });
    }
  }
  return { files: withoutRepeats(found), faults, skipped };
}

/** What a path leads to. A device, a pipe or a socket may never end, so that it is not read as a file is. */
type Kind = { readonly size: number } | 'folder' | 'missing' | 'no-file' | { readonly fault: string };

const whyUnreadable = (kind: 'missing' | 'no-file' | { readonly fault: string }): string => {
  if (kind === 'no-file') {
    return 'this is a device, a pipe or a socket and no file: hand what it gives to standard input, as in newsdomain check - < path';
  }
  return `this cannot be read (${kind === 'missing' ? 'a link that leads nowhere' : kind.fault})`;
};

function kindOf(path: string): Kind {
  try {
    const found = statSync(path);
    return found.isDirectory() ? 'folder' : found.isFile() ? { size: found.size } : 'no-file';
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG' ? 'missing' : { fault: code };
  }
}

/** The system's short name of an error. */
export function errorCode(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}

/** Walks a folder without recursion. A folder that symbolic links lead to twice is walked once. */
function walk(name: string, path: string, ignore: PathMatcher): FoundFiles {
  const files: InputFile[] = [];
  const faults: InputFault[] = [];
  let skipped = 0;
  const seen = new Set<string>();
  const open: Omit<InputFile, 'size'>[] = [{ name: name.replace(/\/+$/, '') || '/', path }];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    let names: string[];
    try {
      const real = realpathSync.native(folder.path);
      if (seen.has(real)) continue;
      seen.add(real);
      names = readdirSync(folder.path).sort(compareText);
    } catch (error) {
      faults.push({
        name: folder.name,
        code: 'io/unreadable',
        message: `this folder cannot be read (${errorCode(error)})`,
      });
      continue;
    }
    const prefix = folder.name === '/' ? '' : folder.name;
    for (const entry of names) {
      const inside = { name: `${prefix}/${entry}`, path: resolve(folder.path, entry) };
      if (entry.startsWith('.') || entry === 'node_modules' || ignore(inside.path)) {
        skipped++;
        continue;
      }
      const kind = kindOf(inside.path);
      if (kind === 'folder') open.push(inside);
      else if (!isDataFileName(entry)) skipped++;
      else if (typeof kind === 'object' && 'size' in kind) files.push({ ...inside, size: kind.size });
      else faults.push({ name: inside.name, code: 'io/unreadable', message: whyUnreadable(kind) });
    }
  }
  return { files, faults, skipped };
}

async function expand(pattern: string, cwd: string, ignore: PathMatcher): Promise<FoundFiles> {
  const { glob } = await import('tinyglobby');
  const names = await glob(pattern, {
    cwd,
    ignore: ['**/node_modules/**'],
    expandDirectories: false,
    followSymbolicLinks: false,
  });
  const files: InputFile[] = [];
  for (const name of names) {
    const path = resolve(cwd, name);
    if (!isDataFileName(name.slice(name.lastIndexOf('/') + 1)) || ignore(path)) continue;
    const kind = kindOf(path);
    files.push({ name, path, size: typeof kind === 'object' && 'size' in kind ? kind.size : 0 });
  }
  return { files, faults: [], skipped: names.length - files.length };
}

/** Keeps each file once, under the first of its names in sorted order, so that the order of the paths is no matter. */
function withoutRepeats(files: readonly InputFile[]): readonly InputFile[] {
  const kept = new Map<string, InputFile>();
  for (const file of [...files].sort((a, b) => compareText(a.name, b.name))) {
    const real = realPathOf(file.path);
    if (!kept.has(real)) kept.set(real, file);
  }
  return [...kept.values()];
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}
