import { isAsserted } from '../common/event-order.js';
import { isSurelyBefore, momentOfTime } from '../common/moments.js';
import type { DatasetProblem, DatasetRule } from '../rule.js';

/** An event that is part of another and starts outside of it. */
export const partOutsideWhole: DatasetRule = {
  scope: 'dataset',
  code: 'event/part-outside-whole',
  severity: 'error',
  title: 'a part of an event that starts outside of it',
  explanation:
    'An event that is part of another, or its beginning, starts neither before the other starts nor after it ends. By their dates it surely does. The relation or one of the dates is wrong; what comes before or after an event is related to it by before or after.',
  bad: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'Signing of the agreement',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-21' },
      relations: [{ type: 'part-of', eventId: 'event:b' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-19' },
      end: { date: '2024-06-20' },
    },
  ],
  good: [
    {
      type: 'scheduled-event',
      id: 'event:a',
      name: 'Signing of the agreement',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-20' },
      relations: [{ type: 'part-of', eventId: 'event:b' }],
    },
    {
      type: 'scheduled-event',
      id: 'event:b',
      name: 'A visit',
      status: 'unconfirmed',
      phase: 'planned',
      start: { date: '2024-06-19' },
      end: { date: '2024-06-20' },
    },
  ],
  reads: {
    'scheduled-event': [
      'relations.*.type',
      'relations.*.eventId',
      'relations.*.certainty',
      'start.date',
      'start.timeZone',
      'start.status',
      'end.date',
      'end.timeZone',
      'end.status',
    ],
  },
  judge(facts) {
    return facts.records('scheduled-event', 'relations').flatMap((part) =>
      (part.parts.relations ?? []).flatMap((relation, index): DatasetProblem[] => {
        const { type, eventId } = relation;
        if ((type !== 'part-of' && type !== 'begins') || !isAsserted(relation)) return [];
        const whole = facts.find('scheduled-event', eventId);
        const start = momentOfTime(standing(part.parts.start));
        const from = momentOfTime(standing(whole?.parts.start));
        const to = momentOfTime(standing(whole?.parts.end));
        if (whole === undefined || start === undefined) return [];
        const early = from !== undefined && isSurelyBefore(start, from);
        const late = to !== undefined && isSurelyBefore(to, start);
        if (!early && !late) return [];
        const edge = early ? 'start' : 'end';
        const date = whole.parts[edge]?.date;
        return [
          {
            record: part.record,
            path: ['relations', index, 'type'],
            message: `a part of ${JSON.stringify(eventId)}, yet it starts ${part.parts.start?.date}, ${early ? 'before that starts' : 'after that has ended'} (${date})`,
            expected: 'a part that lies within the whole',
            related: [
              { record: part.record, path: ['start', 'date'], message: 'it starts' },
              {
                record: whole.record,
                path: [edge, 'date'],
                message: `the whole ${early ? 'starts' : 'ends'}`,
              },
            ],
          },
        ];
      }),
    );
  },
};

/** A time, unless its date is denied or disputed. */
function standing<T extends { readonly status?: string | undefined }>(time: T | undefined): T | undefined {
  return time?.status === 'denied' || time?.status === 'disputed' ? undefined : time;
}
