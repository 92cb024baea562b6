import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PlacePart } from '../../../src/text/document.js';
import { cleanDocument } from '../../../src/text/json/clean-document.js';
import { parseJson } from '../../../src/text/json/parse-json.js';
import { createRandom } from '../../fuzz/random.js';
import { placesOf } from '../../support/mutate-record.js';
import { RUNS } from '../../support/runs.js';
import { writeJson } from '../../support/write-json.js';

const parts: readonly PlacePart[] = ['value', 'key', 'open'];

test('a text of which nothing is wrong has each part where the exact reader finds it', () => {
  let looked = 0;
  fc.assert(
    fc.property(
      fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4, stringUnit: 'grapheme' })),
      fc.nat(),
      fc.nat(20),
      fc.array(fc.string(), { maxLength: 3 }),
      (value, seed, base, other) => {
        const bytes = Buffer.from(`, ${writeJson(value, createRandom(seed))} , "a":[1]`);
        const span = { start: 2, end: bytes.length - 10, base };
        const exact = parseJson(bytes, span);
        if (exact.problems.length > 0) return;
        const clean = cleanDocument(
          bytes,
          { ...span, start: exact.start - base, end: exact.end - base },
          exact.value,
        );
        expect([clean.start, clean.end, clean.problems]).toEqual([exact.start, exact.end, []]);
        for (const path of [...placesOf(exact.value), other, ['a', 0, 'b']]) {
          for (const part of parts) {
            looked++;
            const place = exact.place(path, part);
            expect(clean.place(path, part), `${path.join('/')} ${part}`).toEqual(place);
            if (place)
              expect(clean.textAt(place.start, place.end)).toBe(exact.textAt(place.start, place.end));
          }
          expect(clean.damaged(path)).toBe(exact.damaged(path));
        }
        for (let at = 0; at < bytes.length; at += 3)
          expect(clean.pathAt(at + base)).toEqual(exact.pathAt(at + base));
      },
    ),
    { numRuns: RUNS },
  );
  expect(looked).toBeGreaterThan(RUNS * 5);
});
