import type { CatalogueEntry } from '../check/catalogue/entry.js';
import { nearest } from '../finding/nearest.js';
import { describeEntry } from './describe-entry.js';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { type OptionSpecs, parseOptions } from './parse-options.js';
import { textWidthOf, wrap } from './wrap.js';

/** The options of `newsdomain explain`. */
export const explainOptionSpecs = {
  format: { type: 'string', values: ['text', 'json'], help: 'text (default) or json' },
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies OptionSpecs;

/** Runs `newsdomain explain`: says what a code means, why it is a mistake and how to mend it. */
export async function explainCommand(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  const args = parseOptions(argv, explainOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(
      `Usage: newsdomain explain <code> [options]\n\nSays what a code means, with an example. newsdomain rules lists all codes.\n\n${describeOptions(explainOptionSpecs, textWidthOf(io))}`,
    );
    return exitCodes.clean;
  }
  const [code, ...more] = args.positionals;
  if (code === undefined) throw new UsageError('explain which code? newsdomain rules lists them');
  if (more.length > 0) throw new UsageError('explain takes one code at a time');
  const { catalogue } = await import('../check/catalogue/catalogue.js');
  const entry = catalogue.find((one) => one.code === code);
  if (entry === undefined) throw new UsageError(unknownCode(code, catalogue));
  const json = args.value('format') === 'json';
  await io.stdout(
    json ? `${JSON.stringify(describeEntry(entry), null, 2)}\n` : explain(entry, textWidthOf(io)),
  );
  return exitCodes.clean;
}

function unknownCode(code: string, catalogue: readonly CatalogueEntry[]): string {
  const codes = catalogue.map((entry) => entry.code);
  // whoever leaves the area out, or knows the name alone, means what ends so
  const meant = codes.find((known) => known.endsWith(`/${code}`)) ?? nearest(code, codes);
  const name = JSON.stringify(code);
  return meant === undefined
    ? `no code is called ${name}; newsdomain rules lists them`
    : `no code is called ${name}; did you mean ${meant}?`;
}

function explain(
  { code, severity, title, explanation, now, bad, good }: CatalogueEntry,
  width: number,
): string {
  const clock =
    now === undefined
      ? []
      : ['', ...wrap(`Found only where --now says what time it is; in these examples ${now}.`, width)];
  return [
    `${code} (${severity}): ${title}`,
    '',
    ...wrap(explanation, width),
    ...clock,
    '',
    'Found in:',
    '',
    ...shown(bad),
    '',
    'Not found in:',
    '',
    ...shown(good),
    '',
  ].join('\n');
}

function shown(example: CatalogueEntry['bad']): readonly string[] {
  const text = 'command' in example ? `${example.command}\n(${example.outcome})` : example.text.trimEnd();
  return text.split('\n').map((line) => `  ${line}`);
}
