import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Keeps a text that can be read only once, so that parts of it can be read again. */
export interface Spool {
  /** Appends a piece, which is copied. Throws where there is no room left on the disk. */
  write(piece: Uint8Array): void;
  /** Says that the text ends here. */
  end(): void;
  /** Reads what was written from `start` on, up to `end` or as far as it goes. */
  read(start: number, end: number): Uint8Array;
}

/** Where texts are kept: the first bytes in memory, the rest packed in one temporary file. */
export interface SpoolStore {
  open(): Spool;
}

/** Node's compression, which few checks need: it is loaded when it is first asked for. */
const zlib = () => process.getBuiltinModule('node:zlib');

const BLOCK = 1024 * 1024;

/** How many bytes are kept in memory. */
const MOST_IN_MEMORY = 32 * BLOCK;

/** How many blocks stay unpacked. */
const MOST_UNPACKED = 4;

/** A block that was packed and written to the temporary file. */
interface Packed {
  readonly at: number;
  readonly length: number;
}

/**
 * Makes an empty store. Nobody else can read its temporary file, and it vanishes when nobody has the store any more, with
 * the process at the latest.
 */
export function createSpoolStore(inMemory = MOST_IN_MEMORY): SpoolStore {
  let room = inMemory;
  let written = 0;
  let file: TemporaryFile | undefined;
  const unpacked = new Map<Packed, Uint8Array>();

  /** Takes a block, which nobody changes any more. */
  const put = (block: Uint8Array): Uint8Array | Packed => {
    if (block.length <= room) {
      room -= block.length;
      return block;
    }
    room = 0;
    if (!file) {
      file = openTemporary();
      forgotten.register(put, file);
    }
    const bytes = zlib().deflateRawSync(block, { level: 1 });
    const packed = { at: written, length: bytes.length };
    for (let at = 0; at < bytes.length; ) {
      at += writeSync(file.fd, bytes, at, bytes.length - at, written + at);
    }
    written += bytes.length;
    return packed;
  };

  const get = (block: Uint8Array | Packed): Uint8Array => {
    if (block instanceof Uint8Array) return block;
    const known = unpacked.get(block);
    if (known) return known;
    const bytes = new Uint8Array(block.length);
    for (let at = 0; at < bytes.length; )
      at += readSync(file!.fd, bytes, at, bytes.length - at, block.at + at);
    const whole = zlib().inflateRawSync(bytes, { maxOutputLength: BLOCK });
    if (unpacked.size >= MOST_UNPACKED) unpacked.delete(unpacked.keys().next().value!);
    unpacked.set(block, whole);
    return whole;
  };

  const open = (): Spool => {
    const blocks: (Uint8Array | Packed)[] = [];
    let last = new Uint8Array();
    let filled = 0;
    let total = 0;
    return {
      write(piece) {
        for (let at = 0; at < piece.length; ) {
          if (last.length === 0) last = new Uint8Array(BLOCK);
          const part = piece.subarray(at, at + BLOCK - filled);
          last.set(part, filled);
          filled += part.length;
          total += part.length;
          at += part.length;
          if (filled < BLOCK) return;
          blocks.push(put(last));
          last = new Uint8Array();
          filled = 0;
        }
      },
      end() {
        if (filled > 0) blocks.push(put(last.slice(0, filled)));
        last = new Uint8Array();
        filled = 0;
      },
      read(start, end) {
        const stop = Math.min(end, total);
        const bytes = new Uint8Array(Math.max(0, stop - start));
        for (let at = start; at < stop; ) {
          const index = Math.floor(at / BLOCK);
          const block = index < blocks.length ? get(blocks[index]!) : last.subarray(0, filled);
          const part = block.subarray(at - index * BLOCK, stop - index * BLOCK);
          bytes.set(part, at - start);
          at += part.length;
        }
        return bytes;
      },
    };
  };

  return { open };
}

interface TemporaryFile {
  readonly fd: number;
  readonly folder: string;
}

/** Closes temporary files that nobody can read any more. */
const forgotten = new FinalizationRegistry<TemporaryFile>(({ fd, folder }) => {
  closeSync(fd);
  rmSync(folder, { recursive: true, force: true });
});

function openTemporary(): TemporaryFile {
  const folder = mkdtempSync(join(tmpdir(), 'newsdomain-'));
  try {
    const fd = openSync(join(folder, 'spool'), 'wx+', 0o600);
    try {
      // Where the system lets go of a name while the file is open, nothing is left behind whatever happens.
      rmSync(folder, { recursive: true });
    } catch {
      // Elsewhere the folder goes when the file is closed.
    }
    return { fd, folder };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}
