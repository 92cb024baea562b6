/** A line of a file of the glance without which it would accept too much, and what stands there instead. */
export interface Plant {
  readonly what: string;
  readonly file: string;
  readonly line: string;
  readonly instead: string;
}

const inFile =
  (file: string) =>
  (what: string, line: string, instead = ''): Plant => ({ what, file, line, instead });

const reader = inFile('record-reader.ts');
const plan = inFile('plan-schema.ts');
const any = inFile('any-value.ts');
const strings = inFile('string-scanner.ts');
const kernel = inFile('text-kernel.ts');
const glance = inFile('glance.ts');
const fitting = inFile('fitting-bytes.ts');

/** Faults, one for each line that refuses something: the fuzz must find every one. */
export const plants: readonly Plant[] = [
  // objects
  reader('a key given twice', 'if (field.seenIn === number) return -1;'),
  reader(
    'a key that begins otherwise',
    'for (let index = 0; index < key.length; index++) if (memory[at',
    'for (let index = 1; index < key.length; index++) if (memory[at',
  ),
  reader(
    'a key that ends otherwise',
    'index < key.length; index++) if (memory[at',
    'index < key.length - 1; index++) if (memory[at',
  ),
  reader('a required field that is missing', 'missing > 0 || '),
  reader('fields that do not go together', '(plan.checks.length > 0 && !holds(plan, object))', 'false'),
  reader('what is no object', 'if (memory[start] !== OPEN_OBJECT) return -1;'),
  reader(
    'no comma between two fields',
    'if (byte === CLOSE_OBJECT) isOver = true;\n      else if (byte !== COMMA) return -1;',
    'if (byte === CLOSE_OBJECT) isOver = true;\n      else if (byte !== COMMA) at--;',
  ),
  reader(
    'a comma behind the last field',
    'if (memory[at] !== QUOTE) return -1;\n      at++;',
    'if (memory[at] === CLOSE_OBJECT) break;\n      if (memory[at] !== QUOTE) return -1;\n      at++;',
  ),
  reader(
    'a key without its quote',
    'if (memory[at] !== QUOTE) return -1;\n      at++;',
    'if (memory[at] === QUOTE) at++;',
  ),
  reader('something else than a colon', 'if (memory[at] !== COLON) return -1;'),
  reader(
    'white space that JSON does not know',
    '(byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09)',
    'true',
  ),
  // lists
  reader('an item given twice', 'if (plan.checks.length > 0 && !holds(plan, items)) return -1;'),
  reader('what is no list', 'if (memory[start] !== OPEN_ARRAY) return -1;'),
  reader(
    'no comma between two items',
    'if (byte === CLOSE_ARRAY) isOver = true;\n      else if (byte !== COMMA) return -1;',
    'if (byte === CLOSE_ARRAY) isOver = true;\n      else if (byte !== COMMA) at--;',
  ),
  reader(
    'a comma behind the last item',
    'at = readValue(item, at);',
    'if (bytes[at] === CLOSE_ARRAY) break;\n      at = readValue(item, at);',
  ),
  // texts
  reader(
    'a text without its first quote',
    'const readText = (plan: Plan, start: number): number => {\n    if (bytes[start] !== QUOTE) return -1;',
    'const readText = (plan: Plan, start: number): number => {',
  ),
  reader('an empty text', ' || end - text < plan.least'),
  reader(
    'a text that is not of its form',
    'if (!holds(plan, value)) return -1;\n      plan',
    'holds(plan, value);\n      plan',
  ),
  reader(
    'a text that was wrong before',
    'if (!holds(plan, value)) return -1;\n      plan.last = value;',
    'plan.last = value;\n      if (!holds(plan, value)) return -1;',
  ),
  plan('an empty text where there was none before', 'last: undefined,', "last: '',"),
  reader('escapes as they are written', 'if (strings.isEscaped) return', 'if (false) return'),
  reader('a text in another encoding', 'return strings.isWide ?', 'return false ?'),
  reader(
    'the text of another record',
    'textStart = -1;\n    textEnd = -1;\n    return readValue',
    'return readValue',
  ),
  // ids
  reader(
    'a character that no id has',
    'while (plan.bytes[memory[at]!] === 1) at++;',
    'while (memory[at]! >= 0x20 && memory[at] !== QUOTE) at++;',
  ),
  plan(
    'an escape in an id',
    'isOf.test(character) && keyOf(character) !== undefined',
    "isOf.test(character) && character !== '\"'",
  ),
  reader(
    'an id without its first quote',
    'const readCode = (plan: Plan, start: number): number => {\n    const memory = bytes;\n    if (memory[start] !== QUOTE) return -1;',
    'const readCode = (plan: Plan, start: number): number => {\n    const memory = bytes;',
  ),
  reader('an id without its last quote', 'memory[at] !== QUOTE || length', 'length'),
  reader('an id that is too short', 'length < plan.least || '),
  reader('an id that is too long', ' || length > plan.most'),
  // words
  reader(
    'a word without its first quote',
    'const readWord = (plan: Plan, start: number): number => {\n    if (bytes[start] !== QUOTE) return -1;',
    'const readWord = (plan: Plan, start: number): number => {',
  ),
  reader('what is nearly true or false', 'if (!stands(word, start)) return -1;'),
  // numbers
  reader('no digits', 'digits === 0 || '),
  reader('a long integer', 'const SAFE_DIGITS = 15;', 'const SAFE_DIGITS = 16;'),
  reader('a zero before other digits', ' || (digits > 1 && memory[first] === ZERO)'),
  reader('no digits behind the point', 'at === fraction || '),
  reader('a fraction of what is whole', 'if (plan.isInteger && !Number.isInteger(value)) return -1;'),
  reader('a number that is too small', 'value < plan.least || '),
  reader('a number that is too large', ' || value > plan.most'),
  // what no schema knows
  reader(
    'what may not stand among extensions',
    'if (plan.checks.length > 0 && !holds(plan, value)) return -1;',
  ),
  any('a key given twice among extensions', 'if (keys[key] === hash) return -1;', ';'),
  any('an escape in a key among extensions', 'if (next === BACKSLASH) return -1;'),
  any(
    'a key that reaches for the prototype',
    'if (bytes[text] === UNDERSCORE && bytes[text + 1] === UNDERSCORE) return -1;',
  ),
  any('more keys than are known', 'if (known === MOST_KEYS) return -1;'),
  any('great depth', 'const DEEPEST = 60;', 'const DEEPEST = 5000;'),
  any('a long integer among extensions', 'const SAFE_DIGITS = 15;', 'const SAFE_DIGITS = 16;'),
  // strings
  strings(
    'a control character near the start of a string',
    'byte === BACKSLASH || !(byte >= 0x20)',
    'byte === BACKSLASH || byte === undefined',
  ),
  strings(
    'an escape far from the start of a string',
    'scanner.isEscaped = found >= ESCAPED;',
    'scanner.isEscaped = false;',
  ),
  kernel(
    'a control character in a long text',
    'if (byte != BACKSLASH) {\n        isSound = false;',
    'if (byte != BACKSLASH) {',
  ),
  kernel(
    'a control character that is none of the special bytes',
    'v128.or(quotes, backslashes(block)), controls)',
    'v128.or(quotes, backslashes(block)), quotes)',
  ),
  kernel(
    'a control character in the last of four blocks',
    'v128.or(special(three), special(four))',
    'special(three)',
  ),
  kernel('the second half of a pair alone', ' || (unit & 0xfc00) == 0xdc00'),
  kernel(
    'the first half of a pair without an escape behind it',
    ' || load<u8>(at, 6) != BACKSLASH || load<u8>(at, 7) != SMALL_U',
  ),
  kernel('the first half of a pair before a lower escape', 'low >= 0xdc00 && '),
  kernel('the first half of a pair before a higher escape', ' && low <= 0xdfff'),
  kernel('an unknown escape', 'return isSimple(kind) ? 2 : 0;', 'return 2;'),
  kernel('a digit that is none', 'letter <= 5', 'letter <= 6'),
  kernel(
    'a wrong string that goes on',
    'return isSound ? place | escaped : WRONG;',
    'return place | escaped;',
  ),
  // files
  glance('bytes that are no UTF-8', 'valid = isUtf8(', 'valid = true || isUtf8('),
  glance('bytes that are no UTF-8 in the last line', '(end <= seen && valid) ||', 'valid ||'),
  glance('what stands behind the record', '(isLine && !isBlank(buffer, stop, limit)) || '),
  glance(
    'what is no white space behind the record',
    'byte !== 0x20 && byte !== 0x09 && byte !== 0x0d',
    'byte! > 0x20',
  ),
  glance('a record that goes on in the next line', 'stop < 0 || stop > limit) {', 'stop < 0) {'),
  glance(
    'a text that begins one byte later',
    'reader.textStart, reader.textEnd);\n        return',
    'reader.textStart + 1, reader.textEnd);\n        return',
  ),
  // anchors
  fitting('a place beyond all memory', 'if (number > end - start) return -1;'),
  fitting('a place one character further', 'place - base;', 'place - base + 1;'),
  fitting('other words behind', ' || behind(suffix, to) < 0'),
  fitting('a quotation that begins inside a word', 'isSoundBoundary(before, exact.codePointAt(0)!, true) &&'),
  fitting(
    'a quotation that ends inside a character',
    'isSoundBoundary(lastPointOf(exact), to < end ? codePoint(to) : -1, false)',
    'true',
  ),
  kernel('bytes counted as characters', 'i8x16.lt_s(block, i8x16.splat(-64))', 'i8x16.splat(0)'),
  kernel('escapes counted as characters', 'firsts &= ~behind;'),
];
