import * as fc from 'fast-check';
import { isFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';

const DAY = 86_400_000;

/** A point as the generator made it: its text, and what the text means, worked out apart from the library. */
export interface SamplePoint {
  readonly text: string;
  /** The first moment it may mean, `~` included, in milliseconds on its own clock. */
  readonly first: number;
  /** The first moment after all that it may mean. */
  readonly next: number;
  /** The text has an offset: its clock is UTC. */
  readonly fixed: boolean;
  /** The text names no period of its own, only one that its period lies in. */
  readonly vague: boolean;
  readonly uncertain: boolean;
}

/** Consecutive members of a set. */
export interface SampleRange {
  readonly from: SamplePoint | 'open';
  readonly to: SamplePoint | 'open';
}

/** A fuzzy date as the generator made it. */
export interface Sample {
  readonly text: string;
  readonly members?: readonly (SamplePoint | SampleRange)[];
  readonly edges?: readonly [start: SamplePoint | 'open' | 'unknown', end: SamplePoint | 'open' | 'unknown'];
}

/** Every point of a sample. */
export function pointsOf({ members = [], edges }: Sample): SamplePoint[] {
  return [...members, ...(edges ?? [])]
    .flatMap((part) => (typeof part === 'object' && 'from' in part ? [part.from, part.to] : [part]))
    .filter((part) => typeof part === 'object');
}

const two = (value: number): string => String(value).padStart(2, '0');

/** Months counted from January of the year 0. */
const monthStart = (months: number): number => Date.UTC(Math.floor(months / 12), ((months % 12) + 12) % 12);

interface Unit {
  readonly text: string;
  readonly first: number;
  readonly next: number;
  /** What `~` adds before and after. */
  readonly before: number;
  readonly after: number;
  readonly vague?: boolean;
}

// Few and close to each other, so that two dates often touch, share an end or lie within each other.
const yearNumber = fc.constantFrom(2022, 2023, 2024);
const monthNumber = fc.constantFrom(1, 2, 3, 11, 12);

const year: fc.Arbitrary<Unit> = yearNumber.map((y) => ({
  text: String(y),
  first: monthStart(y * 12),
  next: monthStart(y * 12 + 12),
  before: monthStart(y * 12 - 12),
  after: monthStart(y * 12 + 24),
}));

const month: fc.Arbitrary<Unit> = fc.tuple(yearNumber, monthNumber).map(([y, m]) => {
  const count = y * 12 + m - 1;
  return {
    text: `${y}-${two(m)}`,
    first: monthStart(count),
    next: monthStart(count + 1),
    before: monthStart(count - 1),
    after: monthStart(count + 2),
  };
});

const day: fc.Arbitrary<Unit> = fc
  .tuple(yearNumber, monthNumber, fc.constantFrom(1, 2, 15, -1, 0))
  .map(([y, m, d]) => {
    const first = d > 0 ? Date.UTC(y, m - 1, d) : Date.UTC(y, m, d);
    const text = new Date(first).toISOString().slice(0, 10);
    return { text, first, next: first + DAY, before: first - DAY, after: first + 2 * DAY };
  });

const vagueUnit: fc.Arbitrary<Unit> = fc.oneof(
  month.map(
    ({ text, ...unit }): Unit => ({
      ...unit,
      text: `${text}-XX`,
      vague: true,
    }),
  ),
  year.map((unit): Unit => ({ ...unit, text: `${unit.text}-XX`, vague: true })),
  year.map((unit): Unit => ({ ...unit, text: `${unit.text}-XX-XX`, vague: true })),
  fc.constantFrom(1, 2, 3, 4).map((digits): Unit => {
    const size = 10 ** digits;
    const start = Math.floor(2023 / size) * size;
    return {
      text: '2023'.slice(0, 4 - digits) + 'X'.repeat(digits),
      first: monthStart(start * 12),
      next: monthStart((start + size) * 12),
      before: monthStart((start - size) * 12),
      after: monthStart((start + 2 * size) * 12),
      vague: true,
    };
  }),
);

const season: fc.Arbitrary<Unit> = fc.tuple(yearNumber, fc.constantFrom(21, 22, 23, 24)).map(([y, s]) => {
  const count = y * 12 + (s - 21) * 3 + 2;
  const [first, next] = [monthStart(count), monthStart(count + 3)];
  return { text: `${y}-${s}`, first, next, before: first, after: next };
});

const offsets: readonly (readonly [string, number])[] = [
  ['', 0],
  ['Z', 0],
  ['+00:00', 0],
  ['-00:00', 0],
  ['+14:00', 840],
  ['-12:00', -720],
  ['+05:30', 330],
  ['-03', -180],
];

const time: fc.Arbitrary<SamplePoint> = fc
  .tuple(
    day,
    fc.constantFrom('00:00:00', '10:00:00', '12:00:00', '23:59:59'),
    fc.constantFrom('', '', '.5', '.250', '.1239'),
    fc.constantFrom(...offsets),
  )
  .map(([{ text, first }, clock, fraction, [offset, minutes]]) => {
    const [hour, minute, second] = clock.split(':').map(Number) as [number, number, number];
    const digits = fraction.slice(1);
    const start =
      first +
      ((hour * 60 + minute - minutes) * 60 + second) * 1000 +
      Math.floor(Number(`0${fraction}`) * 1000);
    return {
      text: `${text}T${clock}${fraction}${offset}`,
      first: start,
      next: start + Math.max(1, 1000 / 10 ** digits.length),
      fixed: offset !== '',
      vague: false,
      uncertain: false,
    };
  });

type Qualifier = '' | '?' | '~' | '%';

function pointOf(
  { text, first, next, before, after, vague = false }: Unit,
  qualifier: Qualifier,
): SamplePoint {
  const approximate = qualifier === '~' || qualifier === '%';
  return {
    text: text + qualifier,
    first: approximate ? before : first,
    next: approximate ? after : next,
    fixed: false,
    vague: vague || approximate,
    uncertain: qualifier === '?' || qualifier === '%',
  };
}

const qualifier: fc.Arbitrary<Qualifier> = fc.constantFrom('', '', '', '', '', '', '~', '~', '?', '%');
const plain = (unit: Unit): SamplePoint => pointOf(unit, '');
const qualified = (unit: fc.Arbitrary<Unit>): fc.Arbitrary<SamplePoint> =>
  fc.tuple(unit, qualifier).map((parts) => pointOf(...parts));

const specified = fc.oneof(
  { weight: 3, arbitrary: qualified(day) },
  { weight: 3, arbitrary: qualified(month) },
  { weight: 1, arbitrary: qualified(year) },
  { weight: 1, arbitrary: season.map(plain) },
  { weight: 2, arbitrary: time },
);

const point: fc.Arbitrary<SamplePoint> = fc.oneof(
  { weight: 8, arbitrary: specified },
  { weight: 2, arbitrary: qualified(vagueUnit) },
);

const edgeText = (edge: SamplePoint | 'open' | 'unknown'): string =>
  edge === 'open' ? '..' : edge === 'unknown' ? '' : edge.text;

const rarely = <T>(common: fc.Arbitrary<T>, ...rare: T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 5, arbitrary: common }, { weight: 1, arbitrary: fc.constantFrom(...rare) });

