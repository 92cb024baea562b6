import fc from 'fast-check';
import type { ArticleId } from '../../src/primitives/id.js';
import type { TextAnchor } from '../../src/primitives/text-anchor.js';

/** What texts are made of that are easily counted or cut wrongly. */
const unit = fc.constantFrom(
  ...['a', 'b', 'A', ' ', ' ', '\n', '\r\n', '\t', '"', '\\', '/', '“', '’', 'é', 'e\u0301', '\u00ad', '🙂'],
  ...['👩‍👩‍👧', '東', 'ы', '1', '\u200d', '\u0600', '\u007f', '\u0001', '🇻🇳', 'It rained. ', 'x'.repeat(70)],
);

/** Texts, short and so long that a glance cuts them out. */
export const quotableText: fc.Arbitrary<string> = fc
  .tuple(fc.array(unit, { minLength: 1, maxLength: 40 }), fc.constantFrom(1, 1, 8, 30))
  .map(([units, times]) => units.join('').repeat(times));

/** An anchor of a text, right or nearly so. */
export function anchorOf(text: string): fc.Arbitrary<TextAnchor> {
  const points = Array.from(text);
  return fc
    .record({
      start: fc.nat(points.length - 1),
      length: fc.integer({ min: 1, max: 12 }),
      before: fc.nat(3),
      after: fc.nat(3),
      shift: fc.constantFrom(0, 0, 0, 0, 0, 0, 1, -1, 1000),
      longer: fc.constantFrom(0, 0, 0, 0, 0, 1),
      wrong: fc.constantFrom('none', 'none', 'none', 'none', 'none', 'exact', 'prefix', 'suffix', 'offsets'),
      of: fc.constantFrom(undefined, undefined, undefined, 'article:a', 'article:b'),
    })
    .map(({ start, length, before, after, shift, longer, wrong, of }) => {
      const end = Math.min(points.length, start + length);
      const words = (from: number, to: number): string => points.slice(Math.max(0, from), to).join('');
      const first = Math.max(0, start + shift);
      return {
        exact: wrong === 'exact' ? `${words(start, end)}x` : words(start, end),
        ...(wrong !== 'offsets' && { start: first, end: first + end - start + longer }),
        ...(before > 1 && { prefix: wrong === 'prefix' ? 'no' : words(start - before, start) }),
        ...(after > 1 && { suffix: wrong === 'suffix' ? 'no' : words(end, end + after) }),
        ...(of !== undefined && { articleId: of as ArticleId }),
      };
    });
}

/** Articles with anchors of their own text, some with the same id, a digest, or no text at all. */
export const anchoredArticles: fc.Arbitrary<readonly object[]> = fc.array(
  fc
    .tuple(
      quotableText,
      fc.constantFrom('article:a', 'article:b', 'article:c'),
      fc.constantFrom('text', 'text', 'text', 'text', 'html', 'digest', 'other digest', 'digest alone'),
    )
    .chain(([text, id, kind]) =>
      fc
        .tuple(fc.array(anchorOf(text), { maxLength: 6 }), fc.array(anchorOf(text), { maxLength: 2 }))
        .map(([mentioned, dated]) => {
          const isMeasured = kind.includes('digest');
          const codePoints = Array.from(text).length + (kind === 'other digest' ? 1 : 0);
          return {
            type: 'article',
            id,
            ...(kind !== 'digest alone' && {
              body: kind === 'html' ? { html: `<p>${'x'.repeat(300)}` } : { text },
            }),
            ...(isMeasured && {
              textDigest: { sha256: '0'.repeat(64), normalization: 'none', newline: 'as-is', codePoints },
            }),
            mentions: mentioned.map((anchor) => ({ kind: 'name', anchor })),
            ...(dated.length > 0 && { publicationDate: { date: '2024', anchors: dated } }),
          };
        }),
    ),
  { minLength: 1, maxLength: 3 },
);
