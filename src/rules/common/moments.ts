import { isSurelyBeforeSome, latestStartOf, type Moment, momentOf } from '../../reasoning/time/moment.js';

/** A time of a record, as far as its parts are known. */
interface TimeParts {
  readonly date?: string | undefined;
  readonly timeZone?: string | undefined;
}

/** How many moments are remembered: the dates of news repeat, and to read one takes longer than to find it again. */
const MOST_REMEMBERED = 4096;

const remembered = new Map<string, Moment>();

/** Does what `momentOf` does, and remembers it. */
export function momentAt(date: string, timeZone?: string): Moment {
  const key = timeZone === undefined ? date : `${date} ${timeZone}`;
  let moment = remembered.get(key);
  if (moment === undefined) {
    moment = momentOf(date, timeZone);
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(key, moment);
  }
  return moment;
}

/** Whether one moment is before another, whatever both turn out to be. */
export function isSurelyBefore(one: Moment, other: Moment): boolean {
  return isSurelyBeforeSome(one, latestStartOf([other]));
}

/** Whether one date is before another, whatever both turn out to be; nothing is sure of a date that is not there. */
export function isDateSurelyBefore(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && isSurelyBefore(momentAt(one), momentAt(other));
}

/** When something takes place, or `undefined` where its time has no date. */
export function momentOfTime(time: TimeParts | undefined): Moment | undefined {
  return time?.date === undefined ? undefined : momentAt(time.date, time.timeZone);
}

/** When an event takes place as far as it is known: its start, unless that is denied, else the span it falls in. */
export function momentOfEvent(event: {
  readonly start?: (TimeParts & { readonly status?: string | undefined }) | undefined;
  readonly window?: TimeParts | undefined;
}): { readonly moment: Moment; readonly date: string; readonly path: readonly string[] } | undefined {
  const { start, window } = event;
  const denied = start?.status === 'denied' || start?.status === 'disputed';
  const moment = denied ? undefined : momentOfTime(start);
  if (moment !== undefined) return { moment, date: start!.date!, path: ['start', 'date'] };
  const span = momentOfTime(window);
  return span === undefined ? undefined : { moment: span, date: window!.date!, path: ['window', 'date'] };
}

/** Something with a moment. */
interface Dated {
  readonly moment: Moment;
}

/** Remembers as little of what came by as it takes to find one that lies on one side of a moment. */
export interface Witness<T extends Dated> {
  add(item: T): void;
  /** One of those added that surely lies on that side of a moment, if there is any. */
  find(moment: Moment): T | undefined;
}

/** Finds one that is surely after a moment. */
export function laterWitness<T extends Dated>(): Witness<T> {
  return witness(
    (one, other) => one.earliest > other.earliest,
    (item, moment) => isSurelyBefore(moment, item),
  );
}

/** Finds one that is surely before a moment. */
export function earlierWitness<T extends Dated>(): Witness<T> {
  return witness((one, other) => one.latest < other.latest, isSurelyBefore);
}

/** Of moments that float and of those that do not the furthest of each is enough: they are compared apart. */
function witness<T extends Dated>(
  isFurther: (one: Moment, other: Moment) => boolean,
  holds: (item: Moment, moment: Moment) => boolean,
): Witness<T> {
  let fixed: T | undefined;
  let floating: T | undefined;
  return {
    add(item) {
      if (item.moment.uncertain) return;
      const known = item.moment.floating ? floating : fixed;
      if (known !== undefined && !isFurther(item.moment, known.moment)) return;
      if (item.moment.floating) floating = item;
      else fixed = item;
    },
    find: (moment) => [fixed, floating].find((item) => item !== undefined && holds(item.moment, moment)),
  };
}
