/** Findings that were there and are not in the report. */
export interface LeftOut {
  /** Those that the configuration suppresses. */
  readonly suppressed?: number | undefined;
  /** Those that the baseline holds. */
  readonly known?: number | undefined;
}
