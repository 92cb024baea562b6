import { execFileSync } from 'node:child_process';

/** Runs git in a folder, as somebody with a name and without settings of this machine. */
export function gitIn(folder: string): (...argv: readonly string[]) => string {
  return (...argv) =>
    execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@example.org', ...argv], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
      env: { PATH: process.env.PATH, HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
    });
}
