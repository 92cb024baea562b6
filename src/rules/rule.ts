import type { FindingCode, Path, Severity } from '../finding/finding.js';
import type { Problem } from '../schema/problem.js';
import type { RecordType } from '../vocabulary/record-type.js';
import type { FitCheck, Settles } from './at-hand.js';
import type { Facts } from './facts.js';
import type { Reads } from './reads.js';
import type { RecordParts } from './record-parts.js';

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
  /** It asks what time it is, so that it runs only where `now` says. Its examples are judged at this instant. */
  readonly now?: string | undefined;
}

/** What a rule may ask beside the records. */
export interface RuleContext {
  /** The instant that counts as now; always there for a rule that has a `now`. */
  readonly now?: string | undefined;
  /** Computes the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits, where the platform can at once. */
  readonly sha256?: ((text: string) => string) | undefined;
}

/** What a record rule may ask beside the record. */
export interface RecordContext extends RuleContext {
  /** Whether a part that the rule misses is left out because it is wrong: then nothing is known of it. */
  isSpoiled(key: string): boolean;
}

/** What a dataset rule may ask beside the facts. */
export interface JudgeContext extends RuleContext {
  /** The plain text of the body of a record, read again where it is kept; `undefined` where there is none. */
  bodyText(record: number): string | undefined;
  /** Looks at anchors of that text, where that can be done without reading it. */
  bodyFits(record: number): FitCheck | undefined;
  /**
   * How many problems of one rule are wanted at most, those of the first records; `undefined` where all are. A rule that
   * finds them in the order of their records may stop behind so many.
   */
  readonly most?: number | undefined;
  /** Some of what belongs to the records is elsewhere or could not be read: what is missing may stand there. */
  readonly isPartial: boolean;
}

/**
 * A rule that sees one record at a time. The fields that the schema finds fault with are left out of the record:
 * they have findings of their own, so that a rule only ever sees what is right as far as it goes.
 */
export interface RecordRule<T extends RecordType = RecordType> extends RuleDocs {
  readonly scope: 'record';
  /** The types of record it looks at. */
  readonly types: readonly T[];
  /**
   * The parts of them that it looks at, as paths of {@link Reads}: of a record of which nothing is wrong it need not be
   * given more.
   */
  readonly reads: readonly string[];
  /**
   * Whether it reads the text of the body of a record. Of other records it need not be there: bodies are most of what
   * an archive holds.
   */
  readsText?(record: RecordParts<T>): boolean;
  check(record: RecordParts<T>, context: RecordContext): readonly Problem[];
}

/** A part of a record: which record, by its number in the order of collection, and where in it. */
export interface RecordPart {
  readonly record: number;
  readonly path: Path;
}

/** What a dataset rule finds. */
export interface DatasetProblem extends RecordPart {
  readonly message: string;
  /** Which part of the text at `path` is meant: the value unless something else is said. */
  readonly part?: Problem['part'];
  readonly expected?: string | undefined;
  readonly received?: string | undefined;
  readonly suggestion?: string | undefined;
  readonly related?: readonly (RecordPart & { readonly message: string })[] | undefined;
}

/**
 * A rule over all records. It judges facts, never records, so that they may come from other files, workers and
 * machines; what it finds must not depend on the order in which they come.
 */
export interface DatasetRule extends RuleDocs {
  readonly scope: 'dataset';
  /** The parts of records that it judges by. Ids and references are collected for every rule. */
  readonly reads: Reads;
  /** What of that it can settle while a record is at hand. It then never sees it. */
  readonly settles?: Settles | undefined;
  judge(facts: Facts, context: JudgeContext): readonly DatasetProblem[];
}

/** Any rule. */
export type Rule = RecordRule | DatasetRule;
