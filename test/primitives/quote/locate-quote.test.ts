import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codePointLength } from '../../../src/primitives/code-points.js';
import { type LocatedQuote, locateQuote } from '../../../src/primitives/quote/locate-quote.js';
import { prepareText } from '../../../src/primitives/quote/prepared-text.js';
import { deepFreeze } from '../../support/deep-freeze.js';

/** What was found, short: the status, and each place as the words around a bracketed quote. */
function show(text: string, located: LocatedQuote): readonly string[] {
  if (located.status === 'missing') return ['missing'];
  const places = located.status === 'ambiguous' ? located.places : [located];
  const status = located.status === 'ambiguous' && located.folded ? 'ambiguous, folded' : located.status;
  return [
    status,
    ...places.map(({ utf16Start, utf16End, start, end, words }) => {
      const before = text.slice(0, utf16Start);
      expect(text.slice(utf16Start, utf16End)).toBe(words);
      expect(start).toBe(codePointLength(before));
      expect(end).toBe(start + codePointLength(words));
      return `${before}[${words}]${text.slice(utf16End)}`;
    }),
  ];
}

describe('locateQuote', () => {
  it('tells the place in code points and in UTF-16 units, and the words as the text writes them', () => {
    expect(locateQuote('🇻🇳 “No date”', '"No date"')).toEqual({
      status: 'folded',
      start: 3,
      end: 12,
      utf16Start: 5,
      utf16End: 14,
      words: '“No date”',
      wholeWords: true,
      decidedBy: 'quote',
      context: 'none',
    });
  });

  it('finds words as they are written before it looks for others', () => {
    const text = '“yes” and "yes" and “yes”';
    expect(show(text, locateQuote(text, '"yes"'))).toEqual(['exact', '“yes” and ["yes"] and “yes”']);
  });

  it.each([
    ['CRLF', 'one\r\n\r\ntwo three', 'two', 'one\r\n\r\n[two] three'],
    ['a quote over a CRLF', 'one\r\ntwo', 'one\ntwo', '[one\r\ntwo]'],
    [
      'a quote over a paragraph',
      'so it ends.\n\n  It begins',
      'ends. It begins',
      'so it [ends.\n\n  It begins]',
    ],
    ['NFD text', 'in Ha\u0300 No\u0323\u0302i now', 'Hà Nội', 'in [Ha\u0300 No\u0323\u0302i] now'],
    ['an NFD quote', 'in Hà Nội now', 'Ha\u0300 No\u0323\u0302i', 'in [Hà Nội] now'],
    ['no-break spaces', '10\u00a0000\u202f€ paid', '10 000 €', '[10\u00a0000\u202f€] paid'],
    ['soft hyphens', 'Wash\u00ading\u00adton said', 'Washington', '[Wash\u00ading\u00adton] said'],
    ['soft hyphens of the quote', 'Washington said', 'Wash\u00adington', '[Washington] said'],
    ['zero-width spaces', 'a\u200bb c', 'ab', '[a\u200bb] c'],
    ['a byte order mark', '\ufeffTwo visits', 'Two', '\ufeff[Two] visits'],
    ['emoji before', '👨\u200d👩\u200d👧👍🏽 “x”', '"x"', '👨\u200d👩\u200d👧👍🏽 [“x”]'],
    ['emoji within', 'go 👍🏽 — now', '👍🏽 - now', 'go [👍🏽 — now]'],
    ['flags before', '🇻🇳🇰🇵🇷🇺 don’t', "don't", '🇻🇳🇰🇵🇷🇺 [don’t]'],
    ['a ligature', 'the of\ufb01cials', 'officials', 'the [of\ufb01cials]'],
    ['an ellipsis', 'wait… now', 'wait... now', '[wait… now]'],
    ['three dots', 'wait... now', 'wait…', '[wait...] now'],
    ['wire dashes', 'late -- he said -- again', '— he said —', 'late [-- he said --] again'],
    ['wire quotation marks', "``in all areas'' it", '“in all areas”', "[``in all areas''] it"],
    ['lone surrogates before', '\ud83d\ud83d “a”', '"a"', '\ud83d\ud83d [“a”]'],
    ['a heart without its selector', 'I ❤️ it', '❤', 'I [❤️] it'],
    ['an edge of white space', 'a \n b', 'a ', '[a ]\n b'],
    ['an edge of other white space', 'a\n\n b', 'a ', '[a\n\n ]b'],
  ])('finds a quote despite %s', (_, text, quote, place) => {
    const [status, found] = show(text, locateQuote(text, quote));
    expect(['exact', 'folded']).toContain(status);
    expect(found).toBe(place);
  });

  it.each([
    ['a negation left out', 'It is not confirmed.', 'It is confirmed.'],
    ['a negation put in', 'It is confirmed.', 'It is not confirmed.'],
    ['a negative contracted', "They can't go.", 'They can go.'],
    ['an apostrophe left out', "They can't go.", 'They cant go.'],
    ['another case', 'the US said', 'the us said'],
    ['another digit', 'June 19', 'June 18'],
    ['a superscript taken for a digit', '10² km', '102 km'],
    ['a sign lost', '−10–−5 °C', '−10–5 °C'],
    ['a sign lost in ASCII', '10--5', '10-5'],
    ['feet for inches', "a 6' wall", 'a 6" wall'],
    ['a mark left out', 'in Hà Nội', 'in Ha Noi'],
    ['part of an encoded letter', 'cafe\u0301 in Rome', 'cafe'],
    ['a letter more in the text', 'the visits', 'visit '],
    ['half a flag', '🇻🇳', '🇻'],
    ['a flag that others make', '🇻🇳🇫🇷', '🇳🇫'],
    ['half an emoji', '👨\u200d👩\u200d👧', '👨'],
    ['parts of an emoji', '👨\u200d👩\u200d👧', '👨👩👧'],
    ['a joiner', '👨\u200d👩', '\u200d'],
    ['the skin tone of an emoji', '👍🏽', '👍'],
    ['another flag of tags', '🏴\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}', '🏴'],
    ['half a surrogate pair', '😀', '\ud83d'],
    ['the other half', '😀', '\ude00'],
    ['half a ligature', 'ﬁnd', 'f'],
    ['part of an ellipsis', 'wait…', 'wait..'],
    ['spaced dots', 'wait . . .', 'wait …'],
    ['a hyphen at a line’s end', 'Wash-\nington', 'Washington'],
    ['more than there is', 'visit', 'visit to'],
    ['nothing', 'visit', ''],
    ['nothing that can be seen', 'visit', '\u00ad\u200b'],
    ['anything in nothing', '', 'visit'],
    ['nothing in nothing', '', ''],
  ])('does not find %s', (_, text, quote) => {
    expect(locateQuote(text, quote)).toEqual({ status: 'missing' });
  });

  it('finds what cannot be seen where it is written', () => {
    const text = 'Wash\u00adington';
    expect(show(text, locateQuote(text, '\u00ad'))).toEqual(['exact', 'Wash[\u00ad]ington']);
  });

  it('finds a lone surrogate where it stands alone', () => {
    const text = '😀\ud83d';
    expect(show(text, locateQuote(text, '\ud83d'))).toEqual(['exact', '😀[\ud83d]']);
  });

  it('lists all places, overlapping ones too', () => {
    expect(show('aaa', locateQuote('aaa', 'aa'))).toEqual(['ambiguous', '[aa]a', 'a[aa]']);
    const text = '‘a’ ‘a’';
    expect(show(text, locateQuote(text, "'a'"))).toEqual(['ambiguous, folded', '[‘a’] ‘a’', '‘a’ [‘a’]']);
  });

  it('says whether a place cuts a word', () => {
    expect(locateQuote('It is impossible.', 'possible')).toMatchObject({
      status: 'exact',
      wholeWords: false,
    });
    expect(locateQuote('It is possible.', 'possible')).toMatchObject({ status: 'exact', wholeWords: true });
    expect(locateQuote('It is possible.', 'It is poss')).toMatchObject({ wholeWords: false });
  });

  it('takes a prepared text in place of the string', () => {
    const text = prepareText('“No date,” he said.');
    expect(locateQuote(text, '"No date,"')).toEqual(locateQuote(text.text, '"No date,"'));
    expect(locateQuote(text, 'she')).toEqual({ status: 'missing' });
  });

  it('takes a copy of a prepared text, and notices a changed one', () => {
    const copy = { ...prepareText('No date.') };
    expect(locateQuote(copy, 'No date').status).toBe('exact');
    copy.text = 'A date.';
    expect(locateQuote(copy, 'No date').status).toBe('missing');
  });

  it('leaves its options alone', () => {
    const options = deepFreeze({ prefix: 'a ', suffix: ' b', start: 2 });
    expect(locateQuote('a x b', 'x', options)).toMatchObject({ status: 'exact', decidedBy: 'context' });
  });
});

