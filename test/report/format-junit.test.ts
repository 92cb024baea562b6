import { parse } from 'junit2json';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';
import { afterAll, describe, expect, test } from 'vitest';
import { formatDiagnostics } from '../../src/check.js';
import {
  allReports,
  brokenReport,
  cleanReport,
  hostileReport,
  hostileTexts,
  reportOf,
  sampleReport,
} from './reports.js';

/** What readers of JUnit XML agree on (Ant's reporter, Jenkins, GitLab), restated: no package ships a schema. */
const xsd = `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xs:attributeGroup name="counts">
    <xs:attribute name="name" type="xs:string" use="required"/>
    <xs:attribute name="tests" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="failures" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="errors" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="skipped" type="xs:nonNegativeInteger" use="required"/>
    <xs:attribute name="time" type="xs:decimal"/>
  </xs:attributeGroup>
  <xs:complexType name="result">
    <xs:simpleContent>
      <xs:extension base="xs:string">
        <xs:attribute name="message" type="xs:string"/>
        <xs:attribute name="type" type="xs:string"/>
      </xs:extension>
    </xs:simpleContent>
  </xs:complexType>
  <xs:element name="testcase">
    <xs:complexType>
      <xs:choice minOccurs="0">
        <xs:element name="failure" type="result"/>
        <xs:element name="error" type="result"/>
        <xs:element name="skipped" type="result"/>
      </xs:choice>
      <xs:attribute name="name" type="xs:string" use="required"/>
      <xs:attribute name="classname" type="xs:string" use="required"/>
      <xs:attribute name="time" type="xs:decimal"/>
    </xs:complexType>
  </xs:element>
  <xs:element name="testsuite">
    <xs:complexType>
      <xs:sequence><xs:element ref="testcase" maxOccurs="unbounded"/></xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
  <xs:element name="testsuites">
    <xs:complexType>
      <xs:sequence><xs:element ref="testsuite" maxOccurs="unbounded"/></xs:sequence>
      <xs:attributeGroup ref="counts"/>
    </xs:complexType>
  </xs:element>
</xs:schema>`;
const schemaDocument = XmlDocument.fromString(xsd);
const validator = XsdValidator.fromDoc(schemaDocument);
afterAll(() => {
  validator.dispose();
  schemaDocument.dispose();
});

function validate(xml: string): void {
  // as bytes: what a reader of the file gets
  const document = XmlDocument.fromBuffer(new TextEncoder().encode(xml));
  try {
    validator.validate(document);
  } finally {
    document.dispose();
  }
}

describe('junit', () => {
  test.each(allReports)('is JUnit XML: %s', (_, report) => {
    expect(() => validate(formatDiagnostics(report, 'junit'))).not.toThrow();
  });

  test('the schema would refuse other XML', () => {
    expect(() => validate('<testsuites name="x"/>')).toThrow();
    expect(() => validate('<testsuites')).toThrow();
  });

  test.each(allReports)('counts what its reader finds: %s', async (_, report) => {
    const { diagnostics } = report;
    const read = await parse(formatDiagnostics(report, 'junit'));
    if (!read || !('testsuite' in read)) throw new Error('no test suites');
    const suites = read.testsuite ?? [];
    const cases = suites.flatMap(({ testcase = [] }) => testcase);
    expect(cases).toHaveLength(Math.max(1, diagnostics.length));
    expect(suites.map(({ name }) => name)).toHaveLength(
      Math.max(1, new Set(diagnostics.map(({ file }) => file)).size),
    );
    for (const [key, child] of [
      ['failures', 'failure'],
      ['errors', 'error'],
      ['skipped', 'skipped'],
    ] as const) {
      expect(read[key as 'failures'] ?? 0).toBe(
        cases.filter((one) => one[child as 'failure'] !== undefined).length,
      );
      for (const suite of suites) {
        expect(suite[key] ?? 0).toBe(
          suite.testcase?.filter((one) => one[child as 'failure'] !== undefined).length,
        );
      }
    }
    expect(read.tests).toBe(diagnostics.length);
  });

  test('says what failed, where, and why', async () => {
    const xml = formatDiagnostics(sampleReport, 'junit');
    expect(xml.split('\n').slice(0, 6).join('\n')).toMatchInlineSnapshot(`
      "<?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="newsdomain" tests="4" failures="4" errors="0" skipped="0" time="0">
        <testsuite name="data/a.ndjson" tests="4" failures="4" errors="0" skipped="0" time="0">
          <testcase classname="data/a.ndjson" name="schema/unknown-key article:a /headlin at 1:36" time="0">
            <failure message="unknown key &quot;headlin&quot;; did you mean &quot;headline&quot;?" type="schema/unknown-key">data/a.ndjson:1:36: unknown key &quot;headlin&quot;; did you mean &quot;headline&quot;?
      received &quot;headlin&quot;"
    `);
    const read = await parse(xml);
    const [suite] = (read as { testsuite?: { testcase?: readonly object[] }[] }).testsuite ?? [];
    expect(suite?.testcase?.[2]).toMatchObject({
      classname: 'data/a.ndjson',
      name: 'reference/duplicate-id claim:a /id at 3:22',
      failure: [
        {
          type: 'reference/duplicate-id',
          message: 'another record has the id "claim:a" already',
          inner: expect.stringContaining('data/a.ndjson:2:22: the first record with this id'),
        },
      ],
    });
  });

  test('fails at what makes the check fail, and shows the rest', () => {
    const report = reportOf([{ severity: 'error' }, { severity: 'warning' }, { severity: 'note' }]);
    const outcomes = (failOn?: 'error' | 'warning'): readonly string[] =>
      formatDiagnostics(report, 'junit', { failOn }).match(/<(?:failure|error|skipped) /g) ?? [];
    expect(outcomes()).toEqual(['<failure ', '<skipped ', '<skipped ']);
    expect(outcomes('warning')).toEqual(['<failure ', '<failure ', '<skipped ']);
    expect(formatDiagnostics(report, 'junit')).toContain('message="warning: ');
  });

  test('calls what could not be checked an error, and a clean check a case that passes', () => {
    expect(formatDiagnostics(brokenReport, 'junit')).toContain(
      '<error message="cannot be read (EACCES)" type="io/unreadable">',
    );
    expect(formatDiagnostics(cleanReport, 'junit')).toContain(
      '<testcase classname="newsdomain" name="1 record in 1 file: no findings" time="0"/>',
    );
  });

  test('gives back hostile texts as far as XML can hold them', async () => {
    const read = await parse(formatDiagnostics(hostileReport, 'junit'));
    const cases = (
      read as { testsuite?: { testcase?: { failure?: { message?: string }[] }[] }[] }
    ).testsuite?.flatMap(({ testcase = [] }) => testcase);
    const messages = cases?.flatMap(({ failure = [] }) => failure.map(({ message }) => message ?? ''));
    const shown = hostileTexts.map((text) =>
      text.replace(
        /[\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu,
        '\ufffd',
      ),
    );
    // the reader takes a blank attribute for a number
    expect(messages?.filter(isShown)).toEqual(shown.filter(isShown));
    expect(messages).toHaveLength(hostileTexts.length);
  });
});

const isShown = (text: unknown): boolean => typeof text === 'string' && text.trim() !== '';
