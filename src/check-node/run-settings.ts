import type { Severities } from '../check/policy/severities.js';
import type { BaselineFile } from './baseline-file.js';
import type { IsChanged } from './changed-files.js';
import type { CheckFilesOptions } from './check-files.js';
import type { LoadedConfig } from './config/load-config.js';
import type { InputJobs } from './read-inputs.js';

/** How a team's files are checked: the options of the engine, and what is made of its findings. */
export interface RunSettings extends Omit<CheckFilesOptions, 'severities' | 'ignore'> {
  /** How files are read at the same time; one after the other when absent. */
  readonly jobs?: InputJobs | undefined;
  readonly config?: LoadedConfig | undefined;
  /** Severities of this run, which win over the configuration. */
  readonly severities?: Severities | undefined;
  readonly baseline?: BaselineFile | undefined;
  /** Whether all findings count as known, because they are to become the baseline. */
  readonly newBaseline?: boolean | undefined;
  /**
   * Which files are reported on: everything is read, and of the findings those are kept that are in such a file or name
   * a place in one, and whatever keeps a file from being read.
   */
  readonly isChanged?: IsChanged | undefined;
}