describe('the context of a quote', () => {
  const text = '“No,” she said. “No,” he said. "No," said they. No.';

  it.each([
    ['the words before', { prefix: 'she said. “' }, 17],
    ['the words after', { suffix: ',” he' }, 17],
    ['both', { prefix: '"', suffix: '," said' }, 32],
    ['words after in other typography', { suffix: ',"  he' }, 17],
    ['words around in other typography', { prefix: 'said.\u00a0"', suffix: ',"\nhe' }, 17],
    ['words up to the beginning of the text', { prefix: '“', suffix: ',” s' }, 1],
  ])('is told by %s', (_, options, start) => {
    expect(locateQuote(text, 'No', options)).toMatchObject({
      status: 'exact',
      start,
      decidedBy: 'context',
      context: 'fits',
    });
  });

  it('keeps only the places where it fits', () => {
    expect(locateQuote(text, 'No', { prefix: '“' })).toMatchObject({
      status: 'ambiguous',
      context: 'fits',
      places: [{ start: 1 }, { start: 17 }],
    });
  });

  it('prefers context as it is written to context after folding', () => {
    expect(locateQuote(text, 'No', { prefix: '"' })).toMatchObject({ status: 'exact', start: 32 });
  });

  it('that fits beats words as they are written', () => {
    const mixed = "You don't know. I don’t know.";
    expect(locateQuote(mixed, "don't")).toMatchObject({ status: 'exact', start: 4 });
    expect(locateQuote(mixed, "don't", { prefix: 'I ' })).toMatchObject({ status: 'folded', start: 18 });
  });

  it('that fits after folding leaves words as they are written first', () => {
    const mixed = "He’d say: don’t. He’d say: don't.";
    expect(locateQuote(mixed, "don't", { prefix: "He'd say: " })).toMatchObject({
      status: 'exact',
      start: 27,
    });
  });

  it('does not hide a quote that stands there without it', () => {
    expect(locateQuote('It rained.', 'rained', { prefix: 'never ' })).toMatchObject({
      status: 'exact',
      decidedBy: 'quote',
      context: 'differs',
    });
    expect(locateQuote('a x, b x', 'x', { prefix: 'c ' })).toMatchObject({
      status: 'ambiguous',
      context: 'differs',
    });
    expect(locateQuote('It rained.', 'snowed', { prefix: 'It ' })).toEqual({ status: 'missing' });
  });

  it('reaches to the edges of the text and no farther', () => {
    expect(locateQuote('a a', 'a', { prefix: ' ' })).toMatchObject({ start: 2, context: 'fits' });
    expect(locateQuote('a', 'a', { prefix: ' ' })).toMatchObject({ start: 0, context: 'differs' });
    expect(locateQuote('a', 'a', { suffix: 'b' })).toMatchObject({ start: 0, context: 'differs' });
  });

  it('may share a run of white space with the quote', () => {
    const spaced = 'a\u00a0 b, c\u00a0 b';
    expect(show(spaced, locateQuote(spaced, ' b', { prefix: 'c ' }))).toEqual([
      'folded',
      'a\u00a0 b, c[\u00a0 b]',
    ]);
  });

  it('is nothing when it is empty', () => {
    expect(locateQuote('a', 'a', { prefix: '', suffix: '' })).toMatchObject({ context: 'none' });
  });

  it('may begin within a character', () => {
    expect(locateQuote('cafe\u0301 x, x', 'x', { prefix: '\u0301 ' })).toMatchObject({
      start: 6,
      context: 'fits',
    });
  });
});

