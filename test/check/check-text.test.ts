import { describe, expect, it } from 'vitest';
import { type CheckTextOptions, checkText, type Diagnostic, exitCodeOf } from '../../src/check.js';

/** A diagnostic in one line: what, where in the text, where in the data, about which record. */
const told = ({
  code,
  line,
  column,
  endLine,
  endColumn,
  byteOffset,
  pointer,
  recordId,
}: Diagnostic): string =>
  [
    code,
    `${line}:${column}-${endLine === line ? '' : `${endLine}:`}${endColumn}`,
    `@${byteOffset}`,
    pointer ?? '-',
    recordId ?? '-',
  ].join(' ');
const check = (text: string, options?: CheckTextOptions): string[] =>
  checkText(text, options).diagnostics.map(told);

describe('places of one mistake', () => {
  const article = '"type":"article","id":"article:a"';
  it.each<[name: string, file: string, text: string, ...expected: string[]]>([
    ['a right record', 'a.json', `{${article}}`],
    [
      'a misspelt key',
      'a.json',
      `{${article},"headlin":"x"}`,
      'schema/unknown-key 1:36-45 @35 /headlin article:a',
    ],
    ['a missing key', 'a.json', '[{"type":"article"}]', 'schema/required 1:2-3 @1 /0 -'],
    [
      'a wrong type',
      'a.json',
      `{${article},\n "headline": [1,\n 2]}`,
      'schema/type 2:14-3:4 @49 /headline article:a',
    ],
    [
      'a value out of range',
      'a.json',
      `{${article},"urgency":12}`,
      'schema/range 1:46-48 @45 /urgency article:a',
    ],
    [
      'an impossible date',
      'a.json',
      `{${article},"publishedAt":"2023-02-30T00:00:00Z"}`,
      'schema/date-time 1:50-72 @49 /publishedAt article:a',
    ],
    ['an unknown type', 'a.json', '{"type":"artcle","id":"x"}', 'schema/unknown-type 1:9-17 @8 /type x'],
    ['no type', 'a.json', '{"id":"x"}', 'schema/unknown-type 1:1-2 @0  x'],
    ['a value that is no record', 'a.json', '"hello"', 'schema/type 1:1-8 @0  -'],
    [
      'wide characters before the place',
      'a.json',
      `{"headline":"漢字😀é",${article},"x":1}`,
      'schema/unknown-key 1:55-58 @61 /x article:a',
    ],
    [
      'tabs and CRLF',
      'a.json',
      `{\r\n\t${article},\r\n\t"x": 1\r\n}`,
      'schema/unknown-key 3:2-5 @41 /x article:a',
    ],
    [
      'a byte order mark',
      'a.json',
      `\ufeff{${article},"x":1}`,
      'syntax/bom 1:1-1 @0  article:a',
      'schema/unknown-key 1:36-39 @38 /x article:a',
    ],
    ['escaped keys', 'a.json', `{${article},"a/b~":1}`, 'schema/unknown-key 1:36-42 @35 /a~1b~0 article:a'],
    [
      '__proto__',
      'a.json',
      `{${article},"__proto__":{}}`,
      'schema/unknown-key 1:36-47 @35 /__proto__ article:a',
    ],
    [
      '__proto__ where any key may stand',
      'a.json',
      `{${article},"extensions":{"org.example":{"__proto__":{}}}}`,
      'syntax/proto-key 1:65-76 @64 /extensions/org.example/__proto__ article:a',
    ],
    ['a dataset without its version', 'a.json', '{"records":[]}', 'schema/required 1:1-2 @0  -'],
    [
      'a dataset of another version',
      'a.json',
      '{"schemaVersion":"9","records":[{"type":"x"}]}',
      'schema/version 1:18-21 @17 /schemaVersion -',
    ],
    [
      'a misspelt key of a dataset',
      'a.json',
      '{"schemaVersion":"1","record":[],"records":[]}',
      'schema/unknown-key 1:22-30 @21 /record -',
    ],
    [
      'a record in a dataset',
      'a.json',
      `{"schemaVersion":"1","records":[{${article},"x":1}]}`,
      'schema/unknown-key 1:68-71 @67 /records/0/x article:a',
    ],
    [
      'NDJSON',
      'a.ndjson',
      `{${article}}\n\n{"type":"claim","id":"c","txt":"x"}\n`,
      'schema/unknown-key 3:26-31 @62 /txt c',
    ],
    ['a list in NDJSON', 'a.ndjson', `[{${article}}]\n`, 'schema/type 1:1-38 @0  -'],
    [
      'YAML',
      'a.yaml',
      '# a\ntype: article\nid: article:a\nurgency: 12 # too much\n',
      'schema/range 4:10-12 @41 /urgency article:a',
    ],
    [
      'a YAML list',
      'a.yml',
      '- type: article\n  id: article:a\n- type: claim\n  id: c # é\n  "txt": x\n',
      'schema/unknown-key 5:3-8 @61 /1/txt c',
    ],
    [
      'a second YAML document',
      'a.yaml',
      '---\ntype: article\nid: article:a\n---\ntype: claim\nid: c\n',
      'schema/required 5:1-5 @36  c',
    ],
    [
      'the Norway problem, which is none',
      'a.yaml',
      'type: source\nid: source:no\nkind: outlet\nname: NO\ncountry: NO\n',
    ],
    [
      'a duplicate key',
      'a.json',
      `{${article},"id":"article:b"}`,
      'syntax/duplicate-key 1:36-40 @35 /id article:b',
    ],
    [
      'a duplicate key in YAML',
      'a.yaml',
      'type: article\nid: article:a\nid: article:b\n',
      'syntax/duplicate-key 3:1-3 @28 /id article:b',
    ],
    [
      'an integer that loses digits',
      'a.json',
      `{${article},"urgency":12345678901234567890}`,
      'syntax/unsafe-integer 1:46-66 @45 /urgency article:a',
    ],
    [
      'half a surrogate pair',
      'a.json',
      `{${article},"headline":"\\ud800"}`,
      'syntax/lone-surrogate 1:48-54 @47 /headline article:a',
    ],
    ['a trailing comma', 'a.json', `{${article},}`, 'syntax/invalid 1:35-36 @34  article:a'],
    ['a comment', 'a.json', `{${article} /* x */}`, 'syntax/comment 1:36-43 @35  article:a'],
    ['an empty text', 'a.json', '', 'syntax/empty 1:1-1 @0 - -'],
    ['empty NDJSON, which is clean', 'a.ndjson', ''],
    [
      'a text that stops',
      'a.json',
      `[{${article}},{"type":"claim","id":"c","te`,
      'syntax/truncated 1:66-66 @65 /1 c',
    ],
    [
      'a record on several lines of NDJSON',
      'a.ndjson',
      `{\n${article}\n}\n`,
      'syntax/invalid 1:1-2 @0  article:a',
    ],
    ['too many levels', 'a.json', '['.repeat(100_000), `syntax/depth 1:257-258 @256 ${'/0'.repeat(255)} -`],
  ])('%s', (_, file, text, ...expected) => {
    expect(check(text, { file })).toEqual(expected);
  });

  it('all keys of a diagnostic are there', () => {
    const [diagnostic] = checkText('{"type":"article","id":"article:a","headlin":"x"}').diagnostics;
    expect(diagnostic).toEqual({
      code: 'schema/unknown-key',
      severity: 'error',
      message: 'unknown key "headlin"; did you mean "headline"?',
      file: '<text>',
      line: 1,
      column: 36,
      endLine: 1,
      endColumn: 45,
      byteOffset: 35,
      pointer: '/headlin',
      recordPointer: '/headlin',
      recordId: 'article:a',
      recordType: 'article',
      expected: null,
      received: '"headlin"',
      suggestion: 'headline',
      fix: { edits: [{ byteOffset: 35, byteLength: 9, text: '"headline"' }] },
      related: [],
    });
  });

  it('a misspelt key in YAML is mended in the quotes that stand there', () => {
    const fixOf = (key: string) =>
      checkText(`type: article\nid: a\n${key}: x\n`, { file: 'a.yaml' }).diagnostics[0]!.fix!.edits[0]!.text;
    expect(['headlin', '"headlin"', "'headlin'"].map(fixOf)).toEqual([
      'headline',
      '"headline"',
      "'headline'",
    ]);
  });
});

