import { encodeUtf8 } from '../../text/utf8.js';
import type { CatalogueEntry, FileExample } from './entry.js';

const json = (text: string, contents?: FileExample['contents']): FileExample => ({
  file: 'example.json',
  text,
  contents,
});

const yaml = (text: string): FileExample => ({ file: 'example.yaml', text });

const article = '{ "type": "article", "id": "article:a" }';

/** Levels of arrays in an extension of an article. */
const levels = (count: number): string =>
  `{ "type": "article", "id": "article:a", "extensions": { "org.example.deep": ${'['.repeat(count)}${']'.repeat(count)} } }`;

const withExtension = (value: string): string =>
  `{ "type": "article", "id": "article:a", "extensions": { "org.example.desk": ${value} } }`;

/** What can be wrong with a text before anybody asks what it says. */
export const textEntries: readonly CatalogueEntry[] = [
  {
    code: 'syntax/invalid',
    severity: 'error',
    scope: 'text',
    title: 'a text that is no JSON, NDJSON or YAML',
    explanation:
      'The text breaks the rules of its syntax here: a comma too many or too few, a quote or a bracket that is missing, a word that JSON does not have. Where it is plain what was meant, the rest is read on and judged, so that one run shows several mistakes.',
    bad: json('{ "type": "article" "id": "article:a" }'),
    good: json(article),
  },
  {
    code: 'syntax/truncated',
    severity: 'error',
    scope: 'text',
    title: 'a text that stops in the middle',
    explanation:
      'The file ends inside a value. Usually a program was stopped while it wrote, or a copy is not complete. Fetch or write it again; what stands before the end has been read.',
    bad: json('{ "type": "article", "id": "article:a"'),
    good: json(article),
  },
  {
    code: 'syntax/duplicate-key',
    severity: 'error',
    scope: 'text',
    title: 'a key that stands twice in one object',
    explanation:
      'Most parsers keep the later value and say nothing, so that one of the two is lost. The later one is what the schema judges, and the earlier one is the related place. Remove one of them.',
    bad: json('{ "type": "article", "id": "article:a", "language": "en", "language": "vi" }'),
    good: json('{ "type": "article", "id": "article:a", "language": "vi" }'),
  },
  {
    code: 'syntax/encoding',
    severity: 'error',
    scope: 'text',
    title: 'bytes that are no UTF-8',
    explanation:
      'Data files are UTF-8. These bytes are not; mostly the file was written in Latin-1 or Windows-1252. Convert the file, and look at names with accents afterwards.',
    bad: json(
      '{ "type": "article", "id": "article:a", "headline": "Caf\\xE9" } (the byte E9 is é in Latin-1)',
      () => {
        const bytes = encodeUtf8('{ "type": "article", "id": "article:a", "headline": "Caf?" }');
        bytes[bytes.lastIndexOf(0x3f)] = 0xe9;
        return bytes;
      },
    ),
    good: json('{ "type": "article", "id": "article:a", "headline": "Café" }'),
  },
  {
    code: 'syntax/depth',
    severity: 'error',
    scope: 'text',
    title: 'values nested too deep',
    explanation:
      'More than 256 levels of arrays and objects. No record needs them, and programs that read deep data by recursion end in a crash. Flatten the data, or keep it elsewhere and refer to it.',
    bad: json(
      '{ "type": "article", "id": "article:a", "extensions": { "org.example.deep": [[[[ … 300 levels … ]]]] } }',
      () => levels(300),
    ),
    good: json(levels(4)),
  },
  {
    code: 'syntax/unsafe-integer',
    severity: 'error',
    scope: 'text',
    title: 'an integer that loses digits',
    explanation:
      'Beyond 9007199254740991 either way JavaScript and many other readers cannot tell neighbouring integers apart: the last digits change without a word. Write such a number, most often an id, as a string.',
    bad: json(withExtension('12345678901234567890')),
    good: json(withExtension('"12345678901234567890"')),
  },
  {
    code: 'syntax/number',
    severity: 'error',
    scope: 'text',
    title: 'a number that JSON does not hold',
    explanation:
      'The number is too large to be read (it would become infinite), or YAML writes infinity or no number at all. Write it as a string, or leave it out.',
    bad: json(withExtension('1e400')),
    good: json(withExtension('1e40')),
  },
  {
    code: 'syntax/lone-surrogate',
    severity: 'error',
    scope: 'text',
    title: 'half of a character',
    explanation:
      'A character beyond U+FFFF, such as an emoji, is written with two escapes, and only one of them is here. Mostly a text was cut at a fixed length. It cannot be stored or sent as UTF-8.',
    bad: json('{ "type": "article", "id": "article:a", "headline": "Rain \\ud83c" }'),
    good: json('{ "type": "article", "id": "article:a", "headline": "Rain \\ud83c\\udf27" }'),
  },
  {
    code: 'syntax/empty',
    severity: 'error',
    scope: 'text',
    title: 'a file without a value',
    explanation:
      'There is nothing in the file, or nothing but white space and comments. A JSON or YAML file holds one value at least; an empty list is []. An empty NDJSON file is right: it is a stream without records.',
    bad: json('(nothing)', () => ''),
    good: json('[]'),
  },
  {
    code: 'syntax/bom',
    severity: 'warning',
    scope: 'text',
    title: 'a byte order mark',
    explanation:
      'The file begins with the bytes EF BB BF. They say nothing in UTF-8, JSON does not allow them, and programs that join files carry them into the middle. Save the file as UTF-8 without a byte order mark.',
    bad: json(`(EF BB BF) ${article}`, () => `\ufeff${article}`),
    good: json(article),
  },
  {
    code: 'syntax/comment',
    severity: 'error',
    scope: 'text',
    title: 'a comment in JSON',
    explanation:
      'JSON has no comments. Remove it, put it into a note field, or keep the data in YAML, which has comments.',
    bad: json(`// the first of two\n${article}`),
    good: yaml('# the first of two\ntype: article\nid: article:a\n'),
  },
  {
    code: 'syntax/tag',
    severity: 'error',
    scope: 'text',
    title: 'a YAML tag',
    explanation:
      'Tags can make a reader build things out of data, so none but those of plain values (!!str, !!int and the like) is followed. Write the value itself.',
    bad: yaml('type: article\nid: article:a\nheadline: !title Rain\n'),
    good: yaml('type: article\nid: article:a\nheadline: Rain\n'),
  },
  {
    code: 'syntax/alias',
    severity: 'error',
    scope: 'text',
    title: 'a YAML alias that cannot be followed',
    explanation:
      'The alias leads to no anchor, into itself, or to more values than a file may repeat. Write the value out.',
    bad: yaml('type: article\nid: article:a\nheadline: *title\n'),
    good: yaml('type: article\nid: article:a\nheadline: &title Rain\nslugline: *title\n'),
  },
  {
    code: 'syntax/proto-key',
    severity: 'error',
    scope: 'text',
    title: 'a key named `__proto__`',
    explanation:
      'In JavaScript a program that copies this key carelessly changes what all objects are. Nothing here does, but what reads the data next may. Give the key another name.',
    bad: json(withExtension('{ "__proto__": { "admin": true } }')),
    good: json(withExtension('{ "admin": true }')),
  },
];
