import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { formatAttribution } from '../../../src/reasoning/attribution/format-attribution.js';

const source = (name: string, kind: string, more: object = {}) => ({
  type: 'source',
  id: `source:${name}`,
  kind,
  name,
  ...more,
});

const sources = [
  source('Reuters', 'agency'),
  source('Vedomosti', 'outlet'),
  source('Ministry', 'institution'),
  source('Kremlin', 'institution'),
  source('Palace', 'institution'),
  source('Author', 'author-voice'),
  {
    type: 'source',
    id: 'source:official',
    kind: 'official',
    anonymous: true,
    description: 'an official of Vietnam',
  },
  {
    type: 'source',
    id: 'source:two',
    kind: 'official',
    anonymous: true,
    description: 'two officials of Vietnam',
    count: 2,
  },
  { type: 'source', id: 'source:group', kind: 'group', anonymous: true, description: 'some diplomats' },
  { type: 'source', id: 'source:paper', kind: 'document', anonymous: true, description: 'a draft' },
  source('Jane Roe', 'official', {
    id: 'source:secret',
    anonymous: true,
    description: 'an aide to the president',
  }),
  source('John Doe', 'official', { id: 'source:leaky', anonymous: true, description: 'the aide john doe' }),
  source('Mary Major', 'official', { id: 'source:background', groundRules: 'background' }),
  source('Richard Miles', 'official', {
    id: 'source:deep',
    groundRules: 'deep-background',
    description: 'a minister',
  }),
  {
    type: 'source',
    id: 'source:said',
    kind: 'official',
    anonymous: true,
    description: 'an official in Hanoi whom the agency does not name',
  },
];

const link = (role: string, ids: readonly string[], more: object = {}) => ({
  sourceIds: ids.map((id) => `source:${id}`),
  role,
  ...more,
});
const by = (...ids: readonly string[]) => link('originator', ids);
const through = (...ids: readonly string[]) => link('relay', ids);

function format(...attribution: readonly object[]): string {
  const dataset = loadDataset([
    ...sources,
    { type: 'claim', id: 'claim:a', text: 'It rained.', attribution },
  ]);
  const [claim] = dataset.claims;
  return claim === undefined ? '' : formatAttribution(claim, dataset);
}

describe('formatAttribution', () => {
  it('names the originator', () => {
    expect(format(by('Ministry'))).toBe('according to Ministry');
  });

  it('tells the chain backwards', () => {
    expect(format(by('official'), through('Reuters'))).toBe(
      'according to Reuters, citing an official of Vietnam who was not named',
    );
    expect(format(by('Ministry'), through('Reuters'), through('Vedomosti'))).toBe(
      'according to Vedomosti, citing Reuters, citing Ministry',
    );
  });

  it('names joint speakers together', () => {
    expect(format(by('Ministry', 'Kremlin'))).toBe('according to Ministry and Kremlin');
    expect(format(by('Ministry', 'Kremlin', 'Palace'), through('Reuters', 'Vedomosti'))).toBe(
      'according to Reuters and Vedomosti, citing Ministry, Kremlin and Palace',
    );
  });

  it('says that the originator is not stated', () => {
    expect(format(through('Reuters'))).toBe('according to Reuters, which does not say who its source is');
    expect(format(through('Reuters'), through('Vedomosti'))).toBe(
      'according to Vedomosti, citing Reuters, which does not say who its source is',
    );
    expect(format(through('Reuters', 'Vedomosti'))).toBe(
      'according to Reuters and Vedomosti, which do not say who their source is',
    );
  });

  it("knows the author's own voice", () => {
    expect(format(by('Author'))).toBe("in the author's own voice");
    expect(format(link('originator', ['Author'], { uncertain: true }))).toBe(
      "possibly in the author's own voice",
    );
    expect(format(by('Author'), through('Reuters'))).toBe('according to Reuters, citing the author');
  });

  it('leaves the publisher out wherever anyone else is known', () => {
    expect(format(by('Ministry'), link('publisher', ['Vedomosti']))).toBe('according to Ministry');
    expect(format(link('publisher', ['Vedomosti']))).toBe(
      'according to Vedomosti, which does not say who its source is',
    );
  });

  it('says that nothing is attributed', () => {
    expect(format()).toBe('without attribution');
  });

  it('keeps doubt about a link', () => {
    expect(format(link('originator', ['Ministry'], { uncertain: true }), through('Reuters'))).toBe(
      'according to Reuters, possibly citing Ministry',
    );
  });

  it('tells several people and things from one person', () => {
    expect(format(by('two'))).toBe('according to two officials of Vietnam who were not named');
    expect(format(by('group'))).toBe('according to some diplomats who were not named');
    expect(format(by('paper'))).toBe('according to a draft which was not named');
    expect(format(by('said'))).toBe('according to an official in Hanoi whom the agency does not name');
  });

  it('never prints a name that must not be printed', () => {
    expect(format(by('secret'))).toBe('according to an aide to the president who was not named');
    expect(format(by('leaky'))).toBe('according to a source who was not named');
    expect(format(by('background'))).toBe('according to a source who was not named');
    expect(format(link('originator', ['Kremlin'], { groundRules: 'background' }))).toBe(
      'according to a source which was not named',
    );
  });

  it('does not describe who must not be described', () => {
    expect(format(by('deep'))).toBe('according to a source who may not be described');
    expect(format(link('originator', ['official'], { groundRules: 'off-the-record' }))).toBe(
      'according to a source who may not be described',
    );
    expect(format(link('originator', ['background'], { groundRules: 'on-the-record' }))).toBe(
      'according to Mary Major',
    );
  });

  it('says that there is no record of a source', () => {
    expect(format(by('nobody'))).toBe('according to a source of which there is no record');
  });
});
