import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import type { Finding } from '../../src/finding/finding.js';
import { findingsFromIssues, subjectOf } from '../../src/finding/from-issues.js';
import { recordSchemas } from '../../src/records/news-record.js';
import type { RecordType } from '../../src/vocabulary/record-type.js';

const found = (type: RecordType, value: unknown): readonly Finding[] => {
  const schema: z.ZodType = recordSchemas[type];
  return findingsFromIssues(schema, value, schema.safeParse(value).error?.issues ?? []);
};
const places = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, pointer }) => `${code} ${pointer}`).sort();

const article = { type: 'article', id: 'article:a' };
const claim = { type: 'claim', id: 'claim:a', text: 'It rained.' };
const event = {
  type: 'scheduled-event',
  id: 'event:a',
  name: 'A visit',
  status: 'unconfirmed',
  phase: 'planned',
};
const person = { type: 'entity', id: 'entity:a', kind: 'person', name: 'A' };

describe('one mistake is one finding', () => {
  test.each<[string, RecordType, object, string[]]>([
    [
      'a misspelt key that is required',
      'claim',
      { type: 'claim', id: 'claim:a', txet: 'It rained.' },
      ['schema/unknown-key /txet'],
    ],
    [
      'a misspelt key of a pair',
      'claim',
      { ...claim, anchors: [{ exact: 'rain', strt: 1, end: 5 }] },
      ['schema/unknown-key /anchors/0/strt'],
    ],
    [
      'the misspelt key of one that is to be there',
      'claim',
      { ...claim, times: [{ of: 'content', relativeTo: { articlId: 'article:a' } }] },
      ['schema/unknown-key /times/0/relativeTo/articlId'],
    ],
    [
      'a misspelt key of a body',
      'article',
      { ...article, body: { txt: 'It rained.' } },
      ['schema/unknown-key /body/txt'],
    ],
    [
      'a misspelt name of a source',
      'source',
      { type: 'source', id: 'source:a', kind: 'outlet', nam: 'A' },
      ['schema/unknown-key /nam'],
    ],
    [
      'a misspelt description of an anonymous source',
      'source',
      { type: 'source', id: 'source:a', kind: 'official', anonymous: true, descripton: 'an official' },
      ['schema/unknown-key /descripton'],
    ],
    ['a wrong discriminator', 'scheduled-event', { ...event, status: 'cancelled' }, ['schema/enum /status']],
    [
      'a wrong kind, and fields of the kind that was meant',
      'entity',
      { ...person, kind: 'persn', roles: [{ title: 'x' }] },
      ['schema/enum /kind'],
    ],
    [
      'a missing discriminator, and fields of one branch',
      'entity',
      { type: 'entity', id: 'entity:a', name: 'A', birthDate: '1952' },
      ['schema/required '],
    ],
    [
      'a missing status, with a confirmation',
      'scheduled-event',
      { ...event, status: undefined, confirmation: { by: ['source:a'] } },
      ['schema/required '],
    ],
    [
      'a confirmation that may not be there',
      'scheduled-event',
      { ...event, confirmation: { by: [] } },
      ['schema/forbidden-key /confirmation'],
    ],
    [
      'a part of a union that is neither',
      'scheduled-event',
      { ...event, category: 7 },
      ['schema/type /category'],
    ],
    [
      'a mistake in the branch of a union that was meant',
      'scheduled-event',
      { ...event, category: { scheme: 'medtop', cod: '1' } },
      ['schema/unknown-key /category/cod'],
    ],
    [
      'an empty value of a stance on a date',
      'claim',
      { ...claim, stances: [{ eventId: 'event:a', aspect: 'date', stance: 'reports', value: '' }] },
      ['schema/length /stances/0/value'],
    ],
  ])('%s', (_, type, value, expected) => {
    expect(places(found(type, value))).toEqual(expected);
  });
});

describe('two mistakes are two findings', () => {
  test.each<[string, RecordType, object, string[]]>([
    [
      'a key nobody meant, and one that is missing',
      'claim',
      { type: 'claim', id: 'claim:a', proposal: 'x' },
      ['schema/required ', 'schema/unknown-key /proposal'],
    ],
    [
      'a misspelt key, and another that is missing',
      'assessment',
      { type: 'assessment', id: 'assessment:a', subjectID: 'claim:a', by: 'source:a', at: '2024' },
      ['schema/required ', 'schema/unknown-key /subjectID'],
    ],
    [
      'several alternatives, and a misspelt one',
      'claim',
      {
        ...claim,
        times: [{ of: 'content', relativeTo: { articleId: 'article:a', date: '2024', evntId: 'event:a' } }],
      },
      ['schema/exactly-one /times/0/relativeTo', 'schema/unknown-key /times/0/relativeTo/evntId'],
    ],
    [
      'a wrong discriminator, and a mistake of the branch that was meant',
      'scheduled-event',
      { ...event, status: 'Confirmed', confirmation: { by: [] } },
      ['schema/enum /status', 'schema/length /confirmation/by'],
    ],
    [
      'fields that are wrong, and rules between others',
      'scheduled-event',
      { ...event, phase: 'soon', start: { date: '2024-06-20' }, end: { date: '2024-06-19' } },
      ['schema/enum /phase', 'time/end-before-start /end/date'],
    ],
    [
      'two offsets, each wrong by itself',
      'claim',
      { ...claim, anchors: [{ exact: 'rain', start: -1, end: 'x' }] },
      ['schema/range /anchors/0/start', 'schema/type /anchors/0/end'],
    ],
  ])('%s', (_, type, value, expected) => {
    expect(places(found(type, value))).toEqual(expected);
  });
});

