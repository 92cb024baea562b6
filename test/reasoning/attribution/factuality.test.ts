import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import {
  factBankCodes,
  fromFactBankCode,
  toFactBankCode,
} from '../../../src/reasoning/attribution/fact-bank.js';
import { factualityMatrix } from '../../../src/reasoning/attribution/factuality-matrix.js';
import { certainties, polarities } from '../../../src/vocabulary/claim.js';

describe('FactBank codes', () => {
  it('are read back as they were written', () => {
    for (const code of factBankCodes) {
      const { certainty, polarity } = fromFactBankCode(code) ?? {};
      expect(certainty !== undefined && polarity !== undefined && toFactBankCode(certainty, polarity)).toBe(
        code,
      );
    }
  });

  it('exist for eight pairs, and for no other', () => {
    const written = certainties.flatMap((certainty) =>
      polarities.flatMap((polarity) => toFactBankCode(certainty, polarity) ?? []),
    );
    expect(written.sort()).toEqual([...factBankCodes].sort());
    expect(toFactBankCode('underspecified', 'positive')).toBeUndefined();
  });

  it('are read with a minus or a hyphen, and nothing else is', () => {
    expect(fromFactBankCode('PS\u2212')).toEqual({ certainty: 'possible', polarity: 'negative' });
    for (const text of ['', 'ct+', 'CT', 'CT+ ', 'PSu', 'U+', '__proto__']) {
      expect(fromFactBankCode(text)).toBeUndefined();
    }
  });
});

describe('factualityMatrix', () => {
  const claim = (id: string, ids: readonly string[], more: object = {}) => ({
    type: 'claim',
    id,
    text: 'It rained.',
    attribution: [{ sourceIds: ids, role: 'originator' }],
    ...more,
  });
  const view = (sourceId: string, certainty: string, polarity: string) => ({ sourceId, certainty, polarity });

  it('has a row for each claim and a column for each source, whatever their order', () => {
    const { claims } = loadDataset([
      claim('claim:b', ['source:y', 'source:x'], { certainty: 'probable', polarity: 'negative' }),
      claim('claim:a', ['source:y'], {
        certainty: 'certain',
        polarity: 'positive',
        factuality: [view('source:z', 'possible', 'positive')],
      }),
      { type: 'claim', id: 'claim:c', text: 'It rained.', certainty: 'certain', polarity: 'positive' },
    ]);
    const expected = {
      claimIds: ['claim:a', 'claim:b', 'claim:c'],
      sourceIds: ['source:x', 'source:y', 'source:z'],
      codes: [
        [null, 'CT+', 'PS+'],
        ['PR-', 'PR-', null],
        [null, null, null],
      ],
    };
    expect(factualityMatrix(claims)).toEqual(expected);
    expect(factualityMatrix([...claims].reverse())).toEqual(expected);
  });

  it('keeps doubt where one source is given several values, and takes the one where the other is not stated', () => {
    const twice = [view('source:x', 'certain', 'positive'), view('source:x', 'certain', 'negative')];
    const { claims } = loadDataset([
      claim('claim:a', ['source:y'], { factuality: twice }),
      claim('claim:b', ['source:x'], { factuality: [view('source:x', 'probable', 'positive')] }),
      claim('claim:c', ['source:x'], { certainty: 'probable', polarity: 'unknown' }),
    ]);
    expect(factualityMatrix(claims).codes).toEqual([
      ['Uu', null],
      ['PR+', null],
      [null, null],
    ]);
  });
});
