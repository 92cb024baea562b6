import { isDeepStrictEqual } from 'node:util';
import type { Glance, ReadRecord } from '../../src/check/glance.js';
import { textKernel } from '../../src/check-node/fast/kernel/text-kernel.js';
import { CUT } from '../../src/check-node/fast/record-plan.js';
import { readRecord } from '../../src/dataset/read-record.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { checkRecord, judgeRecord } from '../../src/rules/judge.js';
import { selectRules } from '../../src/rules/rule-set.js';
import { createByteWindow } from '../../src/text/byte-window.js';
import { parseJson } from '../../src/text/json/parse-json.js';
import { MORE } from '../../src/text/text-stream.js';
import { createMutants } from './mutants.js';
import { createRandom } from './random.js';

/** What came of holding a glance to the plain path. */
export interface Soundness {
  readonly records: number;
  readonly accepted: number;
  /** Records that were accepted though the plain path does not, or otherwise than it does: each with what is wrong. */
  readonly unsound: readonly { readonly record: string; readonly why: string }[];
}

/** How long a glance is tried. */
export interface SoundnessOptions {
  readonly records: number;
  readonly seed: number;
  /** How many faults are enough. */
  readonly most?: number;
  /** Is told how many records were tried, now and then. */
  readonly onProgress?: (records: number, accepted: number) => void;
}

const rules = selectRules();

const LF = 0x0a;

const [piece] = textKernel()!.pieces;

/** Records that lie in memory together, as those of a file do. */
const BATCH = 100;

/** Holds what glances accept to what the tokenizer and zod say of the very bytes. Some are new to what they see. */
export function trySoundness(
  makeGlance: () => Glance,
  { records, seed, most = 1, onProgress }: SoundnessOptions,
): Soundness {
  const random = createRandom(seed);
  const mutant = createMutants(random);
  const window = createByteWindow();
  const unsound: { record: string; why: string }[] = [];
  let tried = 0;
  let accepted = 0;
  let glance = makeGlance();

  const tryOne = (bytes: Uint8Array, start: number, end: number, isLine: boolean): void => {
    try {
      look(bytes, start, end, isLine);
    } catch (error) {
      unsound.push({
        record: Buffer.from(bytes.subarray(start, end)).toString(),
        why: `it throws: ${error}`,
      });
    }
  };

  const look = (bytes: Uint8Array, start: number, end: number, isLine: boolean): void => {
    const { base } = window;
    // A line that is read quickly, whatever is wrong with its record.
    if (isLine && random.below(4) === 0) {
      const read = glance.read(window, { start: base + start, end: base + end });
      const wrong = read && readFault(read, bytes, start, end, base);
      if (wrong) unsound.push({ record: Buffer.from(bytes.subarray(start, end)).toString(), why: wrong });
    }
    const seen = glance.at(window, { start: base + start, end: base + end, isLine });
    if (seen === undefined || (seen === MORE && !isLine)) return;
    accepted++;
    const why =
      typeof seen === 'number'
        ? 'it waits for more of a line'
        : faultOf(seen, bytes, start, end, isLine, base);
    const stop = typeof seen === 'number' ? end : seen.end - base;
    if (why !== undefined) unsound.push({ record: Buffer.from(bytes.subarray(start, stop)).toString(), why });
  };

  while (tried < records && unsound.length < most) {
    // What one remembers of what was right must not hide what is wrong, nor that there was nothing yet.
    if (random.below(8) === 0) glance = makeGlance();
    // Some batches are all of ASCII, some end without a line end, some begin in the middle of a word.
    const lines: Buffer[] = [];
    while (lines.length < Math.min(BATCH, records - tried)) {
      // what was wrong once is wrong again
      lines.push(lines.length > 0 && random.below(12) === 0 ? lines.at(-1)! : mutant());
    }
    const isList = random.below(4) === 0;
    const joint = Buffer.from(isList ? ',' : '\n');
    const bytes = Buffer.concat(lines.flatMap((line) => [line, joint]));
    const text = random.below(4) === 0 ? bytes.subarray(0, -1) : bytes;
    // Some lie where the kernel can look at them, as pieces of long files do; others are copied there.
    const shift = random.below(70);
    const room = random.below(2) === 0 ? piece : Buffer.alloc(shift + text.length);
    const memory = room.subarray(shift, shift + text.length);
    memory.set(text);
    window.add(memory);
    let start = 0;
    for (const { length } of lines) {
      if (isList) tryOne(memory, start, memory.length, false);
      else {
        const end = start + length;
        // A line feed that got into a record ends it.
        for (let from = start; from < end; ) {
          const feed = memory.subarray(from, end).indexOf(LF);
          const stop = feed < 0 ? end : from + feed;
          if (stop > from) tryOne(memory, from, stop, true);
          from = stop + 1;
        }
      }
      start += length + 1;
    }
    window.release(window.reached);
    tried += lines.length;
    onProgress?.(tried, accepted);
  }
  return { records: tried, accepted, unsound };
}

