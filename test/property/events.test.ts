import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../src/dataset/dataset.js';
import type { ClaimId, SourceId } from '../../src/primitives/id.js';
import {
  TransitionError,
  type TransitionOptions,
  transitionEvent,
} from '../../src/reasoning/events/transition-event.js';
import { canTransition } from '../../src/reasoning/events/transitions.js';
import { type UpcomingEventsOptions, upcomingEvents } from '../../src/reasoning/events/upcoming-events.js';
import {
  defineScheduledEvent,
  isScheduledEvent,
  type ScheduledEvent,
  type ScheduledEventInput,
  type ScheduledTime,
} from '../../src/records/scheduled-event.js';
import { certainties } from '../../src/vocabulary/claim.js';
import { dateStatuses, eventPhases, eventRelationTypes } from '../../src/vocabulary/scheduled-event.js';
import { deepFreeze } from '../support/deep-freeze.js';
import { RUNS } from '../support/runs.js';

const runs = { numRuns: RUNS };

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });

const day = fc.integer({ min: 1, max: 30 }).map((date) => `2024-06-${String(date).padStart(2, '0')}`);
const date = fc.oneof(
  day,
  day.map((text) => `${text}~`),
  day.map((text) => `${text}?`),
  day.map((text) => `${text}T10:00:00+07:00`),
  fc.tuple(day, day).map(([a, b]) => `[${[a, b].sort().join(',')}]`),
  fc.constantFrom('2024-06', '2024', '2024-07'),
);
const start = fc.record({ date: maybe(date), status: maybe(fc.constantFrom(...dateStatuses)) });

describe('transitionEvent', () => {
  const step = fc.record({
    to: fc.constantFrom(...eventPhases),
    schedule: maybe(fc.record({ start })),
    confirmed: fc.boolean(),
    claimIds: maybe(fc.constant(['claim:a' as ClaimId])),
    correction: fc.boolean(),
    at: day,
  });
  const first = fc.record({
    phase: fc.constantFrom(...eventPhases),
    confirmed: fc.boolean(),
    start: maybe(start),
  });
  const confirmation = { by: ['source:host' as SourceId] };

  it('gives a valid event, unconfirmed unless somebody confirms it, and keeps all that it was', () => {
    fc.assert(
      fc.property(
        first,
        fc.array(step, { minLength: 1, maxLength: 8 }),
        ({ phase, confirmed, start }, steps) => {
          let event: ScheduledEvent = defineScheduledEvent({
            type: 'scheduled-event',
            id: 'event:a',
            name: 'A visit',
            phase,
            ...(start === undefined ? {} : { start }),
            ...(confirmed
              ? { status: 'confirmed', confirmation: { by: ['source:a'] } }
              : { status: 'unconfirmed' }),
          } as ScheduledEventInput);
          for (const { to, confirmed, schedule, ...rest } of steps) {
            const options = {
              ...rest,
              ...(schedule === undefined ? {} : { schedule: schedule as { start: ScheduledTime } }),
              ...(confirmed ? { confirmation } : {}),
            } satisfies TransitionOptions;
            let next: ScheduledEvent;
            try {
              next = transitionEvent(deepFreeze(event), to, deepFreeze(options));
            } catch (error) {
              expect(error).toBeInstanceOf(TransitionError);
              continue;
            }
            const final = event.phase === 'occurred' || event.phase === 'not-held';
            expect(final ? rest.correction : canTransition(event.phase, to)).toBe(true);
            expect(isScheduledEvent(next)).toBe(true);
            expect(next.phase).toBe(to);
            expect(next.status).toBe(confirmed ? 'confirmed' : 'unconfirmed');
            expect(next.confirmation).toEqual(confirmed ? confirmation : undefined);
            expect(next.history?.slice(0, -1)).toEqual(event.history ?? []);
            expect(next.history?.at(-1)).toMatchObject({ phase: event.phase, status: event.status });
            expect(next.history?.at(-1)?.start).toEqual(event.start);
            event = next;
          }
        },
      ),
      runs,
    );
  });
});