describe('what a finding says', () => {
  const only = (type: RecordType, value: object): Finding => {
    const findings = found(type, value);
    expect(findings).toHaveLength(1);
    return findings[0]!;
  };

  test.each<[RecordType, object, Partial<Finding>]>([
    [
      'claim',
      { ...claim, kind: 'fakt' },
      {
        expected: expect.stringContaining('"fact"'),
        received: '"fakt"',
        suggestion: 'fact',
        message: expect.stringContaining('did you mean "fact"?'),
      },
    ],
    [
      'scheduled-event',
      { ...event, status: 'cancelled' },
      {
        suggestion: 'phase: "cancelled"',
        message: expect.stringContaining('did you mean phase: "cancelled"?'),
      },
    ],
    [
      'claim',
      { ...claim, text: '' },
      { code: 'schema/length', expected: 'a text that is not empty', received: '""' },
    ],
    [
      'scheduled-event',
      { ...event, status: 'confirmed', confirmation: { by: [] } },
      { code: 'schema/length', expected: 'at least 1 item', received: 'an array' },
    ],
    ['article', { ...article, urgency: 12 }, { code: 'schema/range', expected: 'at most 9', received: '12' }],
    [
      'article',
      { ...article, urgency: 1.5 },
      { code: 'schema/type', expected: 'an integer', received: '1.5' },
    ],
    ['article', { ...article, urgency: '1' }, { code: 'schema/type', expected: 'a number', received: '"1"' }],
    [
      'article',
      { ...article, headline: null },
      { code: 'schema/type', expected: 'a string', received: 'null' },
    ],
    [
      'article',
      { ...article, publishedAt: '2024-06-19' },
      {
        code: 'schema/date-time',
        received: '"2024-06-19"',
        message: expect.stringMatching(/^a date alone is no instant/),
      },
    ],
    [
      'article',
      { ...article, url: 'www.example.org' },
      { code: 'schema/format', expected: 'an absolute http or https URL' },
    ],
    ['claim', { ...claim, assertedAt: '2024-06-31' }, { code: 'schema/date', received: '"2024-06-31"' }],
    [
      'claim',
      { ...claim, about: ['entity:a', 'entity:a'] },
      {
        code: 'schema/duplicate-item',
        pointer: '/about/1',
        related: [expect.objectContaining({ path: ['about', 0], recordId: 'claim:a' })],
      },
    ],
    [
      'claim',
      { ...claim, anchors: [{ exact: 'rain', start: 5, end: 3 }] },
      { code: 'anchor/end-before-start', expected: 'more than 5', received: '3' },
    ],
    [
      'entity',
      { type: 'entity', id: 'entity:a', name: 'A' },
      {
        code: 'schema/required',
        part: 'open',
        expected: 'kind',
        message: expect.stringContaining('required key "kind" is missing ("person"'),
      },
    ],
  ])('%s %j', (type, value, said) => {
    expect(only(type, value)).toMatchObject({
      severity: 'error',
      recordId: expect.any(String),
      recordType: type,
      ...said,
    });
  });

  test('is plain JSON, with every key, in one line, in 80 code points where it shows values', () => {
    const wrong = { ...claim, kind: 'x'.repeat(500), text: 7, 'a/b~c': 1, about: ['a b', ''] };
    for (const finding of found('claim', wrong)) {
      expect(JSON.parse(JSON.stringify(finding))).toEqual(finding);
      expect(Object.values(finding)).not.toContain(undefined);
      expect(finding.message).toMatch(/^[^\n]+$/);
      for (const shown of [finding.expected, finding.received])
        expect(Array.from(shown ?? '').length).toBeLessThanOrEqual(80);
    }
    expect(places(found('claim', wrong))).toContain('schema/unknown-key /a~1b~0c');
  });
});

test('the subject is the record’s own id and type, where they can name it', () => {
  expect(subjectOf(claim)).toEqual({ recordId: 'claim:a', recordType: 'claim' });
  expect(subjectOf({ id: 7, type: null })).toEqual({ recordId: null, recordType: null });
  expect(subjectOf({ id: 'x'.repeat(201) })).toEqual({ recordId: null, recordType: null });
  expect(subjectOf(Object.create(claim))).toEqual({ recordId: null, recordType: null });
  for (const value of [null, undefined, 'a', [claim]]) {
    expect(subjectOf(value)).toEqual({ recordId: null, recordType: null });
  }
});

test('issues of schemas that are not this package’s are told too', () => {
  const schema = z.object({
    a: z.string().refine(() => false, 'not like this'),
    b: z.record(z.string().min(3), z.number()),
    c: z.number().multipleOf(2),
    d: z.union([z.string(), z.number()]),
  });
  const value = { a: 'x', b: { k: 1 }, c: 3, d: true };
  const findings = findingsFromIssues(schema, value, schema.safeParse(value).error!.issues);
  expect(places(findings)).toEqual([
    'schema/format /a',
    'schema/format /b/k',
    'schema/format /c',
    'schema/type /d',
  ]);
});
