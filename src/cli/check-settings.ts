import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { codeFault } from '../check/codes.js';
import type { FailOn } from '../check/diagnostic.js';
import type { RefsMode } from '../check/options.js';
import { type SeverityLevel, severityLevels } from '../check/policy/severities.js';
import { BaselineError, type BaselineFile, loadBaseline } from '../check-node/baseline-file.js';
import type { IsChanged } from '../check-node/changed-files.js';
import { ConfigError, type LoadedConfig, loadConfig } from '../check-node/config/load-config.js';
import { errorCode } from '../check-node/find-files.js';
import type { InputJobs } from '../check-node/read-inputs.js';
import type { RunSettings } from '../check-node/run-settings.js';
import { isInstant } from '../primitives/instant.js';
import type { TextFormat } from '../text/document.js';
import { type RecordType, recordTypes } from '../vocabulary/record-type.js';
import { type CommandIo, UsageError } from './io.js';
import { type Arguments, unknownWord } from './parse-options.js';

/** What the arguments and the configuration ask for. The arguments win. */
export interface CheckSettings extends RunSettings {
  readonly failOn: FailOn;
}

/** Reads what a check is to do. Throws a `UsageError` where that cannot be understood. */
export async function checkSettings(args: Arguments, io: CommandIo): Promise<CheckSettings> {
  const config = await configOf(args, io);
  const { refs, type, failOn, knownIds } = config?.config ?? {};
  const newBaseline = args.flag('update-baseline');
  return {
    config,
    severities: severitiesOf(args),
    baseline: baselineOf(args, io, config, newBaseline),
    newBaseline,
    isChanged: await changesOf(args, io),
    failOn: (args.value('fail-on') as FailOn | undefined) ?? failOn ?? 'error',
    input: (args.value('input') ?? 'auto') as TextFormat | 'auto',
    type: typeOf(args) ?? type,
    refs: (args.value('refs') as RefsMode | undefined) ?? refs ?? 'all',
    knownIds: [
      ...idsIn(knownIds ?? [], config?.folder ?? io.cwd, `${config?.name}: knownIds`),
      ...idsIn(args.values('known-ids'), io.cwd, 'option --known-ids'),
    ],
    now: nowOf(args),
    jobs: jobsOf(args, io),
    stdinName: args.value('stdin-name'),
    // Nobody opens standard input for nothing.
    stdin: args.positionals.includes('-') ? io.stdin : undefined,
    cwd: io.cwd,
  };
}

async function configOf(args: Arguments, io: CommandIo): Promise<LoadedConfig | undefined> {
  const named = args.value('config');
  if (args.flag('no-config')) {
    if (named !== undefined) throw new UsageError('--config and --no-config exclude each other');
    return undefined;
  }
  try {
    return await loadConfig(io.cwd, named);
  } catch (error) {
    if (error instanceof ConfigError) throw new UsageError(error.message);
    throw error;
  }
}

function baselineOf(
  args: Arguments,
  io: CommandIo,
  config: LoadedConfig | undefined,
  optional: boolean,
): BaselineFile | undefined {
  const asked = args.value('baseline');
  const name = asked ?? config?.config.baseline;
  if (name === undefined) {
    if (optional)
      throw new UsageError('option --update-baseline needs a baseline: name it with --baseline <file>');
    return undefined;
  }
  const folder = asked === undefined && config ? config.folder : io.cwd;
  try {
    return loadBaseline(folder, name, { optional });
  } catch (error) {
    if (error instanceof BaselineError) throw new UsageError(error.message);
    throw error;
  }
}

async function changesOf(args: Arguments, io: CommandIo): Promise<IsChanged | undefined> {
  const ref = args.value('changed');
  if (ref === undefined) return undefined;
  const { changedFiles, GitError, namesCommit } = await import('../check-node/changed-files.js');
  const [first] = args.positionals;
  if (
    ref === '' &&
    first !== undefined &&
    !existsSync(resolve(io.cwd, first)) &&
    (await namesCommit(io.cwd, first))
  ) {
    throw new UsageError(`${first} is no file but a commit: write --changed=${first}`);
  }
  try {
    return await changedFiles(io.cwd, ref === '' ? undefined : ref);
  } catch (error) {
    if (error instanceof GitError) throw new UsageError(`option --changed: ${error.message}`);
    throw error;
  }
}

function severitiesOf(args: Arguments): Readonly<Record<string, SeverityLevel>> {
  const severities: Record<string, SeverityLevel> = {};
  const set = (option: string, code: string, level: SeverityLevel): void => {
    const fault = codeFault(code);
    if (fault) throw new UsageError(`option --${option}: ${fault.message}`);
    severities[code] = level;
  };
  for (const written of args.values('severity')) {
    const equals = written.lastIndexOf('=');
    const level = severityLevels.find((known) => known === written.slice(equals + 1));
    if (equals < 1)
      throw new UsageError(`option --severity: ${written} must be <code>=<${severityLevels.join('|')}>`);
    if (level === undefined) {
      throw new UsageError(unknownWord('option --severity', written.slice(equals + 1), severityLevels));
    }
    set('severity', written.slice(0, equals), level);
  }
  for (const code of args.values('off')) set('off', code, 'off');
  return severities;
}

function typeOf(args: Arguments): RecordType | undefined {
  const type = args.value('type');
  const known = recordTypes.find((one) => one === type);
  if (type !== undefined && known === undefined) {
    throw new UsageError(unknownWord('option --type', type, recordTypes));
  }
  return known;
}

function nowOf(args: Arguments): string | undefined {
  const now = args.value('now');
  if (now !== undefined && !isInstant(now)) {
    throw new UsageError(
      `option --now: ${JSON.stringify(now)} is no instant; write it like 2024-06-19T10:00:00Z`,
    );
  }
  return now;
}

/** More jobs than this are a mistake. */
const MOST_JOBS = 256;

function jobsOf(args: Arguments, { worker }: CommandIo): InputJobs | undefined {
  const written = args.value('jobs');
  const count = written === undefined ? undefined : Number(written);
  if (count !== undefined && !(/^\d+$/.test(written!) && count >= 1 && count <= MOST_JOBS)) {
    throw new UsageError(`option --jobs: ${JSON.stringify(written)} is no number from 1 to ${MOST_JOBS}`);
  }
  return worker && { count, worker };
}

/** Reads files of ids, one a line. */
function idsIn(files: readonly string[], folder: string, asked: string): readonly string[] {
  const texts = files.map((file) => {
    try {
      return readFileSync(resolve(folder, file), 'utf8');
    } catch (error) {
      throw new UsageError(`${asked}: ${file} cannot be read (${errorCode(error)})`);
    }
  });
  return texts.flatMap((text) =>
    text
      .split(/\r?\n/)
      .map((line) => line.trim())
      .filter((id) => id !== ''),
  );
}