describe('upcomingEvents', () => {
  const ids = Array.from({ length: 6 }, (_, index) => `event:${index}`);
  const relation = fc.record({
    type: fc.constantFrom('before', 'after', ...eventRelationTypes),
    eventId: fc.constantFrom(...ids),
    certainty: maybe(fc.constantFrom(...certainties)),
  });
  const event = fc.record({
    phase: fc.constantFrom('planned', ...eventPhases),
    confirmed: fc.boolean(),
    start: maybe(start),
    window: maybe(fc.record({ date })),
    relations: fc.array(relation, { maxLength: 3 }),
    recurrence: fc.constantFrom(undefined, undefined, undefined, 'FREQ=WEEKLY'),
  });
  const events = fc.tuple(...ids.map(() => event)).map((all) =>
    all.map(({ confirmed, relations, ...rest }, index) => ({
      type: 'scheduled-event',
      id: ids[index],
      name: 'A visit',
      ...rest,
      relations: relations.filter(({ eventId }) => eventId !== ids[index]),
      ...(confirmed
        ? { status: 'confirmed', confirmation: { by: ['source:a'] } }
        : { status: 'unconfirmed' }),
    })),
  );
  const window = fc.tuple(day, day).map((days) => {
    const [from = '', to = ''] = [...days].sort();
    return { from, to };
  });
  const list = (records: readonly object[], options: UpcomingEventsOptions) =>
    upcomingEvents(loadDataset(deepFreeze(records)), deepFreeze(options));

  it('is sure of nothing that is not possible, and does not depend on the order of the records', () => {
    fc.assert(
      fc.property(events, window, (records, between) => {
        const possibly = list(records, { ...between, certainty: 'possibly' });
        const surely = list(records, { ...between, certainty: 'surely' });
        expect(surely.every(({ certainty }) => certainty === 'surely')).toBe(true);
        const sure = possibly.filter(({ certainty }) => certainty === 'surely').map(({ event }) => event.id);
        expect(surely.map(({ event }) => event.id).sort()).toEqual([...sure].sort());
        expect(list([...records].reverse(), { ...between, certainty: 'possibly' })).toEqual(possibly);
      }),
      runs,
    );
  });

  it('loses nothing when the window grows', () => {
    fc.assert(
      fc.property(events, window, (records, between) => {
        const grown = { from: '2024-05', to: '2024-08' };
        for (const certainty of ['possibly', 'surely'] as const) {
          const small = list(records, { ...between, certainty });
          const large = list(records, { ...grown, certainty }).map(({ event }) => event.id);
          for (const { event } of small) expect(large).toContain(event.id);
        }
      }),
      runs,
    );
  });

  it('lists what follows another event after it, unless they go round in a circle', () => {
    let seen = 0;
    fc.assert(
      fc.property(events, (records) => {
        const listed = list(records, { from: '2000', to: '2100', certainty: 'possibly' });
        const place = new Map(listed.map(({ event }, index) => [event.id as string, index]));
        const edges = listed.flatMap(({ event: { id, relations = [] } }) =>
          relations.flatMap(({ type, eventId, certainty }): (readonly [string, string])[] => {
            if (certainty === 'possible' || certainty === 'underspecified' || !place.has(eventId)) return [];
            return type === 'before' ? [[id, eventId]] : type === 'after' ? [[eventId, id]] : [];
          }),
        );
        if (hasCircle(edges)) return;
        for (const [earlier, later] of edges) {
          seen++;
          expect(place.get(earlier)).toBeLessThan(place.get(later) ?? -1);
        }
      }),
      runs,
    );
    expect(seen).toBeGreaterThan(RUNS / 10);
  });
});

/** Whether edges go round in a circle: whether something is left when all that follows nothing has been taken away. */
function hasCircle(edges: readonly (readonly [string, string])[]): boolean {
  let left = edges;
  for (;;) {
    const followers = new Set(left.map(([, later]) => later));
    const rest = left.filter(([earlier]) => followers.has(earlier));
    if (rest.length === left.length) return rest.length > 0;
    left = rest;
  }
}
