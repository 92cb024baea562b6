import { describe, expect, it } from 'vitest';
import { createChecker } from '../../src/check.js';
import { encodeUtf8 } from '../../src/text/utf8.js';

const files: readonly (readonly [name: string, text: string])[] = [
  [
    'b.ndjson',
    '{"type":"claim","id":"claim:a","text":"x","articleId":"article:a"}\n{"type":"claim","id":"claim:b","text":"x","articleId":"article:x"}\n',
  ],
  ['a.yaml', '- type: article\n  id: article:a\n  headline: é\n- type: claim\n  id: claim:a\n  text: x\n'],
  [
    'c/d.json',
    '{"schemaVersion":"1","records":[{"type":"article","id":"article:a"},{"type":"claim","id":"claim:c","text":"x","articleId":"claim:b"}]}',
  ],
];

const run = (order: readonly number[], refs?: 'all' | 'local') => {
  const checker = createChecker({ refs });
  for (const index of order) checker.addFile(files[index]![0], encodeUtf8(files[index]![1]));
  return checker.finish();
};

describe('a check of several files', () => {
  it('resolves references across them and shows places in each', () => {
    const told = run([0, 1, 2]).diagnostics.map(
      ({ file, line, column, code, pointer, related }) =>
        `${file}:${line}:${column} ${code} ${pointer}${related.map((one) => ` < ${one.file}:${one.line}:${one.column}`).join('')}`,
    );
    expect(told).toEqual([
      'b.ndjson:1:22 reference/duplicate-id /id < a.yaml:5:7',
      'b.ndjson:2:55 reference/dangling /articleId',
      'c/d.json:1:56 reference/duplicate-id /records/0/id < a.yaml:2:7',
      'c/d.json:1:123 reference/wrong-type /records/1/articleId < b.ndjson:2:9',
    ]);
  });

  it('gives the same report whatever the order of the files', () => {
    const first = JSON.stringify(run([0, 1, 2]));
    for (const order of [
      [0, 2, 1],
      [1, 0, 2],
      [1, 2, 0],
      [2, 0, 1],
      [2, 1, 0],
    ]) {
      expect(JSON.stringify(run(order))).toBe(first);
    }
  });

  it('judges each file for itself when references are local', () => {
    expect(run([0, 1, 2], 'local').diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'b.ndjson reference/dangling',
      'b.ndjson reference/dangling',
      'c/d.json reference/dangling',
    ]);
  });

  it('writes file names with slashes', () => {
    const checker = createChecker();
    checker.addFile('a\\b.json', encodeUtf8('[1]'));
    checker.addFault('c\\d.json', 'io/unreadable', 'no');
    expect(checker.finish().diagnostics.map(({ file }) => file)).toEqual(['a/b.json', 'c/d.json']);
  });

  it('keeps no more findings than it can hold, and says so', () => {
    const checker = createChecker({ maxFindings: 3 });
    checker.addFile('a.json', encodeUtf8('[1,2]'));
    checker.addFile('b.json', encodeUtf8('[1,2,3]'));
    const { diagnostics, summary } = checker.finish();
    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'a.json schema/type',
      'a.json schema/type',
      'b.json io/too-many-findings',
      'b.json schema/type',
    ]);
    expect(summary).toMatchObject({ complete: false, records: 5 });
  });

  it.each([1, 2, 3, 7, 20])('keeps the first %i of what is wrong between records, whatever it is', (most) => {
    const records = Array.from({ length: 20 }, (_, index) => ({
      type: 'claim',
      id: `claim:${index % 7 === 6 ? 0 : index}`,
      text: 'It rained.',
      articleId: index % 7 === 6 ? 'article:a' : index % 3 === 0 ? 'claim:0' : `article:${index}`,
    }));
    const text = [{ type: 'article', id: 'article:a' }, ...records]
      .map((one) => JSON.stringify(one))
      .join('\n');
    const found = (maxFindings?: number) => {
      const checker = createChecker({ maxFindings });
      checker.addFile('a.ndjson', encodeUtf8(text));
      return checker.finish().diagnostics;
    };
    const all = found();
    expect(new Set(all.map(({ code }) => code))).toEqual(
      new Set(['reference/dangling', 'reference/duplicate-id', 'reference/wrong-type']),
    );
    const kept = found(most);
    expect(kept.filter(({ code }) => code !== 'io/too-many-findings')).toEqual(all.slice(0, most));
    expect(kept.length).toBe(most < all.length ? most + 1 : all.length);
  });

  it('is not complete when a file could not be read', () => {
    const checker = createChecker();
    checker.addSkipped(3);
    checker.addFault('x', 'io/not-found', 'there is no such file');
    const { summary, diagnostics } = checker.finish();
    expect(summary).toMatchObject({ complete: false, files: 0, skipped: 3, errors: 1 });
    expect(diagnostics[0]).toMatchObject({
      code: 'io/not-found',
      line: null,
      column: null,
      byteOffset: null,
      pointer: null,
    });
  });
});
