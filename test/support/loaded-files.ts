import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What a run of a program came to. */
export interface ObservedRun {
  readonly status: number | null;
  readonly stderr: string;
  /** The files whose code was loaded, with the code. */
  readonly loaded: ReadonlyMap<string, string>;
}

/** Runs a program of Node and answers which files it loaded, as V8 counts them for coverage. */
export function observeRun(program: string, args: readonly string[], cwd: string): ObservedRun {
  const folder = mkdtempSync(join(tmpdir(), 'newsdomain-loaded-'));
  try {
    const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '', NODE_V8_COVERAGE: folder },
    });
    const loaded = new Map<string, string>();
    for (const name of readdirSync(folder)) {
      const { result } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        readonly result: readonly { readonly url: string }[];
      };
      for (const { url } of result) {
        if (!url.startsWith('file:')) continue;
        const path = fileURLToPath(url);
        loaded.set(path, readFileSync(path, 'utf8'));
      }
    }
    return { status, stderr, loaded };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
