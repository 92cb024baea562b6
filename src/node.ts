/**
 * The checker for files: folders, globs, gzip and the standard input. Needs Node.
 *
 * @module
 */
export { type CheckFilesOptions, checkFiles } from './check-node/check-files.js';
export type { FileCheck } from './check-node/file-check.js';
export { type FileFix, type FixFilesOptions, fixFiles } from './check-node/fix-files.js';
export { DatasetReadError, type ReadDatasetOptions, readDataset } from './check-node/read-dataset.js';
export type { InputOptions } from './check-node/read-inputs.js';
export { ReplaceError, type ReplaceOptions } from './check-node/replace-file.js';
