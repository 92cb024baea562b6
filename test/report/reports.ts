import { type CheckReport, checkText, type Diagnostic } from '../../src/check.js';

/** A report on a few mistakes of several files: what formats are shown on. */
export const sampleReport: CheckReport = checkText(
  [
    '{"type":"article","id":"article:a","headlin":"漢字"}',
    '{"type":"claim","id":"claim:a","text":"x","articleId":"article:b"}',
    '{"type":"claim","id":"claim:a","text":"x"}',
    '{"type":"scheduled-event","id":"event:a","name":"A visit","status":"cancelled","phase":"planned"}',
  ].join('\n'),
  { file: 'data/a.ndjson' },
);

/** A report in which nothing was found. */
export const cleanReport: CheckReport = checkText('{"type":"article","id":"article:a"}', { file: 'a.json' });

/** A report with these diagnostics, each with what it does not say taken from a plain one. */
export function reportOf(diagnostics: readonly Partial<Diagnostic>[], complete = true): CheckReport {
  const [plain] = sampleReport.diagnostics;
  const all = diagnostics.map((one): Diagnostic => ({ ...plain!, fix: null, related: [], ...one }));
  const count = (severity: string): number => all.filter((one) => one.severity === severity).length;
  return {
    version: 1,
    summary: {
      ...sampleReport.summary,
      errors: count('error'),
      warnings: count('warning'),
      notes: count('note'),
      complete,
    },
    diagnostics: all,
  };
}

/** Texts that formats must carry without obeying them. */
export const hostileTexts: readonly string[] = [
  '"double" \'single\' `back`',
  '<script>alert(1)</script> & &amp; &#65; ]]> <!-- --> <![CDATA[x]]>',
  '::error::planted ::stop-commands::x ##[error]planted %0A %25 a:b,c',
  'line\none\r\ntwo\u2028three\u2029four\u0085five\u000bsix',
  'null \u0000 bell \u0007 escape \u001b[31m delete \u007f c1 \u009b31m',
  'lone \ud800 and \udfff surrogates, noncharacters \ufffe \uffff \u{1fffe}',
  'right to left \u202egpj.exe\u202c \u2066isolate\u2069 \u200f mark \u061c',
  '| cell | **bold** _it_ [link](https://example.org) ![x](y) @user #1 www.example.org <a@b.org>',
  '{0} {braces} [text](1) \\[x](2) %SRCROOT%',
  '$(rm -rf /) `id` $PATH %PATH% \\ \\n',
  'emoji 👩‍👩‍👧‍👦 flags 🇻🇳 combining e\u0301 wide 漢字',
  '',
  ' ',
  'x'.repeat(5_000),
];

/** A report whose every text is hostile, one diagnostic a text and severity. */
export const hostileReport: CheckReport = reportOf(
  hostileTexts.flatMap((text) =>
    (['error', 'warning', 'note'] as const).map((severity) => ({
      severity,
      message: text,
      file: text,
      pointer: `/${text}`,
      recordPointer: `/${text}`,
      recordId: text,
      recordType: text,
      expected: text,
      received: text,
      suggestion: text,
      related: [{ file: text, line: 1, column: 1, message: text }],
    })),
  ),
);

/** Ten thousand findings of a few codes, in files of a hundred each. */
export const longReport: CheckReport = reportOf(
  Array.from({ length: 10_000 }, (_, number) => ({
    code: ['schema/type', 'schema/required', 'reference/dangling', 'time/end-before-start'][number % 4]!,
    severity: number === 9_999 ? 'error' : number % 2 === 0 ? 'warning' : 'note',
    file: `data/${String(Math.floor(number / 100)).padStart(3, '0')}.ndjson`,
    line: (number % 100) + 1,
    endLine: (number % 100) + 1,
    recordId: `claim:${number}`,
  })),
);

/** Diagnostics of files that could not be read: they have no place. */
export const brokenReport: CheckReport = reportOf(
  [
    {
      code: 'io/unreadable',
      message: 'cannot be read (EACCES)',
      file: './secret.json',
      line: null,
      column: null,
      endLine: null,
      endColumn: null,
      byteOffset: null,
      pointer: null,
      recordPointer: null,
      recordId: null,
      recordType: null,
      expected: null,
      received: null,
      suggestion: null,
    },
  ],
  false,
);

export const allReports: readonly (readonly [string, CheckReport])[] = [
  ['a few mistakes', sampleReport],
  ['nothing', cleanReport],
  ['what could not be read', brokenReport],
  ['hostile texts', hostileReport],
  ['ten thousand findings', longReport],
];