type Edge = SamplePoint | 'open' | 'unknown';

/** Two points, the earlier one first. */
const pair = (of: fc.Arbitrary<SamplePoint>): fc.Arbitrary<[SamplePoint, SamplePoint]> =>
  fc.tuple(of, of).map(([a, b]) => (a.first <= b.first ? [a, b] : [b, a]));

const interval: fc.Arbitrary<Sample> = fc
  .tuple(
    pair(specified),
    rarely<Edge | ''>(fc.constant(''), 'open', 'unknown'),
    rarely<Edge | ''>(fc.constant(''), 'open', 'unknown'),
  )
  .map(([[start, end], first, last]) => {
    const edges = [first === '' ? start : first, last === '' ? end : last] as const;
    return { text: edges.map(edgeText).join('/'), edges };
  });

const range: fc.Arbitrary<SampleRange> = fc
  .oneof(pair(day.map(plain)), pair(month.map(plain)), pair(year.map(plain)), pair(time))
  .map(([from, to]) => ({ from, to }));

const set: fc.Arbitrary<Sample> = fc
  .tuple(
    fc.array(fc.oneof(point, range), { minLength: 1, maxLength: 4 }),
    fc.option(fc.oneof(day, month).map(plain)),
    fc.option(fc.oneof(day, month).map(plain)),
  )
  .map(([inner, earliest, latest]) => {
    const members: (SamplePoint | SampleRange)[] = [...inner];
    // most sets are closed
    if (earliest !== null && earliest.first % 3 === 0) members.unshift({ from: 'open', to: earliest });
    if (latest !== null && latest.first % 3 === 0) members.push({ from: latest, to: 'open' });
    const texts = members.map((member) =>
      'from' in member
        ? `${member.from === 'open' ? '' : member.from.text}..${member.to === 'open' ? '' : member.to.text}`
        : member.text,
    );
    return { text: `[${texts.join(',')}]`, members };
  });

/** Fuzzy dates of a few years, of every kind; all are legal. */
export const sample: fc.Arbitrary<Sample> = fc
  .oneof(
    { weight: 4, arbitrary: point.map((one): Sample => ({ text: one.text, members: [one] })) },
    { weight: 3, arbitrary: interval },
    { weight: 3, arbitrary: set },
  )
  .filter(({ text }) => isFuzzyDate(text));

/** The same as text. */
export const fuzzyDate: fc.Arbitrary<string> = sample.map(({ text }) => text);
