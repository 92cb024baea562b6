import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { isFuzzyDate } from '../../src/primitives/fuzzy-date/parse.js';
import { safeParseNewsRecord } from '../../src/records/news-record.js';
import { recordTypes } from '../../src/vocabulary/record-type.js';
import { eventPhases, eventStatuses } from '../../src/vocabulary/scheduled-event.js';
import { readExample, root } from './example.js';

interface Excerpt {
  readonly type: string;
  readonly id: string;
}

const page = readFileSync(join(root, 'docs/model.md'), 'utf8');
const blocks = [...page.matchAll(/^```json\n(.*?)^```$/gms)].map(([, text]) => text ?? '');
const excerpts = blocks.flatMap((text) => JSON.parse(text) as Excerpt | Excerpt[]);

describe('the page of the model', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    dataset = await readExample();
  });

  it('shows every type of record', () => {
    expect(blocks.length).toBe(page.split('```json').length - 1);
    expect(new Set(excerpts.map(({ type }) => type))).toEqual(new Set(recordTypes));
  });

  it.each(excerpts.map((excerpt, index) => [`${index + 1}. ${excerpt.id}`, excerpt] as const))(
    'shows a valid record that says what the example says: %s',
    (_, excerpt) => {
      expect(safeParseNewsRecord(excerpt).error?.issues).toBeUndefined();
      expect(dataset.get(excerpt.id)).toMatchObject(excerpt);
    },
  );

  it('lists the phases and statuses that there are', () => {
    expect(page).toContain(eventPhases.map((phase) => `\`${phase}\``).join(' '));
    expect(page).toContain(`| ${eventStatuses.map((status) => `\`${status}\``).join(' ')} |`);
  });

  it('stores the times of its table as fuzzy dates', () => {
    const table = page.slice(page.indexOf('| written | stored |'), page.indexOf('A point or a set means'));
    const dates = [...table.matchAll(/^\| [^|]+ \| `([^`]+)`/gm)].map(([, date]) => date);
    expect(dates.length).toBe(7);
    expect(dates.filter((date) => !isFuzzyDate(date))).toEqual([]);
  });

  it('links to what exists', () => {
    const links = [...page.matchAll(/\]\(([^)#]+)\)/g)].map(([, link]) => link ?? '');
    expect(links.length).toBeGreaterThan(1);
    expect(links.filter((link) => !existsSync(join(root, 'docs', link)))).toEqual([]);
  });
});
