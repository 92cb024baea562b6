import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** What tells a file, as it is now, from others and from what it was. */
export interface FileIdentity {
  readonly dev: bigint;
  readonly ino: bigint;
  readonly size: bigint;
  readonly mtimeNs: bigint;
}

/** Tells which file is open, and as what. */
export function identityOf(fd: number): FileIdentity & { readonly isFile: boolean } {
  const stats = fstatSync(fd, { bigint: true });
  const { dev, ino, size, mtimeNs } = stats;
  return { dev, ino, size, mtimeNs, isFile: stats.isFile() };
}

/** Whether a file is still what it was, as far as the system tells. */
export function isSame(a: FileIdentity, b: FileIdentity): boolean {
  return a.dev === b.dev && a.ino === b.ino && a.size === b.size && a.mtimeNs === b.mtimeNs;
}

/** Opens a file to read it. Something that is no file does not make it wait. */
export function openToRead(path: string): number {
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

/** Opens a file for as long as something is asked of it. Throws where it cannot be opened. */
export function whileOpen<T>(path: string, ask: (fd: number) => T): T {
  const fd = openToRead(path);
  try {
    return ask(fd);
  } finally {
    closeSync(fd);
  }
}

/** Files of which parts are read again, a few of them open at a time. */
export interface OpenFiles {
  /**
   * Reads a part of a file; `undefined` where the file is gone or no longer what it was. That is asked now and then
   * alone, for the answer takes longer than reading: at the end {@link isStill} tells of all that was read.
   */
  read(path: string, was: FileIdentity, start: number, end: number): Uint8Array | undefined;
  /** Whether a file is what it was. */
  isStill(path: string, was: FileIdentity): boolean;
  close(): void;
}

const MOST_OPEN = 16;

/** How many parts of a file are read before it is asked again whether it is what it was. */
const READS = 256;

/** Opens nothing yet. */
export function createOpenFiles(): OpenFiles {
  const open = new Map<string, { readonly fd: number; reads: number }>();
  const opened = (path: string): { readonly fd: number; reads: number } => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const [oldest] = open;
    if (oldest && open.size >= MOST_OPEN) {
      open.delete(oldest[0]);
      closeSync(oldest[1].fd);
    }
    const file = { fd: openToRead(path), reads: 0 };
    open.set(path, file);
    return file;
  };
  return {
    read(path, was, start, end) {
      try {
        const file = opened(path);
        const { fd } = file;
        const bytes = new Uint8Array(end - start);
        let length = 0;
        while (length < bytes.length) {
          const count = readSync(fd, bytes, length, bytes.length - length, start + length);
          if (count === 0) break;
          length += count;
        }
        if (file.reads++ % READS === 0 && !isSame(was, identityOf(fd))) return undefined;
        return bytes.subarray(0, length);
      } catch {
        return undefined;
      }
    },
    isStill(path, was) {
      try {
        return isSame(was, identityOf(opened(path).fd));
      } catch {
        return false;
      }
    },
    close() {
      for (const { fd } of open.values()) closeSync(fd);
      open.clear();
    },
  };
}
