import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../../src/check.js';
import { allReports, brokenReport, hostileReport, reportOf, sampleReport } from './reports.js';

/** What GitLab's documentation of Code Quality reports asks for, restated: no package ships it. */
const validate = new Ajv2020({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    additionalProperties: false,
    properties: {
      description: { type: 'string' },
      check_name: { type: 'string', pattern: '^[a-z]+/[a-z-]+$' },
      fingerprint: { type: 'string', minLength: 1 },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        additionalProperties: false,
        properties: {
          // relative to the repository, "without the ./ prefix"
          path: { type: 'string', not: { pattern: '^\\./' } },
          lines: {
            type: 'object',
            required: ['begin'],
            additionalProperties: false,
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end: number };
  };
}
const issues = (report: Parameters<typeof formatDiagnostics>[0]): readonly Issue[] =>
  JSON.parse(formatDiagnostics(report, 'gitlab'));

describe('gitlab', () => {
  test.each(allReports)('is a Code Quality report, with a fingerprint for each issue: %s', (_, report) => {
    const found = issues(report);
    expect(validate(found), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
    expect(found).toHaveLength(report.diagnostics.length);
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(found.length);
  });

  test('says what, where and how bad', () => {
    expect(issues(sampleReport)[0]).toEqual({
      description: 'unknown key "headlin"; did you mean "headline"? [article:a]',
      check_name: 'schema/unknown-key',
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
      severity: 'major',
      location: { path: 'data/a.ndjson', lines: { begin: 1, end: 1 } },
    });
    expect(
      issues(reportOf([{ severity: 'warning' }, { severity: 'note' }])).map(({ severity }) => severity),
    ).toEqual(['minor', 'info']);
  });

  test('puts what has no place on the first line', () => {
    expect(issues(brokenReport)[0]?.location).toEqual({ path: 'secret.json', lines: { begin: 1, end: 1 } });
  });

  test('carries no control characters, and is well-formed', () => {
    const text = formatDiagnostics(hostileReport, 'gitlab');
    expect(text).not.toMatch(/[^\P{Cc}\n]|\p{Surrogate}|\\ud[89a-f]/u);
    for (const { description } of JSON.parse(text)) expect(description).not.toMatch(/[\p{Cc}\u202e\u2028]/u);
  });
});
