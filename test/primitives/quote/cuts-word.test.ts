import { describe, expect, it } from 'vitest';
import { cutsWord } from '../../../src/primitives/quote/cuts-word.js';

describe('cutsWord', () => {
  it.each([
    ['im|possible', true],
    ['she| said', false],
    ['Moscow|’s', false],
    ['“|No', false],
    ['COVID|19', true],
    ['не|возможно', true],
    ['|visit', false],
    ['visit|', false],
    ['cafe\u0301|s', true],
    ['𝒳|𝒴', true],
    ['越南|訪問', false],
    ['在|Hanoi', false],
    ['🇻🇳|a', false],
    ['서울|에서', true],
  ])('%s is %s', (marked, cuts) => {
    expect(cutsWord(marked.replace('|', ''), marked.indexOf('|'))).toBe(cuts);
  });
});
