import { describe, expect, it } from 'vitest';
import { createGlance } from '../../../src/check-node/fast/glance.js';
import { planOf } from '../../../src/check-node/fast/plan-schema.js';
import { DOUBTFUL, type Plan } from '../../../src/check-node/fast/record-plan.js';
import { wantedBy } from '../../../src/check-node/fast/wanted.js';
import { recordSchemas } from '../../../src/records/news-record.js';
import { selectRules } from '../../../src/rules/rule-set.js';
import { createByteWindow } from '../../../src/text/byte-window.js';
import { recordTypes } from '../../../src/vocabulary/record-type.js';
import { newsRecords } from '../../bench/generate-news.mjs';
import { validFixtures } from '../../support/fixtures.js';

/** The records at which a glance is not enough, as lines of one file. */
function doubted(records: readonly unknown[], write: (record: unknown) => string): readonly unknown[] {
  const glance = createGlance(selectRules({ now: '2026-01-01T00:00:00Z' }));
  const lines = records.map((record) => Buffer.from(`${write(record)}\n`));
  const window = createByteWindow();
  window.add(Buffer.concat(lines));
  let start = 0;
  return records.filter((_, index) => {
    const end = start + lines[index]!.length;
    const seen = glance.at(window, { start, end: end - 1, isLine: true });
    start = end;
    return typeof seen !== 'object' || seen.end !== end - 1;
  });
}

function* doubtful(plan: Plan, path: string): Generator<string> {
  if (plan.kind === DOUBTFUL) yield path;
  for (const field of plan.fields) yield* doubtful(field.plan, `${path}/${field.name}`);
  for (const option of plan.options) yield* doubtful(option, path);
}

describe('nothing is read twice that is right', () => {
  const fixtures = recordTypes.flatMap((type) => validFixtures(type).map(({ value }) => value));

  it('because every field of every schema has a plan, but for one that must not be there', () => {
    const found = recordTypes.flatMap((type) => [
      ...doubtful(planOf(recordSchemas[type], wantedBy([])), type),
    ]);
    expect(found).toEqual(['scheduled-event/confirmation']);
  });

  it.each<[string, (record: unknown) => string]>([
    ['as they are', (record) => JSON.stringify(record)],
    ['with spaces', (record) => JSON.stringify(record, null, 1).replaceAll('\n', ' \t')],
    ['with all that is not ASCII as escapes', (record) => asAscii(JSON.stringify(record))],
  ])('among the valid fixtures, %s', (_, write) => {
    expect(doubted(fixtures, write)).toEqual([]);
  });

  it.each([{ bodies: true }, { bodies: false }, { bodies: true, ascii: true, said: 1 }])(
    'among the records that speed is measured with: %o',
    (options) => {
      const records: unknown[] = [];
      for (const record of newsRecords(options)) {
        records.push(record);
        if (records.length === 1500) break;
      }
      expect(doubted(records, (record) => JSON.stringify(record))).toEqual([]);
    },
  );
});

function asAscii(text: string): string {
  return text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