/** What is wrong with what was read of a line quickly; `undefined` where nothing is. */
function readFault(
  { document, fits }: ReadRecord,
  bytes: Uint8Array,
  start: number,
  end: number,
  base: number,
): string | undefined {
  const exact = parseJson(bytes, { start, end, base });
  const [first] = exact.problems;
  if (first) return `read: ${first.code}: ${first.message}`;
  const { value } = document;
  const whole = exact.value as Readonly<Record<string, unknown>>;
  if (fits === undefined) {
    if (!isDeepStrictEqual(value, whole)) return 'read: it is another value';
  } else {
    const { body, ...rest } = value as typeof whole & { readonly body: object };
    const { body: wholeBody, ...wholeRest } = whole as typeof whole & {
      readonly body: { readonly text: string };
    };
    const isCut =
      isDeepStrictEqual({ ...body, text: wholeBody.text }, wholeBody) && 'text' in body && body.text === CUT;
    if (!isCut || !isDeepStrictEqual(rest, wholeRest)) return 'read: it is another value';
    const judged = judgeRecord(value, undefined, rules);
    const wholeJudged = judgeRecord(whole, undefined, rules);
    if (!isDeepStrictEqual(judged.findings, wholeJudged.findings)) return 'read: something else is found';
    const facts = collectFacts(value, 0, judged.schemaFindings, rules, fits);
    if (!isDeepStrictEqual(facts, collectFacts(whole, 0, wholeJudged.schemaFindings, rules))) {
      return 'read: its facts are others';
    }
  }
  // white space behind the record may be of it or not
  const rest = Buffer.from(bytes.subarray(document.end - base, end))
    .toString()
    .trim();
  if (document.problems.length > 0 || document.start !== exact.start || rest !== '') {
    return 'read: it stands elsewhere';
  }
  return undefined;
}

/** What is wrong with a record's being accepted; `undefined` where nothing is. */
function faultOf(
  { record, end: seenEnd, fits }: Exclude<ReturnType<Glance['at']>, number | undefined>,
  bytes: Uint8Array,
  start: number,
  end: number,
  isLine: boolean,
  base: number,
): string | undefined {
  const stop = isLine ? end : seenEnd - base;
  const { value, problems } = parseJson(bytes, { start, end: stop });
  if (problems.length > 0) return `${problems[0]!.code}: ${problems[0]!.message}`;
  const { findings } = readRecord(value);
  if (findings.length > 0) return `${findings[0]!.code} at ${findings[0]!.pointer}: ${findings[0]!.message}`;
  const last = Buffer.from(bytes.subarray(start, stop)).toString().trimEnd();
  if (seenEnd - base !== start + Buffer.byteLength(last))
    return `it ends elsewhere than at ${seenEnd - base}`;
  const whole = value as Readonly<Record<string, unknown>>;
  if (!isPartOf(record, whole)) return 'it is another record';
  if (rules.readsText(record)) return undefined;
  const found = checkRecord(record, [], rules);
  if (!isDeepStrictEqual(found, checkRecord(whole, [], rules))) return 'rules find something else';
  if (!isDeepStrictEqual(collectFacts(record, 0, [], rules, fits), collectFacts(whole, 0, [], rules))) {
    return 'its facts are others';
  }
  return undefined;
}

/** Whether all that was made of a record is in it; long texts of its body need only be there. */
function isPartOf(part: unknown, whole: unknown, path = ''): boolean {
  if (part === CUT && /^\/body\/(?:text|html)$/.test(path) && String(whole).length > 100) return true;
  if (typeof part !== 'object' || part === null) return Object.is(part, whole);
  if (typeof whole !== 'object' || whole === null || Array.isArray(part) !== Array.isArray(whole))
    return false;
  if (Array.isArray(part) && part.length !== (whole as unknown[]).length) return false;
  return Object.entries(part).every(
    // of what nobody reads there is nothing
    ([key, value]) =>
      (value === undefined && Array.isArray(part)) ||
      (Object.hasOwn(whole, key) &&
        isPartOf(value, (whole as Record<string, unknown>)[key], `${path}/${key}`)),
  );
}
