import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse as parseCase, stringify } from 'yaml';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { decodeUtf8, encodeUtf8 } from '../../../src/text/utf8.js';
import { maxYamlBytes } from '../../../src/text/yaml/limits.js';
import { parseYaml } from '../../../src/text/yaml/parse-yaml.js';
import { corpora } from '../../support/corpora.js';

const parse = (text: string) => parseYaml(encodeUtf8(text));
const problemsOf = (text: string) =>
  parse(text).flatMap(({ problems }) => problems.map(({ code, start, end }) => `${code}@${start}-${end}`));

describe('what a text says', () => {
  it('is what was written, for any JSON', () => {
    const finite = (value: unknown): boolean =>
      JSON.stringify(value) !== undefined && !/[eE]\+?\d{2}/.test(JSON.stringify(value));
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3, stringUnit: 'grapheme-ascii' }).filter(finite), (value) => {
        const plain = JSON.parse(JSON.stringify(value));
        expect(parse(stringify(plain))[0]?.value ?? null).toEqual(plain);
        expect(parse(`value: ${JSON.stringify(plain)}`)[0]!.value).toEqual({ value: plain });
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a: NO', { a: 'NO' }],
    ['a: yes\nb: on', { a: 'yes', b: 'on' }],
    ['a: 2024-06-19', { a: '2024-06-19' }],
    ['a: 2024-06-19T10:00:00Z', { a: '2024-06-19T10:00:00Z' }],
    ['a: 0o17\nb: 0x1F\nc: 017', { a: 15, b: 31, c: 17 }],
    ['a: true\nb: null\nc: ~\nd:', { a: true, b: null, c: null, d: null }],
    ['1: a\ntrue: b\n2024-06-19: c', { 1: 'a', true: 'b', '2024-06-19': 'c' }],
    ['a: &x {b: 1}\nc: {<<: *x}', { a: { b: 1 }, c: { '<<': { b: 1 } } }],
    ['a: |\n  b\n  c\n', { a: 'b\nc\n' }],
    ['a: !!str 1\nb: !!int "2"', { a: '1', b: 2 }],
    ['a: &x [1]\nb: *x', { a: [1], b: [1] }],
  ])('%j', (text, value) => {
    expect(parse(text).map((document) => document.value)).toEqual([value]);
    expect(problemsOf(text)).toEqual([]);
  });

  it('is one value a document, empty ones passed over', () => {
    expect(parse('---\na: 1\n---\n---\n# nothing\n...\n---\n- b\n').map(({ value }) => value)).toEqual([
      { a: 1 },
      ['b'],
    ]);
  });

  it('leaves prototypes alone', () => {
    const [document] = parse('__proto__: {polluted: true}');
    expect(Object.keys(document!.value as object)).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(problemsOf('__proto__: 1')).toEqual(['syntax/proto-key@0-9']);
  });
});

describe('problems', () => {
  it.each([
    ['', 'syntax/empty@0-0'],
    ['# nothing\n', 'syntax/empty@10-10'],
    ['\ufeffa: 1', 'syntax/bom@0-3'],
    ['é: 1\na: 1\né: 2\n', 'syntax/duplicate-key@11-13'],
    ['a: 12345678901234567890', 'syntax/unsafe-integer@3-23'],
    ['a: .inf', 'syntax/number@3-7'],
    ['a: .nan', 'syntax/number@3-7'],
    ['a: "\\ud800"', 'syntax/lone-surrogate@3-11'],
    ['a: !foo b', 'syntax/tag@3-7'],
    ['!!js/function "x"', 'syntax/tag@0-13'],
    ['a: !!binary aGk=', 'syntax/tag@3-11'],
    ['a: *nobody', 'syntax/alias@3-10'],
    ['&a [*a]', 'syntax/alias@4-6'],
    ['? [a]\n: b', 'syntax/invalid@2-5'],
    ['a: [1, 2', 'syntax/truncated@8-8'],
    ['a: "b', 'syntax/truncated@5-5'],
    ['a: b: c', 'syntax/invalid@3-4'],
    ['a:\n\tb: 1', 'syntax/invalid@3-4'],
  ])('%j has %s', (text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });

  it('show the first of equal keys', () => {
    expect(parse('a: 1\na: 2')[0]!.problems[0]!.related).toEqual([
      { start: 0, end: 1, message: '"a" is first set here' },
    ]);
    expect(parse('# 漢字\na: 1\na: 2\n')[0]!.problems[0]!.related).toEqual([
      { start: 9, end: 10, message: '"a" is first set here' },
    ]);
  });

  it('what an alias lacks is missing at the alias', () => {
    const [document] = parse('- &a {b: 1}\n- *a\n');
    expect(document!.place([1], 'open')).toEqual({ start: 14, end: 16, scalar: false });
    expect(document!.place([1, 'b'], 'value')).toEqual({ start: 9, end: 10, scalar: true });
  });

  it('name bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([...encodeUtf8('a: caf'), 0xe9, ...encodeUtf8('\nb: é\nb: 1\n')]);
    const problems = parseYaml(bytes).flatMap((document) => document.problems);
    expect(problems.map(({ code, start }) => `${code}@${start}`)).toEqual([
      'syntax/encoding@6',
      'syntax/duplicate-key@14',
    ]);
  });
});

