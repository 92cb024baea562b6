import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/dataset.js';
import { collectFacts } from '../../src/rules/collect-facts.js';
import { findIssues } from '../../src/rules/find-issues.js';
import { allRules } from '../../src/rules/rule-table.js';
import { anchoredArticles } from '../support/anchored-articles.js';
import { findingsIn } from '../support/findings-in.js';
import { RUNS } from '../support/runs.js';

const TEXT = '🇻🇳 The visit is “not” confirmed.';
const article = (anchors: readonly object[], more: object = {}) => ({
  type: 'article',
  id: 'article:a',
  body: { text: TEXT },
  mentions: anchors.map((anchor) => ({ kind: 'name', anchor })),
  ...more,
});
const right = { exact: 'visit', start: 7, end: 12 };
const wrong = { exact: 'visit', start: 8, end: 13 };
const digest = {
  sha256: '0'.repeat(64),
  normalization: 'none',
  newline: 'as-is',
  codePoints: [...TEXT].length,
};

describe('what is settled at the record', () => {
  it('are anchors of an article in itself of which there is nothing to say', () => {
    expect(collectFacts(article([right, right]), 0)?.parts).toEqual({});
    expect(collectFacts(article([right, wrong, right]), 0)?.parts).toEqual({
      mentions: [{}, { anchor: wrong }, {}],
    });
    const dated = { publicationDate: { date: '2024', anchors: [right] } };
    expect(collectFacts(article([], dated), 0)?.parts).toEqual(
      collectFacts(article([], { publicationDate: { date: '2024' } }), 0)?.parts,
    );
    expect(collectFacts(article([{ ...right, articleId: 'article:a' }]), 0)?.parts).toEqual({});
    expect(collectFacts(article([right], { body: { html: '<p>…</p>' } }), 0)?.parts).toEqual({});
  });

  it('is nothing that another article must tell', () => {
    const elsewhere = { ...right, articleId: 'article:b' };
    expect(collectFacts(article([elsewhere]), 0)?.parts).toEqual({ mentions: [{ anchor: elsewhere }] });
  });

  it('follows the digest of the text, where there is one', () => {
    expect(collectFacts(article([right], { textDigest: digest }), 0)?.parts).toEqual({ textDigest: digest });
    const other = { ...digest, codePoints: 30 };
    expect(collectFacts(article([right], { textDigest: other }), 0)?.parts).toEqual({
      textDigest: other,
      mentions: [{ anchor: right }],
    });
  });

  it('lets an article quote itself, though another has its id', () => {
    const other = article([{ exact: 'delayed', start: 13, end: 20 }], {
      body: { text: 'The visit is delayed.' },
    });
    const found = findingsIn([article([right]), other, article([wrong])]);
    expect(found.map(({ code, recordId }) => [code, recordId])).toEqual([
      ['reference/duplicate-id', 'article:a'],
      ['reference/duplicate-id', 'article:a'],
      ['anchor/offset', 'article:a'],
    ]);
  });

  it('is not what rules find in a dataset', () => {
    const dataset = loadDataset([article([right, wrong])]);
    expect(findIssues(dataset).map(({ code, pointer }) => [code, pointer])).toEqual([
      ['anchor/offset', '/mentions/1/anchor/start'],
    ]);
  });

  it('changes nothing of what is found', () => {
    const unsettled = allRules.map((rule) =>
      rule.scope === 'dataset' ? { ...rule, settles: undefined } : rule,
    );
    let found = 0;
    let settled = 0;
    fc.assert(
      fc.property(anchoredArticles, (articles) => {
        const findings = findingsIn(articles);
        expect(findings).toEqual(findingsIn(articles, {}, unsettled));
        found += findings.length;
        settled += articles.filter((one) => collectFacts(one, 0)?.parts.mentions === undefined).length;
      }),
      { numRuns: RUNS },
    );
    expect(found).toBeGreaterThan(RUNS / 10);
    expect(settled).toBeGreaterThan(RUNS / 10);
  });
});
