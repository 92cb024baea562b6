import { casesOf, event } from '../../support/rule-cases.js';

const went = (phase: string, ...before: readonly (string | undefined)[]): object =>
  event('a', {
    phase,
    history: before.map((one) => (one === undefined ? { note: 'Unknown.' } : { phase: one })),
  });

export const cases = casesOf('event/impossible-transition', {
  found: {
    'a plan that became a proposal': {
      records: [went('proposed', 'planned')],
      at: ['event:a /phase'],
      related: ['event:a /history/0/phase'],
    },
    'a step within the history': {
      records: [went('planned', 'proposed', 'ongoing')],
      at: ['event:a /history/1/phase', 'event:a /phase'],
    },
    'what was postponed and goes on': {
      records: [went('ongoing', 'planned', 'postponed')],
      at: ['event:a /phase'],
    },
    'what was cancelled and is postponed': {
      records: [went('postponed', 'cancelled')],
      at: ['event:a /phase'],
    },
  },
  passed: {
    'a life with a reinstatement': [
      went('occurred', 'proposed', 'planned', 'postponed', 'planned', 'cancelled', 'planned', 'ongoing'),
    ],
    'two schedules of one phase': [went('planned', 'planned', 'planned')],
    'a correction of what was final': [went('planned', 'occurred'), went('cancelled', 'not-held')],
    'entries that say no phase': [went('planned', undefined, 'proposed', undefined)],
    'what has a rule of its own': [went('ongoing', 'cancelled')],
  },
});
