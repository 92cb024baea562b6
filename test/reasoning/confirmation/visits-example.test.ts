import { beforeAll, describe, expect, it } from 'vitest';
import { type Dataset, loadDataset } from '../../../src/dataset/dataset.js';
import { confirmationTimeline } from '../../../src/reasoning/confirmation/confirmation-timeline.js';
import { explainConfirmation } from '../../../src/reasoning/confirmation/explain-confirmation.js';
import { rollupConfirmation } from '../../../src/reasoning/confirmation/rollup-confirmation.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import type { StanceAspect } from '../../../src/vocabulary/claim.js';
import { readExample } from '../../examples/example.js';

const AT = '2024-06-18';
const LATER = '2024-06-30';
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

const ids = (reasons: readonly { readonly sourceId?: string | undefined }[]) =>
  reasons.map(({ sourceId }) => sourceId);

/** The example with a confirmation by the guest's side, on the record and after all that the article knows. */
const withConfirmation = () =>
  loadDataset([
    example.records,
    {
      type: 'claim',
      id: 'claim:later',
      text: 'The visit to North Korea takes place on 18 and 19 June.',
      attribution: [{ sourceIds: ['source:kremlin'], role: 'originator', groundRules: 'on-the-record' }],
      assertedAt: '2024-06-20',
      stances: [
        { eventId: KOREA, aspect: 'occurrence', stance: 'confirms' },
        { eventId: KOREA, aspect: 'date', stance: 'confirms', value: '2024-06-18/2024-06-19' },
      ],
    },
  ]);

/** The same with the host denying it. */
const withDenial = () =>
  loadDataset([
    withConfirmation().records,
    {
      type: 'source',
      id: 'source:host',
      kind: 'institution',
      name: 'The host',
      actsFor: ['entity:north-korea'],
      groundRules: 'on-the-record',
    },
    {
      type: 'claim',
      id: 'claim:denial',
      text: 'The visit to North Korea takes place.',
      polarity: 'negative',
      attribution: [{ sourceIds: ['source:host'], role: 'originator' }],
      assertedAt: '2024-06-21',
      stances: [
        { eventId: KOREA, aspect: 'occurrence', stance: 'denies' },
        { eventId: KOREA, aspect: 'date', stance: 'denies' },
      ],
    },
  ]);

const occurrenceAndDate = ['occurrence', 'date'] as const;

describe('the yardstick dataset gives', () => {
  it.each(occurrenceAndDate)(
    'Vietnam visit, %s unconfirmed, with the unnamed official as background confirmation',
    (aspect) => {
      const { status, reasons } = roll(example, VIETNAM, aspect);
      expect(status).toBe('unconfirmed');
      expect(reasons.confirming).toEqual([]);
      expect(ids(reasons.backgroundConfirming)).toEqual(['source:vietnam-official']);
      expect(reasons.backgroundConfirming[0]?.groundRules).toBe('background');
      expect(example.find('source', 'source:vietnam-official')?.anonymous).toBe(true);
      expect(ids(reasons.explicitlyUnconfirmed)).toEqual(['source:author']);
    },
  );

  it('North Korea visit, preparation confirmed, occurrence and date unconfirmed', () => {
    expect(roll(example, KOREA, 'preparation').status).toBe('confirmed');
    expect(ids(roll(example, KOREA, 'preparation').reasons.confirming)).toEqual(['source:matsegora']);
    for (const aspect of occurrenceAndDate) expect(roll(example, KOREA, aspect).status).toBe('unconfirmed');
    expect(ids(roll(example, KOREA, 'date').reasons.explicitlyUnconfirmed)).toEqual(['source:kremlin']);
  });

  it.each(occurrenceAndDate)('then with a later on-the-record confirmation added, %s confirmed', (aspect) => {
    const { status, reasons } = roll(withConfirmation(), KOREA, aspect, {}, LATER);
    expect(status).toBe('confirmed');
    expect(ids(reasons.confirming)).toEqual(['source:kremlin']);
    expect(roll(withConfirmation(), KOREA, aspect).status).toBe('unconfirmed');
  });

  it.each(occurrenceAndDate)('but %s unconfirmed again under `requireAllParties`', (aspect) => {
    const { status, partiesNotConfirming } = roll(
      withConfirmation(),
      KOREA,
      aspect,
      { requireAllParties: true },
      LATER,
    );
    expect(status).toBe('unconfirmed');
    expect(partiesNotConfirming).toContain('entity:north-korea');
  });

  it.each(occurrenceAndDate)('then with the host denying, %s disputed', (aspect) => {
    expect(roll(withDenial(), KOREA, aspect, {}, LATER).status).toBe('disputed');
    expect(roll(withDenial(), KOREA, aspect, {}, '2024-06-20').status).toBe('confirmed');
  });

  it('a past visit on the word of the author alone, reported and not confirmed by any party', () => {
    const { status, reasons } = roll(example, 'event:kim-in-russia', 'occurrence');
    expect(status).toBe('unconfirmed');
    expect(ids(reasons.reporting)).toEqual(['source:author']);
  });

  it('all of this as a timeline', () => {
    const dataset = withDenial();
    const visit = dataset.find('scheduled-event', KOREA) as ScheduledEvent;
    expect(confirmationTimeline(visit, 'occurrence', dataset).map(({ at, to }) => [at, to])).toEqual([
      ['2024-06-20T00:00:00', 'confirmed'],
      ['2024-06-21T00:00:00', 'disputed'],
    ]);
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
