import type { TextDocument } from '../document.js';
import type { ProblemScope, RelatedSpan, TextProblem, TextProblemCode } from '../problem.js';
import { decodeUtf8, foreignEncoding, hasByteOrderMark } from '../utf8.js';
import {
  APOSTROPHE,
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  CR,
  LF,
  MINUS,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  SLASH,
  SPACE,
  STAR,
  TAB,
} from './bytes.js';
import { jsonDocument, keyText } from './json-document.js';
import { createNodeTable, type NodeTable } from './node-table.js';
import { numberShape } from './scan-number.js';
import { scanString } from './scan-string.js';
import { clip, controlName, escapeOf, hexBytes, meantLiteral, printable, quoted } from './show-bytes.js';

/** Where in the bytes the text stands, and how much of it is believed. */
export interface ParseJsonOptions {
  /** The first byte of the text; 0 by default. */
  readonly start?: number | undefined;
  /** The byte after the text; the end of the bytes by default. */
  readonly end?: number | undefined;
  /** How many objects and arrays may stand inside each other; 256 by default. */
  readonly maxDepth?: number | undefined;
  /** How many values the text may hold; 5,000,000 by default. */
  readonly maxValues?: number | undefined;
  /**
   * Reads one value and stops behind it, or at the first problem, whatever follows; the document then ends
   * there. Off by default.
   */
  readonly probe?: boolean | undefined;
}

/**
 * How many objects and arrays may stand inside each other. News records need about ten; validators and
 * formatters further down the road recurse, and 256 levels are safe for all of them.
 */
export const maxTextDepth = 256;

const states = {
  value: 0,
  valueOrEnd: 1,
  key: 2,
  keyOrEnd: 3,
  colon: 4,
  commaOrEnd: 5,
  done: 6,
} as const;
type State = (typeof states)[keyof typeof states];

/** What is said of a `__proto__` key, which many programs take for an order to change an object's nature. */
export const protoMessage = 'a key named "__proto__" is dropped or obeyed by many programs';

/** The most values one JSON text may hold: beyond, its values would not fit into the memory of a usual process. */
const MOST_VALUES = 5_000_000;

/** Scopes from the narrowest to the widest. */
const reaches: readonly ProblemScope[] = ['local', 'token', 'structure'];

type Container = unknown[] | Record<string, unknown>;

interface Frame {
  readonly container: Container;
  readonly isArray: boolean;
  readonly node: number;
  readonly start: number;
  /** The key that waits for its value. */
  key: string;
  keyStart: number;
  keyEnd: number;
  /** The last place of every key, built when the first duplicate turns up. */
  keys: Map<string, { start: number; end: number }> | undefined;
}

/**
 * Reads one JSON text (RFC 8259, strictly) without recursion, and keeps the place of every value and key.
 * After a mistake it goes on where the meaning is plain, so that one run shows every mistake.
 * Duplicate keys keep their last value, as `JSON.parse` does; `__proto__` is a key like any other.
 */
