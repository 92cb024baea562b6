import { describe, expect, it } from 'vitest';
import { canTransition, eventTransitions } from '../../../src/reasoning/events/transitions.js';
import { eventPhases } from '../../../src/vocabulary/scheduled-event.js';

describe('canTransition', () => {
  const allowed = [
    'proposed planned',
    'proposed occurred',
    'proposed cancelled',
    'planned planned',
    'planned postponed',
    'planned cancelled',
    'planned ongoing',
    'planned occurred',
    'planned not-held',
    'postponed planned',
    'postponed occurred',
    'postponed cancelled',
    'postponed not-held',
    'cancelled planned',
    'ongoing postponed',
    'ongoing occurred',
    'ongoing cancelled',
  ];

  it('knows the whole table, and nothing else', () => {
    const pairs = eventPhases.flatMap((from) => eventPhases.map((to) => [from, to] as const));
    const found = pairs.filter(([from, to]) => canTransition(from, to)).map((pair) => pair.join(' '));
    expect(found.sort()).toEqual([...allowed].sort());
    expect(Object.keys(eventTransitions).sort()).toEqual([...eventPhases].sort());
  });
});