describe('the position of a quote', () => {
  const text = '🇻🇳 “No,” she said. “No,” he said.';

  it('chooses among equal places', () => {
    expect(locateQuote(text, 'No', { start: 20 })).toMatchObject({
      status: 'exact',
      start: 20,
      decidedBy: 'position',
    });
  });

  it('is a hint: where the quote stands elsewhere, it stands elsewhere', () => {
    expect(locateQuote(text, 'she', { start: 20 })).toMatchObject({ start: 9, decidedBy: 'quote' });
    expect(locateQuote(text, 'they', { start: 20 })).toEqual({ status: 'missing' });
  });

  it('counts for nothing when it is near', () => {
    expect(locateQuote(text, 'No', { start: 19 }).status).toBe('ambiguous');
  });

  it('counts less than context and less than words as they are written', () => {
    expect(locateQuote(text, 'No', { start: 20, suffix: ',” she' })).toMatchObject({ start: 4 });
    expect(locateQuote('"a" “a”', '"a"', { start: 4 })).toMatchObject({ status: 'exact', start: 0 });
  });

  it('is taken from an anchor as it stands', () => {
    const anchor = deepFreeze({ exact: 'No', start: 20, end: 22, articleId: 'article:a' });
    expect(locateQuote(text, anchor.exact, anchor)).toMatchObject({ start: 20 });
  });
});

