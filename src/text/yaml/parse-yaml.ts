import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, Parser } from 'yaml';
import type { PathSegment, Place, PlacePart, TextDocument } from '../document.js';
import { maxTextDepth, protoMessage } from '../json/json-reader.js';
import { createLineIndex, type LineIndex } from '../lines.js';
import type { Span, TextProblem } from '../problem.js';
import { decodeUtf8, firstIllFormed, foreignEncoding, hasByteOrderMark, sequenceLength } from '../utf8.js';
import { brokenYamlLimit, maxYamlBytes } from './limits.js';

/** How many values the aliases of one document may stand for, all told. */
const MOST_ALIASED_VALUES = 100_000;

/** A value of the document with its places, in UTF-16 units of the text. */
interface Located {
  readonly value: unknown;
  readonly start: number;
  readonly end: number;
  readonly scalar: boolean;
  /** How many values it holds, itself and everything behind aliases included. */
  readonly weight: number;
  readonly key?: Span | undefined;
  readonly children?: ReadonlyMap<PathSegment, Located> | undefined;
}

/**
 * Reads YAML 1.2 with the core schema: `NO` is a string, timestamps are strings, merge keys are keys like any
 * other, and no tag constructs anything. Every `---` document is one value; empty ones are passed over.
 * The text is bounded before the YAML library sees it: 8 MB, 256 levels, 100 aliases.
 */
export function parseYaml(bytes: Uint8Array): readonly TextDocument[] {
  const refused = refusal(bytes);
  if (refused) return [emptyDocument(bytes, [refused])];

  const units = createLineIndex(bytes);
  const text = decodeUtf8(bytes);
  const toBytes = (start: number, end: number): Span => ({
    start: units.byteAt(start),
    end: units.byteAt(end),
  });

  const fileProblems: TextProblem[] = [];
  if (hasByteOrderMark(bytes)) {
    fileProblems.push({
      code: 'syntax/bom',
      scope: 'local',
      start: 0,
      end: 3,
      message: 'byte order mark',
      suggestion: 'save the text as UTF-8 without a byte order mark',
    });
  }
  const illFormed = firstIllFormed(bytes, 0, bytes.length);
  if (illFormed >= 0) {
    fileProblems.push({
      code: 'syntax/encoding',
      scope: 'token',
      start: illFormed,
      end: illFormed + Math.abs(sequenceLength(bytes, illFormed, bytes.length)),
      message: 'this is not UTF-8',
      expected: 'UTF-8',
    });
  }
  const limit = brokenYamlLimit(text, maxTextDepth);
  if (limit) {
    const { start, end, ...rest } = limit;
    return [emptyDocument(bytes, [...fileProblems, { ...rest, scope: 'structure', ...toBytes(start, end) }])];
  }

  const lines = new LineCounter();
  const composer = new Composer({
    schema: 'core',
    version: '1.2',
    merge: false,
    resolveKnownTags: false,
    // Duplicates are looked for here: the library compares every key with every other.
    uniqueKeys: false,
    prettyErrors: false,
  });
  const documents: TextDocument[] = [];
  const contents = [...composer.compose(new Parser(lines.addNewLine).parse(text), true, text.length)];
  for (const document of contents) {
    const problems = documents.length === 0 ? fileProblems : [];
    const read = readDocument(document, bytes, text, units, problems);
    if (read) documents.push(read);
  }
  if (documents.length === 0) {
    const end = bytes.length;
    documents.push(
      emptyDocument(bytes, [
        ...fileProblems,
        {
          code: 'syntax/empty',
          scope: 'structure',
          start: end,
          end,
          message: 'the text holds no value',
          expected: 'a value',
          received: 'end of text',
        },
      ]),
    );
  }
  return documents;
}

