import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength } from '../../src/primitives/code-points.js';
import { createAnchor } from '../../src/primitives/quote/create-anchor.js';
import { foldTypography } from '../../src/primitives/quote/fold-text.js';
import {
  type LocatedQuote,
  type LocateQuoteOptions,
  locateQuote,
} from '../../src/primitives/quote/locate-quote.js';
import { prepareText } from '../../src/primitives/quote/prepared-text.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { RUNS } from '../support/runs.js';
import { copy, plainly, set } from '../support/typography.js';
import { anyText, awkwardText } from '../support/unicode-arbitrary.js';

const runs = { numRuns: RUNS };
const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Counts how often the cases of a property were of a kind, so that none of them is rare. */
function tally(kinds: readonly string[]) {
  const counts = new Map(kinds.map((kind) => [kind, 0]));
  let total = 0;
  return {
    count(kind: string) {
      total++;
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
    expectEach(share: number) {
      for (const [kind, count] of counts) expect(count / total, kind).toBeGreaterThanOrEqual(share);
    },
  };
}

const spacesOfText = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+$/;
const dashesOfText = /^[-\u2010-\u2015\u2212\u05be\u2e3a\u2e3b\ufe58\ufe63\uff0d]$/;
const singles = /^['`´ʹʻʼʽ‘’‚‛′‵‹›׳❛❜＇]$/;
const doubles = /^["«»ʺ“”„‟″‶״❝❞〝〞〟＂]$/;

/** Fillers, tags, signs of invisible operations, and what Unicode has not yet given a meaning. */
const kept =
  /[\u115f\u1160\u17b4\u17b5\u2061-\u2065\u3164\uffa0\ufff0-\ufff8\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}]/u;

/** The folding of one grapheme, written apart from the library's: sign by sign. */
function foldOne(grapheme: string): string {
  const pictorial = /\p{Extended_Pictographic}/u.test(grapheme);
  const seen = [...grapheme].filter(
    (char) =>
      kept.test(char) || !/\p{Default_Ignorable_Code_Point}/u.test(char) || (char === '\u200d' && pictorial),
  );
  const word = seen
    .map((char) => {
      const decomposed = char.normalize('NFKD');
      const isShape = (char >= '\ufb00' && char <= '\ufdff') || (char >= '\ufe70' && char <= '\ufefc');
      return isShape && char !== '\ufdfc' && !decomposed.includes(' ') ? decomposed : char;
    })
    .join('')
    .normalize('NFD');
  if (spacesOfText.test(word)) return ' ';
  if (dashesOfText.test(word)) return '-';
  if (singles.test(word)) return "'";
  if (doubles.test(word)) return '"';
  return word === '…' ? '...' : word;
}

interface Unit {
  readonly start: number;
  readonly end: number;
  readonly folded: string;
}

/** The units of folding of a text, by brute force. */
function unitsOf(text: string): readonly Unit[] {
  const graphemes = [...segmenter.segment(text)]
    .map(({ index, segment }) => ({ start: index, end: index + segment.length, folded: foldOne(segment) }))
    .filter(({ folded }) => folded !== '');
  const units: Unit[] = [];
  for (let i = 0; i < graphemes.length; ) {
    const first = graphemes[i]!;
    let past = i + 1;
    if (' -'.includes(first.folded)) {
      while (graphemes[past]?.folded === first.folded) past++;
      const next = graphemes[past]?.folded ?? '';
      if (first.folded === '-' && /^[\p{N}\p{Sc}.,]/u.test(next)) past = i + 1;
      if (units.at(-1)?.folded === '-' && first.folded === '-') past = i + 1;
      units.push({ start: first.start, end: graphemes[past - 1]!.end, folded: first.folded });
    } else if (first.folded === "'" && graphemes[past]?.folded === "'") {
      units.push({ start: first.start, end: graphemes[past++]!.end, folded: '"' });
    } else {
      units.push(first);
    }
    i = past;
  }
  return units;
}

const foldedOf = (units: readonly Unit[]): string => units.map(({ folded }) => folded).join('');

/** Where a quote stands as it is written, by brute force. */
function writtenPlaces(text: string, quote: string): string[] {
  const edges = [...segmenter.segment(text)].map(({ index }) => index).concat(text.length);
  return edges.flatMap((start) =>
    edges.filter((end) => end > start && text.slice(start, end) === quote).map((end) => `${start}-${end}`),
  );
}

/** Where a quote stands after folding, by brute force. */
function foldedPlaces(text: string, quote: string): string[] {
  const units = unitsOf(text);
  const wanted = foldedOf(unitsOf(quote));
  return units.flatMap((first, from) =>
    units.slice(from).flatMap((last, count) => {
      const found = foldedOf(units.slice(from, from + count + 1));
      return found === wanted ? [`${first.start}-${last.end}`] : [];
    }),
  );
}

const placesOf = (located: LocatedQuote): string[] =>
  located.status === 'missing'
    ? []
    : (located.status === 'ambiguous' ? located.places : [located]).map(
        ({ utf16Start, utf16End }) => `${utf16Start}-${utf16End}`,
      );

/** A text and a quote that is often part of it, or nearly. */
const textAndQuote = fc
  .tuple(awkwardText(8), fc.boolean(), fc.nat(), fc.nat(), awkwardText(3), fc.nat({ max: 7 }))
  .map(([once, twice, one, other, odd, kind]): readonly [string, string] => {
    const text = twice ? `${once}. ${once}` : once;
    if (kind === 0) return [text, odd];
    const edges = [...segmenter.segment(text)].map(({ index }) => index).concat(text.length);
    const start = edges[one % edges.length]!;
    const end = edges[Math.min(edges.length - 1, (one % edges.length) + 1 + (other % 3))]!;
    const part = text.slice(start, end);
    if (kind < 3) return [text, part];
    if (kind < 6) return [text, foldTypography(part)];
    return [text, kind === 6 ? part.slice(1) : part + odd.slice(0, 1)];
  });

describe('locateQuote', () => {
  it('finds what brute force finds, and nothing else', () => {
    const kinds = tally(['exact', 'folded', 'ambiguous', 'missing']);
    fc.assert(
      fc.property(textAndQuote, ([text, quote]) => {
        const located = locateQuote(text, quote);
        kinds.count(located.status);
        const written = writtenPlaces(text, quote);
        const found = written.length > 0 ? written : foldedPlaces(text, quote);
        expect(placesOf(located)).toEqual(found);
        const kind = written.length > 0 ? 'exact' : 'folded';
        const status = found.length === 0 ? 'missing' : found.length > 1 ? 'ambiguous' : kind;
        expect(located.status).toBe(status);
        if (located.status === 'ambiguous') expect(located.folded).toBe(kind === 'folded');
        expect(locateQuote(prepareText(text), quote)).toEqual(located);
      }),
      { numRuns: 5 * RUNS },
    );
    kinds.expectEach(0.05);
  });

  it('folds as the units of brute force do', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldTypography(text)).toBe(foldedOf(unitsOf(text)));
      }),
      { numRuns: 3 * RUNS },
    );
  });

  it('finds a quote exactly where it was planted, however the text sets it', () => {
    const kinds = tally(['exact', 'folded']);
    const planted = copy({ minLength: 1, maxLength: 8 }).map((pieces) => ['Ж', ...pieces, 'Щ']);
    const settings = planted
      .chain((pieces) => fc.tuple(set(pieces), set(pieces), fc.nat({ max: 3 })))
      .map(([one, other, same]) => [one, same === 0 ? one : other] as const);
    fc.assert(
      fc.property(anyText, settings, anyText, (before, [quote, inText], after) => {
        const text = `${before}\n${inText}\n${after}`;
        const located = locateQuote(text, quote);
        kinds.count(located.status);
        expect(located).toMatchObject({
          status: quote === inText ? 'exact' : 'folded',
          utf16Start: before.length + 1,
          utf16End: before.length + 1 + inText.length,
          start: codePointLength(before) + 1,
          end: codePointLength(before) + 1 + codePointLength(inText),
          words: inText,
          decidedBy: 'quote',
        });
      }),
      runs,
    );
    kinds.expectEach(0.05);
  });

  it('does not find a planted quote from which a word was taken, or to which one was added', () => {
    const pieces = copy({ minLength: 1, maxLength: 8 });
    const settings = pieces.chain((some) => {
      const quote = ['Ж', ...some, ' ', 'Щ'];
      const negated = ['Ж', ...some, ' ', 'not', ' ', 'Щ'];
      return fc.tuple(set(quote), set(negated));
    });
    fc.assert(
      fc.property(anyText, settings, anyText, (before, [quote, negated], after) => {
        expect(locateQuote(`${before}\n${negated}\n${after}`, quote).status).toBe('missing');
        expect(locateQuote(`${before}\n${quote}\n${after}`, negated).status).toBe('missing');
      }),
      runs,
    );
  });

  it('keeps of all places those whose context fits, and takes the one at the position', () => {
    const kinds = tally(['fits', 'differs', 'position']);
    const part = awkwardText(2);
    fc.assert(
      fc.property(textAndQuote, part, part, fc.nat({ max: 20 }), ([text, quote], prefix, suffix, start) => {
        const all = placesOf(locateQuote(text, quote));
        const options: LocateQuoteOptions = deepFreeze({ prefix, suffix, start });
        const located = locateQuote(text, quote, options);
        if (located.status === 'missing') {
          expect(all).toEqual([]);
          return;
        }
        if (located.context !== 'fits') {
          expect(all).toEqual(expect.arrayContaining(placesOf(located)));
          expect(located.context).toBe(prefix + suffix === '' ? 'none' : 'differs');
        }
        if (located.context !== 'none') kinds.count(located.context);
        for (const place of placesOf(located)) {
          const [from, to] = place.split('-').map(Number) as [number, number];
          const written = text.slice(0, from).endsWith(prefix) && text.slice(to).startsWith(suffix);
          if (written && prefix + suffix !== '') expect(located.context).toBe('fits');
          if (located.context === 'fits' && !written) {
            expect(foldTypography(text)).toContain(foldTypography(prefix + quote + suffix));
          }
        }
        if (located.status !== 'ambiguous' && located.decidedBy === 'position') {
          kinds.count('position');
          expect(located.start).toBe(start);
          expect(locateQuote(text, quote, { prefix, suffix }).status).toBe('ambiguous');
        }
      }),
      { numRuns: 5 * RUNS },
    );
    kinds.expectEach(0.01);
  });
});

