import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { assertionTimeOf } from '../../../src/reasoning/claims/asserted-at.js';

const publishedAt = '2024-06-12T08:30:00+07:00';
const publicationDate = { date: '2024-06~', timeZone: 'Asia/Ho_Chi_Minh', phrase: 'in June' };

function timeOf(claim: object, article: object = {}) {
  const dataset = loadDataset([
    { type: 'article', id: 'article:a', ...article },
    { type: 'claim', id: 'claim:a', text: 'It rained.', articleId: 'article:a', ...claim },
  ]);
  return assertionTimeOf(dataset.claims[0]!, dataset);
}

describe('assertionTimeOf', () => {
  it('is what the claim says, whatever its article says', () => {
    expect(timeOf({ assertedAt: '2024-05' }, { publishedAt, publicationDate })).toEqual({
      date: '2024-05',
      basis: 'claim',
    });
  });

  it('is the instant of its article, then the date of its article in its zone', () => {
    expect(timeOf({}, { publishedAt, publicationDate })).toEqual({
      date: publishedAt,
      basis: 'article-instant',
    });
    expect(timeOf({}, { publicationDate })).toEqual({
      date: '2024-06~',
      timeZone: 'Asia/Ho_Chi_Minh',
      basis: 'article-date',
    });
  });

  it('is unknown where nobody says: no article, no date, or a phrase that no date was made of', () => {
    const unknown = { basis: 'unknown' };
    expect(timeOf({})).toEqual(unknown);
    expect(timeOf({}, { publicationDate: { phrase: 'lately', method: 'unresolved' } })).toEqual(unknown);
    expect(timeOf({ articleId: 'article:none' }, { publishedAt })).toEqual(unknown);
    expect(timeOf({ articleId: undefined }, { publishedAt })).toEqual(unknown);
  });

  it('is not when the claim was entered', () => {
    expect(timeOf({ recordedAt: publishedAt, createdAt: publishedAt })).toEqual({ basis: 'unknown' });
  });
});
