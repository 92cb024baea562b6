import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { catalogue, docsAnchorOf } from '../../src/check/catalogue/catalogue.js';
import { checkText, formatDiagnostics } from '../../src/check.js';
import {
  allReports,
  brokenReport,
  hostileReport,
  hostileTexts,
  longReport,
  reportOf,
  sampleReport,
} from './reports.js';

const require = createRequire(import.meta.url);

/** The official schema of SARIF 2.1.0 (draft 7), as Microsoft's matchers for tests ship it. */
const {
  $schema: _,
  id: __,
  ...schema
} = JSON.parse(
  readFileSync(require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'), 'utf8'),
);
const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  allErrors: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://example.org/') && /^[!-~]*$/.test(text),
    'date-time': true,
  },
}).compile(schema);

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}
interface Location {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId?: string };
    readonly region?: Region;
  };
  readonly logicalLocations?: readonly object[];
  readonly message?: { readonly text: string };
}
interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly Location[];
  readonly relatedLocations?: readonly Location[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties: Readonly<Record<string, string>>;
}
interface Run {
  readonly tool: {
    readonly driver: { readonly semanticVersion?: string; readonly rules: readonly Record<string, never>[] };
  };
  readonly columnKind: string;
  readonly invocations: readonly {
    readonly executionSuccessful: boolean;
    readonly toolExecutionNotifications: readonly { readonly message: { readonly text: string } }[];
  }[];
  readonly results: readonly Result[];
}