describe('one mistake is told once', () => {
  it('though the misspelt key leaves a required one missing', () => {
    expect(check('{"type":"claim","id":"c","txt":"x"}')).toEqual(['schema/unknown-key 1:26-31 @25 /txt c']);
  });

  it('though a value that is no text cannot have the right form either', () => {
    expect(check('{"type":"article","id":"article:\\ud800"}').length).toBe(1);
  });

  it('though references lead to the record that is wrong', () => {
    const claim = '{"type":"claim","id":"c","text":"x","articleId":"article:a"}';
    for (const wrong of [
      '{"type":"artcle","id":"article:a"}',
      '{"id":"article:a"}',
      '{"type":"article","idd":"article:a"}',
      '{"type":"article","id":"article:a","headline"}',
      '{"type":"article","id":"article:a","headline":"',
    ]) {
      const { diagnostics } = checkText(`${claim}\n${wrong}\n`, { input: 'ndjson' });
      expect(
        diagnostics.map(({ line }) => line),
        wrong,
      ).toEqual([2]);
    }
  });

  it('and all mistakes of one record in one run', () => {
    const codes = checkText(
      '{"type":"article","id":"article:a","id":"article:b","urgency":"1","headlin":"x","publishedAt":"now","url":"x y",}',
    ).diagnostics.map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(['syntax/duplicate-key', 'schema/type', 'schema/unknown-key']);
    expect(codes.at(-1)).toBe('syntax/invalid');
    expect(codes.length).toBe(6);
  });

  it('and records beside a broken one are judged', () => {
    expect(check('[{"type":"article","id":"a","x":1},{"type" "article"},{"type":"article"}]')).toEqual([
      'schema/unknown-key 1:29-32 @28 /0/x a',
      'syntax/invalid 1:44-45 @43 /1/type -',
      'schema/required 1:55-56 @54 /2 -',
    ]);
  });
});

