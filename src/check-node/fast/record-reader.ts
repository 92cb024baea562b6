import {
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  MINUS,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
} from '../../text/json/bytes.js';
import { createAnyReader } from './any-value.js';
import type { TextKernel } from './kernel/text-kernel.js';
import {
  ANY,
  BOOLEAN,
  CODE,
  CUT,
  CUT_NOTED,
  type Field,
  LEAST_CUT,
  LIST,
  NUMBER,
  OBJECT,
  type Payload,
  type Plan,
  TEXT,
  UNION,
  WHOLE,
  WORD,
} from './record-plan.js';
import { createStringScanner } from './string-scanner.js';

/** Longer integers may be more than a double can hold. */
const SAFE_DIGITS = 15;

const DOT = 0x2e;
const ZERO = 0x30;

/** Reads the records in one piece of memory, judging them by their schemas as it goes. */
export interface RecordReader {
  /** Goes to other bytes, in the memory of the kernel, in which nothing may change while they are used. */
  open(bytes: Buffer): void;
  /**
   * Reads the record whose `{` is the byte at `start`, in valid UTF-8, and answers where it ends. -1 is a doubt, not a
   * verdict: wherever a schema might refuse the record, where its bytes might hold more than `JSON.parse` would tell (a
   * key given twice, an integer beyond 2^53, half a surrogate pair), and where it does not end.
   */
  read(start: number): number;
  /** Whether the object that begins at `start` does not end in the memory. */
  isOpen(start: number): boolean;
  /**
   * The byte after the object that begins at `start`, whatever schemas say of it, if it is JSON: that is left to
   * `JSON.parse`. Negative where it does not end, or where there might be more in its bytes than that would tell. The
   * text of its body is noted as that of a record is, unless a schema asks more of it than that it is a text.
   */
  endOfAny(start: number): number;
  /** The record that was read last, but for long texts of its body. */
  readonly record: Readonly<Record<string, unknown>>;
  /** Where the contents of the plain text of its body begin and end, in bytes; -1 where it is not long. */
  readonly textStart: number;
  readonly textEnd: number;
}