describe('places', () => {
  const text =
    'é: 😀\nlist:\n  - a: |\n      x\n      y\n  - {b: "c"}\n"q": [1,\n 2] # end\nlast: &x z\nagain: *x\n';
  const bytes = encodeUtf8(text);
  const [document] = parseYaml(bytes);
  it.each([
    [['é'], 'key', 'é'],
    [['é'], 'value', '😀'],
    [[], 'open', 'é'],
    [['list', 0], 'open', 'a'],
    [['list', 0, 'a'], 'value', '|\n      x\n      y'],
    [['list', 1], 'open', '{'],
    [['list', 1], 'value', '{b: "c"}'],
    [['list'], 'open', '-'],
    [['q'], 'key', '"q"'],
    [['q'], 'value', '[1,\n 2]'],
    [['q', 1], 'value', '2'],
    [['last'], 'value', 'z'],
    [['again'], 'value', '*x'],
    [['none'], 'value', undefined],
  ] as const)('%j, %s, is %j', (path, part, expected) => {
    const place = document!.place(path, part);
    expect(place && decodeUtf8(bytes, place.start, place.end)).toBe(expected);
  });

  it('lead back from a byte to the path', () => {
    for (const path of [['é'], ['list', 0, 'a'], ['q', 1], ['again']]) {
      expect(document!.pathAt(document!.place(path, 'value')!.start)).toEqual(path);
    }
  });

  it('before a mistake are sound, and after it are not', () => {
    const [broken] = parse('a:\n  b: 1\nc: [1, 2\nd: 3\n');
    expect([['a'], []].map((path) => broken!.damaged(path))).toEqual([false, true]);
  });
});

