import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'vitest';
import { fuzzyDateBounds } from '../../src/primitives/fuzzy-date/bounds.js';
import { safeParseFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { holdTo, type Row } from '../support/conformance.js';
import { corpora } from '../support/corpora.js';

/** A string as the corpus has it. */
interface EdtfRow {
  readonly edtf: string;
  readonly valid: boolean;
  /** Levels that a suite states; none when it states none. */
  readonly levels: readonly number[];
  /** First and last day, without what `?` and `~` add. */
  readonly strict_ranges?: readonly (readonly [string, string])[];
  readonly contested?: readonly string[];
}

const folder = corpora('05-edtf');

const exceptions = {
  '2012-23/2012-22':
    'EDTF level 1, seasons: 21 to 24 are independent of location; in the south autumn comes before the summer of that year',
  '2012-24/2012-21':
    'EDTF level 1, seasons: 21 to 24 are independent of location; in the south winter comes before the spring of that year',
  '0000-01-03/0000-01':
    'EDTF level 0, time interval: 2004-02-01/2005-02 ends "sometime in February 2005", so this ends some time in January, after the 3rd',
  '1985-06/1985-04':
    'ISO 8601-1:2019, 3.1.1.6: a time interval lies between two instants, of which the first is its start; nothing ends before it starts',
  '1999/1980':
    'ISO 8601-1:2019, 3.1.1.6: a time interval lies between two instants, of which the first is its start; nothing ends before it starts',
  'range of /2006':
    'EDTF level 1, extended interval: an empty start is unknown; no clause makes it ten years earlier',
  'range of 1984-06-02?/':
    'EDTF level 1, extended interval: an empty end is unknown; no clause makes it ten years later',
  'range of 2010-24':
    'EDTF level 1, seasons: 24 is winter, which does not end with December; another suite ends 2023-24 with February, as this project does',
};

describe.skipIf(folder === undefined)('05-edtf (skipped without NEWSDOMAIN_CORPORA)', () => {
  test('is read as its suites say', () => {
    const all: readonly EdtfRow[] = JSON.parse(readFileSync(join(folder!, 'edtf-strings.json'), 'utf8'));
    const rows = all.filter(({ contested }) => contested === undefined);
    holdTo('05-edtf', [...rows.map(judged), ...rows.flatMap(rangeOf)], exceptions);
  });
});

/** Level 2 is refused by name, but for one-of sets; what no suite states a level for may be either. */
function judged({ edtf, valid, levels }: EdtfRow): Row {
  const { success, error } = safeParseFuzzyDate(edtf);
  const actual = success ? 'accepted' : error.code === 'level-2' ? 'level 2' : 'refused';
  const upToOne = levels.some((level) => level < 2);
  if (!valid) return { name: edtf, expected: 'refused', actual: actual === 'accepted' ? actual : 'refused' };
  if (upToOne) return { name: edtf, expected: 'accepted', actual };
  if (levels.length === 0)
    return { name: edtf, expected: 'known', actual: actual === 'refused' ? actual : 'known' };
  return { name: edtf, expected: edtf.startsWith('[') ? 'accepted' : 'level 2', actual };
}

/** The first and the last day, on the date's own clock. */
function rangeOf({ edtf, strict_ranges: ranges }: EdtfRow): Row[] {
  if (ranges === undefined || !safeParseFuzzyDate(edtf).success) return [];
  // A range of the corpus is the one without `~`, and the day that a time with offset has where it is written.
  const { earliestStart, latestEnd } = fuzzyDateBounds(
    edtf
      .replaceAll('~', '')
      .replaceAll('%', '?')
      .replace(/([Z+-][\d:]*)$/, (end) => (edtf.includes('T') ? '' : end)),
  );
  const [first] = ranges[0]!;
  const [, last] = ranges.at(-1)!;
  return [
    {
      name: `range of ${edtf}`,
      expected: [first, last].map(plain),
      actual: [earliestStart, latestEnd].map(dayOf),
    },
  ];
}

const plain = (day: string): string => (/unbounded|inf/.test(day) ? 'open' : day);

const dayOf = (moment: number): string =>
  Number.isFinite(moment)
    ? new Date(moment)
        .toISOString()
        .replace(/^-00/, '-')
        .slice(0, moment < -62_167_219_200_000 ? 11 : 10)
    : 'open';
