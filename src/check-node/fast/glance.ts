import { isAscii, isUtf8 } from 'node:buffer';
import * as z from 'zod';
import { compileFn } from 'zod/v4/core';
import type { Glance, SoundRecord } from '../../check/glance.js';
import { recordSchemas } from '../../records/news-record.js';
import type { ByteWindow } from '../../text/byte-window.js';
import { MORE } from '../../text/text-stream.js';
import type { RecordType } from '../../vocabulary/record-type.js';
import { createByteFit } from './fitting-bytes.js';
import { createSkeletonReader } from './skeleton.js';

/** An element that goes on behind what is there is waited for up to this length; longer ones are read in pieces. */
const LONGEST_WAIT = 256 * 1024;

/** How many records of a type are judged by its schema as it is: to compile it takes as long as to judge a hundred so. */
const FEW = 64;

const LF = 0x0a;

const unknown = (): boolean => false;

type Accepts = (value: unknown) => boolean;

/** How a glance is made. */
export interface GlanceOptions {
  /** How many records of a type are judged by its schema as it is. */
  readonly few?: number | undefined;
  /** What is accepted; the schemas of the records by default. */
  readonly schemas?: Readonly<Record<RecordType, z.ZodType>> | undefined;
}

/**
 * Makes a glance that accepts what the schemas accept: where there are many records of a type, its schema is compiled
 * to code that answers yes or no. Answers `undefined` where code may not be made from text: every record is then read.
 */
export function createGlance({ few = FEW, schemas = recordSchemas }: GlanceOptions = {}): Glance | undefined {
  if (!canMakeCode()) return undefined;
  const accepts = new Map<string, Accepts>();
  const acceptsOf = (type: unknown): Accepts | undefined => {
    if (typeof type !== 'string') return undefined;
    let known = accepts.get(type);
    if (known === undefined && Object.hasOwn(schemas, type)) {
      known = createAccepts(schemas[type as RecordType], few);
      accepts.set(type, known);
    }
    return known;
  };

  let version = -1;
  let memory: Uint8Array | undefined;
  let buffer: Buffer = Buffer.alloc(0);
  const reader = createSkeletonReader();
  const byteFit = createByteFit(reader.escapes);
  /** Up to where the bytes were looked at as a whole, and what was found. */
  let seen = 0;
  let valid = false;
  let ascii = false;

  const open = (window: ByteWindow, start: number): void => {
    if (window.version === version && window.bytes === memory) return;
    version = window.version;
    memory = window.bytes;
    buffer = Buffer.from(memory.buffer, memory.byteOffset, window.end);
    reader.open(buffer);
    // Whole lines are never cut inside a character.
    seen = buffer.lastIndexOf(LF) + 1;
    const lines = buffer.subarray(start, Math.max(start, seen));
    valid = isUtf8(lines);
    ascii = isAscii(lines);
  };

  return {
    at(window, { start, end: stretch, isLine }): SoundRecord | number | undefined {
      const from = start - window.base;
      const limit = stretch - window.base;
      open(window, from);
      const whole = limit <= seen && valid;
      const skeleton = reader.read(from, limit, whole && ascii);
      if (skeleton === null) return !isLine && limit - from < LONGEST_WAIT ? MORE : undefined;
      if (skeleton === undefined) return undefined;
      const stop = skeleton.end;
      if (isLine && !isBlank(buffer, stop, limit)) return undefined;
      if (!whole && !(stop <= seen && valid) && !isUtf8(buffer.subarray(from, stop))) return undefined;
      let record: Readonly<Record<string, unknown>>;
      try {
        record = JSON.parse(skeleton.json);
      } catch {
        return undefined;
      }
      if (!acceptsOf(record.type)?.(record)) return undefined;
      const end = stop + window.base;
      if (skeleton.textStart < 0) return { record, end };
      // A digest may say that offsets are counted in another form of the text.
      if (record.textDigest !== undefined) return { record, end, fits: unknown };
      byteFit.open(buffer, skeleton.textStart, skeleton.textEnd);
      return { record, end, fits: byteFit.fits };
    },
  };
}

function canMakeCode(): boolean {
  try {
    return typeof new Function() === 'function';
  } catch {
    return false;
  }
}

/** Asks the schema of a type about the first few values, and what it is compiled to about all others. */
function createAccepts(schema: z.ZodType, few: number): Accepts {
  let seen = 0;
  let compiled: Accepts | undefined;
  return (value) => {
    if (compiled !== undefined) return compiled(value);
    // Without `jitless` zod would compile parts of the schema at their first use.
    if (seen++ < few) return schema.safeParse(value, { jitless: true }).success;
    compiled = compile(schema);
    return compiled(value);
  };
}

function compile(schema: z.ZodType): Accepts {
  const accepts = compileFn(schema, { assertOnly: true });
  // It answers `true`, or the value where a check needed one made.
  return (value) => (accepts(value) as unknown) !== z.INVALID;
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
