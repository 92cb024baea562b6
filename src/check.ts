/**
 * The checker as a function: text in, diagnostics out. Runs in a browser.
 *
 * @module
 */
export { catalogue, docsAnchorOf } from './check/catalogue/catalogue.js';
export type { CatalogueEntry, CodeScope, CommandExample, FileExample } from './check/catalogue/entry.js';
export { type CheckTextOptions, checkText } from './check/check-text.js';
export type { Checker, OpenFile } from './check/checker.js';
export { createChecker } from './check/create-checker.js';
export {
  type CheckReport,
  type CheckSummary,
  type Diagnostic,
  exitCodeOf,
  type FailOn,
  type Fix,
  type RelatedPlace,
  type TextEdit,
} from './check/diagnostic.js';
export type { ReadExcerpt } from './check/excerpt.js';
export type { FileFault } from './check/faults.js';
export { type FixedText, type FixTextOptions, fixText } from './check/fix-text.js';
export type { LeftOut } from './check/left-out.js';
export { type CheckOptions, type RefsMode, refsModes } from './check/options.js';
export type { ByteEdit } from './check/text-edits.js';
export {
  diagnosticPieces,
  type FormatOptions,
  formatDiagnostics,
} from './report/format-diagnostics.js';
export type { PrettyOptions, Style } from './report/format-pretty.js';
export { githubSummary } from './report/github-summary.js';
export { type OutputFormat, outputFormats } from './report/output-format.js';
export { summaryLine } from './report/summary-line.js';
export { type TextFormat, textFormats } from './text/document.js';