describe('records together', () => {
  const report = checkText(
    [
      '{"type":"article","id":"article:a"}',
      '{"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}',
      '{"type":"claim","id":"claim:a","text":"x","articleId":"claim:a"}',
    ].join('\n'),
    { file: 'a.ndjson' },
  );

  it('a dangling reference is shown where it stands, with the nearest id', () => {
    const found = report.diagnostics.find(({ code }) => code === 'reference/dangling')!;
    expect(told(found)).toBe('reference/dangling 2:55-66 @90 /articleId claim:a');
    expect(found.suggestion).toBe('article:a');
  });

  it('a duplicate id is shown at the later one, with the first beside it', () => {
    const found = report.diagnostics.find(({ code }) => code === 'reference/duplicate-id')!;
    expect(told(found)).toBe('reference/duplicate-id 3:22-31 @124 /id claim:a');
    expect(found.related).toEqual([
      { file: 'a.ndjson', line: 2, column: 22, message: 'the first record with this id' },
    ]);
  });

  it('a reference to the wrong type names both', () => {
    const found = report.diagnostics.find(({ code }) => code === 'reference/wrong-type')!;
    expect(told(found)).toBe('reference/wrong-type 3:55-64 @157 /articleId claim:a');
    expect(found.message).toMatch(/article.*claim/);
  });

  it('lead to ids known elsewhere', () => {
    const text = '{"type":"claim","id":"c","text":"x","articleId":"article:far"}';
    expect(check(text).length).toBe(1);
    expect(check(text, { knownIds: ['article:far'] })).toEqual([]);
  });

  it('are not judged with refs off, and the report says so', () => {
    const off = checkText('[{"type":"claim","id":"c","text":"x","articleId":"no"}]', { refs: 'off' });
    expect(off.diagnostics).toEqual([]);
    expect(off.summary.rulesNotRun).toContain('reference/dangling');
  });
});

describe('options', () => {
  it('type supplies a missing type and refuses another', () => {
    expect(check('[{"id":"a"},{"id":"b","x":1}]', { type: 'article' })).toEqual([
      'schema/unknown-key 1:23-26 @22 /1/x b',
    ]);
    expect(check('{"type":"claim","id":"c","text":"x"}', { type: 'article' })).toEqual([
      'schema/type 1:9-16 @8 /type c',
    ]);
  });

  it.each([
    ['{"type":"article","id":"a"}', 0],
    ['{"type":"article","id":"a"}\n{"type":"article","id":"b"}\n', 0],
    ['[{"type":"article","id":"a"}]', 0],
    ['type: article\nid: a\n', 0],
    ['# yes\n---\ntype: article\nid: a\n', 0],
    ['- type: article\n  id: a\n', 0],
    ['\ufefftype: article\nid: a\n', 0],
    ['{"type":"article","id":"a"} {"type":"article","id":"b"}', 1],
    ['module.exports = {}', 1],
  ])('the syntax of %j is told by its content', (text, errors) => {
    expect(checkText(text).summary.errors).toBe(errors);
  });

  it('input wins over the name', () => {
    expect(check('type: article\nid: a\n', { file: 'a.json', input: 'yaml' })).toEqual([]);
  });
});

describe('summary and exit code', () => {
  it('count', () => {
    const { summary } = checkText('\ufeff[{"type":"article","id":"a"},{"type":"article"}]');
    expect(summary).toEqual({
      files: 1,
      skipped: 0,
      records: 2,
      errors: 1,
      warnings: 1,
      notes: 0,
      complete: true,
      rulesNotRun: ['time/occurred-in-future', 'time/past-but-planned', 'time/published-in-future'],
    });
  });

  it.each([
    ['[]', 'error', 0],
    ['[{}]', 'error', 1],
    ['\ufeff[]', 'error', 0],
    ['\ufeff[]', 'warning', 1],
    ['{"schemaVersion":"2","records":[]}', 'error', 2],
    ['', 'error', 1],
  ] as const)('%j, failing on %s, is %d', (text, failOn, code) => {
    expect(exitCodeOf(checkText(text), failOn)).toBe(code);
  });
});
