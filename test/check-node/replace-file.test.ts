import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { removeUnfinished, replaceFile } from '../../src/check-node/replace-file.js';

let folder = '';
const at = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'newsdomain-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a file that is replaced', () => {
  it('is there, whole, whether it was before or not', async () => {
    await replaceFile(at('a'), ['one ', Buffer.from('two')]);
    expect(readFileSync(at('a'), 'utf8')).toBe('one two');
    await replaceFile(at('a'), ['x']);
    expect(readFileSync(at('a'), 'utf8')).toBe('x');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  test.each([0o644, 0o600, 0o755, 0o666])('keeps its mode: %o', async (mode) => {
    writeFileSync(at('a'), 'before');
    chmodSync(at('a'), mode);
    await replaceFile(at('a'), ['after']);
    expect(statSync(at('a')).mode & 0o777).toBe(mode);
  });

  it('is what a symbolic link leads to, and the link stays', async () => {
    writeFileSync(at('real'), 'before');
    symlinkSync('real', at('link'));
    await replaceFile(at('link'), ['after'], { expected: Buffer.from('before') });
    expect(readlinkSync(at('link'))).toBe('real');
    expect(lstatSync(at('real')).isSymbolicLink()).toBe(false);
    expect(readFileSync(at('real'), 'utf8')).toBe('after');
  });

  it('is a new one to who still reads the old one', async () => {
    writeFileSync(at('a'), 'before');
    const { ino } = statSync(at('a'));
    await replaceFile(at('a'), ['after']);
    expect(statSync(at('a')).ino).not.toBe(ino);
  });
});

describe('a file that is not replaced', () => {
  it('holds something else than was expected', async () => {
    writeFileSync(at('a'), 'of somebody else');
    await expect(replaceFile(at('a'), ['after'], { expected: Buffer.from('before') })).rejects.toMatchObject({
      code: 'changed',
    });
    expect(readFileSync(at('a'), 'utf8')).toBe('of somebody else');
    expect(readdirSync(folder)).toEqual(['a']);
  });

  it('is gone', async () => {
    await expect(replaceFile(at('a'), ['after'], { expected: Buffer.from('before') })).rejects.toMatchObject({
      code: 'ENOENT',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read-only, or has another name', async () => {
    writeFileSync(at('a'), 'before', { mode: 0o444 });
    writeFileSync(at('b'), 'before');
    linkSync(at('b'), at('c'));
    for (const name of ['a', 'b', 'c']) {
      await expect(
        replaceFile(at(name), ['after'], { expected: Buffer.from('before') }),
      ).rejects.toMatchObject({ code: 'not-replaceable' });
      expect(readFileSync(at(name), 'utf8')).toBe('before');
    }
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is given up half way, and nothing stays behind', async () => {
    writeFileSync(at('a'), 'before');
    const pieces = (function* () {
      yield 'half';
      throw new Error('no more');
    })();
    await expect(replaceFile(at('a'), pieces)).rejects.toThrow('no more');
    expect(readdirSync(folder)).toEqual(['a']);
    expect(readFileSync(at('a'), 'utf8')).toBe('before');
  });

  it('is begun when the process ends: what was begun is taken away', async () => {
    let seen: string[] = [];
    const pieces = (function* () {
      yield 'half';
      seen = readdirSync(folder);
      removeUnfinished();
      yield 'rest';
    })();
    await replaceFile(at('a'), pieces).catch(() => undefined);
    expect(seen).toEqual([expect.stringMatching(/^\.a\.[0-9a-f]{12}\.tmp$/)]);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('what is no file', () => {
  it('is written to as it stands', async () => {
    await replaceFile('/dev/null', ['x']);
    expect(statSync('/dev/null').isFile()).toBe(false);
  });

  it('such as a pipe, gets the text', async () => {
    execFileSync('mkfifo', [at('pipe')]);
    const [, text] = await Promise.all([
      replaceFile(at('pipe'), ['through']),
      import('node:fs/promises').then(({ readFile }) => readFile(at('pipe'), 'utf8')),
    ]);
    expect(text).toBe('through');
    expect(statSync(at('pipe')).isFIFO()).toBe(true);
  });
});
