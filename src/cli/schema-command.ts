import { readdir, readFile } from 'node:fs/promises';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { type OptionSpecs, parseOptions, unknownWord } from './parse-options.js';
import { textWidthOf } from './wrap.js';

/** The options of `newsdomain schema`. */
export const schemaOptionSpecs = {
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies OptionSpecs;

/** Runs `newsdomain schema`: prints one of the JSON Schemas that come with the package. */
export async function schemaCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, schemaOptionSpecs);
  const folder = new URL('schema/', io.packageRoot);
  const names = (await readdir(folder))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .sort();
  if (args.flag('help')) {
    await io.stdout(
      `Usage: newsdomain schema [name]\n\nPrints a JSON Schema (draft 2020-12): ${names.join(', ')} (default: dataset).\n\n${describeOptions(schemaOptionSpecs, textWidthOf(io))}`,
    );
    return exitCodes.clean;
  }
  const [name = 'dataset', ...more] = args.positionals;
  if (more.length > 0) throw new UsageError('schema prints one schema at a time');
  if (!names.includes(name)) throw new UsageError(unknownWord('schema', name, names));
  await io.stdout(await readFile(new URL(`${name}.json`, folder), 'utf8'));
  return exitCodes.clean;
}
