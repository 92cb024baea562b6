import { checkCommand, checkOptionSpecs } from './check-command.js';
import type { Command } from './command.js';

/** Every command. */
export const commands: readonly Command[] = [
  {
    name: 'check',
    operands: '<paths>',
    summary: 'check news data files: files, folders, globs, or - for standard input',
    proposes: 'files',
    // what nearly every start asks for is there at once: one more file to read takes longer than its few lines
    load: async () => ({ run: checkCommand, options: checkOptionSpecs }),
  },
  {
    name: 'merge',
    operands: '<reports>',
    summary: 'put together what the shards of a check wrote: --shard 1/4, 2/4 and so on',
    proposes: 'files',
    async load() {
      const { mergeCommand, mergeOptionSpecs } = await import('./merge-command.js');
      return { run: mergeCommand, options: mergeOptionSpecs };
    },
  },
  {
    name: 'explain',
    operands: '<code>',
    summary: 'say what a finding means and how to mend it',
    proposes: 'codes',
    async load() {
      const { explainCommand, explainOptionSpecs } = await import('./explain-command.js');
      return { run: explainCommand, options: explainOptionSpecs };
    },
  },
  {
    name: 'rules',
    operands: '',
    summary: 'list everything that can be found',
    async load() {
      const { rulesCommand, rulesOptionSpecs } = await import('./rules-command.js');
      return { run: rulesCommand, options: rulesOptionSpecs };
    },
  },
  {
    name: 'schema',
    operands: '[name]',
    summary: 'print a JSON Schema of the records',
    proposes: 'schemas',
    async load() {
      const { schemaCommand, schemaOptionSpecs } = await import('./schema-command.js');
      return { run: schemaCommand, options: schemaOptionSpecs };
    },
  },
  {
    name: 'completion',
    operands: '<shell>',
    summary: 'print the completion of this command line for bash or zsh',
    proposes: 'shells',
    async load() {
      const { completionCommand, completionOptionSpecs } = await import('./completion-command.js');
      return { run: (argv, io) => completionCommand(argv, io, commands), options: completionOptionSpecs };
    },
  },
];

/** The help of the whole command line. */
export function describeCommands(): string {
  const rows = commands.map(
    ({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary] as const,
  );
  const width = Math.max(...rows.map(([left]) => left.length));
  const list = rows.map(([left, summary]) => `  ${left.padEnd(width)}  ${summary}\n`).join('');
  return `Usage: newsdomain <command> [options]\n\n${list}\nnewsdomain <command> --help says more. newsdomain --version prints the version.\n`;
}