/** Why a text is not read at all, if so. */
function refusal(bytes: Uint8Array): TextProblem | undefined {
  if (bytes.length > maxYamlBytes) {
    return {
      code: 'io/too-large',
      scope: 'structure',
      start: 0,
      end: 0,
      message: `YAML is read up to ${maxYamlBytes / 1024 / 1024} MB; write records of this size as NDJSON`,
      expected: `at most ${maxYamlBytes} bytes`,
    };
  }
  const encoding = foreignEncoding(bytes);
  if (encoding === undefined) return undefined;
  return {
    code: 'syntax/encoding',
    scope: 'structure',
    start: 0,
    end: Math.min(bytes.length, 4),
    message: `this text is ${encoding}, not UTF-8`,
    expected: 'UTF-8',
    received: encoding,
    suggestion: 'save the file as UTF-8',
  };
}

function emptyDocument(bytes: Uint8Array, problems: readonly TextProblem[]): TextDocument {
  return {
    start: 0,
    end: bytes.length,
    value: undefined,
    problems,
    textAt: (start, end) => decodeUtf8(bytes, start, end),
    place: () => undefined,
    pathAt: () => [],
    damaged: () => true,
  };
}

function readDocument(
  document: Document.Parsed,
  bytes: Uint8Array,
  text: string,
  units: LineIndex,
  inherited: readonly TextProblem[],
): TextDocument | undefined {
  const problems: TextProblem[] = [...inherited];
  const span = (start: number, end: number): Span => ({ start: units.byteAt(start), end: units.byteAt(end) });
  const report = (
    { related, ...problem }: Omit<TextProblem, 'start' | 'end'>,
    start: number,
    end: number,
  ): void => {
    const others = related?.map((one) => ({ ...one, ...span(one.start, one.end) }));
    problems.push({ ...problem, ...span(start, end), ...(others && { related: others }) });
  };

  // The library goes on after a mistake, but what it finds then is mostly the same mistake again.
  const broken = document.errors.find(({ code }) => code !== 'TAG_RESOLVE_FAILED');
  if (broken) {
    const [start, end] = broken.pos;
    const atEnd = start >= text.trimEnd().length;
    const truncated = atEnd && (broken.code === 'MISSING_CHAR' || broken.code === 'BAD_INDENT');
    const from = truncated ? text.length : Math.min(start, text.length);
    report(
      {
        code: truncated ? 'syntax/truncated' : 'syntax/invalid',
        scope: 'structure',
        message: broken.message.split('\n', 1)[0]!,
        ...(truncated ? { received: 'end of text' } : {}),
      },
      from,
      truncated ? from : Math.min(Math.max(end, from), text.length),
    );
  }
  for (const { code, pos, message } of [...document.errors, ...document.warnings]) {
    if (code !== 'TAG_RESOLVE_FAILED') continue;
    report(
      {
        code: 'syntax/tag',
        scope: 'local',
        message: `tags are not read here: ${message.split('\n', 1)[0]!}`,
        expected: 'a plain value',
        received: text.slice(pos[0], Math.min(pos[1], pos[0] + 60)),
      },
      pos[0],
      pos[1],
    );
  }

  const content = document.contents;
  const blank = content === null || (isScalar(content) && content.value === null && !content.source);
  if (blank && problems.length === inherited.length) return undefined;

  const root = blank ? undefined : locate(content, text, report);
  const find = (path: readonly PathSegment[]): Located | undefined => {
    let located: Located | undefined = root;
    for (const segment of path) located = located?.children?.get(segment);
    return located;
  };
  const breakAt = problems.find(({ scope }) => scope === 'structure')?.start;
  return {
    ...span(document.range[0], Math.min(document.range[2], text.length)),
    value: root?.value,
    problems,
    textAt: (start, end) => decodeUtf8(bytes, start, end),
    place(path: readonly PathSegment[], part: PlacePart): Place | undefined {
      const located = find(path);
      if (!located) return undefined;
      if (part === 'key' && located.key) {
        return { ...span(located.key.start, located.key.end), scalar: true };
      }
      if (part === 'open' && !located.scalar) {
        return { ...span(located.start, openEnd(located, text)), scalar: false };
      }
      return { ...span(located.start, located.end), scalar: located.scalar };
    },
    pathAt(byteOffset) {
      const path: PathSegment[] = [];
      let located = root;
      while (located) {
        let inner: Located | undefined;
        for (const [segment, child] of located.children ?? []) {
          const { start } = child.key ?? child;
          if (units.byteAt(start) > byteOffset || units.byteAt(child.end) <= byteOffset) continue;
          inner = child;
          path.push(segment);
          break;
        }
        located = inner;
      }
      return path;
    },
    damaged(path) {
      if (breakAt === undefined) return false;
      const located = find(path);
      // Indentation carries the structure: after a mistake nothing that follows is sure.
      return located === undefined || units.byteAt(located.end) > breakAt;
    },
  };
}

