import { describe, expect, test } from 'vitest';
import { matchFiles } from '../../src/check-node/match-files.js';

describe('globs from a folder', () => {
  test.each<[string, string, boolean]>([
    ['*.json', '/data/a.json', true],
    ['*.json', '/data/b/a.json', false],
    ['**/*.json', '/data/b/c/a.json', true],
    ['**/*.json', '/data/a.json', true],
    ['b/**', '/data/b/c/a.json', true],
    ['./b/**', '/data/b/c/a.json', true],
    ['b/', '/data/b', true],
    ['b', '/data/b/a.json', false],
    ['{a,b}.json', '/data/b.json', true],
    ['[ab].json', '/data/c.json', false],
    ['?.json', '/data/c.json', true],
    ['**', '/data/.hidden/a.json', true],
    ['**', '/elsewhere/a.json', false],
    ['../other/*.json', '/other/a.json', true],
    ['a b/ü\'*".json', '/data/a b/ü\'x".json', true],
    ['!a.json', '/data/b.json', false],
  ])('%s and %s: %s', (glob, path, is) => {
    expect(matchFiles('/data', [glob])(path)).toBe(is);
  });

  test('with what is in the folders that they match', () => {
    const inside = matchFiles('/data', ['drafts', 'old/*'], { inside: true });
    expect(['/data/drafts', '/data/drafts/a/b.json', '/data/old/x/y.json', '/data/old'].map(inside)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  test('none match nothing', () => {
    expect(matchFiles('/data', [])('/data/a.json')).toBe(false);
  });
});
