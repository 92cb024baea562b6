import type { CheckReport } from '../check/diagnostic.js';

/** Writes the whole report as one JSON document, version 1. */
export function formatJson(report: CheckReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
