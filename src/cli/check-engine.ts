// All that checks, for `newsdomain check` to load at once when its arguments are right.
export { runCheck } from '../check-node/run-check.js';
export { summaryLine } from '../report/summary-line.js';
export { checkSettings } from './check-settings.js';
export { capsOf, outputsOf } from './outputs.js';
export { tellRun } from './tell-run.js';
