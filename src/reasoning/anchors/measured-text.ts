import type { Article, TextDigest } from '../../records/article.js';

/** How a text was written down before its offsets were counted and its digest was taken. */
export type TextForm = Pick<TextDigest, 'normalization' | 'newline'>;

const lineEnds = { lf: '\n', crlf: '\r\n', cr: '\r' };

/** Writes a text down in a form: its Unicode normalization and its line ends. */
export function inForm(text: string, { normalization, newline }: TextForm): string {
  const normalized = normalization === 'none' ? text : text.normalize(normalization);
  return newline === 'as-is' ? normalized : normalized.replace(/\r\n|\r|\n/g, lineEnds[newline]);
}

/**
 * Gives the text in which the offsets of an article's anchors are counted: its plain text in the form that `textDigest`
 * declares, where there is one; `undefined` where the article has no plain text. A text kept in another form, with
 * other line ends for instance, has other offsets.
 *
 * @example
 * ```ts
 * import { defineArticle, measuredText } from 'newsdomain';
 *
 * const article = defineArticle({ type: 'article', id: 'article:a', body: { text: 'One.\r\nTwo.' } });
 * measuredText(article); // => 'One.\r\nTwo.'
 * const textDigest = { sha256: '0'.repeat(64), normalization: 'none', newline: 'lf', codePoints: 9 };
 * measuredText({ ...article, textDigest }); // => 'One.\nTwo.'
 * measuredText({ body: { html: '<p>One.</p>' } }); // => undefined
 * ```
 */
export function measuredText({ body, textDigest }: Pick<Article, 'body' | 'textDigest'>): string | undefined {
  return body?.text === undefined || textDigest === undefined ? body?.text : inForm(body.text, textDigest);
}
