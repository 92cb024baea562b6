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

  it('refuses a window that is none', () => {
    expect(() => upcoming([], { from: 'today' })).toThrow(
      expect.objectContaining({ name: 'FuzzyDateError' }),
    );
  });
});
