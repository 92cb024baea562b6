import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recordSchemas } from '../../src/records/news-record.js';
import { fieldsOf, literalsOf } from '../../src/schema/walk.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import * as vocabulary from '../../src/vocabulary.js';

const exported = Object.entries(vocabulary) as [string, unknown][];
const vocabularies = exported.filter((entry): entry is [string, readonly string[]] =>
  Array.isArray(entry[1]),
);
const meanings = new Map(exported.filter(([, value]) => !Array.isArray(value))) as Map<
  string,
  Record<string, string>
>;

/** `claimKinds` has its meanings in `claimKindMeanings`; what has no plural keeps its name. */
const meaningsName = (name: string): string => {
  const one = [name.replace(/ies$/, 'y'), name.replace(/(Status)es$/, '$1'), name.replace(/s$/, ''), name];
  return (
    one.map((singular) => `${singular}Meanings`).find((candidate) => meanings.has(candidate)) ??
    `${name}Meanings`
  );
};

describe.each(vocabularies)('the vocabulary %s', (name, words) => {
  const told = meanings.get(meaningsName(name));

  test('has one meaning for each word, in the same order, and no other', () => {
    expect(told, `${meaningsName(name)} is not exported`).toBeDefined();
    expect(Object.keys(told!)).toEqual(words);
  });

  test('says each meaning in one line that is a sentence, and no two alike', () => {
    for (const [word, meaning] of Object.entries(told!)) {
      expect(meaning, word).toMatch(/^[A-Z0-9][^\n]{1,98}\.$/);
    }
    expect(new Set(Object.values(told!)).size).toBe(words.length);
  });

  test('names nothing twice, in the spelling of codes', () => {
    expect(new Set(words).size).toBe(words.length);
    for (const word of words) expect(word).toMatch(/^[A-Za-z]+(?:-[a-z]+)*$/);
  });
});

test('every meaning belongs to a vocabulary', () => {
  expect([...meanings.keys()].sort()).toEqual(vocabularies.map(([name]) => meaningsName(name)).sort());
});

test('every file of a vocabulary says which source each list is from', () => {
  for (const file of readdirSync('src/vocabulary')) {
    const code = readFileSync(`src/vocabulary/${file}`, 'utf8');
    const lists = code.match(/export const \w+ = \[/g) ?? [];
    const sources = code.match(/\n \* Source: [^\n]+\.\n \*\/\nexport const \w+ = \[/g) ?? [];
    expect(lists.length, file).toBeGreaterThan(0);
    expect(sources.length, file).toBe(lists.length);
    for (const list of lists) {
      expect(
        vocabularies.map(([name]) => name),
        file,
      ).toContain(/const (\w+)/.exec(list)?.[1]);
    }
  }
});

test('every closed list of words in a record is one of the vocabularies, or a part of one that tells kinds apart', () => {
  const whole = new Set(vocabularies.map(([, words]) => JSON.stringify(words)));
  const telling = new Set(['type', 'kind', 'status']);
  for (const type of recordTypes) {
    for (const { pattern, schema } of fieldsOf(recordSchemas[type])) {
      const words = literalsOf(schema);
      if (words.length === 0 || whole.has(JSON.stringify(words))) continue;
      expect(pattern.length === 1 && telling.has(pattern[0]!), `${type} /${pattern.join('/')}`).toBe(true);
      expect(vocabularies.some(([, known]) => words.every((word) => known.includes(word as string)))).toBe(
        true,
      );
    }
  }
});

test('every vocabulary is used in a record', () => {
  const used = recordTypes.flatMap((type) =>
    fieldsOf(recordSchemas[type]).map(({ schema }) => JSON.stringify(literalsOf(schema))),
  );
  const discriminating = new Set(['recordTypes', 'entityKinds', 'eventStatuses']);
  for (const [name, words] of vocabularies) {
    if (!discriminating.has(name)) expect(used, name).toContain(JSON.stringify(words));
  }
});