/**
 * Where the opening of a collection ends: behind `{`, `[` or `-`, or behind the first key of a block mapping; an alias is
 * an opening altogether.
 */
function openEnd(located: Located, text: string): number {
  const first = located.children?.values().next().value?.key;
  const opener = text[located.start];
  if (opener === '*') return located.end;
  return first && opener !== '{' && opener !== '[' ? first.end : located.start + 1;
}

type Report = (problem: Omit<TextProblem, 'start' | 'end'>, start: number, end: number) => void;

interface Reading {
  readonly text: string;
  readonly report: Report;
  /** Finished anchors, and `undefined` while the value behind one is still being read. */
  readonly anchors: Map<string, Located | undefined>;
  aliased: number;
}

/** Turns library nodes into plain values with places. The depth is bounded before, so recursion is safe. */
function locate(node: unknown, text: string, report: Report): Located {
  return locateNode(node, { text, report, anchors: new Map(), aliased: 0 }, 0);
}

function locateNode(node: unknown, reading: Reading, fallback: number): Located {
  if (isAlias(node)) return locateAlias(node.source, node.range ?? [fallback, fallback], reading);
  if (isScalar(node)) {
    const located = locateScalar(node.value, node.source ?? '', node.range ?? [fallback, fallback], reading);
    if (node.anchor) reading.anchors.set(node.anchor, located);
    return located;
  }
  if (isMap(node) || isSeq(node)) {
    const [start, end] = node.range ?? [fallback, fallback];
    if (node.anchor) reading.anchors.set(node.anchor, undefined);
    const located = isMap(node)
      ? locateMap(node.items, start, node.flow ? end : undefined, reading)
      : locateSeq(node.items, start, node.flow ? end : undefined, reading);
    if (node.anchor) reading.anchors.set(node.anchor, located);
    return located;
  }
  return { value: null, start: fallback, end: fallback, scalar: true, weight: 1 };
}

function locateScalar(value: unknown, source: string, range: readonly number[], reading: Reading): Located {
  const start = range[0]!;
  let end = range[1]!;
  // The line end that closes a block scalar is not part of what should be underlined.
  while (end > start && /[\s]/.test(reading.text[end - 1]!)) end--;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) {
      reading.report(
        {
          code: 'syntax/number',
          scope: 'token',
          message: 'JSON has no such number',
          received: source.slice(0, 60),
        },
        start,
        end,
      );
    } else if (Number.isInteger(value) && !Number.isSafeInteger(value) && !/[.eE]/.test(source)) {
      reading.report(
        {
          code: 'syntax/unsafe-integer',
          scope: 'token',
          message: 'this integer loses digits when it is read as a number',
          expected: 'an integer from -9007199254740991 to 9007199254740991, or a string',
          received: source.slice(0, 60),
          suggestion: 'put it in quotes if it is an identifier',
        },
        start,
        end,
      );
    }
  } else if (typeof value === 'string' && hasLoneSurrogate(value)) {
    reading.report(
      {
        code: 'syntax/lone-surrogate',
        scope: 'token',
        message: 'half of a surrogate pair is not a character',
      },
      start,
      end,
    );
  }
  return { value, start, end, scalar: true, weight: 1 };
}

