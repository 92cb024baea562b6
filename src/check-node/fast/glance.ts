import { isUtf8 } from 'node:buffer';
import type * as z from 'zod';
import type { Glance, SoundRecord } from '../../check/glance.js';
import { referenceFieldsOf } from '../../dataset/references.js';
import { recordSchemas } from '../../records/news-record.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { ByteWindow } from '../../text/byte-window.js';
import { LF } from '../../text/json/bytes.js';
import { cleanDocument } from '../../text/json/clean-document.js';
import { MORE } from '../../text/text-stream.js';
import { type RecordType, recordTypes } from '../../vocabulary/record-type.js';
import { createByteFit } from './fitting-bytes.js';
import { planOf } from './plan-schema.js';
import { createRecordReader, type RecordReader } from './record-reader.js';
import { wantedBy } from './wanted.js';

/** An element that goes on behind what is there is waited for up to this length; longer ones are read in pieces. */
const LONGEST_WAIT = 256 * 1024;

const unknown = (): boolean => false;

/** What is taken of every record, whatever rules run. */
const always = ['type', 'id', 'textDigest'];

/** Makes a reader that accepts what the schemas accept, and takes of a record what rules and references need. */
function createReader({ reads }: RuleSet, schemas: Schemas): RecordReader {
  return createRecordReader(
    recordTypes.map((type) => {
      const references = referenceFieldsOf(type).map(({ pattern }) => pattern.join('.'));
      return planOf(schemas[type], wantedBy([...always, ...reads[type], ...references]));
    }),
  );
}

type Schemas = Readonly<Record<RecordType, z.ZodType>>;

/** Makes a glance for a check with some rules: it accepts what the schemas accept, which are those of the records. */
export function createGlance(rules: RuleSet, schemas: Schemas = recordSchemas): Glance {
  // Where there is nothing to look at, nothing is made.
  let made: Glance | undefined;
  const glance = (): Glance => {
    made ??= createLook(createReader(rules, schemas));
    return made;
  };
  return {
    at: (window, place) => glance().at(window, place),
    read: (window, line) => glance().read(window, line),
  };
}

function createLook(reader: RecordReader): Glance {
  let version = -1;
  let memory: Uint8Array | undefined;
  let buffer: Buffer = Buffer.alloc(0);
  const byteFit = createByteFit(reader.notes);
  /** Up to where the bytes were looked at as a whole, and what was found. */
  let seen = 0;
  let valid = false;

  const open = (window: ByteWindow, start: number): void => {
    if (window.version === version && window.bytes === memory) return;
    version = window.version;
    memory = window.bytes;
    buffer = Buffer.from(memory.buffer, memory.byteOffset, window.end);
    reader.open(buffer);
    // Whole lines are never cut inside a character.
    seen = buffer.lastIndexOf(LF) + 1;
    valid = isUtf8(buffer.subarray(start, Math.max(start, seen)));
  };

  const isValid = (start: number, end: number): boolean =>
    (end <= seen && valid) || isUtf8(buffer.subarray(start, end));

  return {
    at(window, { start, end: stretch, isLine }): SoundRecord | number | undefined {
      const from = start - window.base;
      const limit = stretch - window.base;
      open(window, from);
      const stop = reader.read(from);
      if (stop < 0 || stop > limit) {
        return !isLine && limit - from < LONGEST_WAIT && reader.isOpen(from) ? MORE : undefined;
      }
      if ((isLine && !isBlank(buffer, stop, limit)) || !isValid(from, stop)) return undefined;
      const { record } = reader;
      const end = stop + window.base;
      if (reader.textStart < 0) return { record, end };
      // A digest may say that offsets are counted in another form of the text.
      if (record.textDigest !== undefined) return { record, end, fits: unknown };
      byteFit.open(buffer, reader.textStart, reader.textEnd);
      return { record, end, fits: byteFit.fits };
    },
    read(window, { start, end: stretch }) {
      const from = start - window.base;
      const limit = stretch - window.base;
      open(window, from);
      const stop = reader.endOfAny(from);
      if (stop < 0 || stop > limit || !isBlank(buffer, stop, limit) || !isValid(from, stop)) return undefined;
      try {
        const value: unknown = JSON.parse(buffer.utf8Slice(from, stop));
        return cleanDocument(buffer, { start: from, end: stop, base: window.base }, value);
      } catch {
        return undefined;
      }
    },
  };
}

function isBlank(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== 0x20 && byte !== 0x09 && byte !== 0x0d) return false;
  }
  return true;
}
