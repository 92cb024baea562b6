import type { Random } from './random.js';

/** A change of a JSON text that no value can tell of; `undefined` where there is nothing to change. */
type ByteChange = (bytes: Buffer, random: Random) => Buffer | undefined;

const put = (bytes: Buffer, at: number, remove: number, insert: Buffer | string): Buffer =>
  Buffer.concat([bytes.subarray(0, at), Buffer.from(insert as string), bytes.subarray(at + remove)]);

/** A place of a byte, from anywhere on and around. */
function placeOf(bytes: Buffer, byte: number | string, random: Random): number {
  const from = random.below(bytes.length);
  const behind = bytes.indexOf(byte, from);
  return behind >= 0 ? behind : bytes.indexOf(byte);
}

const atPlace =
  (byte: string, pieces: readonly (string | Buffer)[], remove = 0, shift = 1): ByteChange =>
  (bytes, random) => {
    const at = placeOf(bytes, byte, random);
    return at < 0 ? undefined : put(bytes, at + shift, remove, random.one(pieces));
  };

const raw = (...bytes: number[]): Buffer => Buffer.from(bytes);

/** Where a string of a value or a key may be written otherwise. */
const inString: ByteChange = (bytes, random) => {
  const at = placeOf(bytes, '"', random);
  const end = bytes.indexOf('"', at + 1);
  if (at < 0 || end < 0) return undefined;
  const inside = random.one([at + 1 + random.below(end - at), at + 1, Math.max(at + 1, end - 1), end]);
  return put(bytes, inside, 0, random.one(insideStrings));
};

/** The longest string, which may be one that is cut out: something at its start, at its end, or near them. */
const inLongest: ByteChange = (bytes, random) => {
  let [from, to] = [0, 0];
  for (let at = bytes.indexOf('"'); at >= 0; ) {
    let end = bytes.indexOf('"', at + 1);
    while (end > 0 && bytes[end - 1] === 0x5c) end = bytes.indexOf('"', end + 1);
    if (end < 0) break;
    if (end - at > to - from) [from, to] = [at + 1, end];
    at = bytes.indexOf('"', end + 1);
  }
  if (from === 0) return undefined;
  const near = Math.min(to - from, random.below(6));
  return put(bytes, random.below(2) === 0 ? from + near : to - near, 0, random.one(insideStrings));
};

const insideStrings: readonly (string | Buffer)[] = [
  ...[
    '\\n',
    '\\"',
    '\\\\',
    '\\/',
    '\\u00e9',
    '\\u00E9',
    '\\ud83d\\ude00',
    '\\uD83D\\uDE00',
    '\\u0000',
    '\\u2028',
  ],
  ...[
    '\\ud83d',
    '\\ude00',
    '\\ude00\\ud83d',
    '\\ud83d\\n',
    '\\ud83dx\\ude00',
    '\\ud83d\\u0041',
    '\\ud83d\\ue000',
    '\\ud83dzzde00',
    '\\n\t',
    '\\n\u0001',
    '\\udbff\\udfff',
  ],
  ...['\\x41', '\\u12', '\\u12g4', '\\', '\\\\\\', '\\U0041', "\\'", '\\u{41}', '\\8', '\\N'],
  ...[
    '\t',
    '\r',
    '\b',
    '\u0000',
    '\u001f',
    '\u007f',
    '\u0085',
    '\u2028',
    '"',
    "'",
    '/',
    '<',
    'é',
    '🙂',
    '\ufeff',
  ],
  ...[
    raw(0xff),
    raw(0x80),
    raw(0xc0, 0x80),
    raw(0xed, 0xa0, 0x80),
    raw(0xed, 0xb0, 0x80),
    raw(0xf4, 0x90, 0x80, 0x80),
  ],
  ...[
    raw(0xe2, 0x82),
    raw(0xf0, 0x9f, 0x98),
    raw(0xc3),
    raw(0xf8, 0x88, 0x80, 0x80, 0x80),
    raw(0xe0, 0x80, 0xaf),
  ],
];

/** A number, which most digits in strings are not. */
const written = /[:[,]\s*-?\d+(?:\.\d+)?(?=\s*[,\]}])/;

/** A number written otherwise. */
const number: ByteChange = (bytes, random) => {
  const text = bytes.toString('latin1');
  const from = random.below(text.length);
  const found = written.exec(text.slice(from)) ?? written.exec(text);
  if (found === null) return atPlace(':', [' 1e400,"x":', ' 9007199254740993,"x":'])(bytes, random);
  const at = text.indexOf(found[0], text.slice(from).includes(found[0]) ? from : 0);
  return put(bytes, at + 1, found[0].length - 1, random.one(numbers));
};

const numbers = [
  ...['9007199254740993', '9007199254740992', '-9007199254740993', '123456789012345', '1234567890123456'],
  ...[
    '12345678901234567890',
    '1e400',
    '-1e400',
    '1e2',
    '1E0',
    '0.1e1',
    '-0',
    '0.0',
    '1.0',
    '1.',
    '.5',
    '+1',
    '01',
    '07',
    '-',
    '',
  ],
  ...['1e', 'NaN', 'Infinity', '0x10', '1_000', '1n', '9.0', '5e-324', '1e-400', '0.1234567890123456789'],
  ...['9007199254740993.0', '90071992547409930e-1', '--1', '1-1', '٣'],
];

