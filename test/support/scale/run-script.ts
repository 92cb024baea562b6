import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';

/** What a script gave. */
export interface ScriptResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** How a script is run. */
export interface ScriptOptions {
  readonly cwd: string;
  /** The whole environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What begins the command that runs it. */
  readonly within?: readonly string[] | undefined;
  readonly input?: string | undefined;
}

/** Longer than any script of a test takes, in milliseconds. */
const LONGEST = 100_000;

/** Runs a script in bash as the runner of GitHub does, and ends all of its processes where they take too long. */
export async function runScript(
  script: string,
  { cwd, env, within = [], input = '' }: ScriptOptions,
): Promise<ScriptResult> {
  const [command, ...args] = [
    ...within,
    'bash',
    '--noprofile',
    '--norc',
    '-e',
    '-o',
    'pipefail',
    '-c',
    script,
  ];
  const child = spawn(command!, args, { cwd, env: { ...env }, detached: true });
  const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), LONGEST);
  try {
    child.stdin.on('error', () => undefined).end(input);
    const [[code], stdout, stderr] = await Promise.all([
      once(child, 'close') as Promise<[number | null]>,
      text(child.stdout),
      text(child.stderr),
    ]);
    return { code, stdout, stderr };
  } finally {
    clearTimeout(timer);
  }
}
