import { createFactLog, type FactLogData } from '../rules/fact-log.js';
import type { Part } from './part.js';
import { createRecordPlaces, type RecordPlacesData } from './record-places.js';

/** A part as plain data, to be posted to another thread. */
export interface CarriedPart extends Omit<Part, 'facts' | 'places'> {
  readonly facts: FactLogData;
  readonly places: RecordPlacesData;
}

/** Makes plain data of a part, and lists the memory that may go along with it. The part is not used any more. */
export function carryPart({ facts, places, ...part }: Part): [CarriedPart, ArrayBuffer[]] {
  const carried = { ...part, facts: facts.data(), places: places.data() };
  const { ids, entries, rows } = carried.facts;
  const { steps, stops } = carried.places;
  const memory = [ids, entries, rows, steps, stops].flatMap(({ pieces }) =>
    pieces.map(({ buffer }) => buffer as ArrayBuffer),
  );
  return [carried, [...new Set(memory)]];
}

/** Takes a part out of its data. */
export function takePart({ facts, places, ...part }: CarriedPart): Part {
  return { ...part, facts: createFactLog(facts), places: createRecordPlaces(places) };
}
