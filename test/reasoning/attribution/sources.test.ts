import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { groundRulesOf, isPublishable } from '../../../src/reasoning/attribution/ground-rules.js';
import {
  type IndependentSourcesOptions,
  independentSources,
} from '../../../src/reasoning/attribution/independent-sources.js';
import { originatingSources } from '../../../src/reasoning/attribution/originating-sources.js';
import type { AttributionLink } from '../../../src/records/claim.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const source = (name: string, more: object = {}) => ({
  type: 'source',
  id: `source:${name}`,
  kind: 'official',
  name,
  ...more,
});

const anonymous = { name: undefined, anonymous: true, description: 'an official' };

const sources = [
  ...['a', 'b', 'c', 'agency'].map((name) => source(name)),
  source('anon-1', anonymous),
  source('anon-2', { ...anonymous, entityId: 'entity:x', parentId: 'source:house' }),
  source('tenant', { parentId: 'source:anon-1' }),
  source('account', { kind: 'social-account', entityId: 'entity:x' }),
  source('person', { entityId: 'entity:x' }),
  source('house', { kind: 'outlet', parentId: 'source:round' }),
  source('round', { kind: 'outlet', parentId: 'source:house' }),
  source('sister-1', { kind: 'outlet', parentId: 'source:house' }),
  source('sister-2', { kind: 'outlet', parentId: 'source:house' }),
];

type Chain = readonly (readonly [role: string, ...names: readonly string[]])[];

const claimsOf = (chains: readonly Chain[]): readonly object[] =>
  chains.map((chain, index) => ({
    type: 'claim',
    id: `claim:${index}`,
    text: 'It rained.',
    attribution: chain.map(([role, ...names]) => ({
      sourceIds: names.map((name) => `source:${name}`),
      role,
    })),
  }));

function independent(chains: readonly Chain[], options: IndependentSourcesOptions = {}) {
  const dataset = loadDataset([...sources, ...claimsOf(chains)]);
  const found = independentSources(dataset.claims, dataset, deepFreeze(options));
  const backwards = independentSources([...dataset.claims].reverse(), dataset, deepFreeze(options));
  expect(backwards).toEqual(found);
  return found;
}

const names = (chains: readonly Chain[], options: IndependentSourcesOptions = {}) =>
  independent(chains, options).sources.map(({ sourceIds }) => sourceIds.join(' ').replaceAll('source:', ''));

describe('originatingSources', () => {
  it('are those of the first link, each once, if it is an originator', () => {
    const chains: readonly Chain[] = [
      [
        ['originator', 'b', 'a'],
        ['relay', 'agency'],
      ],
      [
        ['relay', 'agency'],
        ['originator', 'a'],
      ],
      [],
      [['originator', 'nobody']],
    ];
    const dataset = loadDataset([...sources, ...claimsOf(chains)]);
    const found = dataset.claims.map((claim) => originatingSources(claim, dataset).map(({ id }) => id));
    expect(found).toEqual([['source:b', 'source:a'], [], [], []]);
  });
});

