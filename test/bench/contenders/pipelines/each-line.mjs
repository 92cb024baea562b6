// What every pipeline shares: reading as cheap as it gets in Node, so that what differs is what is done with a line.

import { closeSync, openSync, readSync } from 'node:fs';

/**
 * Hands out the lines of a file, read 1 MB at a time.
 *
 * @param {string} file
 * @param {(line: string) => void} visit
 */
export function eachLine(file, visit) {
  const descriptor = openSync(file, 'r');
  let buffer = Buffer.allocUnsafe(1 << 20);
  let held = 0;
  for (;;) {
    if (held === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
    const read = readSync(descriptor, buffer, held, buffer.length - held, null);
    if (read === 0) break;
    const bytes = buffer.subarray(0, held + read);
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      visit(bytes.toString('utf8', start, end));
      start = end + 1;
    }
    bytes.copyWithin(0, start);
    held = bytes.length - start;
  }
  if (held > 0) visit(buffer.toString('utf8', 0, held));
  closeSync(descriptor);
}

/**
 * Has every record of a file judged, and ends the process as a checker would: 0 when all are accepted, else 1.
 *
 * @param {string} file
 * @param {(record: any) => boolean} accepts
 */
export function judgeLines(file, accepts) {
  let refused = 0;
  eachLine(file, (line) => {
    if (!accepts(JSON.parse(line))) refused++;
  });
  process.exitCode = refused > 0 ? 1 : 0;
}
