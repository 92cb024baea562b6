import { describe, expect, it } from 'vitest';
import { isWebUrl } from '../../../src/primitives/web-url.js';
import { normalizeRating } from '../../../src/reasoning/claims/normalize-rating.js';
import { ratingScales } from '../../../src/reasoning/claims/rating-scales.js';
import { assessmentStatuses } from '../../../src/vocabulary/assessment.js';
import { likelihoods } from '../../../src/vocabulary/time.js';

const rate = (scale: string | undefined, label: string, numbers: object = {}) =>
  normalizeRating({ label, ...(scale === undefined ? {} : { scale }), ...numbers });

/** A number for which anybody would guess the middle. */
const middle = { value: 3, best: 5, worst: 1 };

describe('the scales', () => {
  it('each have a name, a version and a source', () => {
    expect(ratingScales.map(({ id }) => id)).toEqual(['politifact', 'snopes', 'admiralty', 'icd-203']);
    for (const { name, version, source } of ratingScales) {
      expect(name).not.toBe('');
      expect(version).toMatch(/\d{4}/);
      expect(isWebUrl(source)).toBe(true);
    }
  });

  it('have labels as they are looked up, with meanings in the terms of the vocabularies', () => {
    for (const { labels } of ratingScales) {
      for (const [label, { position, status, likelihood }] of Object.entries(labels)) {
        expect(label).toMatch(/^[a-z0-9]+(?: [a-z0-9]+)*$/);
        if (position !== undefined) expect(position >= 0 && position <= 1).toBe(true);
        if (status !== undefined) expect(assessmentStatuses).toContain(status);
        if (likelihood !== undefined) expect(likelihoods).toContain(likelihood);
      }
    }
  });
});

describe('normalizeRating', () => {
  it('reads the six ratings of PolitiFact from the best to the worst, and the old name of one', () => {
    const labels = ['True', 'Mostly True', 'Half True', 'Mostly False', 'False', 'Pants on Fire!'];
    const read = labels.map((label) => rate('politifact', label));
    expect(read.map(({ position }) => position)).toEqual([1, 0.8, 0.6, 0.4, 0.2, 0]);
    expect(read.map(({ status }) => status)).toEqual([
      'supported',
      'supported',
      'conflicting',
      'refuted',
      'refuted',
      'refuted',
    ]);
    expect(rate('politifact', 'Barely True').position).toBe(0.4);
  });

  it('reads the ratings of Snopes', () => {
    expect(rate('Snopes', 'Mixture')).toEqual({
      label: 'Mixture',
      scale: 'snopes',
      version: '2024',
      position: 0.5,
      status: 'conflicting',
    });
    expect(rate('snopes.com', 'Correct Attribution').scale).toBeUndefined();
    expect(rate('snopes', 'Correct Attribution').status).toBe('supported');
  });

  it('reads grades of the Admiralty code, alone and combined', () => {
    expect(['A', 'B', 'C', 'D', 'E'].map((grade) => rate('admiralty', grade).position)).toEqual([
      1, 0.75, 0.5, 0.25, 0,
    ]);
    expect(['1', '2', '3', '4', '5'].map((grade) => rate('NATO', grade).position)).toEqual([
      1, 0.75, 0.5, 0.25, 0,
    ]);
    for (const label of ['C3', 'c3', 'C-3', 'C 3']) {
      expect(rate('Admiralty code', label)).toEqual({
        label,
        scale: 'admiralty',
        version: 'AJP-2.1, edition B, 2016',
        reliability: 0.5,
        credibility: 0.5,
      });
    }
  });

  it('reads terms of ICD 203 as likelihoods, never as positions', () => {
    for (const likelihood of likelihoods) {
      const read = rate('ICD 203', likelihood.replaceAll('-', ' '), middle);
      expect([read.likelihood, read.position, read.status]).toEqual([likelihood, undefined, undefined]);
    }
    expect(rate('ICD-203', 'Highly improbable').likelihood).toBe('very-unlikely');
    expect(rate('icd203', 'Nearly certain').likelihood).toBe('almost-certain');
  });

  it('maps what cannot be judged to nothing, whatever number stands beside it', () => {
    for (const [scale, label] of [
      ['admiralty', 'F'],
      ['admiralty', '6'],
      ['admiralty', 'F6'],
      ['snopes', 'Unproven'],
      ['snopes', 'Unproven (retired)'],
      ['snopes', 'Research In Progress'],
      ['snopes', 'Satire'],
    ] as const) {
      const read = rate(scale, label, middle);
      expect([read.label, read.scale]).toEqual([label, scale]);
      expect(read).not.toHaveProperty('position');
      expect(read).not.toHaveProperty('reliability');
      expect(read).not.toHaveProperty('credibility');
    }
    expect(rate('admiralty', 'F2')).toMatchObject({ credibility: 0.75 });
    expect(rate('admiralty', 'F2')).not.toHaveProperty('reliability');
    expect(rate('admiralty', 'B6')).not.toHaveProperty('credibility');
  });

  it('keeps the label verbatim', () => {
    for (const label of ['  Pants  on Fire!!', 'MOSTLY TRUE', 'Größtenteils falsch']) {
      expect(rate('politifact', label).label).toBe(label);
    }
    expect(rate('politifact', '  Pants  on Fire!!').position).toBe(0);
  });

  it('guesses no scale: a label without one means nothing, and so does one that its scale lacks', () => {
    expect(rate(undefined, 'False')).toEqual({ label: 'False' });
    expect(rate('A Newspaper', 'False')).toEqual({ label: 'False' });
    expect(rate('politifact', 'Mixture')).toEqual({ label: 'Mixture' });
    expect(rate('politifact', 'G7')).toEqual({ label: 'G7' });
    for (const label of ['__proto__', 'constructor', 'toString']) {
      expect(rate('politifact', label)).toEqual({ label });
      expect(rate(label, 'True')).toEqual({ label: 'True' });
    }
  });

  it('works out a position from numbers where no label does, in either direction', () => {
    expect(rate(undefined, 'Shaky', { value: 2, best: 5, worst: 1 }).position).toBe(0.25);
    expect(rate('stars', 'Shaky', { value: 2, best: 1, worst: 5 }).position).toBe(0.75);
  });

  it('works out nothing from numbers that make no scale, or lie outside of theirs', () => {
    for (const numbers of [
      { value: 2 },
      { value: 2, best: 5 },
      { value: 2, best: 2, worst: 2 },
      { value: -1, best: 5, worst: 1 },
      { value: 6, best: 5, worst: 1 },
      { value: Number.NaN, best: 5, worst: 1 },
    ]) {
      expect(rate(undefined, 'Shaky', numbers)).toEqual({ label: 'Shaky' });
    }
  });
});