const runOf = (report: Parameters<typeof formatDiagnostics>[0], version?: string): Run => {
  const log = JSON.parse(formatDiagnostics(report, 'sarif', { version }));
  expect(validate(log), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  expect(log.version).toBe('2.1.0');
  expect(log.runs).toHaveLength(1);
  return log.runs[0];
};

describe('sarif', () => {
  test.each(allReports)(
    'is SARIF 2.1.0 by the official schema, one run with the rules that found something: %s',
    (_, report) => {
      const { tool, columnKind, results } = runOf(report);
      expect(columnKind).toBe('utf16CodeUnits');
      expect(results).toHaveLength(Math.min(report.diagnostics.length, 5000));
      const ids = tool.driver.rules.map(({ id }) => id);
      expect(new Set(ids)).toEqual(new Set(results.map(({ ruleId }) => ruleId)));
      for (const { ruleId, ruleIndex } of results) expect(ids[ruleIndex]).toBe(ruleId);
      expect(
        new Set(results.map(({ partialFingerprints }) => partialFingerprints['newsdomain/v1'])).size,
      ).toBe(results.length);
    },
  );

  test('says what, where, which record, and what else belongs to it', () => {
    const { results } = runOf(sampleReport);
    expect(results[0]).toEqual({
      ruleId: 'schema/unknown-key',
      ruleIndex: expect.any(Number),
      level: 'error',
      message: { text: 'unknown key "headlin"; did you mean "headline"?' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'data/a.ndjson', uriBaseId: '%SRCROOT%' },
            region: { startLine: 1, startColumn: 36, endLine: 1, endColumn: 45 },
          },
          logicalLocations: [{ name: 'headlin', fullyQualifiedName: 'article:a/headlin', kind: 'property' }],
        },
      ],
      partialFingerprints: { 'newsdomain/v1': expect.stringMatching(/^[0-9a-f]{16}$/) },
      properties: {
        recordId: 'article:a',
        recordType: 'article',
        recordPointer: '/headlin',
        pointer: '/headlin',
        received: '"headlin"',
        suggestion: 'headline',
      },
    });
    const duplicate = results.find(({ ruleId }) => ruleId === 'reference/duplicate-id');
    expect(duplicate?.relatedLocations).toEqual([
      {
        id: 1,
        physicalLocation: {
          artifactLocation: { uri: 'data/a.ndjson', uriBaseId: '%SRCROOT%' },
          region: { startLine: 2, startColumn: 22 },
        },
        message: { text: 'the first record with this id' },
      },
    ]);
  });

  test('keeps the fingerprint of a finding that moves, and leaves GitHub’s own to GitHub', () => {
    const claim = '{"type":"claim","id":"claim:a","text":7}';
    const prints = (text: string): unknown =>
      runOf(checkText(text, { file: 'a.json' })).results.map(
        ({ partialFingerprints }) => partialFingerprints,
      );
    expect(prints(`[\n\n\n${claim}]`)).toEqual(prints(claim));
    // the upload action computes primaryLocationLineHash from the source, and warns of any other value
    expect(JSON.stringify(prints(claim))).not.toContain('primaryLocationLineHash');
  });

  test('helps with every rule that there is', () => {
    const { tool } = runOf(reportOf(catalogue.map(({ code, severity }) => ({ code, severity }))));
    expect(tool.driver.rules).toHaveLength(new Set(catalogue.map(({ code }) => code)).size);
    for (const rule of tool.driver.rules as readonly Record<string, never>[]) {
      const { id, name, shortDescription, fullDescription, help, helpUri, defaultConfiguration } = rule;
      const entry = catalogue.find(({ code }) => code === id)!;
      expect(name).toMatch(/^[A-Z][A-Za-z]+$/);
      expect(shortDescription).toEqual({ text: expect.stringMatching(/^[A-Z‘"`].*\.$/) });
      expect(fullDescription).toEqual({ text: entry.explanation });
      expect(help).toEqual({ text: entry.explanation, markdown: expect.stringContaining('\nRight:\n\n```') });
      expect(helpUri).toMatch(new RegExp(`/docs/rules\\.md#${docsAnchorOf(entry.code)}$`));
      expect(defaultConfiguration).toEqual({ level: entry.severity });
    }
  });

  test('keeps the worst 5,000 and says how many it left out', () => {
    const { results, invocations } = runOf(longReport);
    expect(results).toHaveLength(5000);
    // the only error is the last finding, the notes are gone first
    expect(results.at(-1)?.level).toBe('error');
    expect(results.filter(({ level }) => level === 'note')).toEqual([]);
    expect(invocations[0]?.toolExecutionNotifications.map(({ message }) => message.text)).toEqual([
      '5000 of 10000 results are left out.',
    ]);
  });

  test('says when not everything was checked; what has no place has no region', () => {
    const { invocations, results } = runOf(brokenReport);
    expect(invocations[0]?.executionSuccessful).toBe(false);
    expect(invocations[0]?.toolExecutionNotifications).toHaveLength(1);
    expect(results[0]?.locations).toEqual([
      { physicalLocation: { artifactLocation: { uri: 'secret.json', uriBaseId: '%SRCROOT%' } } },
    ]);
    expect(runOf(sampleReport).invocations[0]?.executionSuccessful).toBe(true);
  });

  test.each([
    ['a b/ü%#?.json', 'a%20b/%C3%BC%25%23%3F.json', true],
    ['./././a.json', 'a.json', true],
    ['../up.json', '../up.json', true],
    ['a:b.json', 'a%3Ab.json', true],
    ['<stdin>', '%3Cstdin%3E', true],
    ['/abs/a b.json', 'file:///abs/a%20b.json', false],
    ['C:/news/a.json', 'file:///C:/news/a.json', false],
    ['lone\ud800.json', 'lone%EF%BF%BD.json', true],
  ])('names the file %j by a URI', (file, uri, isRelative) => {
    const [result] = runOf(reportOf([{ file }])).results;
    expect(result?.locations[0]?.physicalLocation.artifactLocation).toEqual(
      isRelative ? { uri, uriBaseId: '%SRCROOT%' } : { uri },
    );
  });

  test('shows data literally: neither placeholder nor link, nor anything that turns a line', () => {
    const { results } = runOf(hostileReport);
    expect(results).toHaveLength(hostileTexts.length * 3);
    for (const { message, relatedLocations } of results) {
      for (const text of [message.text, relatedLocations?.[0]?.message?.text ?? '']) {
        expect(text.replaceAll('{{', '').replaceAll('}}', '')).not.toMatch(/[{}]/);
        expect(text.replace(/\\\[/g, '')).not.toMatch(/\[[^\]]*\]\(/);
        expect(text).not.toMatch(/[\p{Cc}\p{Surrogate}\u202e\u2028]/u);
      }
    }
    expect(formatDiagnostics(hostileReport, 'sarif')).not.toMatch(/\\ud[89a-f]/);
  });

  test('tells its version where it is known', () => {
    expect(runOf(sampleReport, '1.2.3').tool.driver.semanticVersion).toBe('1.2.3');
    expect(runOf(sampleReport).tool.driver.semanticVersion).toBeUndefined();
  });

  test('the schema would refuse another log', () => {
    expect(validate({ version: '2.1.0', runs: [{ results: [] }] })).toBe(false);
    expect(validate({ version: '2.0.0', runs: [] })).toBe(false);
  });
});
