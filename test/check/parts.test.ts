import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryPart, takePart } from '../../src/check/carry-part.js';
import { startChecker } from '../../src/check/checker.js';
import type { CheckReport } from '../../src/check/diagnostic.js';
import type { CheckOptions } from '../../src/check/options.js';
import { encodeUtf8 } from '../../src/text/utf8.js';
import { yamlReader } from '../../src/text/yaml/yaml.js';
import { RUNS } from '../support/runs.js';

const LF = 0x0a;

const hooks = { yaml: () => yamlReader };

const id = fc.integer({ min: 0, max: 12 });

/** Lines as archives have them, and as they should not. */
const line = fc.oneof(
  { weight: 4, arbitrary: id.map((n) => JSON.stringify({ type: 'article', id: `article:${n}` })) },
  {
    weight: 4,
    arbitrary: fc.tuple(id, id).map(([n, to]) =>
      JSON.stringify({
        type: 'claim',
        id: `claim:${n}`,
        text: 'Es regnete – 雨 🌧.',
        articleId: `article:${to}`,
      }),
    ),
  },
  {
    weight: 2,
    arbitrary: id.map((n) => JSON.stringify({ type: 'article', id: `article:${n}`, headlin: 'Wörter' })),
  },
  fc.constantFrom(
    '',
    '  \r',
    '{"type":"article","id":"article:cut"',
    '{"type":"article","id":"article:cut",',
    '{"type":"article",\n  "id": "article:spread"\n}',
    '[{"type":"article","id":"article:a"},\n{"type":"article","id":"article:b"}]',
    '{"type":"article","id":"article:twice","id":"article:twice"}',
    '[',
    '}',
    'no JSON',
    '{"type":"claim","id":"claim:r","text":"a\rb","articleId":7}',
    '"\ufeff"',
  ),
);

const text = fc
  .tuple(
    fc.constantFrom('', '', '', '\ufeff', '\n\n', '[\n'),
    fc.array(line, { maxLength: 30 }),
    fc.boolean(),
  )
  .map(([before, lines, ends]) => encodeUtf8(`${before}${lines.join('\n')}${ends ? '\n' : ''}`));

/** The offsets at which lines begin, but for the first. */
const lineStarts = (bytes: Uint8Array): number[] =>
  Array.from(bytes).flatMap((byte, at) => (byte === LF && at + 1 < bytes.length ? [at + 1] : []));

function wholly(bytes: Uint8Array, options: CheckOptions): CheckReport {
  const checker = startChecker(options, hooks);
  checker.addFile('a.ndjson', bytes);
  return checker.finish();
}

/** Reads the text in parts; `undefined` where one of them may change how the next is read. */
function inParts(bytes: Uint8Array, cuts: readonly number[], options: CheckOptions): CheckReport | undefined {
  const checker = startChecker(options, hooks);
  const bounds = [0, ...cuts, bytes.length];
  for (let index = 1; index < bounds.length; index++) {
    const start = bounds[index - 1]!;
    const end = bounds[index]!;
    const goesOn = end < bytes.length;
    const open = startChecker(options, hooks).openPart('a.ndjson', { start, goesOn });
    open.write(bytes.subarray(start, end));
    open.end();
    if (goesOn && !open.part.isSettled) return undefined;
    const [carried, memory] = carryPart(open.part);
    checker.addPart(takePart(structuredClone(carried, { transfer: memory })), (from, to) =>
      bytes.subarray(from, to),
    );
  }
  return checker.finish();
}

const cutsOf = (bytes: Uint8Array, picks: readonly number[]): number[] => {
  const starts = lineStarts(bytes);
  return [...new Set(picks.map((pick) => starts[pick % Math.max(1, starts.length)] ?? 0))]
    .filter((at) => at > 0)
    .sort((a, b) => a - b);
};

describe('parts of NDJSON that are read by themselves', () => {
  it('give together what the whole gives, wherever it is cut', () => {
    let together = 0;
    let apart = 0;
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(60), { minLength: 1, maxLength: 6 }),
        fc.constantFrom<CheckOptions>(
          {},
          { refs: 'local' },
          { refs: 'off' },
          { maxFindings: 3 },
          { maxBytes: 60 },
        ),
        (bytes, picks, options) => {
          const cuts = cutsOf(bytes, picks);
          const found = inParts(bytes, cuts, options);
          if (found === undefined) apart++;
          else {
            if (cuts.length > 0) together++;
            expect(found).toEqual(wholly(bytes, options));
          }
        },
      ),
      { numRuns: RUNS },
    );
    // both are met often
    expect(together).toBeGreaterThan(RUNS / 5);
    expect(apart).toBeGreaterThan(RUNS / 20);
  });

  it('are settled where a record that was cut off is followed by another record', () => {
    const bytes = encodeUtf8('{"type":"article","id":"article:a"\n{"type":"article","id":"article:b"}\n');
    const [cut] = lineStarts(bytes);
    expect(inParts(bytes, [cut!], {})).toBeUndefined();
    const more = encodeUtf8(
      `{"type":"article","id":"article:a"\n${'{"type":"article","id":"article:b"}\n'.repeat(2)}`,
    );
    expect(inParts(more, [lineStarts(more)[1]!], {})).toEqual(wholly(more, {}));
  });
});
