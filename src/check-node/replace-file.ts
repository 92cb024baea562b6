import { promises as fs, unlinkSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that was not written, and why. */
export class ReplaceError extends Error {
  override readonly name = 'ReplaceError';
  /** `changed`: it is not what was read any more. `not-replaceable`: it is written on purpose by nobody. */
  readonly code: 'changed' | 'not-replaceable';

  constructor(code: ReplaceError['code'], message: string) {
    super(message);
    this.code = code;
  }
}

/** What was begun and not yet put in its place. */
const unfinished = new Set<string>();

/** Removes the beginnings of files that were not finished: for the end of a process that comes too early. */
export function removeUnfinished(): void {
  for (const path of unfinished) {
    try {
      unlinkSync(path);
    } catch {
      // It is gone, or nobody may remove it: there is nothing more to do about it.
    }
  }
  unfinished.clear();
}

/** How a file is replaced. */
export interface ReplaceOptions {
  /** What the file must still hold; anything else is somebody's later work. */
  readonly expected?: Uint8Array | undefined;
}

/**
 * Writes a file whole or not at all: beside it first, then in its place. It keeps its mode; a symbolic link goes on
 * leading to it. What is no file, such as a pipe or a terminal, is written to as it stands.
 */
export async function replaceFile(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  { expected }: ReplaceOptions = {},
): Promise<void> {
  const target = await fs.realpath(path).catch(() => path);
  const before = await fs.stat(target).catch(() => undefined);
  // What a device leads to, such as standard output, is somebody else's file.
  if ((before && !before.isFile()) || path.startsWith('/dev/')) {
    const file = await fs.open(path, 'a');
    try {
      await writeAll(file, pieces);
    } finally {
      await file.close();
    }
    return;
  }
  if (expected) {
    if (before && before.nlink > 1) {
      throw new ReplaceError('not-replaceable', 'it has several names (hard links), which would come apart');
    }
    if (before && (before.mode & 0o222) === 0) throw new ReplaceError('not-replaceable', 'it is read-only');
  }
  const { randomBytes } = await import('node:crypto');
  const temporary = join(
    dirname(target),
    `.${basename(target).slice(0, 100)}.${randomBytes(6).toString('hex')}.tmp`,
  );
  unfinished.add(temporary);
  try {
    const file = await fs.open(temporary, 'wx', before ? before.mode & 0o777 : 0o666);
    try {
      await writeAll(file, pieces);
      // A new file has the owner of the process, and its mode is cut by the process's mask.
      if (before) {
        await file.chown(before.uid, before.gid).catch(() => undefined);
        await file.chmod(before.mode & 0o7777);
      }
      await file.sync();
    } finally {
      await file.close();
    }
    if (expected && !(await fs.readFile(target)).equals(expected)) {
      throw new ReplaceError('changed', 'it changed while it was being fixed');
    }
    await fs.rename(temporary, target);
  } catch (error) {
    await fs.unlink(temporary).catch(() => undefined);
    throw error;
  } finally {
    unfinished.delete(temporary);
  }
}

async function writeAll(file: FileHandle, pieces: Iterable<string | Uint8Array>): Promise<void> {
  for (const piece of pieces) await file.appendFile(piece);
}
