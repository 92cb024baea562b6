import type { CheckReport, Diagnostic, FailOn } from '../check/diagnostic.js';
import { printable } from './display-width.js';
import { summaryLine } from './summary-line.js';

/**
 * Writes JUnit XML: a suite a file with findings, a case a finding. What makes the check fail is a failure, what could
 * not be checked an error, and the rest is skipped: it is shown and fails nothing. A clean check is one case that passes.
 */
export function* formatJunit(
  { summary, diagnostics }: CheckReport,
  failOn: FailOn = 'error',
): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>\n${open('testsuites', { name: 'newsdomain', ...totals(diagnostics, failOn) })}`;
  if (diagnostics.length === 0) {
    yield open('testsuite', { name: 'newsdomain', ...totals([], failOn), tests: 1 });
    yield `    <testcase${attributes({ classname: 'newsdomain', name: summaryLine(summary), time: 0 })}/>\n`;
    yield '  </testsuite>\n';
  }
  for (let start = 0; start < diagnostics.length; ) {
    const { file } = diagnostics[start]!;
    let end = start + 1;
    while (end < diagnostics.length && diagnostics[end]!.file === file) end++;
    const inFile = diagnostics.slice(start, end);
    yield open('testsuite', { name: file, ...totals(inFile, failOn) });
    for (const diagnostic of inFile) yield caseOf(diagnostic, failOn);
    yield '  </testsuite>\n';
    start = end;
  }
  yield '</testsuites>\n';
}

type Outcome = 'failure' | 'error' | 'skipped';

function outcomeOf({ code, severity }: Diagnostic, failOn: FailOn): Outcome {
  if (code.startsWith('io/')) return 'error';
  return severity === 'error' || severity === failOn ? 'failure' : 'skipped';
}

function totals(diagnostics: readonly Diagnostic[], failOn: FailOn): Readonly<Record<string, number>> {
  const counts = { failure: 0, error: 0, skipped: 0 };
  for (const diagnostic of diagnostics) counts[outcomeOf(diagnostic, failOn)]++;
  const { failure, error, skipped } = counts;
  return { tests: diagnostics.length, failures: failure, errors: error, skipped, time: 0 };
}

function caseOf(diagnostic: Diagnostic, failOn: FailOn): string {
  const { code, severity, message, file, line, column, recordId, recordPointer, pointer } = diagnostic;
  const place = line === null ? '' : ` at ${line}:${column}`;
  const subject = [recordId, recordPointer ?? pointer]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  const name = `${code}${subject === '' ? '' : ` ${subject}`}${place}`;
  const outcome = outcomeOf(diagnostic, failOn);
  const about = { message: outcome === 'skipped' ? `${severity}: ${message}` : message };
  const result =
    outcome === 'skipped'
      ? `<skipped${attributes(about)}/>`
      : `<${outcome}${attributes({ ...about, type: code })}>${escaped(detailsOf(diagnostic).join('\n'))}</${outcome}>`;
  return `    <testcase${attributes({ classname: file, name, time: 0 })}>\n      ${result}\n    </testcase>\n`;
}

/** All that is known of a diagnostic, a line each. */
function detailsOf({
  file,
  line,
  column,
  message,
  expected,
  received,
  suggestion,
  related,
}: Diagnostic): string[] {
  const at = (place: { file: string; line: number | null; column: number | null }): string =>
    place.line === null ? place.file : `${place.file}:${place.line}:${place.column}`;
  return [
    `${at({ file, line, column })}: ${message}`,
    ...(expected === null ? [] : [`expected ${expected}`]),
    ...(received === null ? [] : [`received ${received}`]),
    ...(suggestion === null ? [] : [`suggestion: ${suggestion}`]),
    ...related.map((part) => `${at(part)}: ${part.message}`),
  ].map(printable);
}

const open = (
  element: 'testsuites' | 'testsuite',
  values: Readonly<Record<string, string | number>>,
): string => `${element === 'testsuite' ? '  ' : ''}<${element}${attributes(values)}>\n`;

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(printable(String(value)))}"`)
    .join('');

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Makes a text safe anywhere in XML. Controls are gone before; two noncharacters are no XML characters either. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => entities[character]!).replace(/[\ufffe\uffff]/g, '\ufffd');
