import { commands, describeCommands } from './commands.js';
import { type CommandIo, type ExitCode, exitCodes, UsageError } from './io.js';
import { packageVersion } from './package-version.js';
import { unknownWord } from './parse-options.js';

/** Runs the command line and answers with the exit code. Never throws. */
export async function main(argv: readonly string[], io: CommandIo): Promise<ExitCode> {
  try {
    const [first, ...rest] = argv;
    if (first === undefined) throw new UsageError('which command?');
    if (first === '--help' || first === '-h' || first === 'help') {
      await io.stdout(describeCommands());
      return exitCodes.clean;
    }
    if (first === '--version' || first === '-v') {
      await io.stdout(`${packageVersion(io)}\n`);
      return exitCodes.clean;
    }
    const command = commands.find(({ name }) => name === first);
    if (!command) {
      const kind = first.startsWith('-') ? 'option' : 'command';
      const known = [...commands.map(({ name }) => name), '--help', '--version'];
      throw new UsageError(unknownWord(kind, first, known));
    }
    const { run } = await command.load();
    return await run(rest, io);
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