describe('hostile texts', () => {
  it.each([
    ['flow lists', '['.repeat(3000)],
    ['closed flow lists', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['flow mappings', '{a: '.repeat(5000)],
    ['block mappings', Array.from({ length: 400 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    ['block lists', `${'- '.repeat(3000)}x`],
    ['explicit keys', `${'? '.repeat(3000)}x`],
    [
      'lists in mappings',
      Array.from({ length: 200 }, (_, level) => `${' '.repeat(level * 2)}- a:`).join('\n'),
    ],
  ])('too many levels of %s are one problem', (_, text) => {
    const start = performance.now();
    expect(parse(text).flatMap(({ problems }) => problems.map(({ code }) => code))).toEqual(['syntax/depth']);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it.each([
    ['flow lists', '['.repeat(250) + ']'.repeat(250)],
    ['block mappings', Array.from({ length: 250 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')],
    [
      'mappings that come and go',
      'a:\n  b:\n    c: 1\n'.replace('a', 'a0').repeat(1) +
        Array.from({ length: 1000 }, (_, n) => `k${n}:\n  b:\n    c: 1`).join('\n'),
    ],
  ])('takes deep %s', (_, text) => {
    expect(problemsOf(text)).toEqual([]);
  });

  it('never throws and never takes long, whatever is repeated', () => {
    const piece = fc.constantFrom(
      ...[
        'a: ',
        '- ',
        '? ',
        ': ',
        '[',
        '{',
        ']',
        '}',
        ', ',
        '"b" ',
        "'q'",
        '&x ',
        '*x ',
        '!t ',
        '|\n',
        '>\n ',
      ],
      ...['\n', '\n  ', '\r\n', '#c\n', '---\n', '...\n', '%Y\n', '\t', '\n- ', '\n a:\n', ':', '-', '?'],
      ...['\u0002', '\u0018', '\u001f', '\ufeff'],
    );
    const pieces = fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 2 }), pieces, (before, unit) => {
        const start = performance.now();
        parse(before.join('') + unit.repeat(4000));
        expect(performance.now() - start).toBeLessThan(5000);
      }),
      { numRuns: 300 },
    );
  });

  it('stops a billion laughs', () => {
    const names = [...'bcdefghi'];
    const text = `a: &a [${Array(9).fill('x').join()}]\n${names
      .map((name, index) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghi'[index]}`).join()}]`)
      .join('\n')}\n`;
    expect(parse(text)[0]!.problems.map(({ code }) => code)).toEqual(['syntax/alias']);
  });

  it('counts aliases', () => {
    const text = (count: number) =>
      `x: &x 1\n${Array.from({ length: count }, (_, index) => `k${index}: *x`).join('\n')}`;
    expect(problemsOf(text(100))).toEqual([]);
    expect(parse(text(101))[0]!.problems.map(({ code }) => code)).toEqual(['syntax/alias']);
  });

  it('reads 8 MB and no more', () => {
    const problems = parseYaml(new Uint8Array(maxYamlBytes + 1).fill(0x20))[0]!.problems;
    expect(problems.map(({ code }) => code)).toEqual(['io/too-large']);
  });

  it('looks for duplicate keys in linear time', () => {
    const start = performance.now();
    const text = Array.from({ length: 50_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(problemsOf(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

const folder = corpora('06d-yaml-test-suite');

/** Cases that end differently here, and why. */
const exceptions: Readonly<Record<string, string>> = {
  'QLJ7.yaml#0':
    'the library lets a tag handle live on in the next document; the tag is a problem all the same',
  'SF5V.yaml#0': 'the library takes a second %YAML directive',
  'ZYU8.yaml#2': 'the library refuses a %YAML directive with something behind its version',
};

interface SuiteCase {
  readonly yaml?: string;
  readonly json?: string | null;
  readonly fail?: boolean;
}

describe.skipIf(folder === undefined)('the YAML test suite, as far as it is plain data', () => {
  const root = folder ? join(folder, 'yaml__yaml-test-suite', 'src') : '';
  const cases = (folder ? readdirSync(root).sort() : [])
    .flatMap((file) => {
      let inherited: SuiteCase = {};
      return (parseCase(readFileSync(join(root, file), 'utf8')) as SuiteCase[]).map((written, index) => {
        const one = { ...inherited, ...written };
        const { fail: _, ...rest } = one;
        inherited = rest;
        return { ...one, name: `${file}#${index}` };
      });
    })
    .filter(({ json, fail }) => fail || json != null);
  // The suite writes white space and other invisible things with visible signs.
  const withoutSigns = (text: string): string =>
    text
      .replaceAll('␣', ' ')
      .replaceAll(/—*»/g, '\t')
      .replaceAll('←', '\r')
      .replaceAll('⇔', '\ufeff')
      .replaceAll('↵', '')
      .replace(/∎\n?$/, '');
  const plainProblems = new Set(['syntax/tag', 'syntax/bom', 'syntax/empty']);
  const outcome = (text: string) => {
    const documents = parseYaml(encodeUtf8(withoutSigns(text)));
    const problems = documents.flatMap((one) => one.problems).filter(({ code }) => !plainProblems.has(code));
    return {
      values: documents.flatMap(({ value }) => (value == null ? [] : [value])),
      refused: problems.length > 0,
    };
  };
  const holds = ({ yaml = '', json, fail }: SuiteCase): boolean => {
    const { values, refused } = outcome(yaml);
    if (fail) return refused;
    return (
      !refused &&
      (json == null || JSON.stringify(sorted(values)) === JSON.stringify(sorted(jsonValues(json))))
    );
  };

  it('is all there', () => {
    expect(cases.length).toBeGreaterThan(350);
  });

  it.each(cases.filter(({ name }) => !(name in exceptions)))('$name', (one) => {
    expect(holds(one)).toBe(true);
  });

  it.each(Object.entries(exceptions))('%s is still an exception: %s', (name) => {
    expect(holds(cases.find((one) => one.name === name)!)).toBe(false);
  });
});

/** The JSON values that stand one after the other in a text; nulls are the empty documents that are passed over. */
function jsonValues(text: string): unknown[] {
  const bytes = encodeUtf8(text.trimEnd());
  const values: unknown[] = [];
  for (let start = 0; start < bytes.length; ) {
    const { value, end } = parseJson(bytes, { start, probe: true });
    if (value != null) values.push(value);
    start = Math.max(end, start + 1);
  }
  return values;
}

/** Key order is not part of what YAML says. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}