describe('createAnchor', () => {
  /** A text that repeats itself now and then, and a span of whole graphemes. */
  const textAndSpan = fc
    .tuple(
      fc.array(fc.oneof(awkwardText(6), fc.constantFrom('said it. ', 'He ', 'She ', 'not ')), {
        maxLength: 8,
      }),
      fc.boolean(),
      fc.nat(),
      fc.nat(),
    )
    .map(([parts, twice, one, other]) => {
      const once = parts.join('') || 'a';
      const text = twice ? once + once : once;
      const edges = [...segmenter.segment(text)].map(({ index }) => index).concat(text.length);
      const first = one % (edges.length - 1);
      const last = Math.min(edges.length - 1, first + 1 + (other % 4));
      const [start, end] = [edges[first]!, edges[last]!].map((at) => codePointLength(text.slice(0, at)));
      return { text, start: start!, end: end! };
    });

  it('makes anchors that locateQuote finds again', () => {
    const kinds = tally(['words', 'context', 'offsets']);
    fc.assert(
      fc.property(
        textAndSpan,
        fc.boolean(),
        fc.constantFrom(undefined, 3, 0),
        ({ text, start, end }, offsets, maxContext) => {
          const anchor = deepFreeze(createAnchor(text, start, end, deepFreeze({ offsets, maxContext })));
          const located = locateQuote(text, anchor.exact, anchor);
          expect(located).toMatchObject({ status: 'exact', start, end, words: anchor.exact });
          const withWordsAlone = locateQuote(text, anchor.exact, {
            prefix: anchor.prefix,
            suffix: anchor.suffix,
          });
          if (!offsets && anchor.start === undefined) {
            expect(withWordsAlone).toMatchObject({ status: 'exact', start, end });
          } else {
            expect([anchor.start, anchor.end]).toEqual([start, end]);
          }
          for (const side of [anchor.prefix, anchor.suffix]) {
            expect(codePointLength(side ?? '')).toBeLessThanOrEqual(maxContext ?? 100);
            expect(side).not.toBe('');
          }
          const hasContext = anchor.prefix !== undefined || anchor.suffix !== undefined;
          kinds.count(hasContext ? 'context' : withWordsAlone.status === 'exact' ? 'words' : 'offsets');
          if (hasContext) {
            const otherwise =
              foldedPlaces(text, anchor.exact).length + writtenPlaces(text, anchor.exact).length;
            expect(otherwise).toBeGreaterThan(1);
          }
        },
      ),
      { numRuns: 3 * RUNS },
    );
    kinds.expectEach(0.05);
  });

  it('makes anchors whose words outlive another setting of the text', () => {
    const kinds = tally(['words', 'context']);
    const copies = copy({ minLength: 1, maxLength: 24 }).chain((pieces) =>
      fc.tuple(fc.constant(pieces), set(pieces), fc.nat(), fc.nat({ max: 2 })),
    );
    fc.assert(
      fc.property(copies, ([pieces, reset, one, more]) => {
        const first = one % pieces.length;
        if (![first, Math.min(pieces.length - 1, first + more)].every((i) => typeof pieces[i] === 'string'))
          return;
        const before = plainly(pieces.slice(0, first));
        const words = plainly(pieces.slice(first, first + 1 + more));
        const start = codePointLength(before);
        const end = start + codePointLength(words);
        const anchor = createAnchor(plainly(pieces), start, end, { offsets: false });
        if (anchor.start !== undefined) return;
        kinds.count(anchor.prefix === undefined && anchor.suffix === undefined ? 'words' : 'context');
        const located = locateQuote(reset, anchor.exact, anchor);
        expect(placesOf(located)).toHaveLength(1);
        if (located.status !== 'exact' && located.status !== 'folded') return;
        expect(foldTypography(located.words)).toBe(foldTypography(words));
        expect(foldTypography(reset.slice(0, located.utf16Start))).toBe(foldTypography(before));
      }),
      { numRuns: 3 * RUNS },
    );
    kinds.expectEach(0.05);
  });
});
