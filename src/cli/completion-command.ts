import { readdir } from 'node:fs/promises';
import type { Command } from './command.js';
import { bashCompletion } from './completion/bash.js';
import type { CompletedCommand, Proposal, Words } from './completion/proposal.js';
import { zshCompletion } from './completion/zsh.js';
import { describeOptions } from './describe-options.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { type OptionSpecs, parseOptions, unknownWord, type WordList } from './parse-options.js';
import { textWidthOf } from './wrap.js';

/** The options of `newsdomain completion`. */
export const completionOptionSpecs = {
  help: { type: 'boolean', short: 'h', help: 'this text' },
} as const satisfies OptionSpecs;

const shells = { bash: bashCompletion, zsh: zshCompletion } as const;
const names = Object.keys(shells) as (keyof typeof shells)[];

const usage = `Usage: newsdomain completion <shell>

Prints what makes bash or zsh complete this command line. To have it in every shell, add to your ~/.bashrc or ~/.zshrc:

  source <(newsdomain completion bash)
  source <(newsdomain completion zsh)     (after compinit)

`;

/** Runs `newsdomain completion`: prints a script that completes commands, options and their values. */
export async function completionCommand(
  argv: readonly string[],
  io: CommandIo,
  commands: readonly Command[],
): Promise<ExitCode> {
  const args = parseOptions(argv, completionOptionSpecs);
  if (args.flag('help')) {
    await io.stdout(`${usage}${describeOptions(completionOptionSpecs, textWidthOf(io))}`);
    return exitCodes.clean;
  }
  const [name, ...more] = args.positionals;
  if (name === undefined) throw new UsageError(`completion of which shell? ${names.join(' or ')}`);
  if (more.length > 0) throw new UsageError('completion prints one script at a time');
  const shell = names.find((known) => known === name);
  if (shell === undefined) throw new UsageError(unknownWord('completion', name, names));
  await io.stdout(shells[shell](await completedCommands(io, commands)));
  return exitCodes.clean;
}

/** Every command with what a shell may propose for it. */
async function completedCommands(
  io: CommandIo,
  commands: readonly Command[],
): Promise<readonly CompletedCommand[]> {
  const lists = await wordLists(io);
  return Promise.all(
    commands.map(async ({ name, summary, proposes, load }): Promise<CompletedCommand> => {
      const { options } = await load();
      return {
        name,
        summary,
        operands: proposes && lists[proposes],
        options: Object.entries(options as OptionSpecs).map(([long, spec]) => ({
          name: `--${long}`,
          short: spec.short && `-${spec.short}`,
          takes: spec.type,
          multiple: spec.multiple === true,
          help: spec.help,
          value: spec.placeholder ?? 'value',
          proposal: spec.values ? { first: spec.values } : proposalOf(spec.proposes, lists),
        })),
      };
    }),
  );
}

function proposalOf(
  proposes: OptionSpecs[string]['proposes'],
  lists: Readonly<Record<WordList, Words>>,
): Proposal | undefined {
  if (proposes === undefined) return undefined;
  if (typeof proposes === 'string') return { first: lists[proposes] };
  const [first, second] = proposes;
  // What is set to a level is nothing without it; a format needs no file.
  return { first: lists[first], second: { words: lists[second], required: second === 'severity levels' } };
}

async function wordLists(io: CommandIo): Promise<Readonly<Record<WordList, Words>>> {
  const [{ catalogue }, { adjustableCodes }, { severityLevels }, { recordTypes }, { outputFormats }] =
    await Promise.all([
      import('../check/catalogue/catalogue.js'),
      import('../check/codes.js'),
      import('../check/policy/severities.js'),
      import('../vocabulary/record-type.js'),
      import('../report/format-diagnostics.js'),
    ]);
  const schemas = await readdir(new URL('schema/', io.packageRoot));
  return {
    codes: catalogue.map(({ code }) => code),
    'settable codes': adjustableCodes,
    'severity levels': severityLevels,
    'record types': recordTypes,
    formats: outputFormats,
    schemas: schemas
      .filter((name) => name.endsWith('.json'))
      .map((name) => name.slice(0, -'.json'.length))
      .sort(),
    shells: names,
    commits: 'commits',
    files: 'files',
  };
}
