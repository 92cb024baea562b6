import { describe, expect, it } from 'vitest';
import { loadDataset } from '../../../src/dataset/dataset.js';
import { type UpcomingEventsOptions, upcomingEvents } from '../../../src/reasoning/events/upcoming-events.js';
import { deepFreeze } from '../../support/deep-freeze.js';

const event = (id: string, more: object) => ({
  type: 'scheduled-event',
  id,
  name: 'A visit',
  status: 'unconfirmed',
  phase: 'planned',
  ...more,
});

const on = (date: string, more: object = {}) => [event('event:a', { start: { date }, ...more })];

function upcoming(events: readonly object[], options: Partial<UpcomingEventsOptions> = {}) {
  const window = deepFreeze({
    from: '2024-06-15',
    to: '2024-06-21',
    certainty: 'possibly' as const,
    ...options,
  });
  return upcomingEvents(loadDataset(events), window).map(({ event, certainty, basis }) => [
    event.id,
    certainty,
    basis,
  ]);
}

const certaintyOf = (events: readonly object[], options: Partial<UpcomingEventsOptions> = {}) =>
  upcoming(events, options)[0]?.[1];

describe('upcomingEvents', () => {
  it('tells what surely lies in the window from what may', () => {
    expect(certaintyOf(on('2024-06-15'))).toBe('surely');
    expect(certaintyOf(on('2024-06-21'))).toBe('surely');
    expect(certaintyOf(on('2024-06'))).toBe('possibly');
    expect(certaintyOf(on('2024-06-21~'))).toBe('possibly');
    expect(certaintyOf(on('2024-06-18?'))).toBe('possibly');
    expect(certaintyOf(on('2024-06-14'))).toBeUndefined();
    expect(certaintyOf(on('2024-06-22'))).toBeUndefined();
  });

  it('sees the gaps of a set', () => {
    expect(certaintyOf(on('[2024-06-16,2024-06-20]'))).toBe('surely');
    expect(certaintyOf(on('[2024-06-16,2024-06-30]'))).toBe('possibly');
    expect(certaintyOf(on('[2024-06-01,2024-06-30]'))).toBeUndefined();
    const zoned = { start: { date: '[2024-06-01,2024-06-16]', timeZone: 'Asia/Tokyo' } };
    expect(certaintyOf([event('event:a', zoned)])).toBe('possibly');
  });

  it('leaves out what only may lie in the window where it is asked for what surely does', () => {
    const events = [...on('2024-06'), event('event:b', { start: { date: '2024-06-18' } })];
    expect(upcoming(events, { certainty: 'surely' })).toEqual([['event:b', 'surely', 'start']]);
    expect(upcoming(events).map(([id]) => id)).toEqual(['event:a', 'event:b']);
  });

  it('widens dates against an instant unless they have a zone', () => {
    const window = { from: '2024-06-19T00:00:00+07:00', to: '2024-06-19T23:59:59+07:00' };
    expect(certaintyOf(on('2024-06-19'), window)).toBe('possibly');
    const zoned = event('event:a', { start: { date: '2024-06-19', timeZone: 'Asia/Ho_Chi_Minh' } });
    expect(certaintyOf([zoned], { ...window, to: '2024-06-20T00:00:00+07:00' })).toBe('surely');
    expect(certaintyOf(on('2024-06-19T12:00:00+07:00'), window)).toBe('surely');
    expect(certaintyOf(on('2024-06-19T23:59:59+07:00'), window)).toBe('surely');
    expect(certaintyOf(on('2024-06-20T00:00:00+07:00'), window)).toBeUndefined();
  });

  it('takes a date that does not stand for no more than possible', () => {
    const withStatus = (status: string) => [event('event:a', { start: { date: '2024-06-19', status } })];
    expect(certaintyOf(withStatus('confirmed'))).toBe('surely');
    expect(certaintyOf(withStatus('agreed'))).toBe('surely');
    expect(certaintyOf(withStatus('unconfirmed'))).toBe('possibly');
    expect(certaintyOf(withStatus('disputed'))).toBe('possibly');
  });

  it('does not know when an event is whose date is denied or missing', () => {
    const july = { from: '2024-07-01', to: '2024-07-02' };
    const denied = event('event:a', { start: { date: '2024-06-19', status: 'denied' } });
    expect(upcoming([denied], july)).toEqual([['event:a', 'possibly', 'undated']]);
    expect(upcoming([event('event:a', { start: { status: 'agreed' } })], july)).toEqual([
      ['event:a', 'possibly', 'undated'],
    ]);
    expect(upcoming([event('event:a', {})], { ...july, certainty: 'surely' })).toEqual([]);
  });

  it('falls back on the span that an event falls in', () => {
    const span = (date: string, more = {}) => [event('event:a', { window: { date }, ...more })];
    expect(upcoming(span('2024-06-16/2024-06-20'))).toEqual([['event:a', 'surely', 'window']]);
    expect(upcoming(span('2024-06-16/2024-07-20'))).toEqual([['event:a', 'possibly', 'window']]);
    expect(upcoming(span('2024-07/2024-08'))).toEqual([]);
    const unsure = span('2024-06-16/2024-06-20', { start: { status: 'unconfirmed' } });
    expect(upcoming(unsure)).toEqual([['event:a', 'possibly', 'window']]);
  });

  it('leaves out what is cancelled or past', () => {
    for (const phase of ['cancelled', 'occurred', 'not-held']) {
      expect(upcoming(on('2024-06-18', { phase }))).toEqual([]);
    }
    for (const phase of ['proposed', 'postponed', 'ongoing']) {
      expect(upcoming(on('2024-06-18', { phase }))).toHaveLength(1);
    }
  });

  it('can be asked for one status', () => {
    expect(upcoming(on('2024-06-18'), { status: 'confirmed' })).toEqual([]);
    expect(upcoming(on('2024-06-18'), { status: 'unconfirmed' })).toHaveLength(1);
  });

  it('sorts by the earliest start, then by id, whatever the order of the records', () => {
    const events = [
      event('event:c', { start: { date: '2024-06-18' } }),
      event('event:b', { start: { date: '2024-06-18' } }),
      event('event:d', { start: { date: '2024-06-16' } }),
      event('event:e', {}),
    ];
    const expected = ['event:e', 'event:d', 'event:b', 'event:c'];
    expect(upcoming(events).map(([id]) => id)).toEqual(expected);
    expect(upcoming([...events].reverse()).map(([id]) => id)).toEqual(expected);
  });

  describe('where an event has no date', () => {
    const anchor = (more: object = {}) =>
      event('event:anchor', {
        status: 'confirmed',
        confirmation: { by: ['source:host'] },
        phase: 'occurred',
        start: { date: '2024-06-18' },
        ...more,
      });
    const related = (type: string, certainty: string | undefined = 'certain') =>
      event('event:a', { relations: [{ type, eventId: 'event:anchor', certainty }] });
    const judge = (records: readonly object[], from: string, to: string) =>
      upcoming(records, { from, to }).find(([id]) => id === 'event:a');

    it('takes it to lie where its certain relations to confirmed events leave room', () => {
      const after = [anchor(), related('after')];
      expect(judge(after, '2024-06-10', '2024-06-17')).toBeUndefined();
      expect(judge(after, '2024-06-10', '2024-06-18')).toEqual(['event:a', 'possibly', 'relations']);
      const before = [anchor(), related('before')];
      expect(judge(before, '2024-06-19', '2024-06-30')).toBeUndefined();
      expect(judge(before, '2024-06-18', '2024-06-30')).toEqual(['event:a', 'possibly', 'relations']);
    });

    it('hears of an order from the other event as well', () => {
      const says = (type: string) =>
        anchor({ relations: [{ type, eventId: 'event:a', certainty: 'certain' }] });
      expect(judge([says('before'), event('event:a', {})], '2024-06-10', '2024-06-17')).toBeUndefined();
      expect(judge([says('after'), event('event:a', {})], '2024-06-19', '2024-06-30')).toBeUndefined();
      expect(judge([says('same-series'), event('event:a', {})], '2024-06-19', '2024-06-30')?.[2]).toBe(
        'undated',
      );
    });

    it('is sure of it between two, at the beginning of one, or within one that has an end', () => {
      const last = { ...anchor({ start: { date: '2024-06-20' } }), id: 'event:last' };
      const between = event('event:a', {
        relations: [
          { type: 'after', eventId: 'event:anchor', certainty: 'certain' },
          { type: 'before', eventId: 'event:last', certainty: 'certain' },
        ],
      });
      const surely = ['event:a', 'surely', 'relations'];
      expect(judge([anchor(), last, between], '2024-06-18', '2024-06-20')).toEqual(surely);
      expect(judge([anchor(), last, between], '2024-06-19', '2024-06-20')?.[1]).toBe('possibly');
      expect(judge([anchor(), related('begins')], '2024-06-18', '2024-06-18')).toEqual(surely);
      expect(judge([anchor(), related('part-of')], '2024-06-18', '2024-06-30')?.[1]).toBe('possibly');
      const ended = anchor({ end: { date: '2024-06-20' } });
      expect(judge([ended, related('part-of')], '2024-06-18', '2024-06-30')).toEqual(surely);
    });

    it('concludes nothing from what is uncertain', () => {
      const undated = ['event:a', 'possibly', 'undated'];
      const early = ['2024-06-01', '2024-06-02'] as const;
      for (const certainty of ['probable', 'possible', 'underspecified']) {
        expect(judge([anchor(), related('after', certainty)], ...early)).toEqual(undated);
        const says = anchor({ relations: [{ type: 'before', eventId: 'event:a', certainty }] });
        expect(judge([says, event('event:a', {})], ...early)).toEqual(undated);
      }
      for (const vague of [
        anchor({ status: 'unconfirmed', confirmation: undefined }),
        anchor({ phase: 'cancelled' }),
        anchor({ phase: 'postponed' }),
        anchor({ start: { date: '2024-06-18', status: 'disputed' } }),
        anchor({ start: { status: 'agreed' } }),
      ]) {
        expect(judge([vague, related('after')], ...early)).toEqual(undated);
      }
      expect(judge([related('after')], ...early)).toEqual(undated);
    });
  });

  it('knows that an event that recurs may start again', () => {
    const weekly = event('event:a', { start: { date: '2024-01-05' }, recurrence: 'FREQ=WEEKLY' });
    expect(upcoming([weekly])).toEqual([['event:a', 'possibly', 'recurrence']]);
    expect(upcoming([weekly], { certainty: 'surely' })).toEqual([]);
    expect(upcoming([weekly], { from: '2023', to: '2023' })).toEqual([]);
    expect(upcoming([weekly], { from: '2024-01-05', to: '2024-01-05' })).toEqual([
      ['event:a', 'surely', 'start'],
    ]);
  });

  describe('the order', () => {
    const inOrder = (events: readonly object[]) => {
      const ids = upcoming(events).map(([id]) => String(id).slice(6));
      expect(upcoming([...events].reverse()).map(([id]) => String(id).slice(6))).toEqual(ids);
      return ids.join(' ');
    };
    const follows = (id: string, other: string, more: object = {}) =>
      event(`event:${id}`, {
        relations: [{ type: 'after', eventId: `event:${other}`, certainty: 'probable' }],
        ...more,
      });
    const june = { window: { date: '2024-06' } };

    it('is that of the relations where dates do not tell', () => {
      expect(inOrder([event('event:a', june), event('event:b', june)])).toBe('a b');
      expect(inOrder([follows('a', 'b', june), event('event:b', june)])).toBe('b a');
      expect(inOrder([follows('a', 'b'), follows('b', 'c'), event('event:c', {})])).toBe('c b a');
    });

    it('is heard of from either event', () => {
      const relations = [{ type: 'before', eventId: 'event:a' }];
      expect(inOrder([event('event:a', june), event('event:b', { ...june, relations })])).toBe('b a');
    });

    it('puts what follows a dated event no earlier than that', () => {
      const dated = event('event:b', { start: { date: '2024-06-20' } });
      const between = event('event:c', { start: { date: '2024-06-18' } });
      expect(inOrder([follows('a', 'b'), dated, between])).toBe('c b a');
    });

    it('does not heed what is only possible', () => {
      const relations = [{ type: 'after', eventId: 'event:b', certainty: 'possible' }];
      expect(inOrder([event('event:a', { ...june, relations }), event('event:b', june)])).toBe('a b');
    });

    it('survives circles, and long ways', () => {
      expect(inOrder([follows('a', 'b'), follows('b', 'a'), follows('c', 'b'), follows('d', 'd')])).toBe(
        'a d b c',
      );
      const way = Array.from({ length: 5000 }, (_, index) => follows(String(index), String(index + 1)));
      expect(inOrder(way).startsWith('4999 4998 ')).toBe(true);
    });
  });

  it('refuses a window that is none', () => {
    expect(() => upcoming([], { from: 'today' })).toThrow(
      expect.objectContaining({ name: 'FuzzyDateError' }),
    );
  });
});