describe('a hostile text', () => {
  const n = 200_000;
  const text = 'a'.repeat(n);
  const half = 'a'.repeat(n / 2);

  it.each<[string, string, string, Parameters<typeof locateQuote>[2]]>([
    ['repeats a letter', text, half, {}],
    ['repeats a letter and the quote does not', text, `${half}b`, {}],
    ['repeats a letter around a quote with context', text, 'a', { prefix: half, suffix: half.slice(1) }],
    ['repeats a letter around a quote whose context differs', text, half, { prefix: `b${half}` }],
    ['is one run of white space', ' '.repeat(n), `${' '.repeat(n / 2)}\n`, {}],
    ['is one run of dashes', '–'.repeat(n), '-'.repeat(n / 2), {}],
    ['is one run of apostrophes', '’'.repeat(n), "'".repeat(n / 2), {}],
    ['is made of ellipses', '…'.repeat(n / 4), '.'.repeat(n / 4), {}],
    ['is one heap of marks', `e${'\u0301'.repeat(n / 8)}`, 'e', {}],
    ['is made of flags', '🇻🇳'.repeat(n / 16), '🇻🇳'.repeat(n / 32), {}],
    ['is made of what cannot be seen', '\u00ad'.repeat(n), 'a', {}],
  ])(
    'that %s is searched in time',
    (_, hostile, quote, options) => {
      expect(['exact', 'folded', 'ambiguous', 'missing']).toContain(
        locateQuote(hostile, quote, options).status,
      );
    },
    10_000,
  );
});

describe('locateQuote, whatever the text', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.record({ prefix: fc.string(), suffix: fc.string(), start: fc.double() }, { requiredKeys: [] }),
        (text, quote, options) => {
          locateQuote(text, quote, deepFreeze(options));
        },
      ),
    );
  });
});