function locateSeq(
  items: readonly unknown[],
  start: number,
  flowEnd: number | undefined,
  reading: Reading,
): Located {
  const value: unknown[] = [];
  const children = new Map<PathSegment, Located>();
  let end = start;
  let weight = 1;
  for (const item of items) {
    const child = locateNode(item, reading, end);
    children.set(value.length, child);
    value.push(child.value);
    weight += child.weight;
    end = Math.max(end, child.end);
  }
  return { value, start, end: flowEnd ?? end, scalar: false, weight, children };
}

function locateMap(
  pairs: readonly { key: unknown; value: unknown }[],
  start: number,
  flowEnd: number | undefined,
  reading: Reading,
): Located {
  const value: Record<string, unknown> = {};
  const children = new Map<PathSegment, Located>();
  const first = new Map<string, Span>();
  let end = start;
  let weight = 1;
  for (const pair of pairs) {
    const keyNode = locateNode(pair.key, reading, end);
    const keySpan: Span = { start: keyNode.start, end: keyNode.end };
    end = Math.max(end, keyNode.end);
    const key = keyOf(pair.key, keyNode);
    if (key === undefined) {
      reading.report(
        {
          code: 'syntax/invalid',
          scope: 'token',
          message: 'a key must be a plain text',
          expected: 'a text',
          received: Array.isArray(keyNode.value) ? 'a sequence' : 'a mapping',
        },
        keySpan.start,
        keySpan.end,
      );
      end = Math.max(end, locateNode(pair.value, reading, end).end);
      continue;
    }
    const earlier = first.get(key);
    if (earlier) {
      const name = JSON.stringify(key.slice(0, 60));
      reading.report(
        {
          code: 'syntax/duplicate-key',
          scope: 'local',
          message: `duplicate key ${name}`,
          received: name,
          related: [{ ...earlier, message: `${name} is first set here` }],
        },
        keySpan.start,
        keySpan.end,
      );
    } else {
      first.set(key, keySpan);
    }
    if (key === '__proto__') {
      reading.report(
        { code: 'syntax/proto-key', scope: 'local', message: protoMessage, received: '"__proto__"' },
        keySpan.start,
        keySpan.end,
      );
    }
    const child = locateNode(pair.value, reading, keyNode.end);
    children.set(key, { ...child, key: keySpan });
    Object.defineProperty(value, key, {
      value: child.value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
    weight += child.weight;
    end = Math.max(end, child.end);
  }
  return { value, start, end: flowEnd ?? end, scalar: false, weight, children };
}

/** The text of a key: as written where the core schema would read a number, a boolean or nothing. */
function keyOf(node: unknown, located: Located): string | undefined {
  if (typeof located.value === 'string') return located.value;
  if (!located.scalar) return undefined;
  return isScalar(node) ? (node.source ?? String(node.value ?? '')) : String(located.value);
}

function locateAlias(name: string, range: readonly number[], reading: Reading): Located {
  const start = range[0]!;
  const end = range[1]!;
  const target = reading.anchors.get(name);
  const fail = (message: string): Located => {
    reading.report(
      { code: 'syntax/alias', scope: 'token', message, received: `*${name.slice(0, 60)}` },
      start,
      end,
    );
    return { value: null, start, end, scalar: true, weight: 1 };
  };
  if (!target) {
    return fail(
      reading.anchors.has(name)
        ? `the alias *${name.slice(0, 60)} stands inside the value that it repeats`
        : `there is no anchor &${name.slice(0, 60)} before this alias`,
    );
  }
  const before = reading.aliased;
  reading.aliased += target.weight;
  if (reading.aliased > MOST_ALIASED_VALUES) {
    if (before > MOST_ALIASED_VALUES) return { value: null, start, end, scalar: true, weight: 1 };
    return fail(`the aliases of this document stand for more than ${MOST_ALIASED_VALUES} values`);
  }
  return { ...target, start, end, key: undefined };
}

function hasLoneSurrogate(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) continue;
    const next = text.charCodeAt(at + 1);
    if (unit > 0xdbff || !(next >= 0xdc00 && next <= 0xdfff)) return true;
    at++;
  }
  return false;
}
