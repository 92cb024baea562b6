import type { PathSegment, TextDocument } from '../document.js';
import type { ProblemScope, RelatedSpan, TextProblem } from '../problem.js';
import { MORE } from '../text-stream.js';
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
import { scanString } from './scan-string.js';
import { badNumber, badWord, scanWord } from './scan-word.js';
import { clip, printable, quoted } from './show-bytes.js';
import { stringProblem } from './string-problems.js';

/**
 * How many objects and arrays may stand inside each other. News records need about ten; validators and
 * formatters further down the road recurse, and 256 levels are safe for all of them.
 */
export const maxTextDepth = 256;

/** The most values one JSON text, or one element of a long list, may hold: more would not fit into the memory of a usual process. */
const maxTextValues = 5_000_000;

/** What is said of a `__proto__` key, which many programs take for an order to change an object's nature. */
export const protoMessage = 'a key named "__proto__" is dropped or obeyed by many programs';

/** A piece of a text that can be read. */
export interface TextWindow {
  readonly bytes: Uint8Array;
  /** The index after the last byte that may be read. */
  readonly end: number;
  /** The offset of the first byte in the file. */
  readonly base: number;
}

/** Who takes the elements of a long list one by one. Documents are good until the call returns. */
export interface ElementTaker {
  /** A list begins behind this offset; `path` leads to it. What the list before it gave does not count. */
  open(path: readonly PathSegment[], offset: number): void;
  element(document: TextDocument, index: number): void;
  /** A problem that stands between the elements. */
  between(problem: TextProblem): void;
  /** The list ends at this offset. */
  close(offset: number): void;
  /** Bytes outside of the list that are no longer in the window. */
  bytesAt(start: number, end: number): Uint8Array;
  /**
   * Takes the element that begins with the `{` at an offset, without its being read. Answers the offset at which it
   * ends; `undefined` where it must be read after all; `MORE` where it goes on behind the bytes that are there.
   */
  readonly shortcut?: ((offset: number, index: number) => number | undefined) | undefined;
}

/** How a text is read. */
export interface JsonReaderOptions {
  /** The offset of the first byte in the file. */
  readonly start: number;
  readonly maxDepth?: number | undefined;
  readonly maxValues?: number | undefined;
  /** Reads one value and stops behind it, or at the first problem. */
  readonly probe?: boolean | undefined;
  /**
   * Takes the elements of the root array, or of the array under `records` in a root object without a `type` before
   * it. They are then no part of the document.
   */
  readonly elements?: ElementTaker | undefined;
}

/** A reader of one JSON text that may come in pieces. */
export interface JsonReader {
  /**
   * Reads on as far as the bytes allow; where they end inside a token, it begins with that token the next time.
   * `last` says that nothing follows. Answers whether more can be read.
   */
  read(window: TextWindow, last: boolean): boolean;
  /** Reads no further because of a problem. */
  stop(problem: TextProblem): void;
  /** The offset of the first byte that the next call needs. */
  needed(): number;
  /** The offset at which the next call begins. */
  position(): number;
  /** What was read; all of it where nobody takes the elements. */
  document(): TextDocument;
}

const states = {
  start: 0,
  value: 1,
  valueOrEnd: 2,
  key: 3,
  keyOrEnd: 4,
  colon: 5,
  commaOrEnd: 6,
  done: 7,
} as const;
type State = (typeof states)[keyof typeof states];

/** Scopes from the narrowest to the widest. */
const reaches: readonly ProblemScope[] = ['local', 'token', 'structure'];

type Container = unknown[] | Record<string, unknown>;

/** An object or array that is not closed yet. Offsets are those of the file. */
interface Frame {
  readonly container: Container;
  readonly isArray: boolean;
  readonly nodes: NodeTable;
  readonly node: number;
  readonly start: number;
  /** How many elements an array has so far. */
  length: number;
  /** The key that waits for its value. */
  key: string;
  keyStart: number;
  keyEnd: number;
  /** The first place of every key, built when the first duplicate turns up. */
  keys: Map<string, { start: number; end: number }> | undefined;
}

