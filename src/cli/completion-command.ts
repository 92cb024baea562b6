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

/** What a shell may propose, by the name of the list. */
type Lists = Readonly<Record<WordList, Words>>;

/** Every command with what a shell may propose for it. */
async function completedCommands(
  io: CommandIo,
  commands: readonly Command[],
): Promise<readonly CompletedCommand[]> {
  const { wordLists } = await import('./completion/words.js');
  const lists: Lists = { ...(await wordLists(io)), shells: names, commits: 'commits', files: 'files' };
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

function proposalOf(proposes: OptionSpecs[string]['proposes'], lists: Lists): Proposal | undefined {
  if (proposes === undefined) return undefined;
  if (typeof proposes === 'string') return { first: lists[proposes] };
  const [first, second] = proposes;
  // What is set to a level is nothing without it; a format needs no file.
  return { first: lists[first], second: { words: lists[second], required: second === 'severity levels' } };
}
