import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { explainConfirmation } from '../../../src/reasoning/confirmation/explain-confirmation.js';
import { rollupConfirmation } from '../../../src/reasoning/confirmation/rollup-confirmation.js';
import type { ScheduledEvent } from '../../../src/records/scheduled-event.js';
import { type StanceAspect, stanceAspects } from '../../../src/vocabulary/claim.js';
import { KOREA, onKorea, originator, relay, said, VIETNAM, visits } from './scenarios.js';

function explain(
  more: readonly object[],
  aspect: StanceAspect = 'occurrence',
  eventId = KOREA,
  at = '2024-08',
) {
  const dataset = loadDataset([...visits, ...more]);
  const event = dataset.find('scheduled-event', eventId) as ScheduledEvent;
  return explainConfirmation(rollupConfirmation(event, aspect, dataset, { at }), dataset);
}

describe('explainConfirmation', () => {
  it('says nothing where there is no reason', () => {
    expect(explain([])).toEqual([]);
  });

  it('tells who speaks for whom, on which terms and when', () => {
    const links = [originator('kremlin'), relay('agency')];
    expect(explain([onKorea('claim:1', links, 'confirms', '2024-07-10')])).toEqual([
      'The Kremlin, speaking for The guest on the record, confirms that it takes place (10 July 2024).',
    ]);
  });

  it('tells apart those on background and those who only report, and hides who is anonymous', () => {
    expect(explain([], 'occurrence', VIETNAM)).toEqual([
      'An official of Vietnam who was not named, speaking for Vietnam on background, confirms that it takes place (around June 2024).',
      'The author, who speaks for no party, says that it is not confirmed that it takes place (around June 2024).',
    ]);
  });

  it('does not say whom a source on deep background speaks for', () => {
    const link = { ...originator('kremlin'), groundRules: 'deep-background' };
    expect(explain([onKorea('claim:1', [link], 'denies', '2024-07-10')])).toEqual([
      'A source who may not be described, on deep background, denies that it takes place (10 July 2024).',
    ]);
  });

  it('does not name a source that spoke on background, though the dataset does', () => {
    const link = { ...originator('kremlin'), groundRules: 'background' };
    const [sentence] = explain([onKorea('claim:1', [link], 'confirms', '2024-07-10')]);
    expect(sentence).toBe(
      'A source which was not named, speaking for The guest on background, confirms that it takes place (10 July 2024).',
    );
  });

  it('tells that an originator is not stated', () => {
    const of = (links: Parameters<typeof onKorea>[1]) =>
      explain([onKorea('claim:1', links, 'confirms', '2024-07-10')]);
    expect(of([relay('agency', 'paper')])).toEqual([
      'Somebody who is not stated, relayed by An agency and A paper, who speaks for no party, confirms that it takes place (10 July 2024).',
    ]);
    expect(of([])).toEqual([
      'Somebody who is not stated, who speaks for no party, confirms that it takes place (10 July 2024).',
    ]);
  });

  it('tells what may have come only later, and what has no date', () => {
    const dated = onKorea('claim:1', [originator('kremlin')], 'confirms', '2024-07-10');
    expect(explain([dated], 'occurrence', KOREA, '2024-07-10')).toEqual([
      'The Kremlin, speaking for The guest on the record, confirms that it takes place (10 July 2024, perhaps only after 10 July 2024).',
    ]);
    const undated = said('claim:1', [originator('kremlin')], [[KOREA, 'occurrence', 'denies']], {
      articleId: undefined,
    });
    expect(explain([undated])[0]).toContain('(at an unknown time, perhaps only after August 2024)');
  });

  it('tells a source that is named though nothing says that it is on the record, and one that is doubtful', () => {
    const house = {
      type: 'source',
      id: 'source:h',
      kind: 'institution',
      name: 'The house',
      actsFor: ['entity:korea'],
    };
    const of = (link: object) =>
      explain([house, onKorea('claim:1', [{ ...originator('h'), ...link }], 'confirms', '2024-07-10')])[0];
    expect(of({})).toContain('The house, speaking for North Korea by name, confirms');
    expect(of({ uncertain: true })).toContain('speaking for North Korea without being on the record');
  });

  it('tells which date is confirmed or denied, and which place', () => {
    const of = (aspect: StanceAspect, stance: string, value: string) =>
      explain(
        [
          said('claim:1', [originator('pyongyang')], [], {
            assertedAt: '2024-07-10',
            stances: [{ eventId: KOREA, aspect, stance, value }],
          }),
        ],
        aspect,
      ).at(0);
    expect(of('date', 'denies', '2024-06-19')).toBe(
      'The host, speaking for North Korea on the record, denies the date: 19 June 2024 (10 July 2024).',
    );
    expect(of('place', 'confirms', 'Pyongyang')).toContain('confirms the place: "Pyongyang" (10 July 2024).');
  });

  it('has words for every aspect', () => {
    const sentences = stanceAspects.map((aspect) =>
      explain([said('claim:1', [originator('pyongyang')], [[KOREA, aspect, 'denies']])], aspect).at(0),
    );
    expect(new Set(sentences).size).toBe(stanceAspects.length);
  });
});
