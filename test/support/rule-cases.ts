/** Records in which a rule finds something, and where: the id of the record and the pointer in it. */
export interface FoundCase {
  readonly records: readonly object[];
  readonly at: readonly string[];
  /** The related places of the first finding, in the same form. */
  readonly related?: readonly string[];
  /** A part of the message of the first finding. */
  readonly says?: string;
}

/** What one rule finds and what it passes over. */
export interface RuleCases {
  readonly code: string;
  readonly found: Readonly<Record<string, FoundCase>>;
  /** What is right, or what the data leave open. */
  readonly passed: Readonly<Record<string, readonly object[]>>;
  /** The instant that counts as now. */
  readonly now?: string;
}

/** Names the cases of one rule. */
export const casesOf = (code: string, cases: Omit<RuleCases, 'code'>): RuleCases => ({ code, ...cases });

const record =
  (type: string, base: object = {}) =>
  (name: string, more: object = {}): object => ({
    type,
    id: `${type.replace('scheduled-', '')}:${name}`,
    ...base,
    ...more,
  });

/** Short ways to write records. */
export const article = record('article');
export const claim = record('claim', { text: 'It is so.' });
export const assessment = record('assessment', { by: 'source:desk', at: '2024-06', status: 'refuted' });
export const source = record('source', { kind: 'institution', name: 'A Source' });
export const entity = record('entity', { kind: 'country', name: 'A Country' });
export const person = record('entity', { kind: 'person', name: 'A Person' });
export const event = record('scheduled-event', { name: 'A visit', status: 'unconfirmed', phase: 'planned' });

/** An event that is stored as confirmed. */
export const confirmedEvent = (
  name: string,
  confirmation: object = { by: ['source:a'] },
  more: object = {},
): object => event(name, { status: 'confirmed', confirmation, ...more });

/** A link of an attribution chain. */
export const link = (role: string, name: string, more: object = {}): object => ({
  sourceIds: [`source:${name}`],
  role,
  ...more,
});
