import type { Fault } from '../check/faults.js';
import { errorCode } from './find-files.js';

const MB = 1024 * 1024;

/** How much a gzip file may unpack to before the ratio of the two sizes counts. */
const FREE_BYTES = 256 * MB;

/** How many times its size a gzip file may unpack to. News data come to 5 or 10 times, and a bomb to 1,000. */
const LARGEST_RATIO = 250;

/** Limits of unpacking; the defaults are those that the documentation tells. */
export interface UnpackLimits {
  readonly freeBytes?: number | undefined;
}

/** Whether bytes begin as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * Unpacks gzip that comes in pieces, and hands on the text in pieces until `take` wants no more. Answers what went
 * wrong: what was handed on before that is right as far as it goes.
 */
export async function unpack(
  pieces: AsyncIterable<Uint8Array>,
  take: (piece: Uint8Array) => boolean,
  { freeBytes = FREE_BYTES }: UnpackLimits = {},
): Promise<Fault | undefined> {
  // Few files are packed: the others do not wait for this.
  const { createGunzip } = await import('node:zlib');
  const gunzip = createGunzip({ chunkSize: MB / 4 });
  let packed = 0;
  let stopped = false;
  let unreadable: unknown;

  const feed = async (): Promise<void> => {
    try {
      for await (const piece of pieces) {
        packed += piece.length;
        // Each piece is unpacked before the next: a text that is cut then gives all that it holds before it fails.
        const taken = await new Promise<boolean>((resolve) => {
          const closed = (): void => resolve(false);
          gunzip.once('close', closed);
          gunzip.write(piece, (error) => {
            gunzip.off('close', closed);
            resolve(!error);
          });
        });
        if (!taken || stopped) return;
      }
    } catch (error) {
      unreadable = error;
      gunzip.destroy();
      return;
    }
    gunzip.end();
  };

  const feeding = feed();
  let unpacked = 0;
  let fault: Fault | undefined;
  try {
    for await (const piece of gunzip) {
      unpacked += piece.length;
      if (unpacked > freeBytes && unpacked > LARGEST_RATIO * packed) {
        fault = {
          code: 'io/too-large',
          message: `this gzip file unpacks to more than ${LARGEST_RATIO} times its size, as no data do`,
        };
        break;
      }
      if (!take(piece)) break;
    }
  } catch (error) {
    fault = faultOf(error);
  }
  stopped = true;
  gunzip.destroy();
  await feeding;
  return unreadable === undefined
    ? fault
    : { code: 'io/unreadable', message: `this file cannot be read (${errorCode(unreadable)})` };
}

function faultOf(error: unknown): Fault {
  return errorCode(error) === 'Z_BUF_ERROR'
    ? { code: 'io/truncated', message: 'this gzip file ends too early' }
    : { code: 'io/unreadable', message: 'this gzip file is damaged' };
}
