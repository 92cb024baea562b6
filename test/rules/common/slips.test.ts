import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slipsOf } from '../../../src/rules/common/slips.js';
import { dangling } from '../../../src/rules/dataset/dangling.js';
import { arrangeFacts, type RecordFacts } from '../../../src/rules/facts.js';
import { oneIn } from '../../support/runs.js';

const id = fc.string({ unit: fc.constantFrom(...'entity:0a1Z'), minLength: 1, maxLength: 20 });

describe('slips of an id', () => {
  it('lead back to the id from whatever became of it', () => {
    fc.assert(
      fc.property(id, fc.nat(), fc.constantFrom(...'ae:9'), (right, place, key) => {
        const at = place % right.length;
        const [before, rest] = [right.slice(0, at), right.slice(at)];
        const wrong = [
          before + rest.slice(1),
          before + key + rest,
          before + key + rest.slice(1),
          before + rest.slice(1, 2) + rest.slice(0, 1) + rest.slice(2),
        ];
        for (const one of wrong) {
          // a character that was left out may be one that no key has and the rest of the id has not
          if (/^[a-z0-9:]*$/.test(right) || one.includes(right[at]!))
            expect([...slipsOf(one)]).toContain(right);
        }
      }),
      { numRuns: oneIn(5) },
    );
  });

  it('are few, and none of an id that is very long', () => {
    expect([...slipsOf('entity:0123456789abcdef')].length).toBeLessThan(3000);
    expect([...slipsOf('a'.repeat(101))]).toEqual([]);
  });
});

describe('what is suggested among millions of ids', () => {
  const entity = (record: number, own: string): RecordFacts => ({
    record,
    type: 'entity',
    id: own,
    parts: {},
  });
  const suggested = (to: string, ...ids: readonly string[]) => {
    const referring: RecordFacts = { record: 99, type: 'claim', id: 'claim:a', references: [], parts: {} };
    const facts = {
      ...arrangeFacts([...ids.map((own, record) => entity(record, own)), referring]),
      *stray() {
        yield { record: 99, to, targets: ['entity'] as const, path: ['about', 0] };
      },
      named: 20_000_000,
    };
    const [found] = dangling.judge(facts, {} as Parameters<typeof dangling.judge>[1]);
    return found!.suggestion;
  };

  it('is an id from which a single slip leads there, the first of several', () => {
    expect(suggested('entity:hano', 'entity:hanoi', 'entity:hue')).toBe('entity:hanoi');
    expect(suggested('entity:hnaoi', 'entity:hanoi')).toBe('entity:hanoi');
    expect(suggested('entity:b', 'entity:c', 'entity:a')).toBe('entity:a');
  });

  it('is nothing where it takes more than a slip, and no id of another type', () => {
    expect(suggested('entity:hn', 'entity:hanoi')).toBeUndefined();
    expect(suggested('claim:b', 'entity:b')).toBeUndefined();
  });
});
