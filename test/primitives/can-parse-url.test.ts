import { expect, test } from 'vitest';
import { canParseUrl } from '../../src/primitives/can-parse-url.js';
import { isWebUrl } from '../../src/primitives/web-url.js';

test('what is a URL stays one, however often it is asked', () => {
  // Node 20's URL.canParse changes its mind after some thousand calls
  const latin1 = 'https://ex\u00e4mple.org/';
  let refused = 0;
  for (let call = 0; call < 30_000; call++) {
    if (!canParseUrl(latin1)) refused++;
    if (!isWebUrl(latin1)) refused++;
  }
  expect(refused).toBe(0);
  expect(canParseUrl('https://[::1::]/')).toBe(false);
});
