import { isUtf8 } from 'node:buffer';
import type * as z from 'zod';
import type { Glance, ReadRecord, SoundRecord } from '../../check/glance.js';
import { referenceFieldsOf } from '../../dataset/references.js';
import { recordSchemas } from '../../records/news-record.js';
import type { RuleSet } from '../../rules/rule-set.js';
import type { ByteWindow } from '../../text/byte-window.js';
import { LF } from '../../text/json/bytes.js';
import { cleanDocument } from '../../text/json/clean-document.js';
import { MORE } from '../../text/text-stream.js';
import { type RecordType, recordTypes } from '../../vocabulary/record-type.js';
import { createByteFit } from './fitting-bytes.js';
import { LEAST_ROOM, type TextKernel, textKernel } from './kernel/text-kernel.js';
import { planOf } from './plan-schema.js';
import { CUT } from './record-plan.js';
import { createRecordReader, type RecordReader } from './record-reader.js';
import { wantedBy } from './wanted.js';

/** An element that goes on behind what is there is waited for up to this length; longer ones are read in pieces. */
const LONGEST_WAIT = 256 * 1024;

/** Longer records may have to be read: there need not be room for more. */
const LONGEST = LEAST_ROOM / 2;

const unknown = (): undefined => undefined;
const nothingFits = (): boolean => false;

/** What is taken of every record, whatever rules run. */
const always = ['type', 'id', 'textDigest'];

/** Makes a reader that accepts what the schemas accept, and takes of a record what rules and references need. */
function createReader({ reads }: RuleSet, schemas: Schemas, kernel: TextKernel): RecordReader {
  return createRecordReader(
    recordTypes.map((type) => {
      const references = referenceFieldsOf(type).map(({ pattern }) => pattern.join('.'));
      return planOf(schemas[type], wantedBy([...always, ...reads[type], ...references]));
    }),
    kernel,
  );
}

type Schemas = Readonly<Record<RecordType, z.ZodType>>;

/** What a glance is made of. */
export interface GlanceOptions {
  readonly schemas?: Schemas;
  /** Before so many bytes everything is in doubt. */
  readonly worth?: number;
}

/**
 * Makes a glance for a check with some rules: it accepts what the schemas accept, which are those of the records. Where
 * there is no kernel everything is in doubt.
 */
export function createGlance(
  rules: RuleSet,
  { schemas = recordSchemas, worth = 0 }: GlanceOptions = {},
): Glance {
  let made: Glance | undefined;
  let version = -1;
  let bytes = 0;
  const glance = (window: ByteWindow): Glance => {
    if (made !== undefined) return made;
    if (window.version !== version) bytes += window.end;
    version = window.version;
    if (bytes < worth) return doubt;
    const kernel = textKernel();
    made = kernel ? createLook(createReader(rules, schemas, kernel), kernel, rules) : doubt;
    return made;
  };
  return {
    at: (window, place) => glance(window).at(window, place),
    read: (window, line) => glance(window).read(window, line),
  };
}

/** Fewer bytes are read exactly sooner than what a glance takes is made. */
const WORTH_A_GLANCE = 16 * 1024;

/** Makes a glance for a check of files, which begins once there is much to read. */
export const createFileGlance = (rules: RuleSet): Glance => createGlance(rules, { worth: WORTH_A_GLANCE });

const doubt: Glance = { at: unknown, read: unknown };

function createLook(reader: RecordReader, kernel: TextKernel, rules: RuleSet): Glance {
  let version = -1;
  let memory: Uint8Array | undefined;
  /** Where in the window the bytes begin that can be looked at, and the copies that were made when they were there. */
  let first = 0;
  let copies = 0;
  let buffer: Buffer = Buffer.alloc(0);
  const byteFit = createByteFit(kernel);
  /** Up to where the bytes were looked at as a whole, and what was found. */
  let seen = 0;
  let valid = false;

  const isAt = (window: ByteWindow, start: number): boolean =>
    window.version === version &&
    window.bytes === memory &&
    kernel.copies() === copies &&
    start >= first &&
    (first + buffer.length === window.end || first + buffer.length - start >= LONGEST);

  /** Goes to bytes of the window, from one on: all of them, or as many as there is room for. Answers where they begin. */
  const open = (window: ByteWindow, start: number): number => {
    if (isAt(window, start)) return first;
    version = window.version;
    memory = window.bytes;
    first = start;
    const rest = memory.subarray(start, window.end);
    buffer = kernel.holds(rest) ? Buffer.from(rest.buffer, rest.byteOffset, rest.length) : kernel.copy(rest);
    copies = kernel.copies();
    reader.open(buffer);
    // Whole lines are never cut inside a character.
    seen = buffer.lastIndexOf(LF) + 1;
    valid = isUtf8(buffer.subarray(0, seen));
    return first;
  };

  const isValid = (start: number, end: number): boolean =>
    (end <= seen && valid) || isUtf8(buffer.subarray(start, end));

  /** Parses bytes, but for the text that the reader noted where nobody needs that. Answers whether it is left out. */
  const parse = (from: number, stop: number): { readonly value: unknown; readonly isCut: boolean } => {
    const { textStart, textEnd } = reader;
    if (textStart < 0) return { value: JSON.parse(buffer.utf8Slice(from, stop)), isCut: false };
    const around = `${buffer.utf8Slice(from, textStart)}${CUT}${buffer.utf8Slice(textEnd, stop)}`;
    const value = JSON.parse(around) as Record<string, unknown> & { readonly body: { text: string } };
    const isCut = value.type === 'article' && value.textDigest === undefined && !rules.readsText(value);
    if (!isCut) value.body.text = JSON.parse(buffer.utf8Slice(textStart - 1, textEnd + 1)) as string;
    return { value, isCut };
  };

  return {
    at(window, { start, end: stretch, isLine }): SoundRecord | number | undefined {
      const base = window.base + open(window, start - window.base);
      const from = start - base;
      const limit = stretch - base;
      const stop = reader.read(from);
      if (stop < 0 || stop > limit) {
        return !isLine && limit - from < LONGEST_WAIT && reader.isOpen(from) ? MORE : undefined;
      }
      if ((isLine && !isBlank(buffer, stop, limit)) || !isValid(from, stop)) return undefined;
      const { record } = reader;
      const end = stop + base;
      if (reader.textStart < 0) return { record, end };
      // A digest may say that offsets are counted in another form of the text.
      if (record.textDigest !== undefined) return { record, end, fits: nothingFits };
      byteFit.open(buffer, reader.textStart, reader.textEnd);
      return { record, end, fits: byteFit.fits };
    },
    read(window, { start, end: stretch }): ReadRecord | undefined {
      const base = window.base + open(window, start - window.base);
      const from = start - base;
      const limit = stretch - base;
      const stop = reader.endOfAny(from);
      if (stop < 0 || stop > limit || !isBlank(buffer, stop, limit) || !isValid(from, stop)) return undefined;
      try {
        const { value, isCut } = parse(from, stop);
        // Other bytes may come to lie here while places of the document are asked for.
        const { bytes, base: shift } = window;
        const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
        const span = { start: start - shift, end: stop + base - shift, base: shift };
        const document = cleanDocument(whole, span, value);
        if (!isCut) return { document };
        byteFit.open(buffer, reader.textStart, reader.textEnd);
        return { document, fits: byteFit.fits };
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