/** Makes a reader of records of some types, each of which has a plan, in the memory of a kernel. */
export function createRecordReader(plans: readonly Plan[], kernel: Pick<TextKernel, 'sweep'>): RecordReader {
  let bytes: Buffer = Buffer.alloc(0);
  const strings = createStringScanner(kernel);
  const values = createAnyReader(strings);
  const payload: Payload = { value: undefined, issues: [] };
  /** The value that was read last, where its plan says that it is made. */
  let made: unknown;
  let objects = 0;
  let textStart = -1;
  let textEnd = -1;
  let record: Readonly<Record<string, unknown>> = {};
  const cutsText = plans.some((plan) => fieldOf(fieldOf(plan, 'body'), 'text')?.cut === CUT_NOTED);
  /** The number of the plan that was right last. */
  let guess = 0;

  const holds = ({ checks }: Plan, value: unknown): boolean => {
    payload.value = value;
    for (let index = 0; index < checks.length; index++) checks[index]!(payload);
    if (payload.issues.length === 0) return true;
    payload.issues.length = 0;
    return false;
  };

  /** The first byte from one on that is not white space. */
  const behindBlank = (from: number): number => {
    let at = from;
    while (isBlank(bytes[at]!)) at++;
    return at;
  };

  const stands = (key: Uint8Array, at: number): boolean => {
    const memory = bytes;
    for (let index = 0; index < key.length; index++) if (memory[at + index] !== key[index]) return false;
    return true;
  };

  const fieldAt = ({ fields }: Plan, at: number): Field | undefined => {
    for (let index = 0; index < fields.length; index++) {
      const field = fields[index]!;
      if (field.key[0] === bytes[at] && stands(field.key, at)) return field;
    }
    return undefined;
  };

  const readObject = (plan: Plan, start: number): number => {
    const memory = bytes;
    if (memory[start] !== OPEN_OBJECT) return -1;
    const number = ++objects;
    const object: Record<string, unknown> | undefined = plan.isMade ? {} : undefined;
    let missing = plan.required;
    let before: Field | undefined;
    let at = behindBlank(start + 1);
    let isOver = memory[at] === CLOSE_OBJECT;
    while (!isOver) {
      if (memory[at] !== QUOTE) return -1;
      at++;
      let field = before === undefined ? plan.first : before.next;
      if (field === undefined || !stands(field.key, at)) {
        field = fieldAt(plan, at);
        if (field === undefined) return -1;
        if (before === undefined) plan.first = field;
        else before.next = field;
      }
      if (field.seenIn === number) return -1;
      field.seenIn = number;
      if (field.isRequired) missing--;
      at += field.key.length;
      if (memory[at] !== COLON) {
        at = behindBlank(at);
        if (memory[at] !== COLON) return -1;
      }
      at++;
      if (isBlank(memory[at]!)) at = behindBlank(at);
      at = readValue(field.plan, at);
      if (at < 0) return -1;
      if (object !== undefined && field.plan.isMade) object[field.name] = made;
      before = field;
      if (isBlank(memory[at]!)) at = behindBlank(at);
      const byte = memory[at];
      if (byte === CLOSE_OBJECT) isOver = true;
      else if (byte !== COMMA) return -1;
      else {
        at++;
        if (isBlank(memory[at]!)) at = behindBlank(at);
      }
    }
    if (missing > 0 || (plan.checks.length > 0 && !holds(plan, object))) return -1;
    made = object;
    return at + 1;
  };

  const readList = (plan: Plan, start: number): number => {
    const memory = bytes;
    if (memory[start] !== OPEN_ARRAY) return -1;
    const items: unknown[] | undefined = plan.isMade ? [] : undefined;
    const item = plan.options[0]!;
    let at = behindBlank(start + 1);
    let isOver = memory[at] === CLOSE_ARRAY;
    while (!isOver) {
      at = readValue(item, at);
      if (at < 0) return -1;
      if (items !== undefined) items.push(made);
      if (isBlank(memory[at]!)) at = behindBlank(at);
      const byte = memory[at];
      if (byte === CLOSE_ARRAY) isOver = true;
      else if (byte !== COMMA) return -1;
      else {
        at++;
        if (isBlank(memory[at]!)) at = behindBlank(at);
      }
    }
    if (plan.checks.length > 0 && !holds(plan, items)) return -1;
    made = items;
    return at + 1;
  };

  const readText = (plan: Plan, start: number): number => {
    if (bytes[start] !== QUOTE) return -1;
    const text = start + 1;
    const end = strings.end(text);
    if (end < 0 || end - text < plan.least) return -1;
    if (plan.cut !== WHOLE && end - text >= LEAST_CUT) {
      if (plan.cut === CUT_NOTED) {
        textStart = text;
        textEnd = end;
      }
      made = CUT;
      return end + 1;
    }
    if (!plan.isMade && plan.checks.length === 0) return end + 1;
    const value = textOf(text, end);
    if (plan.checks.length > 0 && value !== plan.last) {
      if (!holds(plan, value)) return -1;
      plan.last = value;
    }
    made = value;
    return end + 1;
  };

  /** The string that was found last. */
  const textOf = (start: number, end: number): string => {
    if (strings.isEscaped) return JSON.parse(bytes.utf8Slice(start - 1, end + 1)) as string;
    return strings.isWide ? bytes.utf8Slice(start, end) : bytes.latin1Slice(start, end);
  };

  const readCode = (plan: Plan, start: number): number => {
    const memory = bytes;
    if (memory[start] !== QUOTE) return -1;
    const text = start + 1;
    let at = text;
    while (plan.bytes[memory[at]!] === 1) at++;
    const length = at - text;
    if (memory[at] !== QUOTE || length < plan.least || length > plan.most) return -1;
    if (plan.isMade) made = bytes.latin1Slice(text, at);
    return at + 1;
  };

  const readWord = (plan: Plan, start: number): number => {
    if (bytes[start] !== QUOTE) return -1;
    const { words } = plan;
    let word = words[plan.guess]!;
    if (!stands(word.key, start + 1)) {
      let index = 0;
      while (index < words.length && !stands(words[index]!.key, start + 1)) index++;
      if (index === words.length) return -1;
      plan.guess = index;
      word = words[index]!;
    }
    made = word.value;
    return start + 1 + word.key.length;
  };

  const readNumber = (plan: Plan, start: number): number => {
    const memory = bytes;
    const isNegative = memory[start] === MINUS;
    const first = isNegative ? start + 1 : start;
    let at = first;
    let value = 0;
    for (; isDigit(memory[at]!); at++) value = value * 10 + (memory[at]! - ZERO);
    const digits = at - first;
    if (digits === 0 || digits > SAFE_DIGITS || (digits > 1 && memory[first] === ZERO)) return -1;
    if (isNegative) value = -value;
    if (memory[at] === DOT) {
      const fraction = ++at;
      while (isDigit(memory[at]!)) at++;
      if (at === fraction || at - fraction > SAFE_DIGITS) return -1;
      value = Number(bytes.latin1Slice(start, at));
      if (plan.isInteger && !Number.isInteger(value)) return -1;
    }
    if ((memory[at]! | 0x20) === 0x65 || value < plan.least || value > plan.most) return -1;
    made = value;
    return at;
  };

  const readBoolean = (start: number): number => {
    const isTrue = bytes[start] === 0x74;
    const word = isTrue ? TRUE : FALSE;
    if (!stands(word, start)) return -1;
    made = isTrue;
    return start + word.length;
  };

  const readAny = (plan: Plan, start: number): number => {
    const end = values.end(start);
    if (end < 0) return -1;
    let value: unknown;
    try {
      value = JSON.parse(bytes.utf8Slice(start, end));
    } catch {
      return -1;
    }
    if (plan.checks.length > 0 && !holds(plan, value)) return -1;
    made = value;
    return end;
  };

  const readUnion = (plan: Plan, start: number): number => {
    const { options } = plan;
    const guessed = plan.guess;
    const end = readValue(options[guessed]!, start);
    if (end >= 0) return end;
    for (let index = 0; index < options.length; index++) {
      if (index === guessed) continue;
      const other = readValue(options[index]!, start);
      if (other < 0) continue;
      plan.guess = index;
      return other;
    }
    return -1;
  };

  const readValue = (plan: Plan, at: number): number => {
    switch (plan.kind) {
      case TEXT:
        return readText(plan, at);
      case CODE:
        return readCode(plan, at);
      case WORD:
        return readWord(plan, at);
      case OBJECT:
        return readObject(plan, at);
      case LIST:
        return readList(plan, at);
      case NUMBER:
        return readNumber(plan, at);
      case BOOLEAN:
        return readBoolean(at);
      case UNION:
        return readUnion(plan, at);
      case ANY:
        return readAny(plan, at);
      default:
        return -1;
    }
  };

  const readAs = (plan: Plan, start: number): number => {
    textStart = -1;
    textEnd = -1;
    return readValue(plan, start);
  };

  return {
    open(memory) {
      bytes = memory;
      strings.open(memory);
      values.open(memory);
    },
    read(start) {
      let end = readAs(plans[guess]!, start);
      for (let index = 0; end < 0 && index < plans.length; index++) {
        if (index === guess) continue;
        end = readAs(plans[index]!, start);
        if (end >= 0) guess = index;
      }
      if (end >= 0) record = made as Readonly<Record<string, unknown>>;
      return end;
    },
    isOpen: (start) => values.end(start) === -2,
    endOfAny(start) {
      const end = values.end(start);
      textStart = cutsText ? values.textStart : -1;
      textEnd = cutsText ? values.textEnd : -1;
      return end;
    },
    get record() {
      return record;
    },
    get textStart() {
      return textStart;
    },
    get textEnd() {
      return textEnd;
    },
  };
}

const fieldOf = (plan: Plan | undefined, key: string): Plan | undefined =>
  plan?.fields.find(({ name }) => name === key)?.plan;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const TRUE = bytesOf('true');
const FALSE = bytesOf('false');

const isBlank = (byte: number): boolean =>
  byte <= 0x20 && (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09);

const isDigit = (byte: number): boolean => byte >= ZERO && byte <= 0x39;
