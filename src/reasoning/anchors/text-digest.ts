import { codePointLength } from '../../primitives/code-points.js';
import type { Article, TextDigest } from '../../records/article.js';
import { inForm, measuredText, type TextForm } from './measured-text.js';

async function sha256Of(text: string): Promise<string> {
  const subtle = globalThis.crypto?.subtle;
  if (subtle === undefined) {
    throw new Error('SHA-256 needs crypto.subtle, which browsers give to secure pages alone.');
  }
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Makes the digest of a text, so that anchors stay checkable wherever the text itself goes. By default of the text as it
 * stands; in another form the offsets of anchors are counted in that form too, which `measuredText` gives.
 *
 * @throws Error where the platform has no `crypto.subtle`.
 *
 * @example
 * ```ts
 * import { createTextDigest } from 'newsdomain';
 *
 * const digest = await createTextDigest('One.\r\nTwo.', { newline: 'lf' });
 * digest.codePoints; // => 9
 * digest.sha256.slice(0, 8); // => 'd9613c9f'
 * [digest.normalization, digest.newline]; // => ['none', 'lf']
 * ```
 */
export async function createTextDigest(text: string, form: Partial<TextForm> = {}): Promise<TextDigest> {
  const { normalization = 'none', newline = 'as-is' } = form;
  const measured = inForm(text, { normalization, newline });
  return {
    sha256: await sha256Of(measured),
    normalization,
    newline,
    codePoints: codePointLength(measured),
  };
}

/** Whether an article's text is the one its digest was taken of; `unknown` without a digest or a plain text. */
export type DigestMatch = 'fits' | 'differs' | 'unknown';

/**
 * Tells whether the plain text of an article is the one that its `textDigest` was taken of.
 *
 * @throws Error where the platform has no `crypto.subtle`.
 *
 * @example
 * ```ts
 * import { createTextDigest, verifyTextDigest } from 'newsdomain';
 *
 * const textDigest = await createTextDigest('It rained.');
 * await verifyTextDigest({ body: { text: 'It rained.' }, textDigest }); // => 'fits'
 * await verifyTextDigest({ body: { text: 'It snowed.' }, textDigest }); // => 'differs'
 * await verifyTextDigest({ body: { html: '<p>It rained.</p>' }, textDigest }); // => 'unknown'
 * ```
 */
export async function verifyTextDigest(article: Pick<Article, 'body' | 'textDigest'>): Promise<DigestMatch> {
  const text = measuredText(article);
  if (text === undefined || article.textDigest === undefined) return 'unknown';
  if (!hasLength(text, article.textDigest)) return 'differs';
  return (await sha256Of(text)) === article.textDigest.sha256 ? 'fits' : 'differs';
}

/** Whether a text is as long as the one a digest was taken of: what can be told without computing anything. */
export function hasLength(text: string, { codePoints }: Pick<TextDigest, 'codePoints'>): boolean {
  return codePointLength(text) === codePoints;
}
