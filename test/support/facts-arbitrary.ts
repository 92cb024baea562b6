import * as fc from 'fast-check';
import { referenceFieldsOf } from '../../src/dataset/references.js';
import { eachReference, type RecordFacts } from '../../src/rules/facts.js';
import { type RecordType, recordTypes } from '../../src/vocabulary/record-type.js';

const long = 'x'.repeat(100_000);

/** Ids that are easily taken for each other, long, empty, or no good text. */
export const oddIds = [
  '',
  ':',
  'a',
  'b',
  'ab',
  'article:',
  'article:a',
  'source:a',
  'entity:a',
  'event:a',
  'scheduled-event:a',
  'assessment:a',
  'claim:a',
  'claim:ab',
  'claim:aba',
  'entity:Hà Nội',
  'entity:Hà Nội',
  'entity:\0',
  '\0',
  '\0\0',
  '\ud800',
  '\ud801',
  '\udc00',
  '\ud800a\udc00',
  '\ud83d\ude42',
  '\ufffd',
  '__proto__',
  `entity:${'y'.repeat(127)}`,
  `entity:${'y'.repeat(128)}`,
  long,
  `${long}y`,
] as const;

const id = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...oddIds) },
  { weight: 2, arbitrary: fc.nat(300).map((number) => `claim:${number}`) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const parts = fc.oneof(
  fc.constant({}),
  fc
    .dictionary(
      fc.oneof(fc.string(), fc.constantFrom('text', 'anchors', 'relations')),
      fc.jsonValue({ maxDepth: 2 }),
      { maxKeys: 3 },
    )
    .map((value) => JSON.parse(JSON.stringify(value)) as object),
);

/** Facts of which the ids that references name are parts as well, as they are where rules read them. */
function withIds<T extends { parts: object; references?: (number | string)[] }>(
  type: RecordType,
  facts: T,
): T {
  const { references = [] } = facts;
  const parts: Record<string, unknown> = { ...facts.parts };
  eachReference({ record: 0, type, references, parts: {} }, (to, { pattern }) => {
    if (pattern.length === 1) parts[pattern[0]!] ??= to;
  });
  return { ...facts, parts };
}

/** Facts of any record, without its number. */
const oneFacts = fc.constantFrom(...recordTypes).chain((type) => {
  const fields = referenceFieldsOf(type);
  const reference =
    fields.length === 0
      ? fc.constant<(number | string)[]>([])
      : fc
          .constantFrom(...fields)
          .chain(({ number, depth }) =>
            fc
              .tuple(fc.array(fc.nat(300), { minLength: depth, maxLength: depth }), id)
              .map(([indexes, to]) => [number, ...indexes, to]),
          );
  return fc
    .record(
      {
        id,
        references: fc.array(reference, { minLength: 1, maxLength: 4 }).map((all) => all.flat()),
        parts,
        spoiled: fc.array(fc.string(), { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: ['parts'] },
    )
    .chain((facts) => fc.boolean().map((tells) => (tells ? withIds(type, facts) : facts)))
    .map((facts) => ({
      type,
      ...facts,
      references: facts.references?.length === 0 ? undefined : facts.references,
    }));
});

/** Facts of many records, numbered through. */
export const factsArbitrary: fc.Arbitrary<readonly RecordFacts[]> = fc
  .array(oneFacts, { maxLength: 200, size: 'max' })
  .map(
    (all) =>
      all.map(({ references, ...facts }, record) => ({
        record,
        ...facts,
        ...(references && { references }),
      })) as unknown as readonly RecordFacts[],
  );
