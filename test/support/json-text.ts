import fc from 'fast-check';

const long = 'x'.repeat(600);

/** Pieces that JSON texts are made of and broken by. */
const piece = fc.oneof(
  { weight: 6, arbitrary: fc.json({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', ' ', '1', '-', '.', 'e') },
  fc.constantFrom(
    '\\u0000',
    '\\ud83d\\ude00',
    '\\ud83d',
    '\\"',
    '\\\\',
    '\\x',
    '\u0000',
    '\t',
    '\n',
    'é',
    '😀',
  ),
  fc.constantFrom('"a"', '"b"', '"a":', '"__proto__":', '12345678901234567890', '1e999', '-0', '0.1'),
  fc.constantFrom(long, `"${long}"`, `"${long}\\n"`, `"${long}é"`),
);

/** Objects as JSON text, some with a mistake. */
export const objectText = fc
  .array(fc.tuple(fc.constantFrom('"a"', '"b"', '"body"', '"é"'), piece), { maxLength: 5 })
  .map((pairs) => `{${pairs.map(([key, value]) => `${key}:${value}`).join(',')}}`);

/** Texts that are JSON or nearly so. */
export const brokenJson = fc.oneof(
  fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })).map((value) => JSON.stringify(value)),
  fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(piece, { maxLength: 6 }).map((pieces) => `{"a":[${pieces.join(',')}]}`),
  // one character changed, put in or taken out
  fc
    .tuple(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 3 })),
      fc.nat(),
      fc.constantFrom('', '"', '\\', '{', '}', ',', '\u0000'),
    )
    .map(([value, at, put]) => {
      const json = JSON.stringify(value);
      const place = at % (json.length + 1);
      return json.slice(0, place) + put + json.slice(place + 1);
    }),
);
