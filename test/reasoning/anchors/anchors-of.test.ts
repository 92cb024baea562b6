import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../../../src/reasoning/anchors/anchors-of.js';
import { isPlainObject } from '../../../src/schema/cross-field.js';
import { readExample } from '../../examples/example.js';
import { deepFreeze } from '../../support/deep-freeze.js';

/** Everything that looks like an anchor, wherever it stands. */
function quotesIn(value: unknown, pointer = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => quotesIn(item, `${pointer}/${index}`));
  if (!isPlainObject(value)) return [];
  if (typeof value.exact === 'string') return [pointer];
  return Object.entries(value).flatMap(([key, part]) => quotesIn(part, `${pointer}/${key}`));
}

const exact = (words: string) => ({ exact: words });

describe('anchorsOf', () => {
  it('finds every anchor of a claim', () => {
    const claim = deepFreeze({
      ambiguities: [{ anchor: exact('9'), readings: ['a', 'b'] }],
      type: 'claim',
      id: 'claim:a',
      text: 'A claim.',
      articleId: 'article:a',
      relations: [{ type: 'supports', claimId: 'claim:b', anchors: [exact('8')] }],
      times: [{ of: 'content', anchors: [exact('6'), { ...exact('7'), articleId: 'article:b' }] }],
      hedges: [exact('5')],
      attribution: [
        { sourceIds: ['source:a'], role: 'originator', quotes: [exact('2'), exact('3')], cue: exact('1') },
        { sourceIds: ['source:b'], role: 'relay', cue: exact('4') },
      ],
      anchors: [exact('0')],
    });
    expect(
      anchorsOf(claim).map(({ anchor, pointer, articleId }) => [anchor.exact, pointer, articleId]),
    ).toEqual([
      ['0', '/anchors/0', 'article:a'],
      ['1', '/attribution/0/cue', 'article:a'],
      ['2', '/attribution/0/quotes/0', 'article:a'],
      ['3', '/attribution/0/quotes/1', 'article:a'],
      ['4', '/attribution/1/cue', 'article:a'],
      ['5', '/hedges/0', 'article:a'],
      ['6', '/times/0/anchors/0', 'article:a'],
      ['7', '/times/0/anchors/1', 'article:b'],
      ['8', '/relations/0/anchors/0', 'article:a'],
      ['9', '/ambiguities/0/anchor', 'article:a'],
    ]);
  });

  it('finds every anchor of the example, whatever the record', async () => {
    const visits = await readExample();
    const types = new Set<string>();
    for (const record of visits.records) {
      const found = anchorsOf(record);
      expect(found.map(({ pointer }) => pointer).sort()).toEqual(quotesIn(record).sort());
      for (const { articleId } of found) expect(articleId).toBe('article:two-visits');
      if (found.length > 0) types.add(record.type);
    }
    expect([...types].sort()).toEqual(['article', 'claim', 'entity', 'scheduled-event']);
  });

  it('does not know the article of a claim that names none, or of an event whose anchor names none', () => {
    const claim = { type: 'claim', id: 'claim:a', text: 'A claim.', anchors: [exact('a')] };
    const event = { type: 'scheduled-event', id: 'event:a', start: { anchors: [exact('b')] } };
    expect([claim, event].flatMap(anchorsOf).map(({ articleId }) => articleId)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it.each<[string, unknown]>([
    ['no record', null],
    ['a list', [{ type: 'claim', anchors: [exact('a')] }]],
    ['an unknown type', { type: 'clam', anchors: [exact('a')] }],
    ['anchors that are no list', { type: 'claim', anchors: exact('a') }],
    ['anchors without words', { type: 'claim', anchors: [null, 'a', {}, { exact: 1 }, { exact: '' }] }],
    ['a list where an anchor should be', { type: 'claim', ambiguities: [{ anchor: [exact('a')] }] }],
    ['anchors of other fields', { type: 'claim', mentions: [{ anchor: exact('a') }] }],
    ['anchors that are inherited', Object.create({ type: 'claim', anchors: [exact('a')] })],
  ])('passes over %s', (_, value) => {
    expect(anchorsOf(value)).toEqual([]);
  });
});