/** A word otherwise, or nearly that word. */
const word: ByteChange = (bytes, random) => {
  const words = [...bytes.toString('latin1').matchAll(/\b(?:true|false)\b/g)];
  if (words.length === 0) return undefined;
  const { 0: found, index } = random.one(words);
  return put(
    bytes,
    index,
    found.length,
    random.one(['true', 'false', 'True', 'trux', 'falze', 'fals', 'null']),
  );
};

/** A key of an object once more, as it is, written with an escape, or a little otherwise. */
const keyAgain: ByteChange = (bytes, random) => {
  const text = bytes.toString('latin1');
  const keys = [...text.matchAll(/[{,]\s*("[^"\\]*")\s*:/g)];
  if (keys.length === 0) return undefined;
  const first = random.one(keys);
  const { index } = first;
  const [, key] = random.below(2) === 0 ? first : random.one(keys);
  const open = random.below(2) === 0 ? text.lastIndexOf('{', index) : index;
  const written = random.one([
    key!,
    key!,
    key!,
    key!.replace(/[a-z]/, (letter) => `\\u00${letter.charCodeAt(0).toString(16)}`),
    key!.toUpperCase(),
    key!.replace('"', '" '),
  ]);
  return put(bytes, open + 1, 0, `${written}:${random.one(['1', 'null', '"x"', '{}', '["a"]'])},`);
};

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

const byteChanges: readonly ByteChange[] = [
  inString,
  inString,
  inLongest,
  inLongest,
  number,
  number,
  number,
  number,
  number,
  word,
  keyAgain,
  keyAgain,
  // whitespace, and what is none
  atPlace(',', [' ', '\t', '\r', '\n', ' \t ', '\v', '\f', '\u00a0', '\ufeff', '/**/', '//', '#']),
  atPlace(':', [' ', '\t', '\r', '\u2028', '\b']),
  atPlace('{', [
    ',',
    ' ',
    '"__proto__":1,',
    '"__proto__":{"a":1},',
    '"constructor":1,',
    '"toString":"x",',
    '"":1,',
    '"zzUnknown":1,',
    '"zzUnknown":{},',
    '"zzUnknown":{"a":1},',
  ]),
  atPlace('[', [',', ' ', 'null,', '1,']),
  atPlace('}', [',', '}', ']', ' ', 'x', '{}', 'null', '\r', '\u0000'], 0, 1),
  atPlace('}', [',', ',,', ']'], 0, 0),
  atPlace(']', [',', ' ,'], 0, 0),
  atPlace(',', ['', ',,', ';', ':'], 1, 0),
  atPlace(':', ['', '=', '::', ','], 1, 0),
  atPlace('"', ["'", '', ' ', '“', '\\"'], 1, 0),
  // another bracket, or none
  atPlace('[', ['{', '(', '"', ' ', ''], 1, 0),
  atPlace('[', ['{', '<', '', 'x'], 1, 0),
  atPlace('{', ['[', '(', '"', ' ', ''], 1, 0),
  // depth
  (bytes, random) => {
    const depth = random.one([253, 254, 255, 256, 257, 2, 30, 56, 57, 58, 59, 60, 61, 62, 64, 100, 2000]);
    return atPlace(':', [`${nested(depth)},"x":`, `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)},"x":`])(
      bytes,
      random,
    );
  },
  // many keys
  (bytes, random) => {
    const keys = Array.from({ length: random.one([10, 200, 300]) }, (_, index) => `"k${index}":1`);
    // one of them may be there twice
    if (random.below(2) === 0) keys.push(keys.at(-1)!);
    return put(bytes, 1, 0, `"extensions":{"org.example":{${keys.join(',')}}},`);
  },
  // words
  atPlace(':', ['true,"x":', 'True,"x":', 'nul,"x":', 'undefined,"x":', 'falsee,"x":']),
  // any byte
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  (bytes, random) => {
    const copy = Buffer.from(bytes);
    const at = random.below(copy.length);
    copy[at] = copy[at]! ^ (1 << random.below(8));
    return copy;
  },
  (bytes, random) => put(bytes, random.below(bytes.length), 1 + random.below(4), ''),
  (bytes, random) => put(bytes, random.below(bytes.length), 0, raw(random.below(256))),
  (bytes, random) => {
    const from = random.below(bytes.length);
    const piece = bytes.subarray(from, from + 1 + random.below(20));
    return put(bytes, random.below(bytes.length), 0, piece);
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length)),
  (bytes) => put(bytes, 0, 0, raw(0xef, 0xbb, 0xbf)),
  (bytes, random) =>
    put(bytes, bytes.length, 0, random.one([' ', '\t', '\r', ',', '{}', 'x', '\u0000', '\ufeff', '//'])),
];

/** Changes how a record is written, mostly to what is no JSON any more or is read as something else. */
export function changeBytes(bytes: Buffer, random: Random): Buffer {
  return random.one(byteChanges)(bytes, random) ?? bytes;
}
