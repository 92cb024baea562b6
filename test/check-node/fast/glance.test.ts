import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { startChecker } from '../../../src/check/checker.js';
import type { Glance } from '../../../src/check/glance.js';
import { createGlance } from '../../../src/check-node/fast/glance.js';
import { CUT } from '../../../src/check-node/fast/record-plan.js';
import { selectRules } from '../../../src/rules/rule-set.js';
import { createByteWindow } from '../../../src/text/byte-window.js';
import { yamlReader } from '../../../src/text/yaml/yaml.js';
import { recordTypes } from '../../../src/vocabulary/record-type.js';
import { anchoredArticles } from '../../support/anchored-articles.js';
import { invalidFixtures, validFixtures } from '../../support/fixtures.js';
import { oneIn, RUNS } from '../../support/runs.js';
import { changedRecord } from './changed-record.js';

/** Checks a file in pieces, and counts the records that a glance was enough for. */
function check(name: string, bytes: Uint8Array, glance: Glance | undefined, pieces = [bytes.length]) {
  const seen = new Set<number>();
  const counting: Glance | undefined = glance && {
    read: (window, line) => glance.read(window, line),
    at(window, place) {
      const found = glance.at(window, place);
      if (typeof found === 'object') seen.add(place.start);
      return found;
    },
  };
  const checker = startChecker({}, { glance: counting && (() => counting), yaml: () => yamlReader });
  const file = checker.openFile(name, (start, end) => bytes.subarray(start, end));
  let at = 0;
  for (let turn = 0; at < bytes.length; turn++) {
    const piece = Uint8Array.from(bytes.subarray(at, at + pieces[turn % pieces.length]!));
    at += piece.length;
    file.write(piece);
    // the memory of a piece is used again
    piece.fill(0x21);
  }
  file.end();
  return { report: checker.finish(), seen: seen.size };
}

const glance = (): Glance => createGlance(selectRules());

/** The same records as lines and as a list. */
const layouts = (lines: readonly string[]): readonly [string, string][] => [
  ['a.ndjson', lines.map((line) => `${line}\n`).join('')],
  ['b.ndjson', lines.join('\r\n')],
  ['a.json', `[\n${lines.join(',\n')}\n]\n`],
  ['b.json', `{"schemaVersion":"1","records":[${lines.join(',')}]}`],
];

const valid = recordTypes.flatMap((type) => validFixtures(type).map(({ value }) => value));
const invalid = recordTypes.flatMap((type) => invalidFixtures(type).map(({ value }) => value));
const long = `${'He said “no”. '.repeat(40)}\n\n🙂`;

describe('a check that glances', () => {
  test('does so at every right record, and finds the same', () => {
    const lines = valid.map((value) => JSON.stringify(value));
    for (const [name, text] of layouts(lines)) {
      const bytes = Buffer.from(text);
      const { report, seen } = check(name, bytes, glance());
      expect(report).toEqual(check(name, bytes, undefined).report);
      // some are looked at once more, for the anchors of others
      expect(seen).toBeGreaterThanOrEqual(lines.length);
    }
  });

  test('finds the same mistakes of every invalid record', () => {
    const lines = invalid.map((value) => JSON.stringify(value));
    for (const [name, text] of layouts(lines)) {
      const bytes = Buffer.from(text);
      const { report, seen } = check(name, bytes, glance());
      expect(seen).toBe(0);
      expect(report).toEqual(check(name, bytes, undefined).report);
    }
  });

  test('finds the same whatever the pieces', () => {
    const lines = [...valid.slice(0, 40), ...invalid.slice(0, 40)].map((value) => JSON.stringify(value));
    for (const [name, text] of layouts(lines)) {
      const bytes = Buffer.from(text);
      const { report } = check(name, bytes, undefined);
      for (const pieces of [[1], [7, 300, 2], [1000], [4096, 1]]) {
        expect(check(name, bytes, glance(), pieces).report).toEqual(report);
      }
    }
  });

  test('reads the text of a body where a rule needs it', () => {
    const textDigest = { sha256: '0'.repeat(64), normalization: 'none', newline: 'as-is', codePoints: 3 };
    const article = { type: 'article', id: 'article:a', body: { text: long }, textDigest };
    const { report } = check('a.ndjson', Buffer.from(JSON.stringify(article)), glance());
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['anchor/digest']);
  });

  test('is not fooled by a text that is empty where it is the first of its kind', () => {
    const empty = Buffer.from('{"type":"article","id":"article:a","url":""}\n');
    const { report, seen } = check('a.ndjson', empty, glance());
    expect(seen).toBe(0);
    expect(report.diagnostics.map(({ pointer }) => pointer)).toEqual(['/url']);
  });

  test('is not fooled by bytes that are not UTF-8', () => {
    const article = Buffer.from(JSON.stringify({ type: 'article', id: 'article:a', body: { text: long } }));
    article[article.indexOf('He said')] = 0xff;
    const { report, seen } = check('a.ndjson', article, glance());
    expect(seen).toBe(0);
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['syntax/encoding']);
  });
});

