import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRecordPlaces, type RecordPlace, type RecordPlaces } from '../../src/check/record-places.js';
import { oneIn } from '../support/runs.js';

const path = fc.oneof(
  fc.constant([]),
  fc.nat(1000).map((index) => [index]),
  fc.nat(1000).map((index) => ['records', index]),
);

/** Any place, in any order. */
const anywhere = fc
  .record({
    start: fc.oneof(fc.nat(1000), fc.nat(2 ** 45)),
    length: fc.oneof(fc.nat(10), fc.nat(2 ** 33)),
    line: fc.integer({ min: 1, max: 2 ** 33 }),
    column: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2 ** 33 })),
    document: fc.nat(2 ** 33),
    path,
  })
  .map(
    ({ start, length, line, column, document, path }): RecordPlace => ({
      start,
      end: start + length,
      from: { byteOffset: start, line, column },
      document,
      path,
    }),
  );

/** The places of lines of these lengths, as NDJSON has them; a blank line before some. */
const lines = fc.array(fc.tuple(fc.integer({ min: 2, max: 20_000 }), fc.boolean()), { maxLength: 300 });

function placesOfLines(all: readonly (readonly [length: number, isBlankBefore: boolean])[]): RecordPlace[] {
  let start = 0;
  let line = 1;
  return all.map(([length, isBlankBefore], document) => {
    if (isBlankBefore) {
      start++;
      line++;
    }
    const from = { byteOffset: start, line, column: 1 };
    const place = { start, end: start + length, from, document, path: [] };
    start += length + 1;
    line++;
    return place;
  });
}

const placesArbitrary = fc.oneof(fc.array(anywhere, { maxLength: 200 }), lines.map(placesOfLines));

function listOf(places: readonly RecordPlace[]): RecordPlaces {
  const list = createRecordPlaces();
  for (const place of places) list.add(place);
  return list;
}

const all = (list: RecordPlaces): readonly RecordPlace[] =>
  Array.from({ length: list.count() }, (_, record) => list.at(record));

/** The list after its way to another thread. */
function sent(list: RecordPlaces): RecordPlaces {
  const data = list.data();
  const pieces = [...data.steps.pieces, ...data.stops.pieces];
  const transfer = [...new Set(pieces.map(({ buffer }) => buffer as ArrayBuffer))];
  return createRecordPlaces(structuredClone(data, { transfer }));
}

describe('the places of records', () => {
  it('are those that were put in, wherever they are', () => {
    fc.assert(
      fc.property(placesArbitrary, (places) => {
        const list = listOf(places);
        expect(all(list)).toEqual(places);
        expect(all(sent(list))).toEqual(places);
      }),
      { numRuns: oneIn(2) },
    );
  });

  it('are forgotten from a number on, and others take their place', () => {
    fc.assert(
      fc.property(placesArbitrary, placesArbitrary, fc.nat(), fc.boolean(), (places, more, at, travels) => {
        const count = at % (places.length + 1);
        const first = listOf(places);
        const list = travels ? sent(first) : first;
        list.cut(count);
        expect(all(list)).toEqual(places.slice(0, count));
        for (const place of more) list.add(place);
        expect(all(list)).toEqual([...places.slice(0, count), ...more]);
      }),
      { numRuns: oneIn(2) },
    );
  });

  it('are found among a million as among few', () => {
    const places = placesOfLines(
      Array.from({ length: 1_000_000 }, (_, index) => [90 + (index % 7000), false]),
    );
    const list = listOf(places);
    const other = sent(listOf(places));
    for (let record = 0; record < places.length; record += 997) {
      expect(list.at(record)).toEqual(places[record]);
      expect(other.at(record)).toEqual(places[record]);
    }
    const last = other.at(999_999);
    for (let index = 0; index < 1000; index++) other.add(places[index]!);
    expect([other.at(999_999), other.at(1_000_999)]).toEqual([last, places[999]]);
    list.cut(900_001);
    expect(list.at(900_000)).toEqual(places[900_000]);
    list.add(places[900_001]!);
    expect(list.at(900_001)).toEqual(places[900_001]);
  });

  it('of lines take three bytes each, and of the records of a list a few more', () => {
    const bytesFor = (places: readonly RecordPlace[]): number => {
      const { steps, stops } = listOf(places).data();
      return (steps.end + stops.end) / places.length;
    };
    const records = placesOfLines(Array.from({ length: 10_000 }, (_, index) => [90 + (index % 7000), false]));
    expect(bytesFor(records)).toBeLessThan(3);
    const listed = records.map((place, index) => ({ ...place, document: 0, path: ['records', index] }));
    expect(bytesFor(listed)).toBeLessThan(3);
    const onOneLine = listed.map((place) => ({
      ...place,
      from: { ...place.from, line: 1, column: place.start + 1 },
    }));
    expect(bytesFor(onOneLine)).toBeLessThan(9);
  });
});
