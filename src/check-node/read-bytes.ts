import { open } from 'node:fs/promises';
import { constants, createGunzip } from 'node:zlib';
import type { FileFault } from '../check/checker.js';
import { errorCode } from './find-files.js';

/** The bytes of a file as far as they could be read, and what went wrong. */
export interface ReadBytes {
  /** `undefined` where nothing can be checked. */
  readonly bytes: Uint8Array | undefined;
  readonly fault: { readonly code: FileFault; readonly message: string } | undefined;
}

/** The longest text that is read by default, decompressed: 512 MiB. */
export const defaultMaxBytes = 512 * 1024 * 1024;

const MB = 1024 * 1024;

/** Reads a file, and unpacks it where it is gzip. Never holds more than `maxBytes` of it. */
export async function readFileBytes(path: string, maxBytes: number): Promise<ReadBytes> {
  try {
    const file = await open(path);
    try {
      return await readChunks(file.createReadStream({ autoClose: false, highWaterMark: MB }), maxBytes);
    } finally {
      await file.close();
    }
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOENT'
      ? failed('io/not-found', 'there is no such file')
      : failed('io/unreadable', `this file cannot be read (${code})`);
  }
}

/** Reads a stream of bytes to its end, and unpacks it where it is gzip. */
export async function readChunks(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<ReadBytes> {
  const raw = await collect(chunks, maxBytes);
  if (raw === undefined) return tooLarge(maxBytes);
  return raw[0] === 0x1f && raw[1] === 0x8b ? unpack(raw, maxBytes) : { bytes: raw, fault: undefined };
}

async function unpack(packed: Uint8Array, maxBytes: number): Promise<ReadBytes> {
  // Without a final flush a cut stream gives what it holds instead of nothing; the cut is then seen by the trailer.
  const whole = await gunzip(packed, maxBytes, constants.Z_FINISH);
  if (whole.bytes !== undefined) return { bytes: whole.bytes, fault: undefined };
  if (whole.error === 'too-large') return tooLarge(maxBytes);
  if (whole.error !== 'Z_BUF_ERROR') return failed('io/unreadable', 'this gzip file is damaged');
  const part = await gunzip(packed, maxBytes, constants.Z_SYNC_FLUSH);
  return {
    bytes: part.bytes,
    fault: { code: 'io/truncated', message: 'this gzip file ends too early' },
  };
}

async function gunzip(
  packed: Uint8Array,
  maxBytes: number,
  finishFlush: number,
): Promise<{ bytes: Uint8Array; error?: undefined } | { bytes?: undefined; error: string }> {
  const stream = createGunzip({ finishFlush, chunkSize: MB });
  stream.end(packed);
  try {
    const bytes = await collect(stream, maxBytes);
    return bytes === undefined ? { error: 'too-large' } : { bytes };
  } catch (error) {
    return { error: errorCode(error) };
  } finally {
    stream.destroy();
  }
}

/** Puts chunks together; `undefined` as soon as they are too many. */
async function collect(chunks: AsyncIterable<Uint8Array>, maxBytes: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return undefined;
    parts.push(chunk);
  }
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function failed(code: FileFault, message: string): ReadBytes {
  return { bytes: undefined, fault: { code, message } };
}

function tooLarge(maxBytes: number): ReadBytes {
  const limit = maxBytes >= MB ? `${Math.floor(maxBytes / MB)} MB` : `${maxBytes} bytes`;
  return failed('io/too-large', `this is longer than ${limit} unpacked, and was not checked`);
}
