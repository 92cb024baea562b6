import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { assembleEvidence } from '../../../src/reasoning/evidence/assemble-evidence.js';
import { collectEvidence } from '../../../src/reasoning/evidence/collect-evidence.js';
import { parseNewsRecord } from '../../../src/records/news-record.js';
import { type RecordType, recordTypes } from '../../../src/vocabulary/record-type.js';
import { validFixtures } from '../../support/fixtures.js';

const collect = (record: object): unknown => collectEvidence(parseNewsRecord(record));
const fixture = (type: RecordType, wanted = 'maximal'): object =>
  validFixtures(type).find(({ name }) => name === wanted)?.value ?? {};

describe('collectEvidence', () => {
  it('keeps of a claim its chain, stances, time and life, and nothing else', () => {
    const fact = collect(fixture('claim')) as { readonly attribution: readonly object[] };
    expect(Object.keys(fact)).toEqual([
      'type',
      'id',
      'articleId',
      'assertedAt',
      'supersedes',
      'attribution',
      'stances',
      'recordStatus',
      'statusHistory',
    ]);
    for (const link of fact.attribution) {
      expect(['sourceIds', 'role', 'groundRules', 'uncertain']).toEqual(
        expect.arrayContaining(Object.keys(link)),
      );
    }
  });

  it('keeps of a claim that only replaces another when it did', () => {
    const claim = { type: 'claim', id: 'claim:b', text: '-', supersedes: 'claim:a', assertedAt: '2024-06' };
    expect(collect(claim)).toEqual({
      type: 'claim',
      id: 'claim:b',
      assertedAt: '2024-06',
      supersedes: 'claim:a',
    });
  });

  it('keeps of an article when it was published, as exactly as is known', () => {
    const article = { type: 'article', id: 'article:a', headline: 'Talks' };
    const publicationDate = { date: '2024-06~', phrase: 'in June', timeZone: 'Asia/Tokyo' };
    expect(collect(article)).toBeUndefined();
    expect(collect({ ...article, publicationDate: { phrase: 'in June' } })).toBeUndefined();
    expect(collect({ ...article, publicationDate })).toEqual({
      type: 'article',
      id: 'article:a',
      publicationDate: { date: '2024-06~', timeZone: 'Asia/Tokyo' },
    });
    const publishedAt = '2024-06-12T08:30:00Z';
    expect(collect({ ...article, publicationDate, publishedAt })).toEqual({
      type: 'article',
      id: 'article:a',
      publishedAt,
    });
  });

  it('keeps of a source for whom it speaks and on which terms, and nothing of one that speaks for nobody', () => {
    const source = { type: 'source', id: 'source:a', kind: 'outlet', name: 'A Paper', country: 'VN' };
    expect(collect(source)).toBeUndefined();
    expect(collect({ ...source, groundRules: 'background' })).toEqual({
      type: 'source',
      id: 'source:a',
      groundRules: 'background',
    });
    // whoever belongs to it must not be taken for it
    expect(collect({ ...source, anonymous: true, description: 'somebody' })).toEqual({
      type: 'source',
      id: 'source:a',
      anonymous: true,
    });
    expect(Object.keys(collect(fixture('source')) as object)).not.toContain('name');
  });

  it('keeps of an entity its offices, or what it is part of', () => {
    const entity = { type: 'entity', id: 'entity:a', name: 'A' };
    const role = { title: 'president', ofEntityId: 'entity:b', during: '2012/..' };
    expect(collect({ ...entity, kind: 'person', roles: [role, { title: 'poet' }] })).toEqual({
      type: 'entity',
      id: 'entity:a',
      roles: [{ ofEntityId: 'entity:b', during: '2012/..' }],
    });
    expect(collect({ ...entity, kind: 'person', roles: [{ title: 'poet' }] })).toBeUndefined();
    expect(collect({ ...entity, kind: 'organization', parentId: 'entity:b' })).toEqual({
      type: 'entity',
      id: 'entity:a',
      parentId: 'entity:b',
    });
    expect(collect({ ...entity, kind: 'city', containedInId: 'entity:b' })).toEqual({
      type: 'entity',
      id: 'entity:a',
      containedInId: 'entity:b',
    });
    expect(collect({ ...entity, kind: 'weapon' })).toBeUndefined();
  });

  it('keeps of an event its parties and what is stored of it', () => {
    expect(Object.keys(collect(fixture('scheduled-event', 'maximal-confirmed')) as object)).toEqual([
      'type',
      'id',
      'status',
      'phase',
      'asOf',
      'organizerIds',
      'participants',
    ]);
  });

  it('collects plain JSON of every valid record', () => {
    const fixtures = recordTypes.flatMap((type) => validFixtures(type));
    expect(fixtures.length).toBeGreaterThan(50);
    for (const { value } of fixtures) {
      const fact = collect(value);
      if (fact !== undefined) expect(JSON.parse(JSON.stringify(fact))).toStrictEqual(fact);
    }
  });
});

describe('assembleEvidence', () => {
  it('finds a record by its id and type, the first of those that share an id', () => {
    const evidence = assembleEvidence([
      { type: 'source', id: 'x', groundRules: 'background' },
      { type: 'source', id: 'x', groundRules: 'on-the-record' },
    ] as unknown as Parameters<typeof assembleEvidence>[0]);
    expect(evidence.find('source', 'x')).toMatchObject({ groundRules: 'background' });
    expect(evidence.find('entity', 'x')).toBeUndefined();
    expect(evidence.find('source', '__proto__')).toBeUndefined();
  });

  it('is a base that never changes, as a dataset is', () => {
    const evidence = assembleEvidence([]);
    expect([evidence, evidence.claims, evidence.scheduledEvents].every(Object.isFrozen)).toBe(true);
    expect(loadDataset([])).toMatchObject({ claims: [], scheduledEvents: [] });
  });
});
