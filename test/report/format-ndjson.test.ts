import { describe, expect, test } from 'vitest';
import { diagnosticPieces, formatDiagnostics } from '../../src/check.js';
import { allReports, longReport } from './reports.js';

describe('ndjson', () => {
  test.each(allReports)('is a line a diagnostic and one with the summary: %s', (_, report) => {
    const text = formatDiagnostics(report, 'ndjson');
    const lines = text.split('\n');
    expect(lines.pop()).toBe('');
    const [last, ...diagnostics] = lines.map((line) => JSON.parse(line)).reverse();
    expect(last).toEqual({ version: 1, summary: report.summary });
    expect(diagnostics.reverse()).toEqual(report.diagnostics);
  });

  test('comes in pieces of a bounded size', () => {
    const pieces = [...diagnosticPieces(longReport, 'ndjson')];
    expect(pieces.length).toBeGreaterThan(2);
    expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(1.1 * 2 ** 20);
    expect(pieces.join('')).toBe(formatDiagnostics(longReport, 'ndjson'));
  });
});
