import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldTypography, isUnitBoundary } from '../../../src/primitives/quote/fold-text.js';
import { RUNS } from '../../support/runs.js';
import { copy, plainly, set } from '../../support/typography.js';
import { anyText } from '../../support/unicode-arbitrary.js';

const runs = { numRuns: RUNS };

describe('foldTypography', () => {
  it.each([
    ['quotation marks', '“a” „b‟ «c» 〝d〞 ＂e＂ ״f״ ❝g❞ 6″', '"a" "b" "c" "d" "e" "f" "g" 6"'],
    ['single marks', '‘a’ ‚b‛ ‹c› `d´ 5′ ＇e＇ ׳f׳ ❛g❜', "'a' 'b' 'c' 'd' 5' 'e' 'f' 'g'"],
    ['apostrophes', 'don’t donʼt Hawaiʻi', "don't don't Hawai'i"],
    ['two single marks as a double one', "``a'' ‘‘b’’ 'c'", '"a" "b" \'c\''],
    ['three single marks', "'''", '"\''],
    ['dashes', 'a-b‐c‑d‒e–f—g―h−i⸺j－k־l', 'a-b-c-d-e-f-g-h-i-j-k-l'],
    ['runs of dashes', 'said -- in — all ——— areas', 'said - in - all - areas'],
    ['an ellipsis', 'wait…', 'wait...'],
    ['white space', 'a \t\r\n\r\n\u00a0\u202f\u2009\u3000\u0085\u2028b', 'a b'],
    ['white space at the edges', '\n a\r\n', ' a '],
    ['soft hyphens', 'Wash\u00ading\u00adton', 'Washington'],
    ['what is invisible', '\ufeffa\u200bb\u200cc\u200dd\u2060e\u200e\u202e\u2066f\ufe0f', 'abcdef'],
    ['invisible marks between spaces', 'a \u200b b', 'a b'],
    ['encoding of letters', 'Hà Nội \u212b가', 'Ha\u0300 No\u0323\u0302i A\u030a\u1100\u1161'],
    ['order of marks', 'a\u0302\u0323', 'a\u0323\u0302'],
    ['ligatures', 'ﬁve oﬃcials ﬂee the ﬅ ﬆ', 'five officials flee the st st'],
    ['shapes of Arabic letters', 'ﻻ ﷲ', 'لا الله'],
    ['presentation of emoji', '❤️ ❤︎', '❤ ❤'],
    ['keycaps', '1️⃣', '1\u20e3'],
  ])('folds %s', (_, text, folded) => {
    expect(foldTypography(text)).toBe(folded);
  });

  it.each([
    ['case', 'Us us US'],
    ['digits', '10² 10₂ ½ ① ٣ ５'],
    ['marks on letters', 'Ha\u0300 No\u0323\u0302i'],
    ['other letters', 'ß ſ ı ʿ ʾ Æ œ ё'.normalize('NFD')],
    ['signs', '№ ™ ° % ‰ € § • · : ; , !'],
    ['joined emoji', '👨\u200d👩\u200d👧 🏳\u200d🌈'],
    ['flags', '🇻🇳 🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}'],
    ['words in one character', '﷼ ﷺ'],
    ['width of letters', 'Ａ ｱ 「」'],
    ['spaced dots', '. . .'],
    ['lone surrogates', '\ud83d \udc00'],
  ])('leaves %s alone', (_, text) => {
    expect(foldTypography(text)).toBe(text);
  });

  it.each([
    ['−10–−5', '−10–5'],
    ['10--5', '10-5'],
    ['1--$5', '1-$5'],
    ['.5--.4', '.5-.4'],
    ["a 6' wall", 'a 6" wall'],
    ["can't", 'cant'],
    ['re-sign', 'resign'],
    ['10 2', '102'],
    ['e', 'é'],
    ['👨👩👧', '👨\u200d👩\u200d👧'],
  ])('keeps %j apart from %j', (one, other) => {
    expect(foldTypography(one)).not.toBe(foldTypography(other));
  });
});

describe('folding, whatever the text', () => {
  it('is done when it is done', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = foldTypography(text);
        expect(foldTypography(folded)).toBe(folded);
      }),
      runs,
    );
  });

  it('does not depend on how the text is encoded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldTypography(text.normalize('NFC'))).toBe(foldTypography(text.normalize('NFD')));
      }),
      runs,
    );
  });

  it('does not depend on how the text is set', () => {
    fc.assert(
      fc.property(
        copy().chain((pieces) => fc.tuple(fc.constant(pieces), set(pieces))),
        ([pieces, text]) => {
          expect(foldTypography(text)).toBe(foldTypography(plainly(pieces)));
        },
      ),
      runs,
    );
  });

  it('has a map that ascends, lies in the text and goes from unit to unit', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folding = foldText(text);
        const { folded, starts, ends } = folding;
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        let end = 0;
        for (let i = 0; i < folded.length; i++) {
          expect(starts[i]).toBeLessThan(ends[i]!);
          if (isUnitBoundary(folding, i)) {
            expect(starts[i]).toBeGreaterThanOrEqual(end);
            end = ends[i]!;
          } else {
            expect([starts[i], ends[i]]).toEqual([starts[i - 1], ends[i - 1]]);
          }
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      runs,
    );
  });

  it('maps every unit to what it was folded from, and passes over nothing that can be seen', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folding = foldText(text);
        const { folded, starts, ends } = folding;
        let seen = 0;
        for (let from = 0; from < folded.length; ) {
          let to = from + 1;
          while (!isUnitBoundary(folding, to)) to++;
          expect(foldTypography(text.slice(seen, starts[from]))).toBe('');
          expect(foldTypography(text.slice(starts[from], ends[from]))).toBe(folded.slice(from, to));
          seen = ends[from]!;
          from = to;
        }
        expect(foldTypography(text.slice(seen))).toBe('');
      }),
      runs,
    );
  });
});
