import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../../../src/reasoning/anchors/measured-text.js';
import { createTextDigest, verifyTextDigest } from '../../../src/reasoning/anchors/text-digest.js';
import type { TextDigest } from '../../../src/records/article.js';
import { newlineStyles, textNormalizations } from '../../../src/vocabulary/article.js';
import { readExample } from '../../examples/example.js';
import { RUNS } from '../../support/runs.js';
import { anyText } from '../../support/unicode-arbitrary.js';

const digestOf = (form: Partial<TextDigest>): TextDigest => ({
  sha256: '0'.repeat(64),
  normalization: 'none',
  newline: 'as-is',
  codePoints: 0,
  ...form,
});

describe('measuredText', () => {
  const text = 'a\r\nb\rc\n\nCafé \ufb01';

  it.each([
    [{}, text],
    [{ newline: 'lf' }, 'a\nb\nc\n\nCafé \ufb01'],
    [{ newline: 'crlf' }, 'a\r\nb\r\nc\r\n\r\nCafé \ufb01'],
    [{ newline: 'cr' }, 'a\rb\rc\r\rCafé \ufb01'],
    [{ normalization: 'NFD' }, 'a\r\nb\rc\n\nCafe\u0301 \ufb01'],
    [{ normalization: 'NFKC', newline: 'lf' }, 'a\nb\nc\n\nCafé fi'],
  ] as const)('is the text in the form %j', (form, measured) => {
    expect(measuredText({ body: { text }, textDigest: digestOf(form) })).toBe(measured);
  });

  it('is the text as it stands without a digest, and nothing without a text', () => {
    expect(measuredText({ body: { text } })).toBe(text);
    expect(measuredText({ body: { text: '' } })).toBe('');
    expect(measuredText({ body: { html: '<p>a</p>' }, textDigest: digestOf({}) })).toBeUndefined();
    expect(measuredText({})).toBeUndefined();
  });
});

describe('verifyTextDigest', () => {
  it('finds that the digest of the example fits its text', async () => {
    const [article] = (await readExample()).articles;
    expect(await verifyTextDigest(article!)).toBe('fits');
    expect(await verifyTextDigest({ ...article!, body: { text: `${article!.body!.text} ` } })).toBe(
      'differs',
    );
  });

  it('compares what is as long too', async () => {
    const textDigest = await createTextDigest('It rained.');
    expect(await verifyTextDigest({ body: { text: 'It poured' }, textDigest })).toBe('differs');
    expect(await verifyTextDigest({ body: { text: 'It hailed.' }, textDigest })).toBe('differs');
    expect(await verifyTextDigest({ body: { text: 'It rained.' } })).toBe('unknown');
    expect(await verifyTextDigest({ textDigest })).toBe('unknown');
  });

  it('does not mind another form of the text where the digest declares one', async () => {
    const textDigest = await createTextDigest('Café\nbar', { normalization: 'NFC', newline: 'lf' });
    expect(await verifyTextDigest({ body: { text: 'Cafe\u0301\r\nbar' }, textDigest })).toBe('fits');
    const asIs = await createTextDigest('Café\nbar');
    expect(await verifyTextDigest({ body: { text: 'Café\r\nbar' }, textDigest: asIs })).toBe('differs');
  });

  it('computes the SHA-256 that others compute, and fits what it was made of', async () => {
    await fc.assert(
      fc.asyncProperty(
        anyText,
        fc.constantFrom(...textNormalizations),
        fc.constantFrom(...newlineStyles),
        async (text, normalization, newline) => {
          const textDigest = await createTextDigest(text, { normalization, newline });
          const article = { body: { text }, textDigest };
          const measured = measuredText(article)!;
          expect(textDigest.sha256).toBe(createHash('sha256').update(measured, 'utf8').digest('hex'));
          expect(textDigest.codePoints).toBe([...measured].length);
          expect(await verifyTextDigest(article)).toBe('fits');
        },
      ),
      { numRuns: RUNS },
    );
  });
});
