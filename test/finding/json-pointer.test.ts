import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toJsonPointer } from '../../src/finding/json-pointer.js';
import { RUNS } from '../support/runs.js';

// the examples of RFC 6901, section 5
test.each([
  [[], ''],
  [['foo'], '/foo'],
  [['foo', 0], '/foo/0'],
  [[''], '/'],
  [['a/b'], '/a~1b'],
  [['c%d'], '/c%d'],
  [['e^f'], '/e^f'],
  [['g|h'], '/g|h'],
  [['i\\j'], '/i\\j'],
  [['k"l'], '/k"l'],
  [[' '], '/ '],
  [['m~n'], '/m~0n'],
  [['~1'], '/~01'],
])('%j is %s', (path, pointer) => {
  expect(toJsonPointer(path)).toBe(pointer);
});

test('a pointer says which path it was', () => {
  const key = fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a', '') });
  fc.assert(
    fc.property(fc.array(key), (path) => {
      const pointer = toJsonPointer(path);
      const read = pointer
        .split('/')
        .slice(1)
        .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
      expect(read).toEqual(path);
    }),
    { numRuns: RUNS },
  );
});
