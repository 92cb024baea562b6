import { closeSync } from 'node:fs';
import { type Fault, wasChanged } from '../check/faults.js';
import type { Span } from '../text/problem.js';
import type { TextRange } from '../text/text-stream.js';
import { errorCode } from './find-files.js';
import { lineStart } from './line-start.js';
import { createOpenFiles, type FileIdentity, identityOf, isSame, openToRead } from './open-files.js';
import { readPieces } from './read-pieces.js';
import { createSpoolStore, type Spool } from './spool.js';
import { isGzip, type UnpackLimits, unpack } from './unpack.js';

/** A text that is read in pieces, and parts of it once more. All offsets are those of the unpacked text. */
export interface FileSource {
  /** Hands on the text, or the lines of it that are asked for, until `take` wants no more. Answers what went wrong. */
  feed(take: (piece: Uint8Array) => boolean, lines?: LineStretch): Promise<Fault | undefined>;
  /** What was read; `undefined` before that, and for what can be read only once. */
  state(): SourceState | undefined;
  /**
   * Whether a part of it was asked for that only unpacking it again would give. {@link keep} does that; then it can be
   * read.
   */
  isWanted(): boolean;
  /** Whether what was read again is what it was; where it is not, nothing of it can be read again from then on. */
  isStill(): boolean;
  keep(): Promise<void>;
  /** Reads a part again; `undefined` where it is gone or no longer the same. */
  reread(start: number, end: number): Uint8Array | undefined;
  /** Reads parts again, where need be by reading the text up to the last of them. */
  rereadAll(spans: readonly Span[]): Promise<(span: Span) => Uint8Array | undefined>;
}

/** What a source was when it was read. */
export interface SourceState {
  readonly identity: FileIdentity;
  readonly isPacked: boolean;
}

/** The lines of a file that begin in a span of its bytes. The file must not be packed. */
export interface LineStretch extends Span {
  /** Is told where they are, before they are read. */
  opened(range: TextRange): void;
}

/** Where the sources of one check keep what they need. */
export interface SourcePool {
  /** A file. It is read piece by piece into the same memory. Where it was read before, `state` says so. */
  file(path: string, state?: SourceState): FileSource;
  /** A stream, which can be read only once: what it holds is kept. */
  stream(stream: AsyncIterable<Uint8Array>): FileSource;
  /** Closes the files that are open for reading parts of them again; they are opened again where need be. */
  rest(): void;
}

/** How files are read. */
export interface SourceOptions extends UnpackLimits {
  /** Whether parts of packed files are read again one by one: they are then kept unpacked. */
  readonly keepUnpacked: boolean;
}

/** Makes the sources of one check. */
export function createSourcePool(options: SourceOptions): SourcePool {
  const store = createSpoolStore();
  const openFiles = createOpenFiles();
  return {
    file: (path, state) => fileSource(path, { ...options, store, openFiles }, state),
    stream: (stream) => streamSource(stream, options, store.open()),
    rest: openFiles.close,
  };
}

interface Pooled extends SourceOptions {
  readonly store: ReturnType<typeof createSpoolStore>;
  readonly openFiles: ReturnType<typeof createOpenFiles>;
}

function fileSource(
  path: string,
  { store, openFiles, ...options }: Pooled,
  state: SourceState | undefined,
): FileSource {
  let seen = state?.identity;
  let packed = state?.isPacked ?? false;
  let wanted = false;
  let isRead = false;
  let isGone = false;
  let spool: Spool | undefined;

  const feedFrom = async (
    fd: number,
    take: (piece: Uint8Array) => boolean,
    span: Span,
    size: number,
  ): Promise<Fault | undefined> => {
    const pieces = readPieces(fd, span, size);
    const first = await pieces.next();
    if (first.done) return undefined;
    packed = span.start === 0 && isGzip(first.value);
    const all = joined(first.value, pieces);
    if (packed) return unpack(all, take, options);
    for await (const piece of all) if (!take(piece)) break;
    return undefined;
  };

  const spanOf = (fd: number, size: number, lines: LineStretch | undefined): Span => {
    if (!lines) return { start: 0, end: Number.POSITIVE_INFINITY };
    const span = { start: lineStart(fd, lines.start, size), end: lineStart(fd, lines.end, size) };
    lines.opened({ start: span.start, goesOn: span.end < size });
    return span;
  };

  const feed = async (
    take: (piece: Uint8Array) => boolean,
    lines?: LineStretch,
  ): Promise<Fault | undefined> => {
    let fd: number | undefined;
    try {
      fd = openToRead(path);
      const before = identityOf(fd);
      if (!before.isFile) return { code: 'io/unreadable', message: 'this is no file' };
      if (seen && !isSame(seen, before)) return wasChanged;
      seen = before;
      const size = Number(before.size);
      const fault = await feedFrom(fd, take, spanOf(fd, size, lines), size);
      return isSame(before, identityOf(fd)) ? fault : wasChanged;
    } catch (error) {
      return unreadable(error);
    } finally {
      if (fd !== undefined) closeSync(fd);
    }
  };

  const reread = (start: number, end: number): Uint8Array | undefined => {
    if (spool) return spool.read(start, end);
    wanted ||= packed;
    if (packed || !seen || isGone) return undefined;
    isRead = true;
    return openFiles.read(path, seen, start, end);
  };

  const read: FileSource['feed'] = async (take, lines) => {
    const kept = keeping(take, () => {
      if (packed && (options.keepUnpacked || wanted)) spool ??= store.open();
      return spool;
    });
    return kept.end(await feed(kept.take, lines));
  };

  return {
    feed: read,
    state: () => seen && { identity: seen, isPacked: packed },
    isWanted: () => wanted && !spool,
    isStill() {
      isGone ||= isRead && !!seen && !openFiles.isStill(path, seen);
      return !isGone;
    },
    async keep() {
      await read(() => true);
    },
    reread,
    async rereadAll(spans) {
      if (!packed || spool) return ({ start, end }) => reread(start, end);
      const parts = await collect(spans, feed);
      return (span) => parts.get(span);
    },
  };
}

