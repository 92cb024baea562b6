import { readFile } from 'node:fs/promises';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { unknownWord } from './parse-options.js';

type Command = (argv: readonly string[], io: CommandIo) => Promise<ExitCode>;

/** Each command loads itself, so that the others do not cost start-up time. */
const commands: Readonly<Record<string, () => Promise<Command>>> = {
  check: async () => (await import('./check-command.js')).checkCommand,
  explain: async () => (await import('./explain-command.js')).explainCommand,
  rules: async () => (await import('./rules-command.js')).rulesCommand,
  schema: async () => (await import('./schema-command.js')).schemaCommand,
};

const help = `Usage: newsdomain <command> [options]

  check <paths>   check news data files: files, folders, globs, or - for standard input
  explain <code>  say what a finding means and how to mend it
  rules           list everything that can be found
  schema [name]   print a JSON Schema of the records

newsdomain <command> --help says more. newsdomain --version prints the version.
`;

/** Runs the command line and answers with the exit code. Never throws. */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    const [first, ...rest] = argv;
    if (first === undefined) throw new UsageError('which command?');
    if (first === '--help' || first === '-h' || first === 'help') {
      await io.stdout(help);
      return exitCodes.clean;
    }
    if (first === '--version' || first === '-v') {
      await io.stdout(`${await packageVersion(io)}\n`);
      return exitCodes.clean;
    }
    const load = Object.hasOwn(commands, first) ? commands[first] : undefined;
    if (!load) {
      const kind = first.startsWith('-') ? 'option' : 'command';
      throw new UsageError(unknownWord(kind, first, [...Object.keys(commands), '--help', '--version']));
    }
    return await (await load())(rest, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.stderr(`newsdomain: ${error.message}\nSee newsdomain --help.\n`);
      return exitCodes.incomplete;
    }
    const message = error instanceof Error ? error.message : String(error);
    io.stderr(`newsdomain: internal fault: ${message}\nThis is a mistake of newsdomain, not of your data.\n`);
    return exitCodes.fault;
  }
}

async function packageVersion(io: CommandIo): Promise<string> {
  const text = await readFile(new URL('package.json', io.packageRoot), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
