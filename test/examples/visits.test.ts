import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import { checkFiles } from '../../src/node.js';
import { codePointLength, sliceCodePoints } from '../../src/primitives/code-points.js';
import { isPossiblyBefore } from '../../src/primitives/fuzzy-date/order.js';
import { rollupConfirmation } from '../../src/reasoning/confirmation/rollup-confirmation.js';
import type { StanceAspect } from '../../src/vocabulary/claim.js';
import { entityKinds } from '../../src/vocabulary/entity.js';
import { objectsIn, readExample, root } from './example.js';

let dataset: Dataset;
beforeAll(async () => {
  dataset = await readExample();
});

const article = () => dataset.articles[0]!;
const body = () => article().body?.text ?? '';

describe('the example', () => {
  it('is clean', async () => {
    const report = await checkFiles(['examples/visits'], { cwd: root }).report();
    expect(report.diagnostics).toEqual([]);
    expect(report.summary).toMatchObject({ files: 6, records: 81, errors: 0, warnings: 0, complete: true });
  });

  it('has every type of record, and every kind of entity that a short article needs', () => {
    const { articles, sources, entities, claims, scheduledEvents, assessments } = dataset;
    expect([articles.length, assessments.length]).toEqual([1, 1]);
    expect([sources.length, entities.length, claims.length, scheduledEvents.length]).toEqual([
      11, 28, 30, 10,
    ]);
    const kinds = new Set(entities.map(({ kind }) => kind));
    expect(entityKinds.filter((kind) => !kinds.has(kind))).toEqual([
      'product',
      'work',
      'law',
      'event',
      'other',
    ]);
  });

  it('leaves no source, entity, claim or event unused', () => {
    const used = new Set(dataset.records.flatMap(({ id }) => dataset.referencesFrom(id).map(({ to }) => to)));
    const unused = dataset.records.filter(({ id }) => !used.has(id)).map(({ id }) => id);
    expect(unused.filter((id) => !id.startsWith('claim:') && !id.startsWith('assessment:'))).toEqual([]);
  });
});

describe('the text of the example', () => {
  it('is the text that its digest says', () => {
    const text = body();
    expect(article().textDigest).toEqual({
      sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
      normalization: 'NFC',
      newline: 'lf',
      codePoints: codePointLength(text),
    });
    expect(text.normalize('NFC')).toBe(text);
    expect(text).not.toMatch(/\r/);
  });

  it('has the words of every anchor at the place that the anchor says', () => {
    const anchors = dataset.records.flatMap((record) =>
      objectsIn(record, record.id).filter(({ object }) => 'exact' in object),
    );
    expect(anchors.length).toBeGreaterThan(120);
    for (const { path, object } of anchors) {
      const { exact, start, end } = object as { exact: string; start: number; end: number };
      expect(sliceCodePoints(body(), start, end), path).toBe(exact);
    }
  });

  it('anchors every claim', () => {
    expect(dataset.claims.filter(({ anchors }) => (anchors ?? []).length === 0)).toEqual([]);
  });
});

describe('the two visits', () => {
  const visit = (id: string) => dataset.find('scheduled-event', id)!;

  it('are unconfirmed, whatever was said of them', () => {
    for (const id of ['event:visit-vietnam', 'event:visit-north-korea']) {
      expect(visit(id)).toMatchObject({ status: 'unconfirmed', phase: 'planned' });
      expect(visit(id)).not.toHaveProperty('confirmation');
      expect(visit(id).start?.status).not.toBe('confirmed');
    }
  });

  it('keep what was planned first, what is agreed, and the order', () => {
    expect(visit('event:visit-vietnam')).toMatchObject({
      start: { status: 'agreed', disclosed: false },
      history: [{ start: { date: '2024-06-19' } }],
      relations: [{ type: 'before', eventId: 'event:visit-north-korea', certainty: 'probable' }],
    });
    expect(visit('event:visit-vietnam').start).not.toHaveProperty('date');
    expect(visit('event:visit-vietnam').agenda?.map(({ status }) => status)).toEqual(
      Array(4).fill('under-discussion'),
    );
  });

  it('are what their evidence makes them', () => {
    const rollup = (id: string, aspect: StanceAspect) =>
      rollupConfirmation(visit(id), aspect, dataset, { at: '2024-06-19' });
    const by = (reasons: readonly { sourceId?: string | undefined }[]) => reasons.map((one) => one.sourceId);

    for (const aspect of ['occurrence', 'date'] as const) {
      const { status, reasons } = rollup('event:visit-vietnam', aspect);
      expect([status, by(reasons.confirming), by(reasons.backgroundConfirming)]).toEqual([
        'unconfirmed',
        [],
        ['source:vietnam-official'],
      ]);
    }
    const korea = 'event:visit-north-korea';
    expect(rollup(korea, 'occurrence')).toMatchObject({ status: 'unconfirmed', reasons: { confirming: [] } });
    expect(rollup(korea, 'date').status).toBe('unconfirmed');
    expect(by(rollup(korea, 'date').reasons.explicitlyUnconfirmed)).toEqual(['source:kremlin']);
    expect(rollup(korea, 'preparation').status).toBe('confirmed');
    expect(by(rollup(korea, 'preparation').reasons.confirming)).toEqual(['source:matsegora']);
    expect(visit(korea).aspects?.preparation).toBe('confirmed');
  });

  it('come from an article that was possibly written before the date planned first', () => {
    expect(isPossiblyBefore(article().publicationDate?.date ?? '', '2024-06-19')).toBe(true);
    expect(article().publicationDate?.method).toBe('inferred');
  });
});

/** The article whose facts the example retells. It is no part of the project. */
const seed = (() => {
  const corpora = process.env.NEWSDOMAIN_CORPORA;
  if (corpora === undefined || corpora === '') return undefined;
  try {
    return readFileSync(join(corpora, '..', 'seed', 'article.txt'), 'utf8');
  } catch {
    return undefined;
  }
})();

/** The most words in a row that may be the same: names such as that of a kind of missile have four. */
const LONGEST_RUN = 4;

const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function runs(text: string, length: number): readonly string[] {
  const all = words(text);
  return all.slice(length - 1).map((_, index) => all.slice(index, index + length).join(' '));
}

describe.skipIf(seed === undefined)(
  'the words of the example (skipped without the original: set NEWSDOMAIN_CORPORA)',
  () => {
    const known = new Set(runs(seed ?? '', LONGEST_RUN + 1));
    const files = [
      ...readdirSync(join(root, 'examples'), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.\w+$/.test(name))
        .map((name) => join('examples', name)),
      'docs/capabilities.md',
      'docs/model.md',
    ];

    it.each(files)("are the project's own: %s", (file) => {
      const text = readFileSync(join(root, file), 'utf8');
      expect(runs(text, LONGEST_RUN + 1).filter((run) => known.has(run))).toEqual([]);
    });

    it('would be found if they were copied', () => {
      const copied = `As reported, ${words(seed ?? '')
        .slice(20, 26)
        .join(' ')}.`;
      expect(runs(copied, LONGEST_RUN + 1).some((run) => known.has(run))).toBe(true);
    });
  },
);