test('a record that is changed at random gives the same findings with a glance as without', () => {
  const made = glance();
  let accepted = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(changedRecord(valid, invalid), { minLength: 20, maxLength: 60 }), (lines) => {
      const bytes = Buffer.concat(lines.flatMap((line) => [line, Buffer.from('\n')]));
      const { report, seen } = check('a.ndjson', bytes, made);
      expect(report).toEqual(check('a.ndjson', bytes, undefined).report);
      accepted += seen;
      refused += lines.length - seen;
    }),
    { numRuns: oneIn(4), endOnFailure: true },
  );
  expect(accepted).toBeGreaterThan(RUNS);
  expect(refused).toBeGreaterThan(RUNS);
});

test('anchors of an article in itself are judged as they are when its text is read', () => {
  const made = glance();
  let looked = 0;
  let found = 0;
  const counting: Glance = {
    ...made,
    at(window, place) {
      const seen = made.at(window, place);
      if (typeof seen === 'object' && seen.fits !== undefined) looked++;
      return seen;
    },
  };
  fc.assert(
    fc.property(fc.array(anchoredArticles, { minLength: 5, maxLength: 20 }), (articles) => {
      const lines = articles.flat().map((value) => `${JSON.stringify(value)}\n`);
      const bytes = Buffer.from(lines.join(''));
      const { report } = check('a.ndjson', bytes, counting);
      expect(report).toEqual(check('a.ndjson', bytes, undefined).report);
      found += report.diagnostics.filter(({ code }) => code.startsWith('anchor/')).length;
    }),
    { numRuns: oneIn(10) },
  );
  expect(looked).toBeGreaterThan(RUNS / 20);
  expect(found).toBeGreaterThan(RUNS / 20);
});

test('anchors of an article that is wrong elsewhere are judged without its text as they are with it', () => {
  const made = glance();
  let cut = 0;
  const counting: Glance = {
    ...made,
    read(window, line) {
      const read = made.read(window, line);
      if (read?.fits !== undefined) cut++;
      return read;
    },
  };
  const wrong = fc.constantFrom(
    { urgency: 12 },
    { langauge: 'en' },
    { publisherId: '' },
    { mentions: [{ kind: 'name', anchor: { exact: '', start: 1 } }] },
    { body: 'text' },
    { id: 7 },
    { textDigest: { codePoints: 3 } },
    { textDigest: null },
    {},
  );
  let found = 0;
  fc.assert(
    fc.property(fc.array(fc.tuple(anchoredArticles, wrong), { minLength: 5, maxLength: 20 }), (articles) => {
      const lines = articles.flatMap(([some, mistake]) => some.map((one) => ({ ...one, ...mistake })));
      const bytes = Buffer.from(lines.map((value) => `${JSON.stringify(value)}\n`).join(''));
      const { report } = check('a.ndjson', bytes, counting);
      expect(report).toEqual(check('a.ndjson', bytes, undefined).report);
      found += report.diagnostics.filter(({ code }) => code.startsWith('anchor/')).length;
    }),
    { numRuns: oneIn(10) },
  );
  expect(cut).toBeGreaterThan(RUNS / 20);
  expect(found).toBeGreaterThan(RUNS / 20);
});

test('the text of an article is read where a rule reads it, or a digest says how it is counted', () => {
  const body = { text: long };
  const textDigest = { sha256: '0'.repeat(64), normalization: 'none', newline: 'as-is', codePoints: 3 };
  const bytes = (value: object): Buffer =>
    Buffer.from(JSON.stringify({ id: 'x', urgency: 12, body, ...value }));
  const readBy = (value: object, rules = selectRules()) => {
    const window = createByteWindow();
    window.add(bytes(value));
    const read = createGlance(rules).read(window, { start: 0, end: window.reached })!;
    return [(read.document.value as { body: object }).body, read.fits !== undefined];
  };
  const lax = selectRules({ severities: { 'anchor/digest': 'off' } });
  expect(readBy({ type: 'article' })).toEqual([{ text: CUT }, true]);
  expect(readBy({ type: 'article', body: { ...body, html: long } })).toEqual([
    { text: CUT, html: long },
    true,
  ]);
  for (const value of [
    { type: 'article', textDigest },
    { type: 'article', textDigest: null },
    { type: 'claim' },
    {},
  ]) {
    for (const rules of [selectRules(), lax]) expect(readBy(value, rules)).toEqual([body, false]);
  }
});

describe('where there is no WebAssembly', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  test('everything is read, and the same is found', async () => {
    vi.stubGlobal('WebAssembly', undefined);
    vi.resetModules();
    const other = await import('../../../src/check-node/fast/glance.js');
    const lines = [...valid, ...invalid].map((value) => JSON.stringify(value));
    for (const [name, text] of layouts(lines)) {
      const bytes = Buffer.from(text);
      const { report, seen } = check(name, bytes, other.createGlance(selectRules()));
      expect(report).toEqual(check(name, bytes, undefined).report);
      expect(seen).toBe(0);
    }
  });
});

test('a glance that accepts one record too many is found out', () => {
  const made = glance();
  const careless: Glance = {
    ...made,
    at(window, place) {
      const text = Buffer.from(
        window.bytes.subarray(place.start - window.base, place.end - window.base),
      ).toString();
      return text.includes('"urgency":12')
        ? { record: JSON.parse(text), end: place.end }
        : made.at(window, place);
    },
  };
  const bytes = Buffer.from('{"type":"article","id":"article:a","urgency":12}\n');
  expect(check('a.ndjson', bytes, careless).report).not.toEqual(check('a.ndjson', bytes, undefined).report);
});
