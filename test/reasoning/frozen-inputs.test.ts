import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Dataset } from '../../src/dataset/dataset.js';
import * as newsdomain from '../../src/index.js';
import type { ClaimId, SourceId } from '../../src/primitives/id.js';
import { readExample } from '../examples/example.js';
import { deepFreeze } from '../support/deep-freeze.js';

/** The functions that the package exports from `src/reasoning`, read off its face. */
const exported = (() => {
  const file = ts.createSourceFile(
    'index.ts',
    readFileSync('src/index.ts', 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const names = file.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || statement.exportClause === undefined) return [];
    const from = statement.moduleSpecifier?.getText(file) ?? '';
    if (!from.includes('/reasoning/') || !ts.isNamedExports(statement.exportClause)) return [];
    return statement.exportClause.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map(({ name }) => name.text);
  });
  const faces: Readonly<Record<string, unknown>> = newsdomain;
  return names.filter((name) => isPlainFunction(faces[name])).sort();
})();

function isPlainFunction(value: unknown): boolean {
  return typeof value === 'function' && !(value.prototype instanceof Error);
}

let example: Dataset;

beforeAll(async () => {
  example = await readExample();
});

const at = '2024-06-18';
const policy = { requireAllParties: true, corroborate: 2 };
const event = () => example.find('scheduled-event', 'event:visit-north-korea')!;
const claim = () => example.find('claim', 'claim:vietnam-dates-agreed')!;
const facts = () => example.records.flatMap((record) => newsdomain.collectEvidence(record) ?? []);
const article = () => JSON.parse(JSON.stringify(example.find('article', 'article:two-visits')));
const rollup = () => newsdomain.rollupConfirmation(event(), 'preparation', example, { at, policy });

/** One call of each function, on data that make it do all its work. What it takes is frozen before it is called. */
const calls: Readonly<Record<string, () => readonly unknown[]>> = {
  anchorsOf: () => [JSON.parse(JSON.stringify(claim()))],
  assembleEvidence: () => [JSON.parse(JSON.stringify(facts()))],
  assertionTimeOf: () => [claim(), example],
  assessmentsAsOf: () => [example.assessments[0]!.subjectId, example, { at }],
  canTransition: () => ['planned', 'postponed'],
  claimLifecycle: () => [example.find('claim', 'claim:only-trip')!, example, { at }],
  collectEvidence: () => [JSON.parse(JSON.stringify(claim()))],
  confirmationTimeline: () => [event(), 'occurrence', example, { policy }],
  createTextDigest: () => ['Two visits.\r\n', { newline: 'lf', normalization: 'NFC' }],
  eventsByEvidence: () => [example, { at, policy, aspect: 'date' }],
  eventsByStatus: () => [example],
  explainConfirmation: () => [JSON.parse(JSON.stringify(rollup())), example],
  factualityMatrix: () => [[...example.claims]],
  findContradictions: () => [example, { at }],
  formatAttribution: () => [JSON.parse(JSON.stringify(claim())), example],
  fromFactBankCode: () => ['CT+'],
  groundRulesOf: () => [JSON.parse(JSON.stringify(claim().attribution![0])), example],
  independentSources: () => [[...example.claims], example, { sameOwner: 'several' }],
  isPublishable: () => [JSON.parse(JSON.stringify(claim())), example],
  measuredText: () => [article()],
  normalizeRating: () => [{ label: 'B2', scale: 'admiralty', value: 1, best: 5, worst: 0 }],
  originatingSources: () => [JSON.parse(JSON.stringify(claim())), example],
  partiesOf: () => [JSON.parse(JSON.stringify(event()))],
  rollupConfirmation: () => [JSON.parse(JSON.stringify(event())), 'preparation', example, { at, policy }],
  statusAgainstEvidence: () => [{ ...event(), status: 'confirmed' }, example, { policy }],
  toFactBankCode: () => ['certain', 'positive'],
  transitionEvent: () => [
    JSON.parse(JSON.stringify(event())),
    'planned',
    {
      at,
      schedule: { start: { date: '2024-06-19' } },
      claimIds: ['claim:a' as ClaimId],
      confirmation: { by: ['source:a' as SourceId] },
    },
  ],
  upcomingEvents: () => [example, { from: '2024-06-01', to: '2024-07', certainty: 'possibly' }],
  verifyAnchors: () => [article(), JSON.parse(JSON.stringify(example.claims))],
  verifyTextDigest: () => [article()],
};

describe('every function of the reasoning', () => {
  it('is called here', () => {
    expect(exported.length).toBeGreaterThan(20);
    expect(Object.keys(calls).sort()).toEqual(exported);
  });

  it.each(exported)(
    '%s works on frozen data, leaves them as they were and answers the same again',
    async (name) => {
      const given = deepFreeze(calls[name]!());
      const before = JSON.stringify(given);
      const run = (newsdomain as unknown as Record<string, (...given: readonly unknown[]) => unknown>)[name]!;
      const answer = plain(await run(...given));
      expect(JSON.stringify(given)).toBe(before);
      expect(plain(await run(...given))).toBe(answer);
      expect(answer).not.toBe('undefined');
    },
  );
});

/** What an answer says, as text: two answers that read alike are alike. */
const plain = (value: unknown): string => String(JSON.stringify(value));
