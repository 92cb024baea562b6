import { beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../../src/dataset/dataset.js';
import { explainConfirmation } from '../../../src/reasoning/confirmation/explain-confirmation.js';
import { rollupConfirmation } from '../../../src/reasoning/confirmation/rollup-confirmation.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import type { StanceAspect } from '../../../src/vocabulary/claim.js';
import { readExample } from '../../examples/example.js';

const AT = '2024-06-18';
const VIETNAM = 'event:visit-vietnam';
const KOREA = 'event:visit-north-korea';

let example: Dataset;

beforeAll(async () => {
  example = await readExample();
});

function roll(dataset: Dataset, eventId: string, aspect: StanceAspect, policy = {}, at = AT) {
  return rollupConfirmation(dataset.find('scheduled-event', eventId) as ScheduledEvent, aspect, dataset, {
    at,
    policy,
  });
}

describe('the example dataset of two visits', () => {
  it('leaves the visit to Vietnam unconfirmed, with the unnamed official as background confirmation', () => {
    for (const aspect of ['occurrence', 'date'] as const) {
      const { status, reasons } = roll(example, VIETNAM, aspect);
      expect(status).toBe('unconfirmed');
      expect(reasons.confirming).toEqual([]);
      expect(reasons.backgroundConfirming.map(({ sourceId }) => sourceId)).toEqual([
        'source:vietnam-official',
      ]);
      expect(reasons.explicitlyUnconfirmed.map(({ sourceId }) => sourceId)).toEqual(['source:author']);
    }
  });

  it('confirms that the visit to North Korea is prepared, and nothing else of it', () => {
    expect(roll(example, KOREA, 'preparation').status).toBe('confirmed');
    expect(roll(example, KOREA, 'occurrence').status).toBe('unconfirmed');
    const date = roll(example, KOREA, 'date');
    expect(date.status).toBe('unconfirmed');
    expect(date.reasons.explicitlyUnconfirmed.map(({ sourceId }) => sourceId)).toEqual(['source:kremlin']);
  });

  it('changes with a later confirmation, with the policy, and with a denial of the host', () => {
    const later = {
      type: 'claim',
      id: 'claim:later',
      text: 'The visit to North Korea takes place.',
      attribution: [{ sourceIds: ['source:kremlin'], role: 'originator', groundRules: 'on-the-record' }],
      assertedAt: '2024-06-17',
      stances: [{ eventId: KOREA, aspect: 'occurrence', stance: 'confirms' }],
    };
    const confirmed = loadDataset([example.records, later]);
    expect(roll(confirmed, KOREA, 'occurrence').status).toBe('confirmed');
    expect(roll(confirmed, KOREA, 'occurrence', {}, '2024-05-31').status).toBe('unconfirmed');
    expect(roll(confirmed, KOREA, 'occurrence', { requireAllParties: true }).status).toBe('unconfirmed');
    const host = {
      type: 'source',
      id: 'source:host',
      kind: 'institution',
      name: 'The host',
      actsFor: ['entity:north-korea'],
      groundRules: 'on-the-record',
    };
    const denial = {
      ...later,
      id: 'claim:denial',
      attribution: [{ sourceIds: ['source:host'], role: 'originator' }],
      stances: [{ eventId: KOREA, aspect: 'occurrence', stance: 'denies' }],
    };
    const disputed = loadDataset([confirmed.records, host, denial]);
    expect(roll(disputed, KOREA, 'occurrence').status).toBe('disputed');
  });

  it('is explained in one sentence a reason', () => {
    expect(explainConfirmation(roll(example, KOREA, 'preparation'), example)).toEqual([
      'Alexander Matsegora, ambassador of Russia, speaking for Vladimir Putin on the record, confirms that it is being prepared (between 1 June 2024 and 18 June 2024, perhaps only after 18 June 2024).',
    ]);
    const [official, author] = explainConfirmation(roll(example, VIETNAM, 'date'), example);
    expect(official).toMatch(
      /^An official in Hanoi .*, speaking for Vietnam on background, confirms the date/,
    );
    expect(author).toMatch(/^The author, who speaks for no party, says that the date is not confirmed/);
  });
});
