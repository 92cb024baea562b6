import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BuildResult, build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { checkText } from '../../src/check.js';

const chromium = '/usr/bin/chromium';

/** Data with a mistake in each layer: of text, schema and reference, behind wide characters. */
const samples = {
  'a.json':
    '[{"type":"article","id":"article:a","headline":"漢字 😀","headlin":1},\n{"type":"claim","id":"c","text":"x","articleId":"article:b",}]',
  'b.ndjson': '{"type":"article","id":"article:b"}\n{"type":"claim","id":"c"\n',
  'c.yaml': 'type: article\nid: article:c\nurgency: 12 # é\n',
};

describe('newsdomain/check for a browser', () => {
  let bundle: BuildResult<{ write: false; metafile: true }>;

  beforeAll(async () => {
    bundle = await build({
      stdin: {
        contents: `
          import { checkText, formatDiagnostics } from './src/check.ts';
          const samples = ${JSON.stringify(samples)};
          const reports = Object.entries(samples).map(([file, text]) => checkText(text, { file }));
          formatDiagnostics(reports[0], 'pretty');
          document.title = 'done';
          document.body.textContent = btoa(encodeURIComponent(JSON.stringify(reports)));
        `,
        resolveDir: process.cwd(),
        loader: 'ts',
      },
      bundle: true,
      write: false,
      metafile: true,
      minify: true,
      format: 'iife',
      platform: 'browser',
    });
  });

  it('has no part of Node in it', () => {
    expect(bundle.errors).toEqual([]);
    const imports = Object.values(bundle.metafile.inputs).flatMap((input) => input.imports);
    const ofNode = imports.filter(({ path }) => path.startsWith('node:') || builtinModules.includes(path));
    expect(ofNode).toEqual([]);
    expect(Object.keys(bundle.metafile.inputs).filter((path) => path.includes('check-node'))).toEqual([]);
  });

  it.skipIf(!existsSync(chromium))(`says in a browser what it says in Node (needs ${chromium})`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'newsdomain-browser-'));
    try {
      const page = join(folder, 'page.html');
      const script = bundle.outputFiles[0]!.text.replaceAll('</script', '<\\/script');
      writeFileSync(page, `<!doctype html><meta charset="utf-8"><body></body><script>${script}</script>`);
      const { stdout, status } = spawnSync(
        chromium,
        [
          ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
          ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
          ...[`--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', `file://${page}`],
        ],
        { encoding: 'utf8', timeout: 50_000, maxBuffer: 64 * 1024 * 1024 },
      );
      expect(status).toBe(0);
      const [, coded] = /<body>([\w+/=]+)/.exec(stdout) ?? [];
      const reports = JSON.parse(decodeURIComponent(atob(coded ?? '')));
      expect(reports).toEqual(Object.entries(samples).map(([file, text]) => checkText(text, { file })));
      expect(reports.map((report: { diagnostics: unknown[] }) => report.diagnostics.length)).toEqual([
        3, 1, 1,
      ]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