function streamSource(stream: AsyncIterable<Uint8Array>, options: SourceOptions, spool: Spool): FileSource {
  return {
    async feed(take) {
      const kept = keeping(take, () => spool);
      try {
        const pieces = stream[Symbol.asyncIterator]();
        const first = await firstBytes(pieces);
        if (first === undefined) return undefined;
        const all = joined(first, pieces);
        if (isGzip(first)) return kept.end(await unpack(all, kept.take, options));
        for await (const piece of all) if (!kept.take(piece)) break;
        return kept.end(undefined);
      } catch (error) {
        return unreadable(error);
      }
    },
    state: () => undefined,
    isWanted: () => false,
    isStill: () => true,
    keep: async () => undefined,
    reread: (start, end) => spool.read(start, end),
    rereadAll: async () => (span) => spool.read(span.start, span.end),
  };
}

/** Keeps what is handed on in a spool, where there is one and as long as there is room. */
function keeping(take: (piece: Uint8Array) => boolean, spoolOf: () => Spool | undefined) {
  let fault: Fault | undefined;
  const tried = (write: () => void): boolean => {
    try {
      write();
      return true;
    } catch (error) {
      const message = `what is unpacked, or comes through a pipe, cannot be kept in the temporary folder (${errorCode(error)})`;
      fault = { code: 'io/unreadable', message };
      return false;
    }
  };
  return {
    take: (piece: Uint8Array): boolean => tried(() => spoolOf()?.write(piece)) && take(piece),
    end(other: Fault | undefined): Fault | undefined {
      tried(() => spoolOf()?.end());
      return other ?? fault;
    },
  };
}

/** Enough bytes to tell whether a stream is gzip; `undefined` where it is empty. */
async function firstBytes(pieces: AsyncIterator<Uint8Array>): Promise<Uint8Array | undefined> {
  let first: Uint8Array | undefined;
  while (first === undefined || first.length < 2) {
    const { value, done } = await pieces.next();
    if (done) break;
    first = first === undefined ? value : Uint8Array.from([...first, ...value]);
  }
  return first;
}

async function* joined(
  first: Uint8Array,
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield first;
    for (;;) {
      const { value, done } = await rest.next();
      if (done) return;
      yield value;
    }
  } finally {
    await rest.return?.();
  }
}

/** Collects parts of a text that goes by. */
async function collect(
  spans: readonly Span[],
  feed: (take: (piece: Uint8Array) => boolean) => Promise<Fault | undefined>,
): Promise<ReadonlyMap<Span, Uint8Array>> {
  const parts = spans.map((span) => ({ span, bytes: new Uint8Array(span.end - span.start), length: 0 }));
  const last = Math.max(0, ...spans.map(({ end }) => end));
  let reached = 0;
  await feed((piece) => {
    for (const part of parts) {
      const { start, end } = part.span;
      if (start >= reached + piece.length || end <= reached) continue;
      const wanted = piece.subarray(Math.max(0, start - reached), end - reached);
      part.bytes.set(wanted, part.length);
      part.length += wanted.length;
    }
    reached += piece.length;
    return reached < last;
  });
  return new Map(parts.map(({ span, bytes, length }) => [span, bytes.subarray(0, length)]));
}

function unreadable(error: unknown): Fault {
  const code = errorCode(error);
  return code === 'ENOENT'
    ? { code: 'io/not-found', message: 'there is no such file' }
    : { code: 'io/unreadable', message: `this cannot be read (${code})` };
}
