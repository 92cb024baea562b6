import { describe, expect, it } from 'vitest';
import type { ClaimId, SourceId } from '../../../src/primitives/id.js';
import { type TransitionOptions, transitionEvent } from '../../../src/reasoning/events/transition-event.js';
import { canTransition } from '../../../src/reasoning/events/transitions.js';
import {
  defineScheduledEvent,
  isScheduledEvent,
  type ScheduledEvent,
  type ScheduledTime,
} from '../../../src/records/scheduled-event.js';
import { type EventPhase, eventPhases } from '../../../src/vocabulary/scheduled-event.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const confirmation = { by: ['source:host' as SourceId], claimIds: ['claim:host' as ClaimId] };
const later = { start: { date: '2024-07-01' } as ScheduledTime };
const at = '2024-06-15';

function eventIn(phase: EventPhase, confirmed = true): ScheduledEvent {
  const event = {
    type: 'scheduled-event' as const,
    id: 'event:visit',
    name: 'A visit',
    phase,
    asOf: '2024-06-01',
    start: { date: '2024-06-19', status: 'agreed' as const },
    window: { date: '2024-06/2024-07' },
    participants: [{ entityId: 'entity:host' }],
  };
  return deepFreeze(
    defineScheduledEvent(
      confirmed
        ? { ...event, status: 'confirmed', confirmation: { ...confirmation } }
        : { ...event, status: 'unconfirmed' },
    ),
  );
}

const go = (from: EventPhase, to: EventPhase, options: Partial<TransitionOptions> = {}) =>
  transitionEvent(eventIn(from), to, deepFreeze({ at, ...options }));

const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return (error as { code?: unknown }).code;
  }
  return undefined;
};

describe('transitionEvent', () => {
  it('gives an event in the new phase, and keeps what it was in the history', () => {
    expect(go('planned', 'planned', { schedule: later, note: 'moved' })).toEqual({
      type: 'scheduled-event',
      id: 'event:visit',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      asOf: at,
      start: { date: '2024-07-01' },
      participants: [{ entityId: 'entity:host' }],
      history: [
        {
          phase: 'planned',
          status: 'confirmed',
          start: { date: '2024-06-19', status: 'agreed' },
          window: { date: '2024-06/2024-07' },
          at,
          claimIds: ['claim:host'],
          note: 'moved',
        },
      ],
    });
  });

  it('appends to a history that is there', () => {
    const once = deepFreeze(go('planned', 'postponed'));
    const twice = transitionEvent(once, 'planned', { at: '2024-06-20', schedule: later });
    expect(twice.history?.map(({ phase, at }) => [phase, at])).toEqual([
      ['planned', at],
      ['postponed', '2024-06-20'],
    ]);
  });

  it('is unconfirmed unless a confirmation is handed in, whatever it was', () => {
    for (const from of eventPhases) {
      for (const to of eventPhases) {
        const options = { at, schedule: later, claimIds: ['claim:a' as ClaimId], correction: true };
        if (!canTransition(from, to) && from !== 'occurred' && from !== 'not-held') continue;
        const plain = transitionEvent(eventIn(from), to, options);
        expect([plain.status, plain.confirmation]).toEqual(['unconfirmed', undefined]);
        expect(plain).not.toHaveProperty('confirmation');
        const confirmed = transitionEvent(eventIn(from, false), to, { ...options, confirmation });
        expect([confirmed.status, confirmed.confirmation]).toEqual(['confirmed', confirmation]);
        expect(isScheduledEvent(plain) && isScheduledEvent(confirmed)).toBe(true);
      }
    }
  });

  it('keeps the schedule, but for a postponed event, which has none unless a new one is given', () => {
    expect(go('planned', 'cancelled').start).toEqual({ date: '2024-06-19', status: 'agreed' });
    expect(go('planned', 'occurred').window).toEqual({ date: '2024-06/2024-07' });
    expect(go('planned', 'postponed')).not.toHaveProperty('start');
    expect(go('planned', 'postponed')).not.toHaveProperty('window');
    expect(go('planned', 'postponed', { schedule: later }).start).toEqual(later.start);
  });

  it('refuses what the table does not have', () => {
    for (const from of eventPhases) {
      for (const to of eventPhases) {
        const code = codeOf(() =>
          go(from, to, { schedule: later, confirmation, claimIds: ['claim:a' as ClaimId] }),
        );
        const final = from === 'occurred' || from === 'not-held';
        expect(code).toBe(final ? 'correction-needed' : canTransition(from, to) ? undefined : 'not-allowed');
      }
    }
  });

  it('leaves a final phase only by correction', () => {
    expect(codeOf(() => go('occurred', 'not-held'))).toBe('correction-needed');
    expect(go('occurred', 'not-held', { correction: true }).phase).toBe('not-held');
    expect(codeOf(() => go('cancelled', 'occurred', { correction: true, confirmation }))).toBe('not-allowed');
  });

  it('reinstates a cancelled event only on evidence', () => {
    expect(codeOf(() => go('cancelled', 'planned'))).toBe('evidence-needed');
    expect(codeOf(() => go('cancelled', 'planned', { claimIds: [] }))).toBe('evidence-needed');
    const reinstated = go('cancelled', 'planned', { claimIds: ['claim:b' as ClaimId] });
    expect(reinstated.status).toBe('unconfirmed');
    expect(reinstated.history?.at(-1)?.claimIds).toEqual(['claim:host', 'claim:b']);
    expect(go('cancelled', 'planned', { confirmation }).status).toBe('confirmed');
  });

  it('reschedules only to a schedule', () => {
    expect(codeOf(() => go('planned', 'planned'))).toBe('schedule-needed');
  });

  it('refuses a confirmation by nobody, and a time that is none', () => {
    expect(codeOf(() => go('planned', 'occurred', { confirmation: { by: [] } }))).toBe('empty-confirmation');
    expect(() => go('planned', 'occurred', { at: 'now' })).toThrow(
      expect.objectContaining({ name: 'FuzzyDateError' }),
    );
  });
});
