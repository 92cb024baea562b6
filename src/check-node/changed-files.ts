import { execFile } from 'node:child_process';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { errorCode } from './find-files.js';

/** Git cannot say what changed. The message says why. */
export class GitError extends Error {
  override readonly name = 'GitError';
  readonly code = 'git';
}

/** Tells whether git says that a file changed; the path is absolute. */
export type IsChanged = (path: string) => Promise<boolean>;

/**
 * Asks git which files changed since a commit: since the last common ancestor of `HEAD` and `ref` (`HEAD` by
 * default), be the change committed, staged or neither, and files that git does not know yet; not those that it is
 * told to ignore. What is in a submodule that changed counts as changed. Throws a `GitError`.
 */
export async function changedFiles(cwd: string, ref?: string | undefined): Promise<IsChanged> {
  const top = (await git(cwd, ['rev-parse', '--show-toplevel'])).replace(/\n$/, '');
  const base = await baseOf(top, ref);
  const [changed, unknown] = await Promise.all([
    git(top, ['diff', '--name-only', '-z', '--no-renames', '--no-ext-diff', '--diff-filter=d', base, '--']),
    git(top, ['ls-files', '-z', '--others', '--exclude-standard']),
  ]);
  const root = await realpath(top);
  const paths = new Set(
    `${changed}${unknown}`
      .split('\0')
      .filter((name) => name !== '')
      .map((name) => join(root, name.replace(/\/$/, ''))),
  );
  const holds = (path: string): boolean => {
    for (let current = path; current.length > root.length; current = dirname(current)) {
      if (paths.has(current)) return true;
    }
    return false;
  };
  return async (path) => {
    // A link may have changed, or what it leads to.
    const folder = await realpath(dirname(path)).catch(() => dirname(path));
    const target = await realpath(path).catch(() => path);
    return holds(join(folder, basename(path))) || holds(target);
  };
}

/** Whether a word names a commit of the repository that a folder is in. */
export async function namesCommit(cwd: string, word: string): Promise<boolean> {
  try {
    return (await commitOf(cwd, word)) !== undefined;
  } catch {
    return false;
  }
}

async function baseOf(top: string, ref: string | undefined): Promise<string> {
  const head = await commitOf(top, 'HEAD');
  if (ref === undefined) return head ?? (await emptyTree(top));
  const other = await commitOf(top, ref);
  if (other === undefined) throw new GitError(`${JSON.stringify(ref)} names no commit of this repository`);
  if (head === undefined) return emptyTree(top);
  const base = await tryGit(top, ['merge-base', head, other]);
  if (base === undefined) {
    throw new GitError(
      `HEAD and ${JSON.stringify(ref)} have no common ancestor here; a shallow clone may have to fetch more`,
    );
  }
  return base.trim();
}

async function commitOf(cwd: string, ref: string): Promise<string | undefined> {
  const found = await tryGit(cwd, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ]);
  return found?.trim();
}

/** What everything is new against. */
const emptyTree = async (top: string): Promise<string> =>
  (await git(top, ['hash-object', '-t', 'tree', '--stdin'])).trim();

/** What git prints, or `undefined` where its answer is no. */
async function tryGit(cwd: string, argv: readonly string[]): Promise<string | undefined> {
  const { code, stdout, stderr } = await run(cwd, argv);
  if (code === 0) return stdout;
  if (code === 1) return undefined;
  // A word that cannot be a name of anything is answered with a message of its own.
  if (/^fatal: (?:Needed a single revision|bad revision|ambiguous argument)/m.test(stderr)) return undefined;
  throw failure(stderr);
}

async function git(cwd: string, argv: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(cwd, argv);
  if (code !== 0) throw failure(stderr);
  return stdout;
}

function failure(stderr: string): GitError {
  const [first = 'no reason given'] = stderr.split('\n').filter((line) => line.trim() !== '');
  return new GitError(`git says: ${first.replace(/^(?:fatal|error): /, '')}`);
}

interface GitResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(cwd: string, argv: readonly string[]): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    // No shell; no program that the repository's own settings name; no index written; words that do not depend on the user.
    const child = execFile(
      'git',
      ['-c', 'core.fsmonitor=false', ...argv],
      {
        cwd,
        env: { ...process.env, LC_ALL: 'C', GIT_OPTIONAL_LOCKS: '0' },
        maxBuffer: Number.POSITIVE_INFINITY,
        encoding: 'utf8',
      },
      (error, stdout, stderr) => {
        if (error === null) resolve({ code: 0, stdout, stderr });
        else if (typeof error.code === 'number') resolve({ code: error.code, stdout, stderr });
        else if (errorCode(error) === 'ENOENT') reject(new GitError('there is no git here'));
        else reject(new GitError(`git did not run (${errorCode(error)})`));
      },
    );
    child.stdin?.end();
  });
}
