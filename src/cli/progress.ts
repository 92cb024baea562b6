import { thousands } from '../primitives/thousands.js';
import { printable, textWidth } from '../report/display-width.js';
import type { CommandIo } from './io.js';

/** One line at the bottom of a terminal that says how far a check has come. */
export interface Progress {
  readonly onFile: (name: string, number: number, total: number) => void;
  /** Writes to standard error without mixing the two. */
  readonly above: (text: string) => void;
  /** Takes the line away. */
  end(): void;
}

/** How often the line changes at most, in milliseconds. */
const INTERVAL = 100;

/** Goes back to the beginning of the line and clears it. */
const ERASE = '\r\u001b[K';

/** Shows progress on standard error where that is a terminal, and nothing anywhere else. */
export function showProgress(io: Pick<CommandIo, 'stderr' | 'terminal' | 'env'>, quiet: boolean): Progress {
  const { terminal } = io;
  if (terminal === undefined || quiet || io.env.TERM === 'dumb') {
    return { onFile: () => undefined, above: io.stderr, end: () => undefined };
  }
  let shown = false;
  let last = Number.NEGATIVE_INFINITY;
  const end = (): void => {
    if (shown) io.stderr(ERASE);
    shown = false;
  };
  return {
    onFile(name, number, total) {
      const now = terminal.now();
      if (now - last < INTERVAL) return;
      last = now;
      shown = true;
      io.stderr(`${ERASE}${line(name, number, total, terminal.columns)}`);
    },
    above(text) {
      end();
      io.stderr(text);
    },
    end,
  };
}

/** As much as fits without a line break: of a long name its end, which tells files apart. */
function line(name: string, number: number, total: number, columns: number): string {
  const count = `checking ${thousands(number)}/${thousands(total)} `;
  const room = columns - 1 - count.length;
  if (room < 1) return count.slice(0, Math.max(0, columns - 1));
  const points = Array.from(printable(name));
  if (textWidth(points.join('')) <= room) return `${count}${points.join('')}`;
  let from = points.length;
  while (from > 0 && textWidth(points.slice(from - 1).join('')) <= room - 1) from--;
  return `${count}…${points.slice(from).join('')}`;
}
