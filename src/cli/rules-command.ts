import { describeEntry } from './describe-entry.js';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { type OptionSpecs, parseOptions } from './parse-options.js';
import { textWidthOf } from './wrap.js';

/** The options of `newsdomain rules`. */
export const rulesOptionSpecs = {
  format: { type: 'string', values: ['text', 'json'], help: 'text (default) or json' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies OptionSpecs;

/** Runs `newsdomain rules`: lists every code that a check can give. */
export async function rulesCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, rulesOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(
      `Usage: newsdomain rules [options]\n\nLists every code that a check can give. newsdomain explain <code> says more of one.\n\n${describeOptions(rulesOptionSpecs, textWidthOf(io))}`,
    );
    return exitCodes.clean;
  }
  if (args.positionals.length > 0) {
    throw new UsageError(`rules lists all of them; for one try newsdomain explain ${args.positionals[0]}`);
  }
  const { catalogue } = await import('../check/catalogue/catalogue.js');
  if (args.value('format') === 'json') {
    await io.stdout(`${JSON.stringify({ version: 1, rules: catalogue.map(describeEntry) }, null, 2)}\n`);
    return exitCodes.clean;
  }
  const width = Math.max(...catalogue.map(({ code }) => code.length));
  for (const { code, severity, title, now } of catalogue) {
    const clock = now === undefined ? '' : ' (with --now)';
    await io.stdout(`${code.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${title}${clock}\n`);
  }
  return exitCodes.clean;
}
