import type { RuleSettings } from '../rules/rule-set.js';
import type { TextFormat } from '../text/document.js';
import type { RecordType } from '../vocabulary/record-type.js';

/** Where references must lead: to any record of the check, to one of the same file, or nobody asks. */
export const refsModes = ['all', 'local', 'off'] as const;

/** Where references must lead. */
export type RefsMode = (typeof refsModes)[number];

/** How a check is done. */
export interface CheckOptions extends RuleSettings {
  /** The syntax of the input; told by the file's name, then by its content, by default (`auto`). */
  readonly input?: TextFormat | 'auto' | undefined;
  /** The type of every record: it supplies a missing `type`, and a different one is an error. */
  readonly type?: RecordType | undefined;
  /**
   * `all` (the default): references and ids are judged over all files together. `local`: each file for itself.
   * `off`: not at all.
   */
  readonly refs?: RefsMode | undefined;
  /** Ids of records that exist elsewhere: references to them do not dangle. */
  readonly knownIds?: Iterable<string> | undefined;
  /** The longest record, or document that is no list of records, in bytes when unpacked; 256 MB by default. */
  readonly maxBytes?: number | undefined;
  /** The most findings that are kept; beyond, the check is not complete. 1,000,000 by default. */
  readonly maxFindings?: number | undefined;
}
