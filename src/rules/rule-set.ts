import type { FindingCode, Severity } from '../finding/finding.js';
import { type RecordType, recordTypes } from '../vocabulary/record-type.js';
import { type Projection, projectionsOf } from './reads.js';
import type { RecordParts } from './record-parts.js';
import type { DatasetRule, RecordContext, RecordRule, Rule } from './rule.js';
import { allRules } from './rule-table.js';

/** What the user of a check says of its rules. */
export interface RuleSettings {
  /** How bad the findings of a code are, whatever its rule says; `off` leaves them out. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>> | undefined;
  /** The instant that counts as now. Without it the rules that ask for the time do not run. */
  readonly now?: string | undefined;
  /**
   * Computes the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. Without it a `textDigest` is compared by
   * its length alone; `checkFiles` has it from Node.
   */
  readonly sha256?: ((text: string) => string) | undefined;
}

/** The rules of one check, ready to run: those that are off are not even here. */
export interface RuleSet {
  readonly recordRules: Readonly<Record<RecordType, readonly RecordRule[]>>;
  readonly datasetRules: readonly DatasetRule[];
  /** Whether a rule reads the text of the body of a record that nothing else is wrong with. */
  readsText(record: Readonly<Record<string, unknown>>): boolean;
  /** The paths of all that the rules read of records. */
  readonly reads: Readonly<Record<RecordType, readonly string[]>>;
  /** Takes out of a record what the dataset rules read, but for what is settled. */
  readonly partsRead: Readonly<Record<RecordType, Projection>>;
  /** The codes of the rules that are left out, in alphabetical order. */
  readonly notRun: readonly string[];
  /** What record rules may ask beside a record of which nothing is wrong. */
  readonly context: RecordContext;
  /** How bad a finding is, given how bad it is where nothing is set. */
  severityOf(code: string, otherwise: Severity): Severity | 'off';
}

/** Picks the rules that run. A code that no rule has is nobody's: who reads settings checks them. */
export function selectRules(settings: RuleSettings = {}, rules: readonly Rule[] = allRules): RuleSet {
  const { now, sha256 } = settings;
  const set = new Map(Object.entries(settings.severities ?? {}));
  const severityOf: RuleSet['severityOf'] = (code, otherwise) => set.get(code) ?? otherwise;
  const runs = (rule: Rule): boolean =>
    severityOf(rule.code, rule.severity) !== 'off' && (rule.now === undefined || now !== undefined);
  const running = rules.filter(runs);
  const recordRules = running.filter((rule): rule is RecordRule => rule.scope === 'record');
  const datasetRules = running.filter((rule): rule is DatasetRule => rule.scope === 'dataset');
  const readers = recordRules.filter(({ readsText }) => readsText !== undefined);
  return {
    readsText: (record) =>
      readers.some(
        ({ types, readsText }) =>
          types.includes(record.type as RecordType) && readsText!(record as RecordParts),
      ),
    recordRules: Object.fromEntries(
      recordTypes.map((type) => [type, recordRules.filter(({ types }) => types.includes(type))]),
    ) as unknown as RuleSet['recordRules'],
    datasetRules,
    reads: Object.fromEntries(
      recordTypes.map((type) => {
        const alone = recordRules.filter(({ types }) => types.includes(type)).flatMap(({ reads }) => reads);
        return [type, [...alone, ...datasetRules.flatMap(({ reads }) => reads[type] ?? [])]];
      }),
    ) as unknown as RuleSet['reads'],
    partsRead: projectionsOf(datasetRules),
    notRun: rules
      .filter((rule) => !runs(rule))
      .map(({ code }): FindingCode => code)
      .sort(),
    context: { now, sha256, isSpoiled: () => false },
    severityOf,
  };
}

let standard: RuleSet | undefined;

/** Every rule that needs no clock, at its own severity. They are picked once, when they are first asked for. */
export function defaultRules(): RuleSet {
  standard ??= selectRules();
  return standard;
}
