import { styleText } from 'node:util';
import type { Style } from '../report/format-pretty.js';
import type { CommandIo } from './io.js';

const styles = {
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  note: ['bold', 'blue'],
  place: ['bold'],
  frame: ['cyan'],
  help: ['dim'],
} as const satisfies Record<Style, readonly Parameters<typeof styleText>[0][]>;

/** Whether to colour: what `--color` says, else `NO_COLOR`, else `FORCE_COLOR`, else whether this is a terminal. */
export function wantsColour(io: Pick<CommandIo, 'env' | 'columns'>, asked: string | undefined): boolean {
  if (asked === 'always') return true;
  if (asked === 'never') return false;
  if (io.env.NO_COLOR !== undefined && io.env.NO_COLOR !== '') return false;
  const forced = io.env.FORCE_COLOR;
  if (forced !== undefined) return forced !== '0' && forced !== 'false';
  return io.columns !== undefined && io.env.TERM !== 'dumb';
}

/** Colours a part of the output for a terminal. */
export function paintForTerminal(style: Style, text: string): string {
  // The choice whether to colour is made before; `styleText` would ask the process again.
  return styles[style].reduce(
    (painted, format) => styleText(format, painted, { validateStream: false }),
    text,
  );
}
