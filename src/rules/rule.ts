import type { FindingCode, Path, Severity } from '../finding/finding.js';
import type { Problem } from '../schema/problem.js';
import type { RecordType } from '../vocabulary/record-type.js';

/** What a person is told of a rule. */
export interface RuleDocs {
  /** The stable name of what it finds. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** What it finds, in a few words. */
  readonly title: string;
  /** Why that is a mistake and how to mend it. */
  readonly explanation: string;
  /** Records that it finds fault with. */
  readonly bad: readonly object[];
  /** The same records, right. */
  readonly good: readonly object[];
}

/** A rule that sees one record at a time. It tolerates wrong fields: they have findings of their own. */
export interface RecordRule extends RuleDocs {
  readonly scope: 'record';
  /** The types of record it looks at. */
  readonly types: readonly RecordType[];
  check(record: Readonly<Record<string, unknown>>): readonly Problem[];
}

/** A part of a record: which record, by its number in the order of collection, and where in it. */
export interface RecordPart {
  readonly record: number;
  readonly path: Path;
}

/** What a dataset rule finds. */
export interface DatasetProblem extends RecordPart {
  readonly message: string;
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly related?: readonly (RecordPart & { readonly message: string })[] | undefined;
}

/** Plain data that dataset rules judge by, collected record by record: what can travel between files and workers. */
export type Fact =
  | { readonly kind: 'record'; readonly record: number; readonly type: RecordType; readonly id: string }
  | {
      readonly kind: 'reference';
      readonly record: number;
      readonly to: string;
      readonly targets: readonly RecordType[];
      readonly path: Path;
    };

/** A rule over all records. It judges facts, never records, so that they may come from other files or workers. */
export interface DatasetRule extends RuleDocs {
  readonly scope: 'dataset';
  judge(facts: Facts): readonly DatasetProblem[];
}

/** The facts of a dataset, arranged for judging. */
export interface Facts {
  /** Who has an id: the first record first. */
  readonly holders: ReadonlyMap<string, readonly (Fact & { kind: 'record' })[]>;
  readonly references: readonly (Fact & { kind: 'reference' })[];
  /** Ids that exist elsewhere, whatever their type. */
  readonly knownIds: ReadonlySet<string>;
}

/** Any rule. */
export type Rule = RecordRule | DatasetRule;