describe('independentSources', () => {
  it('counts relays of one originator once', () => {
    const relayed = ['b', 'c', 'agency'].map(
      (name): Chain => [
        ['originator', 'a'],
        ['relay', name],
      ],
    );
    expect(independent(relayed).sources).toEqual([
      { sourceIds: ['source:a'], anonymous: false, claimIds: ['claim:0', 'claim:1', 'claim:2'] },
    ]);
  });

  it('counts nobody for an originator who is not stated, who may be any of the others', () => {
    expect(independent([[['relay', 'agency']], [], [['originator', 'a']]])).toEqual({
      sources: [{ sourceIds: ['source:a'], anonymous: false, claimIds: ['claim:2'] }],
      unstated: ['claim:0', 'claim:1'],
    });
  });

  it('counts joint speakers once, unless each speaks alone', () => {
    expect(names([[['originator', 'a', 'b']]])).toEqual(['a b']);
    expect(names([[['originator', 'a', 'b']], [['originator', 'a']]])).toEqual(['a b']);
    expect(names([[['originator', 'a', 'b']], [['originator', 'a']], [['originator', 'b']]])).toEqual([
      'a',
      'b',
    ]);
    expect(names([[['originator', 'a', 'b']], [['originator', 'b', 'c']]])).toEqual(['a b c']);
  });

  it('does not tie two who speak alone by a third who spoke with each', () => {
    expect(
      names([
        [['originator', 'a', 'c']],
        [['originator', 'b', 'c']],
        [['originator', 'a']],
        [['originator', 'b']],
      ]),
    ).toEqual(['a c', 'b']);
  });

  it('takes named sources that are one entity for one', () => {
    expect(names([[['originator', 'account']], [['originator', 'person']]])).toEqual(['account person']);
  });

  it('never takes an anonymous source for a named one, nor for another anonymous one', () => {
    const found = independent([
      [['originator', 'anon-1']],
      [['originator', 'anon-2']],
      [['originator', 'person']],
      [['originator', 'house']],
    ]).sources;
    expect(found.map(({ sourceIds, anonymous }) => [...sourceIds, anonymous])).toEqual([
      ['source:anon-1', true],
      ['source:anon-2', true],
      ['source:house', false],
      ['source:person', false],
    ]);
  });

  it('does not take a source for the anonymous one that it belongs to', () => {
    expect(names([[['originator', 'anon-1']], [['originator', 'tenant']]])).toEqual(['anon-1', 'tenant']);
  });

  it('takes sources of one owner for one, unless told otherwise, and survives circles', () => {
    const chains: readonly Chain[] = [[['originator', 'sister-1']], [['originator', 'sister-2']]];
    expect(names(chains)).toEqual(['sister-1 sister-2']);
    expect(names(chains, { sameOwner: 'several' })).toEqual(['sister-1', 'sister-2']);
    expect(names([...chains, [['originator', 'round']]])).toEqual(['round sister-1 sister-2']);
  });
});

describe('ground rules', () => {
  const rulesOf = (own: readonly (string | undefined)[], of?: string) => {
    const speakers = own.map((groundRules, index) => source(`s${index}`, { groundRules }));
    const link = { sourceIds: speakers.map(({ id }) => id), role: 'originator', groundRules: of };
    const dataset = loadDataset([
      ...speakers,
      { type: 'claim', id: 'claim:a', text: 'It rained.', attribution: [link] },
    ]);
    const [claim] = dataset.claims;
    const [parsed] = claim?.attribution ?? [];
    return claim && [groundRulesOf(parsed as AttributionLink, dataset), isPublishable(claim, dataset)];
  };

  it('are those of the link, else those of the source', () => {
    expect(rulesOf(['off-the-record'])).toEqual(['off-the-record', false]);
    expect(rulesOf(['off-the-record'], 'on-the-record')).toEqual(['on-the-record', true]);
    expect(rulesOf(['on-the-record'], 'off-the-record')).toEqual(['off-the-record', false]);
    expect(rulesOf([undefined])).toEqual(['unstated', true]);
  });

  it('are the strictest of joint speakers', () => {
    expect(rulesOf(['on-the-record', undefined])).toEqual(['unstated', true]);
    expect(rulesOf(['background', 'on-the-record'])).toEqual(['background', true]);
    expect(rulesOf(['deep-background', 'background'])).toEqual(['deep-background', true]);
    expect(rulesOf(['background', 'off-the-record'])).toEqual(['off-the-record', false]);
  });

  it('are not stated by a source of which there is no record', () => {
    const dataset = loadDataset([]);
    const link = { sourceIds: ['source:nobody'], role: 'originator' } as unknown as AttributionLink;
    expect(groundRulesOf(link, dataset)).toBe('unstated');
  });
});