export function parseJson(bytes: Uint8Array, options: ParseJsonOptions = {}): TextDocument {
  const textStart = options.start ?? 0;
  const end = options.end ?? bytes.length;
  const maxDepth = options.maxDepth ?? maxTextDepth;
  const maxValues = options.maxValues ?? MOST_VALUES;
  const probe = options.probe ?? false;
  const problems: TextProblem[] = [];
  const nodes = createNodeTable();
  const stack: Frame[] = [];
  /** Nodes that the end of the text left open. */
  const unfinished = new Set<number>();

  let pos = textStart;
  let state: State = states.value;
  const currentState = (): State => state;
  let root: unknown;
  let lastComma = -1;
  // After an unexpected token nothing more is said until one is accepted: what follows is the same mistake.
  let quiet = false;

  const report = (
    code: TextProblemCode,
    scope: ProblemScope,
    start: number,
    stop: number,
    message: string,
    more: { expected?: string; received?: string; suggestion?: string; related?: RelatedSpan[] } = {},
  ): void => {
    problems.push({ code, scope, start, end: stop, message, ...more });
  };

  const unexpected = (
    scope: ProblemScope,
    start: number,
    stop: number,
    message: string,
    more: { expected?: string; received?: string; suggestion?: string; related?: RelatedSpan[] } = {},
  ): void => {
    if (quiet) {
      const last = problems.at(-1);
      if (last && reaches.indexOf(scope) > reaches.indexOf(last.scope)) {
        problems[problems.length - 1] = { ...last, scope };
      }
      return;
    }
    report('syntax/invalid', scope, start, stop, message, more);
    quiet = true;
  };

  const finish = (): TextDocument => {
    for (const frame of stack) {
      nodes.close(frame.node, pos);
      unfinished.add(frame.node);
    }
    return jsonDocument(
      bytes,
      { start: textStart, end: probe ? pos : end },
      root,
      problems,
      nodes,
      unfinished,
    );
  };

  const truncated = (message: string, opener: number | undefined): void => {
    if (quiet && problems.at(-1)?.code === 'syntax/truncated') return;
    const related: RelatedSpan[] =
      opener === undefined ? [] : [{ start: opener, end: opener + 1, message: 'opened here' }];
    report('syntax/truncated', 'structure', end, end, message, { received: 'end of text', related });
    pos = end;
  };

  /** Puts a finished value where it belongs; `node` is its entry in the table. */
  const place = (value: unknown): void => {
    const frame = stack.at(-1);
    if (!frame) {
      root = value;
      state = states.done;
    } else {
      if (frame.isArray) (frame.container as unknown[]).push(value);
      else setOwn(frame.container as Record<string, unknown>, frame.key, value);
      state = states.commaOrEnd;
    }
  };

  const openNode = (start: number): number => {
    const frame = stack.at(-1);
    if (!frame) return nodes.open(-1, start, -1, -1);
    return frame.isArray
      ? nodes.open(frame.node, start, ~(frame.container as unknown[]).length, -1)
      : nodes.open(frame.node, start, frame.keyStart, frame.keyEnd);
  };

  const leaf = (value: unknown, start: number, stop: number): void => {
    const node = openNode(start);
    nodes.close(node, stop);
    place(value);
  };

  const closeFrame = (stop: number): void => {
    const frame = stack.pop()!;
    nodes.close(frame.node, stop);
    state = stack.length === 0 ? states.done : states.commaOrEnd;
  };

  const takeKey = (frame: Frame, key: string, start: number, stop: number): void => {
    const container = frame.container as Record<string, unknown>;
    if (Object.hasOwn(container, key)) {
      frame.keys ??= keyPlaces(bytes, nodes, frame.node);
      const earlier = frame.keys.get(key);
      report('syntax/duplicate-key', 'local', start, stop, `duplicate key ${quoted(key)}`, {
        received: quoted(key),
        related: earlier ? [{ ...earlier, message: `${quoted(key)} is first set here` }] : [],
      });
    }
    // The first of several equal keys stays the related place of all the others.
    if (frame.keys && !frame.keys.has(key)) frame.keys.set(key, { start, end: stop });
    if (key === '__proto__') {
      report('syntax/proto-key', 'local', start, stop, protoMessage, { received: '"__proto__"' });
    }
    frame.key = key;
    frame.keyStart = start;
    frame.keyEnd = stop;
    state = states.colon;
  };

  /** Reads a string token and reports what is wrong inside it; `undefined` if the text ends in it. */
  const takeString = (): string | undefined => {
    const start = pos;
    const scanned = scanString(bytes, start, end);
    for (const fault of scanned.faults) {
      if (fault.kind === 'escape') {
        report('syntax/invalid', 'token', fault.start, fault.end, 'invalid escape in a string', {
          expected: '\\" \\\\ \\/ \\b \\f \\n \\r \\t or \\u and four hexadecimal digits',
          received: printable(bytes, fault.start, fault.end),
        });
      } else if (fault.kind === 'control') {
        report('syntax/invalid', 'token', fault.start, fault.end, 'unescaped control character in a string', {
          expected: `the escape ${escapeOf(bytes[fault.start]!)}`,
          received: controlName(bytes[fault.start]!),
        });
      } else if (fault.kind === 'encoding') {
        report('syntax/encoding', 'token', fault.start, fault.end, 'this is not UTF-8', {
          expected: 'UTF-8',
          received: hexBytes(bytes, fault.start, fault.end),
        });
      } else {
        report(
          'syntax/lone-surrogate',
          'token',
          fault.start,
          fault.end,
          'half of a surrogate pair is not a character',
          {
            received: printable(bytes, fault.start, fault.end),
          },
        );
      }
    }
    if (!scanned.closed && scanned.end >= end) {
      truncated('the text ends inside a string', start);
      return undefined;
    }
    pos = scanned.end;
    if (!scanned.closed) {
      unexpected('token', pos, pos + 1, 'this string is not closed on its line', {
        expected: '"',
        received: controlName(bytes[pos]!),
        related: [{ start, end: start + 1, message: 'the string starts here' }],
      });
    } else {
      quiet = false;
    }
    return scanned.value;
  };

  /** Reads 'single quoted' text, which JSON does not have but people write. */
  const takeApostrophes = (): { value: string; start: number; stop: number } | undefined => {
    const start = pos;
    const scanned = scanString(bytes, start, end);
    if (!scanned.closed) return undefined;
    pos = scanned.end;
    return { value: scanned.value, start, stop: pos };
  };

  const wordEnd = (from: number): number => {
    let at = from;
    while (at < end && !isDelimiter(bytes[at]!)) at++;
    return at === from ? from + 1 : at;
  };

  /** Skips a value that lies too deep, iteratively; answers false where the text ends before it does. */
  const skipNested = (): boolean => {
    let depth = 0;
    while (pos < end) {
      const byte = bytes[pos]!;
      if (byte === QUOTE) {
        pos++;
        while (pos < end && bytes[pos] !== QUOTE) pos += bytes[pos] === BACKSLASH ? 2 : 1;
        pos++;
        continue;
      }
      pos++;
      if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++;
      else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        depth--;
        if (depth === 0) return true;
      }
    }
    pos = end;
    return false;
  };

  /** Reads a value that starts here; answers false where nothing more can be read. */
  const takeValue = (): boolean => {
    const byte = bytes[pos]!;
    const start = pos;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      quiet = false;
      if (stack.length >= maxDepth) {
        report(
          'syntax/depth',
          'structure',
          start,
          start + 1,
          `more than ${maxDepth} levels of objects and arrays`,
          {
            expected: `at most ${maxDepth} levels`,
          },
        );
        if (probe || !skipNested()) return false;
        leaf(null, start, pos);
        return true;
      }
      const isArray = byte === OPEN_ARRAY;
      const container: Container = isArray ? [] : {};
      const node = openNode(start);
      place(container);
      stack.push({
        container,
        isArray,
        node,
        start,
        key: '',
        keyStart: -1,
        keyEnd: -1,
        keys: undefined,
      });
      state = isArray ? states.valueOrEnd : states.keyOrEnd;
      pos++;
      return true;
    }
    if (byte === QUOTE) {
      const value = takeString();
      if (value === undefined) {
        // The value is lost, but its key was seen: what is known of the container stays.
        return false;
      }
      leaf(value, start, pos);
      return true;
    }
    if (byte === APOSTROPHE) {
      const taken = takeApostrophes();
      if (taken) {
        unexpected('local', start, taken.stop, 'strings stand in double quotes', {
          expected: JSON.stringify(taken.value),
          received: printable(bytes, start, taken.stop),
          suggestion: `write ${clip(JSON.stringify(taken.value))}`,
        });
        quiet = false;
        leaf(taken.value, start, taken.stop);
        return true;
      }
    }
    const stop = wordEnd(start);
    if (byte === MINUS || (byte >= 0x30 && byte <= 0x39)) {
      const shape = numberShape(bytes, start, stop);
      if (shape === 'integer' || shape === 'decimal') {
        const text = decodeUtf8(bytes, start, stop);
        const value = Number(text);
        if (shape === 'integer' && !Number.isSafeInteger(value)) {
          report(
            'syntax/unsafe-integer',
            'token',
            start,
            stop,
            'this integer loses digits when it is read as a number',
            {
              expected: 'an integer from -9007199254740991 to 9007199254740991, or a string',
              received: clip(text),
              suggestion: `write ${clip(JSON.stringify(text))} if it is an identifier`,
            },
          );
        } else if (!Number.isFinite(value)) {
          report('syntax/number', 'token', start, stop, 'this number is too large to be read', {
            received: clip(text),
          });
        }
        quiet = false;
        pos = stop;
        leaf(value, start, stop);
        return true;
      }
      if (shape === 'prefix' && stop === end && stack.length > 0) {
        truncated('the text ends inside a number', undefined);
        return false;
      }
      unexpected('token', start, stop, 'this is not a number as JSON writes it', {
        expected: 'a number',
        received: printable(bytes, start, stop),
      });
      pos = stop;
      leaf(null, start, stop);
      return true;
    }
    const word = stop - start <= 9 ? decodeUtf8(bytes, start, stop) : '';
    if (word === 'true' || word === 'false' || word === 'null') {
      quiet = false;
      pos = stop;
      leaf(word === 'null' ? null : word === 'true', start, stop);
      return true;
    }
    if (
      stop === end &&
      stack.length > 0 &&
      word !== '' &&
      ['true', 'false', 'null'].some((literal) => literal.startsWith(word))
    ) {
      truncated(`the text ends inside a word`, undefined);
      return false;
    }
    const meant = meantLiteral(word);
    unexpected('token', start, stop, `${printable(bytes, start, stop)} is not a JSON value`, {
      expected: 'a value',
      received: printable(bytes, start, stop),
      ...(meant === undefined ? {} : { suggestion: `write ${meant}` }),
    });
    pos = stop;
    leaf(null, start, stop);
    return true;
  };

  if (textStart === 0) {
    const encoding = foreignEncoding(bytes);
    if (encoding !== undefined && end > 1) {
      report('syntax/encoding', 'structure', 0, Math.min(end, 4), `this text is ${encoding}, not UTF-8`, {
        expected: 'UTF-8',
        received: encoding,
        suggestion: 'save the file as UTF-8',
      });
      pos = end;
      return finish();
    }
  }
  if (pos + 3 <= end && hasByteOrderMark(bytes, pos)) {
    report('syntax/bom', 'local', pos, pos + 3, 'byte order mark; RFC 8259 forbids to write one', {
      suggestion: 'save the text as UTF-8 without a byte order mark',
    });
    pos += 3;
  }

  for (;;) {
    if (probe && (problems.length > 0 || currentState() === states.done)) break;
    // White space and the comments that JSON does not have.
    while (pos < end) {
      const byte = bytes[pos]!;
      if (byte === SPACE || byte === LF || byte === CR || byte === TAB) {
        pos++;
      } else if (byte === SLASH && (bytes[pos + 1] === SLASH || bytes[pos + 1] === STAR) && pos + 1 < end) {
        const start = pos;
        const block = bytes[pos + 1] === STAR;
        pos += 2;
        if (block) {
          while (pos < end && !(bytes[pos] === STAR && bytes[pos + 1] === SLASH)) pos++;
          pos = Math.min(pos + 2, end);
        } else {
          while (pos < end && bytes[pos] !== LF && bytes[pos] !== CR) pos++;
        }
        report('syntax/comment', 'local', start, pos, 'JSON has no comments', {
          received: printable(bytes, start, pos),
        });
      } else break;
    }

    if (nodes.count() > maxValues) {
      report(
        'io/too-large',
        'structure',
        pos,
        pos,
        `one JSON text is read up to ${maxValues} values; write records as NDJSON`,
        {
          expected: `at most ${maxValues} values`,
        },
      );
      root = undefined;
      break;
    }
    const now = currentState();
    const frame = stack.at(-1);
    if (pos >= end) {
      if (now === states.done) break;
      if (!frame) {
        if (!problems.some((problem) => problem.scope === 'structure' || problem.code === 'syntax/invalid')) {
          report('syntax/empty', 'structure', end, end, 'the text holds no value', {
            expected: 'a value',
            received: 'end of text',
          });
        }
        break;
      }
      truncated(`the text ends before ${frame.isArray ? 'its array' : 'its object'} is closed`, frame.start);
      break;
    }

    const byte = bytes[pos]!;
    if (now === states.done) {
      const another = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
      unexpected(
        'structure',
        pos,
        another ? pos + 1 : wordEnd(pos),
        'the text goes on after its value',
        another
          ? {
              expected: 'end of text',
              received: String.fromCharCode(byte),
              suggestion: 'put several records into an array, or one on each line of an .ndjson file',
            }
          : { expected: 'end of text', received: printable(bytes, pos, wordEnd(pos)) },
      );
      break;
    }

    const closes = byte === CLOSE_ARRAY || byte === CLOSE_OBJECT;
    if (closes) {
      if (!frame) {
        unexpected(
          'structure',
          pos,
          pos + 1,
          `there is nothing that this ${String.fromCharCode(byte)} closes`,
          {
            expected: 'a value',
            received: String.fromCharCode(byte),
          },
        );
        break;
      }
      if (frame.isArray !== (byte === CLOSE_ARRAY)) {
        unexpected('structure', pos, pos + 1, `this ${frame.isArray ? 'array' : 'object'} is not closed`, {
          expected: frame.isArray ? ', or ]' : now === states.colon ? ':' : ', or }',
          received: String.fromCharCode(byte),
          related: [{ start: frame.start, end: frame.start + 1, message: 'opened here' }],
        });
        if (stack.some((open) => open.isArray === (byte === CLOSE_ARRAY))) {
          while (stack.at(-1)!.isArray !== (byte === CLOSE_ARRAY)) {
            unfinished.add(stack.at(-1)!.node);
            closeFrame(pos);
          }
          unfinished.add(stack.at(-1)!.node);
          closeFrame(pos + 1);
        }
        pos++;
        continue;
      }
      if (now === states.key || (now === states.value && frame.isArray)) {
        unexpected(
          'local',
          lastComma,
          lastComma + 1,
          `a comma before ${String.fromCharCode(byte)} is not allowed`,
          {
            expected: frame.isArray ? 'a value' : 'a key',
            received: String.fromCharCode(byte),
            suggestion: 'remove the comma',
          },
        );
      } else if (now === states.value || now === states.colon) {
        unexpected('structure', pos, pos + 1, 'a key without its value', {
          expected: now === states.colon ? ':' : 'a value',
          received: String.fromCharCode(byte),
        });
      }
      quiet = false;
      pos++;
      closeFrame(pos);
      continue;
    }

    if (now === states.commaOrEnd) {
      if (byte === COMMA) {
        quiet = false;
        lastComma = pos++;
        state = frame!.isArray ? states.value : states.key;
        continue;
      }
      const expected = frame!.isArray ? ', or ]' : ', or }';
      if (byte === COLON) {
        unexpected('structure', pos, pos + 1, 'a colon stands only between a key and its value', {
          expected,
          received: ':',
        });
        pos++;
        continue;
      }
      const stop = byte === QUOTE ? pos + 1 : wordEnd(pos);
      unexpected('local', pos, stop, 'a comma is missing', {
        expected,
        received: byte === QUOTE ? '"' : printable(bytes, pos, stop),
      });
      state = frame!.isArray ? states.value : states.key;
      continue;
    }

    if (now === states.colon) {
      if (byte === COLON) {
        quiet = false;
        pos++;
        state = states.value;
        continue;
      }
      unexpected(
        'structure',
        pos,
        byte === QUOTE ? pos + 1 : wordEnd(pos),
        'a colon is missing after a key',
        {
          expected: ':',
          received: byte === QUOTE ? '"' : printable(bytes, pos, wordEnd(pos)),
        },
      );
      if (byte === COMMA) {
        leaf(null, pos, pos);
        lastComma = pos++;
        state = states.key;
      } else {
        state = states.value;
      }
      continue;
    }

    if (now === states.key || now === states.keyOrEnd) {
      const start = pos;
      if (byte === QUOTE) {
        const key = takeString();
        if (key === undefined) break;
        takeKey(frame!, key, start, pos);
        continue;
      }
      if (byte === APOSTROPHE) {
        const taken = takeApostrophes();
        if (taken) {
          unexpected('local', start, taken.stop, 'keys stand in double quotes', {
            expected: JSON.stringify(taken.value),
            received: printable(bytes, start, taken.stop),
            suggestion: `write ${clip(JSON.stringify(taken.value))}`,
          });
          takeKey(frame!, taken.value, start, taken.stop);
          continue;
        }
      }
      if (byte === COMMA || byte === COLON || byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        unexpected('structure', pos, pos + 1, 'a key is missing', {
          expected: now === states.keyOrEnd ? 'a key or }' : 'a key',
          received: String.fromCharCode(byte),
        });
        if (byte === COMMA) {
          lastComma = pos++;
          continue;
        }
        break;
      }
      const stop = wordEnd(pos);
      const word = decodeUtf8(bytes, pos, stop);
      unexpected('local', pos, stop, 'keys stand in double quotes', {
        expected: clip(JSON.stringify(word)),
        received: clip(word),
        suggestion: `write ${clip(JSON.stringify(word))}`,
      });
      pos = stop;
      takeKey(frame!, word, start, stop);
      continue;
    }

    if (byte === COMMA || byte === COLON) {
      unexpected('structure', pos, pos + 1, 'a value is missing', {
        expected: 'a value',
        received: String.fromCharCode(byte),
      });
      if (!frame) break;
      if (!frame.isArray && byte === COMMA) leaf(null, pos, pos);
      else if (byte === COMMA) lastComma = pos++;
      else pos++;
      continue;
    }
    if (!takeValue()) break;
  }
  return finish();
}

/** Sets an own property whatever its name: a plain assignment to `__proto__` would set the prototype instead. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

/** The first place of every key that an open object has so far. */
function keyPlaces(
  bytes: Uint8Array,
  nodes: NodeTable,
  node: number,
): Map<string, { start: number; end: number }> {
  const places = new Map<string, { start: number; end: number }>();
  for (let child = node + 1; child < nodes.count(); child = nodes.after(child)) {
    const start = nodes.keyStart(child);
    const end = nodes.keyEnd(child);
    const key = keyText(bytes, start, end);
    if (!places.has(key)) places.set(key, { start, end });
  }
  return places;
}

function isDelimiter(byte: number): boolean {
  return (
    byte <= SPACE ||
    byte === COMMA ||
    byte === COLON ||
    byte === QUOTE ||
    byte === OPEN_ARRAY ||
    byte === CLOSE_ARRAY ||
    byte === OPEN_OBJECT ||
    byte === CLOSE_OBJECT
  );
}
