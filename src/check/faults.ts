/** What keeps a file from being checked, or from being checked whole. */
export const fileFaults = [
  'io/not-found',
  'io/unreadable',
  'io/no-files',
  'io/too-large',
  'io/truncated',
  'io/changed',
  'io/too-many-findings',
] as const;

/** What keeps a file from being checked, or from being checked whole. */
export type FileFault = (typeof fileFaults)[number];

/** Why a file could not be checked, or not whole. */
export interface Fault {
  readonly code: FileFault;
  readonly message: string;
}

/** A file that is no longer what it was. */
export const wasChanged: Fault = {
  code: 'io/changed',
  message: 'this file was changed while it was checked: check it again',
};
