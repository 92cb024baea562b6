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

/** Files of which parts are read again, a few of them open at a time. */
export interface OpenFiles {
  /** Reads a part of a file; `undefined` where the file is gone or no longer what it was. */
  read(path: string, was: FileIdentity, start: number, end: number): Uint8Array | undefined;
  close(): void;
}

const MOST_OPEN = 16;

/** Opens nothing yet. */
export function createOpenFiles(): OpenFiles {
  const open = new Map<string, number>();
  const descriptorOf = (path: string): number => {
    const known = open.get(path);
    if (known !== undefined) return known;
    const [oldest] = open;
    if (oldest && open.size >= MOST_OPEN) {
      open.delete(oldest[0]);
      closeSync(oldest[1]);
    }
    const fd = openToRead(path);
    open.set(path, fd);
    return fd;
  };
  return {
    read(path, was, start, end) {
      try {
        const fd = descriptorOf(path);
        const bytes = new Uint8Array(end - start);
        let length = 0;
        while (length < bytes.length) {
          const count = readSync(fd, bytes, length, bytes.length - length, start + length);
          if (count === 0) break;
          length += count;
        }
        return isSame(was, identityOf(fd)) ? bytes.subarray(0, length) : undefined;
      } catch {
        return undefined;
      }
    },
    close() {
      for (const fd of open.values()) closeSync(fd);
      open.clear();
    },
  };
}
