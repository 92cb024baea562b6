import { type LaidOut, layOut, type RecordPlace } from '../dataset/layout.js';
import type { Finding, Path } from '../finding/finding.js';
import { toJsonPointer } from '../finding/json-pointer.js';
import { collectFacts } from '../rules/collect-facts.js';
import { checkRecord, judgeRecord } from '../rules/judge.js';
import type { RuleSet } from '../rules/rule-set.js';
import { isPlainObject } from '../schema/cross-field.js';
import type { TextDocument } from '../text/document.js';
import type { Lines } from '../text/lines.js';
import type { TextProblem, TextProblemCode } from '../text/problem.js';
import type { TextTaker } from '../text/text-stream.js';
import type { Diagnostic } from './diagnostic.js';
import type { Glance, ReadRecord } from './glance.js';
import {
  fromFinding,
  fromProblem,
  type OpenDocument,
  type OpenRecord,
  ownerOf,
  placeOf,
} from './make-diagnostic.js';
import type { Found, GrowingPart } from './part.js';
import { supplyType } from './supply-type.js';

/** How the records of a file are looked at. */
export interface FileSettings {
  readonly rules: RuleSet;
  /** The type of every record. */
  readonly type: string | undefined;
  /** Whether facts are collected. */
  readonly collects: boolean;
  /** How many mistakes are kept at most. */
  readonly room: number;
  /** Tells at a glance of records that nothing is wrong with them. */
  readonly glance?: Glance | undefined;
  /** Is given every record that was judged. */
  readonly onRecord?: ((value: unknown) => void) | undefined;
}

/** Problems that make a value a guess: what the schema says of it would be the same mistake again. */
const untrusted: ReadonlySet<TextProblemCode> = new Set<TextProblemCode>([
  'syntax/invalid',
  'syntax/encoding',
  'syntax/unsafe-integer',
  'syntax/number',
  'syntax/lone-surrogate',
  'syntax/alias',
]);

/** A record of a list whose elements come one by one is the root of its own document. */
const alone: LaidOut['records'][number]['path'] = [];

