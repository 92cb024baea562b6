import type { OptionSpecs } from './parse-options.js';
import { wrap } from './wrap.js';

/** The widest column of names: where one is wider, its help begins on the next line. */
const WIDEST = 34;

/** Lists options for a help text, under their headings. */
export function describeOptions(specs: OptionSpecs, width: number): string {
  const rows = Object.entries(specs).map(([name, spec]) => {
    const short = spec.short === undefined ? '' : `-${spec.short}, `;
    const value = spec.placeholder ?? spec.values?.join('|') ?? 'text';
    const shown = { boolean: '', string: ` <${value}>`, optional: `[=${value}]` }[spec.type];
    return { left: `  ${short}--${name}${shown}`, help: spec.help, group: spec.group };
  });
  const column = Math.min(WIDEST, Math.max(...rows.map(({ left }) => left.length)));
  let group: string | undefined;
  let out = '';
  for (const row of rows) {
    if (row.group !== group) {
      group = row.group;
      out += `${out === '' ? '' : '\n'}${group === undefined ? '' : `${group}:\n`}`;
    }
    const [first = '', ...more] = wrap(row.help, Math.max(20, width - column - 2));
    const fits = row.left.length <= column;
    out += fits
      ? `${row.left.padEnd(column)}  ${first}\n`
      : `${row.left}\n${' '.repeat(column + 2)}${first}\n`;
    for (const line of more) out += `${' '.repeat(column + 2)}${line}\n`;
  }
  return out;
}
