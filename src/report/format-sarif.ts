import { catalogue, docsAnchorOf } from '../check/catalogue/catalogue.js';
import type { CommandExample, FileExample } from '../check/catalogue/entry.js';
import { type CheckReport, compareText, type Diagnostic, type RelatedPlace } from '../check/diagnostic.js';
import type { Severity } from '../finding/finding.js';
import { printable } from './display-width.js';
import { fingerprintsOf } from './fingerprints.js';

const REPOSITORY = 'https://github.com/newsdomain/newsdomain';
const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';

/** The most results of a run: GitHub code scanning shows no more of one. */
const MOST_RESULTS = 5000;

const ranks: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

/**
 * Writes SARIF 2.1.0: one run with the rules that found something and at most 5,000 results, the worst first to be
 * kept. What is left out is said in a notification of the run.
 */
export function* formatSarif(report: CheckReport, version?: string): Generator<string> {
  const fingerprints = fingerprintsOf(report.diagnostics);
  const kept = worst(report.diagnostics);
  const codes = [...new Set(kept.map((index) => report.diagnostics[index]!.code))].sort(compareText);
  const ruleIndex = new Map(codes.map((code, index) => [code, index]));
  const run = {
    tool: {
      driver: {
        name: 'newsdomain',
        ...(version === undefined ? {} : { semanticVersion: version }),
        informationUri: REPOSITORY,
        rules: codes.map(ruleOf),
      },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'Where newsdomain check was run.' } } },
    invocations: [
      {
        executionSuccessful: report.summary.complete,
        toolExecutionNotifications: notifications(report, kept.length),
      },
    ],
    properties: { summary: report.summary },
  };
  const head = JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] });
  yield `${head.slice(0, -'}]}'.length)},"results":[`;
  let separator = '\n';
  for (const index of kept) {
    const diagnostic = report.diagnostics[index]!;
    yield separator +
      JSON.stringify(resultOf(diagnostic, ruleIndex.get(diagnostic.code)!, fingerprints[index]!));
    separator = ',\n';
  }
  yield '\n]}]}\n';
}

/** The numbers of the diagnostics that are kept, in their order. */
function worst(diagnostics: readonly Diagnostic[]): readonly number[] {
  const numbers = diagnostics.map((_, index) => index);
  if (numbers.length <= MOST_RESULTS) return numbers;
  const rank = (index: number): number => ranks[diagnostics[index]!.severity];
  return numbers
    .sort((a, b) => rank(a) - rank(b) || a - b)
    .slice(0, MOST_RESULTS)
    .sort((a, b) => a - b);
}

function notifications({ diagnostics, summary }: CheckReport, kept: number): readonly object[] {
  const told = (text: string): object => ({ level: 'warning', message: { text } });
  const left = diagnostics.length - kept;
  return [
    ...(left > 0 ? [told(`${left} of ${diagnostics.length} results are left out.`)] : []),
    ...(summary.complete ? [] : [told('Not everything that was asked for could be checked.')]),
  ];
}

function ruleOf(code: string): object {
  const entry = catalogue.find((one) => one.code === code);
  const name = code.replace(/(?:^|[/-])(\w)/g, (_, first: string) => first.toUpperCase());
  if (entry === undefined) return { id: code, name };
  const { title, explanation, severity, scope, bad, good } = entry;
  return {
    id: code,
    name,
    shortDescription: { text: sentence(title) },
    fullDescription: { text: explanation },
    help: {
      text: explanation,
      markdown: `${explanation}\n\nWrong:\n\n${shown(bad)}\n\nRight:\n\n${shown(good)}\n`,
    },
    helpUri: `${REPOSITORY}/blob/main/docs/rules.md#${docsAnchorOf(code)}`,
    defaultConfiguration: { level: severity },
    properties: {
      precision: 'very-high',
      'problem.severity': severity === 'note' ? 'recommendation' : severity,
      tags: ['news', scope],
    },
  };
}

const sentence = (title: string): string => `${title.charAt(0).toUpperCase()}${title.slice(1)}.`;

function shown(example: FileExample | CommandExample): string {
  const text = 'command' in example ? `$ ${example.command}\n${example.outcome}` : example.text;
  const fence = '`'.repeat(Math.max(3, ...(text.match(/`+/g) ?? []).map(({ length }) => length + 1)));
  return `${fence}\n${printableLines(text)}\n${fence}`;
}

const printableLines = (text: string): string => text.trimEnd().split('\n').map(printable).join('\n');

function resultOf(diagnostic: Diagnostic, ruleIndex: number, fingerprint: string): object {
  const { code, severity, message, related } = diagnostic;
  const { recordId, recordType, recordPointer, pointer, expected, received, suggestion } = diagnostic;
  return {
    ruleId: code,
    ruleIndex,
    level: severity,
    message: { text: literal(message) },
    locations: [{ physicalLocation: physicalLocation(diagnostic), ...logicalLocations(diagnostic) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((part, index) => ({
            id: index + 1,
            physicalLocation: physicalLocation(part),
            message: { text: literal(part.message) },
          })),
        }),
    partialFingerprints: { 'newsdomain/v1': fingerprint },
    properties: wellFormed({ recordId, recordType, recordPointer, pointer, expected, received, suggestion }),
  };
}

function physicalLocation(place: RelatedPlace | Diagnostic): object {
  const { file, line, column } = place;
  const isRelative = !/^(?:\/|[A-Za-z]:\/)/.test(file);
  return {
    artifactLocation: { uri: uriOf(file), ...(isRelative ? { uriBaseId: '%SRCROOT%' } : {}) },
    ...(line === null
      ? {}
      : {
          region: {
            startLine: line,
            ...(column === null ? {} : { startColumn: column }),
            ...('endLine' in place && place.endLine !== null
              ? { endLine: place.endLine, endColumn: place.endColumn }
              : {}),
          },
        }),
  };
}

function logicalLocations({ recordId, recordPointer }: Diagnostic): object {
  if (recordId === null) return {};
  const place = recordPointer ?? '';
  return {
    logicalLocations: [
      {
        name: scalars(place === '' ? recordId : place.slice(place.lastIndexOf('/') + 1)),
        fullyQualifiedName: scalars(recordId + place),
        kind: place === '' ? 'object' : 'property',
      },
    ],
  };
}

/** The path of a file as a URI reference (RFC 3986), or as a `file:` URI where it is absolute. */
function uriOf(file: string): string {
  const path = scalars(file.replace(/^(?:\.\/+)+/, ''))
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (path.startsWith('/')) return `file://${path}`;
  return /^[A-Za-z]%3A\//.test(path) ? `file:///${path.replace('%3A', ':')}` : path;
}

/**
 * A text as a SARIF message says it literally: braces doubled (3.11.5), because one is a placeholder, and brackets that
 * would make a link escaped (3.11.6).
 */
const literal = (text: string): string =>
  printable(text)
    .replace(/[{}]/g, '$&$&')
    .replace(/\[(?=[^\]]*\]\()/g, '\\[');

/** Lone surrogates are no characters, and not every reader of JSON takes them. */
const scalars = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

/** The texts that are known, well-formed. */
const wellFormed = (values: Readonly<Record<string, string | null>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) => (value === null ? [] : [[key, scalars(value)]])),
  );
