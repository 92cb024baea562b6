import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseEdtfTs } from '@edtf-ts/core';
import edtf from 'edtf';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzzyDateBounds } from '../../src/primitives/fuzzy-date/bounds.js';
import { isDefinitelyBefore } from '../../src/primitives/fuzzy-date/order.js';
import { safeParseFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { corpora } from '../support/corpora.js';
import { fuzzyDate } from '../support/fuzzy-date-arbitrary.js';
import { RUNS } from '../support/runs.js';

type Peer = 'edtf' | '@edtf-ts/core';
type Question = 'accepts' | 'refuses' | 'bounds';

/** One way in which a peer differs: how its texts are known, one of them, and what decides. */
interface Class {
  readonly peer: Peer;
  /** What the peer does that this library does not; `bounds`: both accept, and mean other times. */
  readonly question: Question;
  readonly witness: string;
  readonly what: string;
  readonly clause: string;
  readonly has: (text: string) => boolean;
}

const codeOf = (text: string): string | undefined => safeParseFuzzyDate(text).error?.code;
const isSet = (text: string): boolean => text.startsWith('[');
const isOpen = (text: string): boolean => /^\/|\/$|\.\./.test(text);
const hasPartYearBefore0 = (text: string): boolean => /(?:^|[[,/.])-\d*X/.test(text);
const hasSeason = (text: string): boolean => /-2[1-4](?!-|\d)/.test(text);
const widens = (text: string): boolean => /[~%]/.test(text);
/** Either end of an interval may come first. */
const isLoose = (text: string): boolean => {
  const [start, end] = text.split('/');
  return Boolean(start && end) && ![start, end].includes('..') && !isDefinitelyBefore(start!, end!);
};

const level2 = 'the project refuses EDTF level 2, by name';
const within = 'EDTF level 0, time interval: an end is some time within the date that is written';
const unit = 'EDTF level 1, qualification: no amount is given; the project widens by one unit';
const members = 'EDTF, set representation: "one of a set" holds dates; the project takes those of level 1';

const classes: readonly Class[] = [
  {
    peer: 'edtf',
    question: 'accepts',
    witness: '~2024',
    what: 'reads level 2',
    clause: level2,
    has: (text) => codeOf(text) === 'level-2',
  },
  {
    peer: '@edtf-ts/core',
    question: 'accepts',
    witness: '~2024',
    what: 'reads level 2',
    clause: level2,
    has: (text) => codeOf(text) === 'level-2',
  },
  {
    peer: 'edtf',
    question: 'accepts',
    witness: '2023-02-29',
    what: 'rolls a day that does not exist into March',
    clause: 'ISO 8601-1:2019, 4.2.1: days of a month',
    has: (text) => codeOf(text) === 'no-such-date' && text.includes('-02-29'),
  },
  {
    peer: 'edtf',
    question: 'accepts',
    witness: '20240619',
    what: 'reads dates without hyphens',
    clause: 'EDTF level 0: the extended format alone',
    has: (text) => /\d{8}/.test(text),
  },
  {
    peer: '@edtf-ts/core',
    question: 'accepts',
    witness: '-0000',
    what: 'has a year 0 with a sign',
    clause: 'ISO 8601-1:2019, 4.3.2: the year 0 is 0000',
    has: (text) => text.includes('-0000'),
  },
  {
    peer: '@edtf-ts/core',
    question: 'accepts',
    witness: 'Y17000/Y18000',
    what: 'reads long years in intervals and with qualifiers',
    clause:
      'EDTF level 1, letter-prefixed year: Y stands at the beginning of the date string, which is a year alone',
    has: (text) => /Y/.test(text),
  },
  {
    peer: 'edtf',
    question: 'refuses',
    witness: '2024-21/2024',
    what: 'knows no seasons in intervals',
    clause: 'EDTF level 1, seasons: they stand in place of a month',
    has: (text) => text.includes('/') && hasSeason(text),
  },
  {
    peer: '@edtf-ts/core',
    question: 'refuses',
    witness: '2024-21/2024',
    what: 'knows no seasons in intervals with other dates',
    clause: 'EDTF level 1, seasons: they stand in place of a month',
    has: (text) => text.includes('/') && hasSeason(text),
  },
  {
    peer: 'edtf',
    question: 'refuses',
    witness: '2024-XX~',
    what: 'qualifies no date with unspecified digits',
    clause: 'EDTF level 1, qualification of a date (complete): the mark applies to the whole date',
    has: (text) => /X.*[?~%]/.test(text),
  },
  {
    peer: 'edtf',
    question: 'refuses',
    witness: '2024-06-19T09:30:00/2024-06-19',
    what: 'takes a date for its first moment in an interval',
    clause: within,
    has: isLoose,
  },
  {
    peer: '@edtf-ts/core',
    question: 'refuses',
    witness: '2024~/2023',
    what: 'takes a date for its first moment in an interval, and ~ for nothing',
    clause: within,
    has: isLoose,
  },
  {
    peer: 'edtf',
    question: 'refuses',
    witness: '[2024~,2025]',
    what: 'knows only plain dates in sets',
    clause: members,
    has: isSet,
  },
  {
    peer: '@edtf-ts/core',
    question: 'refuses',
    witness: '[2024-01-01T00:00:00..2024-01-02T00:00:00]',
    what: 'knows no times, and fewer ranges, in sets',
    clause: members,
    has: isSet,
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '2024~',
    what: 'takes ~ for nothing',
    clause: unit,
    has: widens,
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: '2024~',
    what: 'takes ~ for nothing',
    clause: unit,
    has: widens,
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '2024/',
    what: 'ends what is unknown in 1970',
    clause: 'EDTF level 1, extended interval: an empty edge is unknown',
    has: isOpen,
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: '2024/..',
    what: 'ends what is open where Date ends',
    clause: 'EDTF level 1, extended interval: .. is open',
    has: isOpen,
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '2024-06-19T09:30:00.5Z',
    what: 'takes a second for a moment, and .5 for 5 ms',
    clause: 'ISO 8601-1:2019, 5.3.1.4: decimal fractions',
    has: (text) => text.includes('T'),
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: '2024-06-19T09:30:00+07:00',
    what: 'drops offsets and fractions',
    clause: 'ISO 8601-1:2019, 4.3.13: the difference between local time and UTC',
    has: (text) => text.includes('T'),
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '2024-21',
    what: 'takes seasons for quarters',
    clause: 'EDTF, quarters are 33 to 36, of level 2; 21 is spring',
    has: hasSeason,
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: 'XXXX',
    what: 'begins an unspecified year in 1900',
    clause: 'EDTF level 1, unspecified digits: X may be any digit',
    has: (text) => text.includes('XXXX'),
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: '-19XX',
    what: 'turns the bounds of years before 0 around',
    clause: 'EDTF level 1, negative calendar year: -1999 is before -1900',
    has: hasPartYearBefore0,
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: 'Y300000',
    what: 'has no times beyond Date',
    clause: 'EDTF level 1, letter-prefixed year: more than four digits',
    has: (text) => text.includes('Y'),
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: 'Y170002024',
    what: 'reckons years beyond Date by their average',
    clause: 'ISO 8601-1:2019, 4.2.1: leap years of the Gregorian calendar',
    has: (text) => text.includes('Y'),
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '[2025,2024]',
    what: 'takes the first and the last member for the earliest and the latest',
    clause: 'EDTF, set representation: a set has no order',
    has: isSet,
  },
  {
    peer: '@edtf-ts/core',
    question: 'bounds',
    witness: '0000',
    what: 'takes years below 100 for years of the 20th century',
    clause: 'ISO 8601-1:2019, 4.3.2: 0000 is the year before 0001',
    has: (text) => /(?:^|[^\d])00\d\d/.test(text),
  },
  {
    peer: '@edtf-ts/core',
    question: 'accepts',
    witness: '2024-06-19T09:30:00+15:00',
    what: 'reads any offset',
    clause: 'the project keeps to offsets that clocks have, -12:00 to +14:00',
    has: (text) => codeOf(text) === 'offset-range',
  },
  {
    peer: '@edtf-ts/core',
    question: 'refuses',
    witness: '-1985-21',
    what: 'knows no seasons before the year 0',
    clause: 'EDTF level 1, seasons and negative calendar year',
    has: (text) => text.startsWith('-') && hasSeason(text),
  },
  {
    peer: 'edtf',
    question: 'bounds',
    witness: '-2004-XX',
    what: 'turns the bounds of years before 0 around',
    clause: 'EDTF level 1, negative calendar year: months follow each other as in any year',
    has: (text) => /(?:^|[[,/.])-[\d-]*X/.test(text),
  },
  {
    peer: 'edtf',
    question: 'refuses',
    witness: '2024-06-19T09:30:00-00:00',
    what: 'knows no unknown offset',
    clause: 'RFC 3339, 4.3: -00:00 is an offset that is unknown; every instant is a fuzzy date',
    has: (text) => text.includes('-00:00'),
  },
  {
    peer: '@edtf-ts/core',
    question: 'refuses',
    witness: '2024-06-19T09:30:00/..',
    what: 'knows no times in intervals that are open or qualified',
    clause: 'EDTF level 1, extended interval: a date string, which may have a time, at the other end',
    has: (text) => text.includes('T') && text.includes('/') && (isOpen(text) || /[?~%]/.test(text)),
  },
];

interface Reading {
  readonly low: number;
  readonly high: number;
}

const peers: Readonly<Record<Peer, (text: string) => Reading | undefined>> = {
  edtf: (text) => {
    try {
      const date = edtf(text);
      return { low: Number(date.min), high: Number(date.max) };
    } catch {
      return undefined;
    }
  },
  '@edtf-ts/core': (text) => {
    const { success, value } = parseEdtfTs(text) as {
      success: boolean;
      value?: { minMs: bigint; maxMs: bigint };
    };
    return success && value ? { low: Number(value.minMs), high: Number(value.maxMs) } : undefined;
  },
};

/** How a peer differs on a text, if it does. */
function difference(peer: Peer, text: string): Question | undefined {
  const theirs = peers[peer](text);
  const ours = safeParseFuzzyDate(text);
  if (!ours.success) return theirs === undefined ? undefined : 'accepts';
  if (theirs === undefined) return 'refuses';
  const { earliestStart, latestEnd } = fuzzyDateBounds(text);
  return theirs.low === earliestStart && theirs.high === latestEnd ? undefined : 'bounds';
}

function unlisted(text: string): string[] {
  return (Object.keys(peers) as Peer[]).flatMap((peer) => {
    const question = difference(peer, text);
    if (question === undefined) return [];
    const known = classes.some((one) => one.peer === peer && one.question === question && one.has(text));
    return known ? [] : [`${peer} ${question} ${text}`];
  });
}

const pieces =
  '2024 2023 -06 -19 -02-29 X XX XXXX ? ~ % / .. [ ] , -21 T09:30:00 Z +07:00 -0000 Y17000 0619'.split(' ');

describe('edtf 4 and @edtf-ts/core', () => {
  it.each(classes)('$peer $question: $witness $what', ({ peer, question, witness, has }) => {
    expect(difference(peer, witness)).toBe(question);
    expect(has(witness)).toBe(true);
  });

  it('differ on dates as listed, and in no other way', () => {
    fc.assert(
      fc.property(fuzzyDate, (text) => {
        expect(unlisted(text)).toEqual([]);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  it('differ on texts that are nearly dates as listed, and in no other way', () => {
    const nearly = fc
      .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 6 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(nearly, (text) => {
        expect(unlisted(text)).toEqual([]);
      }),
      { numRuns: RUNS * 2 },
    );
  });

  const folder = corpora('05-edtf');
  it.skipIf(folder === undefined)(
    'differ on the corpus as listed (skipped without NEWSDOMAIN_CORPORA)',
    () => {
      const rows: readonly { edtf: string; contested?: unknown }[] = JSON.parse(
        readFileSync(join(folder!, 'edtf-strings.json'), 'utf8'),
      );
      expect(
        rows.filter(({ contested }) => contested === undefined).flatMap((row) => unlisted(row.edtf)),
      ).toEqual([]);
    },
  );

  it('are compared in the guide as they are here', () => {
    const page = readFileSync('docs/fuzzy-dates.md', 'utf8');
    for (const { peer, question, witness, what, clause } of classes)
      expect(page).toContain(`| \`${peer}\` | ${question} | \`${witness}\` | ${what} | ${clause} |`);
    expect(page.match(/^\| `(?:edtf|@edtf-ts\/core)` \|/gm)).toHaveLength(classes.length);
  });
});
