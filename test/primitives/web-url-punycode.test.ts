import { describe, expect, test } from 'vitest';
import { isWebUrl } from '../../src/primitives/web-url.js';

describe('a host with Punycode is judged alike by every version of Node', () => {
  test.each(['https://xn--zca.example/', 'https://XN--zca.example', 'https://a.xn--ls8h.example./'])(
    '%s can be decoded',
    (url) => {
      expect(isWebUrl(url)).toBe(true);
    },
  );

  test.each(['https://xn--a.example/', 'https://xn--/', 'https://a.xn--a-yoc/', 'https://XN--A.org'])(
    '%s can not',
    (url) => {
      expect(isWebUrl(url)).toBe(false);
    },
  );
});
