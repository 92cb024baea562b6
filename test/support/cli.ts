import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { appendFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach } from 'vitest';
import type { CommandIo } from '../../src/cli/io.js';
import { main } from '../../src/cli/main.js';

/** A folder of its own for every test, and the command line run in it. */
export interface CliFolder {
  readonly path: string;
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  run(argv: readonly string[], change?: Partial<CommandIo> & { input?: string }): Promise<CliResult>;
}

/** What a command gave. */
export interface CliResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Gives every test of the file a new folder, which is gone after it. */
export function cliFolder(): CliFolder {
  let path = '';
  beforeEach(() => {
    path = realpathSync(mkdtempSync(join(tmpdir(), 'newsdomain-')));
  });
  afterEach(() => {
    rmSync(path, { recursive: true, force: true });
  });
  return {
    get path() {
      return path;
    },
    write(name, content) {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    read: (name) => readFileSync(join(path, name), 'utf8'),
    async run(argv, change = {}) {
      let stdout = '';
      let stderr = '';
      const io: CommandIo = {
        stdout: (text) => {
          stdout += text;
        },
        stderr: (text) => {
          stderr += text;
        },
        stdin: (async function* () {
          yield Buffer.from(change.input ?? '');
        })(),
        writeFile: (file, pieces) => writeFile(file, pieces),
        appendFile: (file, text) => appendFile(file, text),
        env: {},
        cwd: path,
        packageRoot: new URL('../../', import.meta.url),
        columns: undefined,
      };
      // getters included
      Object.defineProperties(io, Object.getOwnPropertyDescriptors(change));
      const code = await main(argv, io);
      return { code, stdout, stderr };
    },
  };
}