/** An element of the list whose elements are handed on. */
interface Element {
  readonly start: number;
  readonly index: number;
  value: unknown;
  closed: boolean;
  /** Whether it ended with a mistake, which may stand right behind it. */
  doubtful: boolean;
}

type More = Pick<TextProblem, 'expected' | 'received' | 'suggestion' | 'related'>;

/** The answer where bytes are needed that are not there yet. */
const STARVED = -1;

/**
 * Makes a reader of one JSON text (RFC 8259, strictly). It goes without recursion, and keeps the place of every value
 * and key. After a mistake it goes on where the meaning is plain, so that one run shows every mistake.
 * Duplicate keys keep their last value, as `JSON.parse` does; `__proto__` is a key like any other.
 * How the text is cut into pieces makes no difference.
 */
export function createJsonReader(options: JsonReaderOptions): JsonReader {
  const { maxDepth = maxTextDepth, maxValues = maxTextValues, probe = false, elements } = options;
  const textStart = options.start;

  let bytes: Uint8Array = new Uint8Array();
  let end = 0;
  let base = 0;
  let last = false;
  /** An index into the bytes. Everything that outlives a call is an offset of the file. */
  let pos = 0;
  let offset = textStart;

  const outer = createNodeTable();
  const inner = createNodeTable();
  const outerUnfinished = new Set<number>();
  const innerUnfinished = new Set<number>();
  const problems: TextProblem[] = [];
  /** Problems in front of the list. */
  const settled: TextProblem[] = [];
  /** The first place at which the syntax broke inside the list. */
  let firstBreak: number | undefined;

  const stack: Frame[] = [];
  let state: State = states.start;
  let root: unknown;
  let lastComma = -1;
  // After an unexpected token nothing more is said until one is accepted: what follows is the same mistake.
  let quiet = false;
  let over = false;
  /** The array whose elements are handed on, while it is open. */
  let list: Frame | undefined;
  let element: Element | undefined;

  const currentState = (): State => state;

  const report = (
    code: TextProblem['code'],
    scope: ProblemScope,
    start: number,
    stop: number,
    message: string,
    more: More = {},
  ): void => {
    problems.push({ code, scope, start: start + base, end: stop + base, message, ...more });
  };

  const unexpected = (
    scope: ProblemScope,
    start: number,
    stop: number,
    message: string,
    more: More = {},
  ): void => {
    if (!quiet) {
      report('syntax/invalid', scope, start, stop, message, more);
      quiet = true;
      return;
    }
    const latest = problems.at(-1);
    if (latest && reaches.indexOf(scope) > reaches.indexOf(latest.scope)) {
      problems[problems.length - 1] = { ...latest, scope };
    }
  };

  const openedHere = (start: number): RelatedSpan[] => [{ start, end: start + 1, message: 'opened here' }];

  const truncated = (message: string, opener: number | undefined): void => {
    pos = end;
    over = true;
    if (quiet && problems.at(-1)?.code === 'syntax/truncated') return;
    report('syntax/truncated', 'structure', end, end, message, {
      received: 'end of text',
      related: opener === undefined ? [] : openedHere(opener),
    });
  };

  const bytesAt = (start: number, stop: number): Uint8Array =>
    start >= base || !elements ? bytes.subarray(start - base, stop - base) : elements.bytesAt(start, stop);

  // ── the list whose elements are handed on

  /** Gives away what stands before an offset of the list and belongs to no element. */
  const settleBetween = (before: number): void => {
    let count = 0;
    while (count < problems.length && problems[count]!.start < before) count++;
    if (count === 0) return;
    const between = problems.splice(0, count).sort((a, b) => a.start - b.start);
    for (const problem of between) elements!.between(noteBreak(problem));
  };

  const noteBreak = (problem: TextProblem): TextProblem => {
    if (problem.scope === 'structure') firstBreak ??= problem.start;
    return problem;
  };

  /** Hands on the element that is complete, with the problems that stand in it. */
  const handOn = (): void => {
    if (!element?.closed) return;
    const { start, index, value, doubtful } = element;
    element = undefined;
    settleBetween(start);
    const stop = inner.end(0);
    const cut = doubtful || innerUnfinished.has(0);
    const mine = problems.filter(
      (one) => one.start < stop || (cut && one.start === stop && one.code !== 'syntax/comment'),
    );
    problems.splice(0, mine.length);
    for (const problem of mine) noteBreak(problem);
    elements!.element(
      jsonDocument({
        start,
        end: stop,
        value,
        problems: mine,
        nodes: inner,
        unfinished: innerUnfinished,
        bytesAt,
      }),
      index,
    );
  };

  /** Begins to hand on the elements of an array that was just opened. */
  const openList = (frame: Frame): void => {
    list = frame;
    for (const problem of problems.splice(0)) settled.push(problem);
    elements!.open(stack.length === 1 ? [] : ['records'], pos + base);
  };

  const isList = (): boolean => {
    if (!elements || list) return false;
    const parent = stack.at(-1);
    if (!parent) return true;
    return (
      stack.length === 1 &&
      !parent.isArray &&
      parent.key === 'records' &&
      !Object.hasOwn(parent.container, 'type')
    );
  };

  /** Takes an element that need not be read; false where more bytes are needed to tell. */
  const takeShortcut = (frame: Frame): boolean => {
    handOn();
    const start = pos + base;
    settleBetween(start);
    const stop = problems.length > 0 || quiet ? undefined : elements!.shortcut?.(start, frame.length);
    if (stop === undefined) return takeContainer(false);
    if (stop === MORE) return !last ? false : takeContainer(false);
    frame.length++;
    pos = stop - base;
    state = states.commaOrEnd;
    return true;
  };

  // ── values

  /** Adds a node to the table of its container, or begins an element. */
  const openNode = (start: number): { nodes: NodeTable; node: number } => {
    const frame = stack.at(-1);
    const at = start + base;
    if (!frame) return { nodes: outer, node: outer.open(-1, at, -1, -1) };
    if (frame === list) {
      handOn();
      settleBetween(at);
      inner.clear(at);
      innerUnfinished.clear();
      element = { start: at, index: frame.length, value: undefined, closed: false, doubtful: false };
      return { nodes: inner, node: inner.open(-1, at, -1, -1) };
    }
    const { nodes } = frame;
    const node = frame.isArray
      ? nodes.open(frame.node, at, ~frame.length, -1)
      : nodes.open(frame.node, at, frame.keyStart, frame.keyEnd);
    return { nodes, node };
  };

  /** Puts a value where it belongs. */
  const place = (value: unknown): void => {
    const frame = stack.at(-1);
    if (!frame) {
      root = value;
      state = states.done;
      return;
    }
    state = states.commaOrEnd;
    if (!frame.isArray) setOwn(frame.container as Record<string, unknown>, frame.key, value);
    else {
      frame.length++;
      if (frame === list) element!.value = value;
      else (frame.container as unknown[]).push(value);
    }
  };

  /** Says that a value is whole. */
  const complete = (): void => {
    if (!list || stack.at(-1) !== list || !element) return;
    element.closed = true;
    element.doubtful = quiet;
    // What follows an unexpected token may still tell more of it.
    if (!quiet) handOn();
  };

  const leaf = (value: unknown, start: number, stop: number, problem?: TextProblem): void => {
    const { nodes, node } = openNode(start);
    if (problem) problems.push(problem);
    nodes.close(node, stop + base, true);
    place(value);
    complete();
  };

  const closeFrame = (stop: number, guessed = false): void => {
    const frame = stack.pop()!;
    frame.nodes.close(frame.node, stop + base, false);
    if (guessed) (frame.nodes === inner ? innerUnfinished : outerUnfinished).add(frame.node);
    state = stack.length === 0 ? states.done : states.commaOrEnd;
    if (frame !== list) {
      complete();
      return;
    }
    handOn();
    settleBetween(Number.POSITIVE_INFINITY);
    list = undefined;
    elements!.close(stop + base);
  };

  const takeKey = (frame: Frame, key: string, start: number, stop: number): void => {
    const container = frame.container as Record<string, unknown>;
    const span = { start: start + base, end: stop + base };
    if (Object.hasOwn(container, key)) {
      frame.keys ??= keyPlaces(frame);
      const earlier = frame.keys.get(key);
      report('syntax/duplicate-key', 'local', start, stop, `duplicate key ${quoted(key)}`, {
        received: quoted(key),
        related: earlier ? [{ ...earlier, message: `${quoted(key)} is first set here` }] : [],
      });
    }
    // The first of several equal keys stays the related place of all the others.
    if (frame.keys && !frame.keys.has(key)) frame.keys.set(key, span);
    if (key === '__proto__') {
      report('syntax/proto-key', 'local', start, stop, protoMessage, { received: '"__proto__"' });
    }
    frame.key = key;
    frame.keyStart = span.start;
    frame.keyEnd = span.end;
    state = states.colon;
  };

  /** The first place of every key that an open object has so far. */
  const keyPlaces = ({ nodes, node }: Frame): Map<string, { start: number; end: number }> => {
    const places = new Map<string, { start: number; end: number }>();
    for (let child = node + 1; child < nodes.count(); child = nodes.after(child)) {
      const start = nodes.keyStart(child);
      const stop = nodes.keyEnd(child);
      const key = keyText(bytesAt(start, stop));
      if (!places.has(key)) places.set(key, { start, end: stop });
    }
    return places;
  };

  // ── tokens; each answers false where more bytes are needed, and has then done nothing

  /** Reads a string. The answer is `undefined` where the text ends in it. */
  const takeString = (): { value: string } | undefined | false => {
    const start = pos;
    const scanned = scanString(bytes, start, end);
    const cut = !scanned.closed && scanned.end >= end;
    if (cut && !last) return false;
    for (const fault of scanned.faults) problems.push(stringProblem(bytes, fault, base));
    if (cut) {
      truncated('the text ends inside a string', start + base);
      return undefined;
    }
    pos = scanned.end;
    if (scanned.closed) quiet = false;
    else {
      unexpected('token', pos, pos + 1, 'this string is not closed on its line', {
        expected: '"',
        received: 'end of line',
        related: [{ start: start + base, end: start + base + 1, message: 'the string starts here' }],
      });
    }
    return { value: scanned.value };
  };

  /** Reads 'single quoted' text, which JSON does not have but people write; `undefined` where it is none. */
  const takeApostrophes = (what: string): { value: string; start: number } | undefined | false => {
    const start = pos;
    const scanned = scanString(bytes, start, end);
    if (!scanned.closed) return scanned.end >= end && !last ? false : undefined;
    pos = scanned.end;
    const meant = JSON.stringify(scanned.value);
    unexpected('local', start, pos, `${what} stand in double quotes`, {
      expected: meant,
      received: printable(bytes, start, pos),
      suggestion: `write ${clip(meant)}`,
    });
    return { value: scanned.value, start };
  };

  /** Where the word that starts here ends. */
  const wordEnd = (from: number): number => {
    let at = from;
    while (at < end && !isDelimiter(bytes[at]!)) at++;
    if (at >= end && !last) return STARVED;
    return at === from ? from + 1 : at;
  };

  /** The first byte from an index on that is no white space; the end where there is none. */
  const visible = (from: number): number => {
    let at = from;
    while (at < end && isSpace(bytes[at]!)) at++;
    return at >= end && !last ? STARVED : at;
  };

  /** Passes white space, and the comments that JSON does not have. */
  const skipSpace = (): boolean => {
    for (;;) {
      while (pos < end && isSpace(bytes[pos]!)) pos++;
      if (pos >= end || bytes[pos] !== SLASH) return pos < end || last;
      if (pos + 1 >= end) return last;
      const block = bytes[pos + 1] === STAR;
      if (!block && bytes[pos + 1] !== SLASH) return true;
      const start = pos;
      let at = pos + 2;
      if (block) {
        while (at < end && !(bytes[at] === STAR && bytes[at + 1] === SLASH && at + 1 < end)) at++;
        at = Math.min(at + 2, end);
        if (at >= end && !last) return false;
      } else {
        while (at < end && bytes[at] !== LF && bytes[at] !== CR) at++;
        if (at >= end && !last) return false;
      }
      pos = at;
      report('syntax/comment', 'local', start, pos, 'JSON has no comments', {
        received: printable(bytes, start, pos),
      });
    }
  };

  /** Where a value that lies too deep ends; beyond the end where the text does not close it. */
  const nestedEnd = (): number => {
    let depth = 0;
    let at = pos;
    while (at < end) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        at++;
        while (at < end && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
        at++;
        continue;
      }
      at++;
      if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) depth++;
      else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) {
        depth--;
        if (depth === 0) return at;
      }
    }
    return last ? end + 1 : STARVED;
  };

  const takeContainer = (isArray: boolean): boolean => {
    const start = pos;
    if (stack.length >= maxDepth) {
      const stop = probe ? start + 1 : nestedEnd();
      if (stop === STARVED) return false;
      quiet = false;
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
      pos = Math.min(stop, end);
      // Where the text ends before the value does, that is the same mistake.
      if (probe || stop > end) over = true;
      else leaf(null, start, pos);
      return true;
    }
    quiet = false;
    const handsOn = isArray && isList();
    const container: Container = isArray ? [] : {};
    const { nodes, node } = openNode(start);
    place(container);
    const frame: Frame = {
      container,
      isArray,
      nodes,
      node,
      start: start + base,
      length: 0,
      key: '',
      keyStart: -1,
      keyEnd: -1,
      keys: undefined,
    };
    stack.push(frame);
    state = isArray ? states.valueOrEnd : states.keyOrEnd;
    pos++;
    if (handsOn) openList(frame);
    return true;
  };

  const takeValue = (byte: number): boolean => {
    const start = pos;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) return takeContainer(byte === OPEN_ARRAY);
    if (byte === QUOTE) {
      const taken = takeString();
      // Where the text ends in it the value is lost, but its key was seen: what is known of the container stays.
      if (taken) leaf(taken.value, start, pos);
      return taken !== false;
    }
    if (byte === APOSTROPHE) {
      const taken = takeApostrophes('strings');
      if (taken === false) return false;
      if (taken) {
        quiet = false;
        leaf(taken.value, start, pos);
        return true;
      }
    }
    const stop = wordEnd(start);
    if (stop === STARVED) return false;
    let word = scanWord(bytes, start, stop, base);
    if (word.kind === 'prefix') {
      if (stop === end && stack.length > 0) {
        truncated(`the text ends inside a ${word.of}`, undefined);
        return true;
      }
      word = word.of === 'number' ? badNumber(bytes, start, stop) : badWord(bytes, start, stop);
    }
    pos = stop;
    if (word.kind === 'value') {
      quiet = false;
      leaf(word.value, start, stop, word.problem);
    } else {
      unexpected('token', start, stop, word.problem.message, word.problem);
      leaf(null, start, stop);
    }
    return true;
  };

  const takeClose = (frame: Frame | undefined, byte: number): boolean => {
    const character = String.fromCharCode(byte);
    if (!frame) {
      unexpected('structure', pos, pos + 1, `there is nothing that this ${character} closes`, {
        expected: 'a value',
        received: character,
      });
      over = true;
      return true;
    }
    if (frame.isArray !== (byte === CLOSE_ARRAY)) return takeWrongClose(frame, byte);
    const now = currentState();
    if (now === states.key || (now === states.value && frame.isArray)) {
      const comma = lastComma - base;
      unexpected('local', comma, comma + 1, `a comma before ${character} is not allowed`, {
        expected: frame.isArray ? 'a value' : 'a key',
        received: character,
        suggestion: 'remove the comma',
      });
    } else if (now === states.value || now === states.colon) {
      unexpected('structure', pos, pos + 1, 'a key without its value', {
        expected: now === states.colon ? ':' : 'a value',
        received: character,
      });
    }
    quiet = false;
    pos++;
    closeFrame(pos);
    return true;
  };

  /** Meets `]` in an object or `}` in an array: the right bracket is missing before it, or it stands for that. */
  const takeWrongClose = (frame: Frame, byte: number): boolean => {
    const isArray = byte === CLOSE_ARRAY;
    const closes = meantFrame(isArray);
    if (closes === STARVED) return false;
    const now = currentState();
    unexpected('structure', pos, pos + 1, `this ${frame.isArray ? 'array' : 'object'} is not closed`, {
      expected: frame.isArray ? ', or ]' : now === states.colon ? ':' : ', or }',
      received: String.fromCharCode(byte),
      related: openedHere(frame.start),
    });
    const stop = pos++;
    while (stack.length > closes + 1) closeFrame(stop, true);
    if (stack.length > closes) closeFrame(pos, true);
    return true;
  };

  /**
   * Which of the open containers a bracket of the wrong kind closes, as an index; the number of them where it closes
   * none. What comes behind it decides: after each of them something else may follow.
   */
  const meantFrame = (isArray: boolean): number => {
    const next = visible(pos + 1);
    if (next === STARVED) return STARVED;
    const comma = next < end && bytes[next] === COMMA;
    const key = comma && keyFollows(next + 1);
    if (key === STARVED) return STARVED;
    const fits = (index: number): boolean => {
      const around = stack[index - 1];
      if (!around || next >= end) return !around && next >= end;
      return comma ? around.isArray !== key : bytes[next] === (around.isArray ? CLOSE_ARRAY : CLOSE_OBJECT);
    };
    const innermost = stack.length - 1;
    let same = innermost;
    while (same >= 0 && stack[same]!.isArray !== isArray) same--;
    if (same >= 0 && (fits(same) || !fits(innermost))) return same;
    return fits(innermost) ? innermost : stack.length;
  };

  /** Whether a key and its colon stand behind an index. */
  const keyFollows = (from: number): boolean | typeof STARVED => {
    const start = visible(from);
    if (start === STARVED) return STARVED;
    if (start >= end || bytes[start] !== QUOTE) return false;
    const { closed, end: stop } = scanString(bytes, start, end);
    if (!closed) return stop >= end && !last ? STARVED : false;
    const colon = visible(stop);
    return colon === STARVED ? STARVED : colon < end && bytes[colon] === COLON;
  };

  const afterValue = (frame: Frame, byte: number): boolean => {
    const next = frame.isArray ? states.value : states.key;
    if (byte === COMMA) {
      quiet = false;
      handOn();
      lastComma = pos + base;
      pos++;
      state = next;
      return true;
    }
    const expected = frame.isArray ? ', or ]' : ', or }';
    if (byte === COLON) {
      unexpected('structure', pos, pos + 1, 'a colon stands only between a key and its value', {
        expected,
        received: ':',
      });
      pos++;
      return true;
    }
    const stop = byte === QUOTE ? pos + 1 : wordEnd(pos);
    if (stop === STARVED) return false;
    unexpected('local', pos, stop, 'a comma is missing', {
      expected,
      received: byte === QUOTE ? '"' : printable(bytes, pos, stop),
    });
    state = next;
    return true;
  };

  const takeColon = (byte: number): boolean => {
    if (byte === COLON) {
      quiet = false;
      pos++;
      state = states.value;
      return true;
    }
    const stop = byte === QUOTE ? pos + 1 : wordEnd(pos);
    if (stop === STARVED) return false;
    unexpected('structure', pos, stop, 'a colon is missing after a key', {
      expected: ':',
      received: byte === QUOTE ? '"' : printable(bytes, pos, stop),
    });
    if (byte !== COMMA) {
      state = states.value;
      return true;
    }
    leaf(null, pos, pos);
    lastComma = pos + base;
    pos++;
    state = states.key;
    return true;
  };

  const takeKeyToken = (frame: Frame, byte: number): boolean => {
    const start = pos;
    if (byte === QUOTE) {
      const key = takeString();
      if (key) takeKey(frame, key.value, start, pos);
      return key !== false;
    }
    if (byte === APOSTROPHE) {
      const taken = takeApostrophes('keys');
      if (taken === false) return false;
      if (taken) {
        takeKey(frame, taken.value, start, pos);
        return true;
      }
    }
    if (byte === OPEN_OBJECT && stack.at(-2)?.isArray) {
      // The next of a list of objects begins: this one was never closed.
      unexpected('structure', start, start + 1, 'this object is not closed', {
        expected: '}',
        received: '{',
        related: openedHere(frame.start),
      });
      closeFrame(start, true);
      state = states.value;
      return true;
    }
    if (byte === COMMA || byte === COLON || byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
      unexpected('structure', start, start + 1, 'a key is missing', {
        expected: currentState() === states.keyOrEnd ? 'a key or }' : 'a key',
        received: String.fromCharCode(byte),
      });
      if (byte === COMMA) {
        lastComma = pos + base;
        pos++;
      } else over = true;
      return true;
    }
    const stop = wordEnd(start);
    if (stop === STARVED) return false;
    const word = decodeUtf8(bytes, start, stop);
    unexpected('local', start, stop, 'keys stand in double quotes', {
      expected: clip(JSON.stringify(word)),
      received: clip(word),
      suggestion: `write ${clip(JSON.stringify(word))}`,
    });
    pos = stop;
    takeKey(frame, word, start, stop);
    return true;
  };

  const missingValue = (frame: Frame | undefined, byte: number): void => {
    unexpected('structure', pos, pos + 1, 'a value is missing', {
      expected: 'a value',
      received: String.fromCharCode(byte),
    });
    if (!frame) over = true;
    else if (!frame.isArray && byte === COMMA) leaf(null, pos, pos);
    else {
      if (byte === COMMA) lastComma = pos + base;
      pos++;
    }
  };

  const goesOn = (byte: number): boolean => {
    const another = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    const stop = another ? pos + 1 : wordEnd(pos);
    if (stop === STARVED) return false;
    unexpected('structure', pos, stop, 'the text goes on after its value', {
      expected: 'end of text',
      received: another ? String.fromCharCode(byte) : printable(bytes, pos, stop),
      ...(another && {
        suggestion: 'put several records into an array, or one on each line of an .ndjson file',
      }),
    });
    over = true;
    return true;
  };

  const takeEnd = (frame: Frame | undefined): void => {
    over = true;
    if (frame) {
      truncated(`the text ends before ${frame.isArray ? 'its array' : 'its object'} is closed`, frame.start);
    } else if (
      currentState() !== states.done &&
      !problems.some(({ scope, code }) => scope === 'structure' || code === 'syntax/invalid')
    ) {
      report('syntax/empty', 'structure', end, end, 'the text holds no value', {
        expected: 'a value',
        received: 'end of text',
      });
    }
  };

  /** Looks at the encoding of the text. */
  const begin = (): boolean => {
    if (end - pos < 4 && !last) return false;
    state = states.value;
    const encoding = textStart === 0 ? foreignEncoding(bytes.subarray(pos, end)) : undefined;
    if (encoding !== undefined && end - pos > 1) {
      report(
        'syntax/encoding',
        'structure',
        pos,
        Math.min(end, pos + 4),
        `this text is ${encoding}, not UTF-8`,
        {
          expected: 'UTF-8',
          received: encoding,
          suggestion: 'save the file as UTF-8',
        },
      );
      pos = end;
      over = true;
    } else if (pos + 3 <= end && hasByteOrderMark(bytes, pos)) {
      report('syntax/bom', 'local', pos, pos + 3, 'byte order mark; RFC 8259 forbids to write one', {
        suggestion: 'save the text as UTF-8 without a byte order mark',
      });
      pos += 3;
    }
    return true;
  };

  /** Reads one token; false where it needs more bytes. */
  const step = (): boolean => {
    if (!skipSpace()) return false;
    if (outer.count() + inner.count() > maxValues) {
      report(
        'io/too-large',
        'structure',
        pos,
        pos,
        `one record is read up to ${maxValues} values, and this has more`,
        {
          expected: `at most ${maxValues} values`,
          suggestion: list ? undefined : 'write records as a list, or as NDJSON',
        },
      );
      root = undefined;
      over = true;
      return true;
    }
    const frame = stack.at(-1);
    if (pos >= end) {
      if (!last) return false;
      takeEnd(frame);
      return true;
    }
    const byte = bytes[pos]!;
    const now = currentState();
    if (now === states.done) return goesOn(byte);
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) return takeClose(frame, byte);
    if (now === states.commaOrEnd) return afterValue(frame!, byte);
    if (now === states.colon) return takeColon(byte);
    if (now === states.key || now === states.keyOrEnd) return takeKeyToken(frame!, byte);
    if (byte === COMMA || byte === COLON) {
      missingValue(frame, byte);
      return true;
    }
    if (byte === OPEN_OBJECT && frame && frame === list) return takeShortcut(frame);
    return takeValue(byte);
  };

  /** Closes what the end of the text leaves open. */
  const finish = (): void => {
    for (let index = stack.length - 1; index >= 0; index--) {
      const frame = stack[index]!;
      frame.nodes.close(frame.node, pos + base, false);
      (frame.nodes === inner ? innerUnfinished : outerUnfinished).add(frame.node);
      if (stack[index - 1] === list && element) element.closed = true;
      if (frame !== list) continue;
      handOn();
      elements!.close(pos + base);
      list = undefined;
    }
    stack.length = 0;
  };

  return {
    read(window, isLast) {
      ({ bytes, end, base } = window);
      last = isLast;
      pos = offset - base;
      if (currentState() === states.start && !over && !begin()) return true;
      while (!over) {
        if (probe && (problems.length > 0 || currentState() === states.done)) over = true;
        else if (!step()) break;
      }
      offset = pos + base;
      if (over) finish();
      return !over;
    },
    stop(problem) {
      pos = offset - base;
      problems.push(problem);
      root = undefined;
      finish();
    },
    needed() {
      if (element) return element.start;
      if (!list) return offset;
      // What is said of a comma is said at the bracket behind it.
      let needed = currentState() === states.value && lastComma >= 0 ? lastComma : offset;
      for (const { start } of problems) needed = Math.min(needed, start);
      return needed;
    },
    position: () => offset,
    document() {
      return jsonDocument({
        start: textStart,
        end: probe ? offset : base + end,
        value: root,
        problems: [...settled, ...problems],
        nodes: outer,
        unfinished: outerUnfinished,
        breaks: firstBreak === undefined ? [] : [firstBreak],
        bytesAt,
      });
    },
  };
}

/** Sets an own property whatever its name: a plain assignment to `__proto__` would set the prototype instead. */
function setOwn(object: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') {
    Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  } else {
    object[key] = value;
  }
}

function isSpace(byte: number): boolean {
  return byte === SPACE || byte === LF || byte === CR || byte === TAB;
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
