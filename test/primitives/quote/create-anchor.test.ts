import { describe, expect, it } from 'vitest';
import { OffsetError } from '../../../src/primitives/offset-error.js';
import { type CreateAnchorOptions, createAnchor } from '../../../src/primitives/quote/create-anchor.js';
import { locateQuote } from '../../../src/primitives/quote/locate-quote.js';
import { prepareText } from '../../../src/primitives/quote/prepared-text.js';
import { isTextAnchor } from '../../../src/primitives/text-anchor.js';
import { deepFreeze } from '../../support/deep-freeze.js';

/** The anchor of what stands between brackets, without its offsets. */
function anchorOf(marked: string, options: CreateAnchorOptions = {}) {
  const [before, exact] = marked.split(/[[\]]/) as [string, string];
  const start = [...before].length;
  const text = marked.replace(/[[\]]/g, '');
  const anchor = createAnchor(text, start, start + [...exact].length, { offsets: false, ...options });
  expect(isTextAnchor(anchor)).toBe(true);
  expect(locateQuote(text, anchor.exact, anchor)).toMatchObject({ status: 'exact', start });
  return anchor;
}

describe('createAnchor', () => {
  it.each([
    ['none where the words stand once', 'Moscow [denied] it.', {}],
    ['a word before', 'Moscow denied it. Kyiv [denied] it.', { prefix: 'Kyiv ' }],
    ['a word after', 'He denied it. He [denied] that.', { suffix: ' that' }],
    ['as many words as it takes', 'He denied it. He [denied] it too.', { suffix: ' it too' }],
    ['words up to the edge of the text', '[No] no No no', { suffix: ' no No' }],
    ['what the edge of the text leaves out', 'no no [no]', { prefix: 'no no ' }],
    ['less where it is told from others in other typography', '“[No] x” “No y”', { suffix: ' x' }],
    ['more where others differ in typography only', 'I “[don\'t]” and I "don’t" too', { suffix: '” and' }],
    ['characters where no spaces separate words', '越南国越南[国]人', { suffix: '人' }],
    ['whole characters', 'x🇻🇳 [x]🇫🇷', { suffix: '🇫🇷' }],
    ['whole encoded letters', 'e\u0301x ex [e]\u0301'.replace('[e]\u0301', '[e\u0301]'), { prefix: 'ex ' }],
    ['words where others are part of a mark', "[a'] b, a'' c", { suffix: ' b' }],
    ['white space as one step', 'a \r\n\r\n [x]\u00a0 b \n x', { suffix: '\u00a0 b' }],
  ])('adds %s', (_, marked, context) => {
    const { exact: __, ...rest } = anchorOf(marked);
    expect(rest).toEqual(context);
  });

  it('gives the offsets too, in code points', () => {
    expect(createAnchor('🇻🇳 visit', 3, 8)).toEqual({ exact: 'visit', start: 3, end: 8 });
  });

  it('gives the offsets alone where the text repeats itself beyond its reach', () => {
    const text = 'ha '.repeat(1000);
    const offsets = { start: 1500, end: 1502 };
    expect(createAnchor(text, 1500, 1502, { offsets: false })).toEqual({ exact: 'ha', ...offsets });
    expect(locateQuote(text, 'ha', offsets)).toMatchObject({ ...offsets, decidedBy: 'position' });
  });

  it('reaches no farther than it is told, in code points', () => {
    const text = 'one 😀😀 x two 😀😀 x';
    expect(createAnchor(text, 7, 8, { maxContext: 4 })).toEqual({
      exact: 'x',
      suffix: ' two',
      start: 7,
      end: 8,
    });
    expect(createAnchor(text, 16, 17, { maxContext: 3 })).toEqual({ exact: 'x', start: 16, end: 17 });
    expect(createAnchor(text, 16, 17, { maxContext: 5 })).toEqual({
      exact: 'x',
      prefix: 'o 😀😀 ',
      start: 16,
      end: 17,
    });
    expect(createAnchor(text, 7, 8, { maxContext: 0 })).toEqual({ exact: 'x', start: 7, end: 8 });
  });

  it('fills up to a word only where one ends within reach', () => {
    const long = 'w'.repeat(40);
    expect(anchorOf(`a${long}1 [x], b, a${long}2 x, b,`).prefix).toBe('1 ');
    expect(anchorOf(`a${long.slice(20)}1 [x], b, a${long.slice(20)}2 x, b,`).prefix).toBe(
      `a${long.slice(20)}1 `,
    );
  });

  it('anchors what cannot be seen, and what begins within a run', () => {
    expect(anchorOf('Wash[\u00ad]ing\u00adton')).toEqual({
      exact: '\u00ad',
      suffix: 'ing',
    });
    expect(anchorOf('a [ ]b')).toEqual({ exact: ' ', suffix: 'b' });
    expect(anchorOf("a'[']b'")).toMatchObject({ exact: "'" });
  });

  it('takes a prepared text', () => {
    const text = prepareText('Moscow denied it. Kyiv denied it.');
    expect(createAnchor(text, 23, 29, deepFreeze({ offsets: true }))).toEqual(
      createAnchor(text.text, 23, 29),
    );
  });

  it.each([
    ['empty', 1, 1],
    ['order', 2, 1],
    ['negative', -1, 1],
    ['not-whole', 0, 0.5],
    ['not-whole', Number.NaN, 1],
    ['beyond-end', 0, 8],
    ['inside-grapheme', 2, 3],
    ['inside-grapheme', 0, 2],
    ['inside-grapheme', 0, 4],
    ['inside-grapheme', 4, 6],
  ])('refuses a span as %s: %d to %d', (code, start, end) => {
    const refused = () => createAnchor('b🇻🇳e\u0301\r\n', start, end);
    expect(refused).toThrow(OffsetError);
    expect(refused).toThrow(expect.objectContaining({ code }));
  });

  it('is done with a hostile text in time', () => {
    const text = prepareText('a'.repeat(100_000));
    expect(createAnchor(text, 50_000, 50_001)).toEqual({ exact: 'a', start: 50_000, end: 50_001 });
    expect(createAnchor(text, 0, 50_000).exact).toHaveLength(50_000);
  }, 10_000);
});