/** Looks at the records of a file, or of a part of it, as they are read, and keeps in `part` what was found. */
export function checkFile(part: GrowingPart, settings: FileSettings): TextTaker {
  const { file, format, found, facts, places, salvaged } = part;
  const { rules, collects } = settings;
  /** What was read last at a glance. */
  let read: ReadRecord | undefined;
  /** The list whose elements come one by one, and what there was before it. */
  let list: { readonly path: Path; readonly before: ReturnType<typeof mark> } | undefined;

  const mark = () => ({
    found: found.length,
    hasMore: part.hasMore,
    facts: facts.count(),
    salvaged: salvaged.length,
    records: part.records,
  });

  /** Takes back what the elements of the list gave, but for mistakes of the text. */
  const takeBack = (before: ReturnType<typeof mark>): void => {
    const problems = found.slice(before.found).filter(({ of }) => of === 'text');
    found.length = before.found;
    for (const problem of problems) found.push(problem);
    part.hasMore = before.hasMore;
    facts.cut(before.facts);
    places.cut(before.facts);
    salvaged.length = before.salvaged;
    part.records = before.records;
  };

  const keep = (of: Found['of'], make: () => Diagnostic): void => {
    if (found.length < settings.room) found.push({ of, diagnostic: make() });
    else part.hasMore = true;
  };

  /** Keeps the ids of values that are no records, so that references to them are not a second mistake. */
  const salvage = (value: unknown, wrong: readonly Finding[] = []): void => {
    part.isPartial = true;
    if (!collects || !isPlainObject(value)) return;
    const misspelt = wrong.filter((one) => one.part === 'key' && one.suggestion === 'id');
    for (const key of ['id', ...misspelt.map(({ path }) => path[0])]) {
      const id = typeof key === 'string' && Object.hasOwn(value, key) ? value[key] : undefined;
      if (typeof id === 'string') salvaged.push(id);
    }
  };

  /** Looks at one document: at its text, at what holds its records, and at them. */
  const check = (open: OpenDocument, laidOut: LaidOut, index: number): void => {
    const { document } = open;
    const owned = (problem: TextProblem): void => {
      keep('text', () => fromProblem(open, problem, ownerOf(open, laidOut, problem.start)));
    };
    for (const problem of document.problems) {
      if (problem.code === 'io/too-large') part.complete = false;
      if (problem.code !== 'syntax/proto-key') owned(problem);
    }
    if (document.value === undefined || document.damaged([])) part.isPartial = true;
    if (document.value === undefined) return;
    // Where the schema refuses a `__proto__` key, that says it all.
    const refused = new Set<number>();
    const guesses = document.problems.filter(({ code, scope }) => scope === 'token' && untrusted.has(code));
    const report = (one: Finding, record: OpenRecord): void => {
      if (document.problems.length > 0) {
        const place = placeOf(document, [...record.path, ...one.path], one.part);
        if (place.scalar && guesses.some((guess) => guess.start < place.end && place.start < guess.end))
          return;
        if (one.part === 'key') refused.add(place.start);
      }
      keep('record', () => fromFinding(record, one));
    };

    if (laidOut.layout !== 'record' && !document.damaged([])) {
      for (const one of laidOut.findings) {
        if (one.part === 'key') refused.add(placeOf(document, one.path, 'key').start);
        keep('record', () => ({ ...fromFinding({ ...open, path: [] }, one), recordPointer: null }));
      }
    }
    // Records of another version follow other rules: to judge them by these would be a guess.
    const unreadable = laidOut.findings.some(({ code }) => code === 'schema/version');
    if (unreadable) part.complete = false;
    for (const record of laidOut.records) {
      part.records++;
      if (unreadable || document.damaged(record.path)) salvage(record.value);
      else judge(open, record, index, report);
    }
    for (const problem of document.problems) {
      if (problem.code === 'syntax/proto-key' && !refused.has(problem.start)) owned(problem);
    }
  };

  const judge = (
    open: OpenDocument,
    { value: given, path }: RecordPlace,
    index: number,
    report: (one: Finding, record: OpenRecord) => void,
  ): void => {
    const { value, finding: mismatch } = supplyType(given, settings.type);
    const judged = mismatch
      ? { findings: [mismatch], schemaFindings: [mismatch] }
      : judgeRecord(value, undefined, rules);
    const record = { ...open, path };
    for (const one of judged.findings) report(one, record);
    settings.onRecord?.(value);
    if (!collects) return;
    const fits = open.document === read?.document ? read.fits : undefined;
    const collected = collectFacts(value, facts.count(), judged.schemaFindings, rules, fits);
    if (collected?.id === undefined) salvage(value, judged.schemaFindings);
    if (collected === undefined) return;
    facts.add(collected);
    const { start, end } = placeOf(open.document, path, 'value');
    const from = { byteOffset: start, ...open.lines.position(start) };
    places.add({ start, end, from, document: index, path: [...open.prefix, ...path] });
  };

  const openDocument = (document: TextDocument, lines: Lines, prefix: Path = []): OpenDocument => ({
    file,
    format,
    document,
    lines,
    prefix,
  });

  return {
    document(document, lines, index) {
      const open = openDocument(document, lines);
      const { value } = document;
      if (!list) {
        // What NDJSON has on a line is a record, whatever it looks like.
        const laidOut: LaidOut =
          format === 'ndjson'
            ? { layout: 'record', records: [{ value, path: [] }], findings: [] }
            : layOut(value);
        check(open, laidOut, index);
        return;
      }
      const laidOut = layOut(value);
      const { before } = list;
      list = undefined;
      if (laidOut.layout === 'record' && value !== undefined) takeBack(before);
      else if (laidOut.findings.some(({ code }) => code === 'schema/version')) {
        // The version came after the records, which were judged in vain.
        const { records } = part;
        const ids: string[] = [];
        for (let index = before.facts; index < facts.count(); index++) {
          const { id } = facts.subject(index);
          if (id !== undefined) ids.push(id);
        }
        const others = salvaged.slice(before.salvaged);
        takeBack(before);
        part.records = records;
        for (const id of [...ids, ...others]) salvaged.push(id);
      }
      check(open, laidOut, index);
    },
    list(path) {
      if (list) takeBack(list.before);
      list = { path, before: mark() };
    },
    element(document, lines, index) {
      const open = openDocument(document, lines, [...list!.path, index]);
      check(open, { layout: 'record', records: [{ value: document.value, path: alone }], findings: [] }, 0);
    },
    shortcut:
      settings.glance &&
      ((window, place, lines, index) => {
        const seen = settings.glance!.at(window, place);
        if (typeof seen !== 'object') return seen;
        const { record, end, fits } = seen;
        if (settings.type !== undefined && record.type !== settings.type) return undefined;
        if (rules.readsText(record) || checkRecord(record, [], rules).length > 0) return undefined;
        const collected = collects ? collectFacts(record, facts.count(), [], rules, fits) : undefined;
        part.records++;
        if (collected === undefined) return end;
        facts.add(collected);
        const { start } = place;
        const from = { byteOffset: start, ...lines.position(start) };
        const path = list ? [...list.path, index] : [];
        places.add({ start, end, from, document: list ? 0 : index, path });
        return end;
      }),
    read:
      settings.glance &&
      ((window, line) => {
        read = settings.glance!.read(window, line);
        return read?.document;
      }),
    between(problem, lines) {
      const pointer = toJsonPointer(list!.path);
      const owner = { pointer, recordPointer: null, recordId: null, recordType: null };
      keep('text', () => fromProblem({ file, lines }, problem, owner));
    },
  };
}
