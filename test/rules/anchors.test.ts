import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ArticleAnchorSchema, TextAnchorSchema } from '../../src/records/common/text-anchor.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { anchorReads } from '../../src/rules/common/anchors.js';
import { fieldsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { findingsIn } from '../support/findings-in.js';

const TEXT = '🇻🇳 The visit is “not” confirmed. The visit to Hanoi is planned.';

const article = (more: object = {}) => ({ type: 'article', id: 'article:a', body: { text: TEXT }, ...more });
const claim = (anchors: readonly object[], more: object = {}) => ({
  type: 'claim',
  id: 'claim:a',
  text: 'There is a visit.',
  articleId: 'article:a',
  anchors,
  ...more,
});
const digest = (text: string, more: object = {}) => ({
  sha256: createHash('sha256').update(text).digest('hex'),
  normalization: 'none',
  newline: 'as-is',
  codePoints: [...text].length,
  ...more,
});

/** What is found of the anchors of a claim: code, pointer, message, expected, suggestion. */
const told = (anchors: readonly object[], ...others: readonly object[]) =>
  findingsIn([claim(anchors), ...(others.length === 0 ? [article()] : others)]).map((found) => [
    found.code,
    found.pointer,
    found.message,
    found.expected,
    found.suggestion,
  ]);

describe('what the anchor rules read', () => {
  it.each(recordTypes)('is where the schema of %s has anchors', (type) => {
    const patterns = fieldsOf(recordSchemas[type])
      .filter(({ schema }) => schema === TextAnchorSchema || schema === ArticleAnchorSchema)
      .map(({ pattern }) => pattern.join('.').replace(/\.\*$/, ''));
    const reads: readonly string[] = type in anchorReads ? anchorReads[type as 'claim'] : [];
    const anchors = reads.filter((path) => path !== 'articleId' && path !== 'textDigest');
    expect(anchors.map((path) => path.replace(/\.\*$/, ''))).toEqual(patterns);
  });
});

describe('the anchor rules', () => {
  it('say of a missing quotation how far the text has it', () => {
    expect(told([{ exact: 'The visit is confirmed' }])).toEqual([
      [
        'anchor/missing',
        '/anchors/0/exact',
        'the text of the article does not have these words: after "The visit is" it goes on with "“not” confirmed. The visit to Hanoi is p"',
        'words of the article',
        null,
      ],
    ]);
    expect(told([{ exact: 'The journey' }])[0]?.[2]).toBe(
      'the text of the article does not have these words',
    );
    expect(told([{ exact: 'Hanoi is planned. It is' }])[0]?.[2]).toBe(
      'the text of the article does not have these words: it ends after "Hanoi is planned."',
    );
  });

  it('list the places of an ambiguous quotation, a few of them', () => {
    expect(told([{ exact: 'visit' }])[0]?.slice(0, 3)).toEqual([
      'anchor/ambiguous',
      '/anchors/0/exact',
      'these words stand in 2 places of the text, at 7 and 37: add offsets, or words around',
    ]);
    const repeated = article({ body: { text: 'ha '.repeat(9) } });
    expect(told([{ exact: 'ha' }], repeated)[0]?.[2]).toContain(
      '9 places of the text, at 0, 3, 6, 9, 12 and 4 more:',
    );
  });

  it('let offsets and context tell places apart', () => {
    expect(told([{ exact: 'visit', start: 37, end: 42 }])).toEqual([]);
    expect(told([{ exact: 'visit', suffix: ' to Hanoi' }])).toEqual([]);
    expect(told([{ exact: 'visit', prefix: 'the ', suffix: ' to Hanoi' }])[0]?.slice(0, 3)).toEqual([
      'anchor/ambiguous',
      '/anchors/0/exact',
      'these words stand in 2 places of the text, at 7 and 37, and those in prefix and suffix around none of them',
    ]);
  });

  it('suggest the words of the article for others', () => {
    expect(told([{ exact: 'is "not" confirmed' }])).toEqual([
      [
        'anchor/folded',
        '/anchors/0/exact',
        'the article has these words in other typography',
        '"is “not” confirmed"',
        'is “not” confirmed',
      ],
    ]);
  });

  it('suggest the right offsets', () => {
    expect(told([{ exact: 'Hanoi', start: 49, end: 54 }])).toEqual([
      [
        'anchor/offset',
        '/anchors/0/start',
        'the words in exact stand at 46, not at 49, so end is 51',
        '46',
        '46',
      ],
    ]);
    expect(told([{ exact: 'visit', start: 9, end: 14 }])).toEqual([
      [
        'anchor/offset',
        '/anchors/0/start',
        'the words in exact stand at 7 and 37, not at 9',
        'a place of these words',
        null,
      ],
    ]);
  });

  it('say which side of the context is not there, and what is', () => {
    const contexts = [
      { exact: 'Hanoi', prefix: 'of ' },
      { exact: 'Hanoi', suffix: ' was' },
      { exact: 'Hanoi', prefix: 'to ', suffix: ' was' },
      { exact: 'planned.', suffix: ' Or' },
    ];
    expect(told(contexts).map(([code, pointer, , expected]) => [code, pointer, expected])).toEqual([
      ['anchor/context', '/anchors/0/prefix', '"to "'],
      ['anchor/context', '/anchors/1/suffix', '" is "'],
      ['anchor/context', '/anchors/2/suffix', '" is "'],
      ['anchor/context', '/anchors/3/suffix', 'nothing: the text ends there'],
    ]);
  });

  it('note a quotation that begins within a word, where words are not written together', () => {
    expect(told([{ exact: 'oi is planned' }])[0]?.slice(0, 3)).toEqual([
      'anchor/inside-word',
      '/anchors/0/exact',
      'the article has this only as a part of "Hanoi"',
    ]);
    expect(told([{ exact: 'Han' }])).toEqual([]);
    const arabic = article({ body: { text: 'قال الرئيس والرئيسة' } });
    expect(told([{ exact: 'رئيسة' }], arabic)).toEqual([]);
  });

  it('say one thing of one mistake', () => {
    const anchors = [
      { exact: 'no such words', start: 3, end: 16, prefix: 'x' },
      { exact: 'visit', start: 9, end: 14 },
      { exact: 'Hanoi', start: 46, end: 50 },
    ];
    expect(told(anchors).map(([code, pointer]) => [code, pointer])).toEqual([
      ['anchor/length', '/anchors/2/end'],
    ]);
    expect(
      told(anchors.slice(0, 2))
        .map(([code]) => code)
        .sort(),
    ).toEqual(['anchor/missing', 'anchor/offset']);
  });

  it('name the record and the text that is quoted, whatever the order of the records', () => {
    const records = [article(), claim([{ exact: 'A visit' }])];
    for (const values of [records, [...records].reverse()]) {
      expect(findingsIn(values)).toMatchObject([
        {
          code: 'anchor/missing',
          recordId: 'claim:a',
          related: [{ recordId: 'article:a', path: ['body', 'text'] }],
        },
      ]);
    }
  });

  it('look at the anchors of every record', () => {
    const lost = { exact: 'lost words', articleId: 'article:a' };
    const found = findingsIn([
      article({ mentions: [{ kind: 'name', anchor: { exact: 'Lost' } }] }),
      {
        type: 'entity',
        id: 'entity:a',
        kind: 'person',
        name: 'A. Nguyen',
        roles: [{ title: 'minister', anchors: [lost] }],
      },
      {
        type: 'scheduled-event',
        id: 'event:a',
        name: 'A visit',
        status: 'unconfirmed',
        phase: 'planned',
        start: { date: '2024-06', anchors: [lost] },
        agenda: [{ topic: 'energy', status: 'proposed', anchor: lost }],
      },
    ]);
    expect(found.map(({ code, recordId, pointer }) => [code, recordId, pointer])).toEqual([
      ['anchor/missing', 'article:a', '/mentions/0/anchor/exact'],
      ['anchor/missing', 'entity:a', '/roles/0/anchors/0/exact'],
      ['anchor/missing', 'event:a', '/start/anchors/0/exact'],
      ['anchor/missing', 'event:a', '/agenda/0/anchor/exact'],
    ]);
  });

  it('say nothing of articles that are elsewhere, have no plain text or are not named', () => {
    const lost = [{ exact: 'lost words', start: 3, end: 13 }];
    expect(told(lost, article({ body: { html: '<p>…</p>' } }))).toEqual([]);
    expect(told(lost, article({ body: undefined }))).toEqual([]);
    expect(findingsIn([claim(lost, { articleId: undefined }), article()])).toEqual([]);
    expect(told(lost, { type: 'article', id: 'article:b' }).map(([code]) => code)).toEqual([
      'reference/dangling',
    ]);
  });

  it('count offsets in the form that the digest declares', () => {
    const text = 'One.\r\nTwo.';
    const anchors = [{ exact: 'Two', start: 5, end: 8 }];
    const plain = article({ body: { text } });
    expect(told(anchors, plain).map(([code]) => code)).toEqual(['anchor/offset']);
    const textDigest = digest(text.replace('\r', ''), { newline: 'lf' });
    expect(told(anchors, { ...plain, textDigest })).toEqual([]);
  });

  it('blame the digest alone where all offsets were counted in another text', () => {
    const anchors = [
      { exact: 'visit', start: 9, end: 14 },
      { exact: 'Hanoi', start: 49, end: 54 },
      { exact: 'visit' },
    ];
    const changed = article({ textDigest: digest(`x ${TEXT}`) });
    expect(told(anchors, changed).map(([code, pointer]) => [code, pointer])).toEqual([
      ['anchor/digest', '/textDigest/codePoints'],
      ['anchor/ambiguous', '/anchors/2/exact'],
    ]);
  });

  it('find offsets beyond a text of which only the length is kept', () => {
    const anchors = [
      { exact: 'planned', start: 55, end: 62 },
      { exact: 'planned', start: 56, end: 63 },
    ];
    const kept = article({ body: undefined, textDigest: digest(TEXT) });
    expect([...TEXT]).toHaveLength(63);
    expect(told(anchors, kept)).toEqual([]);
    expect(told([{ exact: 'planned', start: 57, end: 64 }], kept)).toEqual([
      [
        'anchor/offset',
        '/anchors/0/end',
        'the text that was measured ends at 63, before the end of the words',
        'at most 63',
        null,
      ],
    ]);
  });
});

describe('anchor/digest', () => {
  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
  const other = article({ textDigest: digest(TEXT.replace('not', 'now')) });

  it('compares the SHA-256 where one can be computed', () => {
    expect(findingsIn([other], { sha256 })).toMatchObject([
      { code: 'anchor/digest', pointer: '/textDigest/sha256', expected: sha256(TEXT) },
    ]);
    expect(findingsIn([article({ textDigest: digest(TEXT) })], { sha256 })).toEqual([]);
  });

  it('compares lengths alone where none can', () => {
    expect(findingsIn([other])).toEqual([]);
  });

  it('says nothing where there is no text, or no digest', () => {
    expect(findingsIn([article({ body: { html: '<p/>' }, textDigest: digest(TEXT) })], { sha256 })).toEqual(
      [],
    );
    expect(findingsIn([article()], { sha256 })).toEqual([]);
  });
});
