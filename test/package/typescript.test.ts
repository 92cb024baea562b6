import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { faces } from '../support/faces.js';

const { folder } = inject('installed');
const execute = promisify(execFile);

/** The compilers a user may have: this project's own, and the oldest that README names. */
const OLDEST = '5.5.4';
const compilers = {
  own: resolve('node_modules/typescript/lib/tsc.js'),
  [OLDEST]: join(folder, 'oldest-typescript/node_modules/typescript/lib/tsc.js'),
};

beforeAll(async () => {
  const target = join(folder, 'oldest-typescript');
  mkdirSync(target);
  writeFileSync(join(target, 'package.json'), '{ "private": true }\n');
  await execute(
    'npm',
    ['install', '--prefer-offline', '--no-audit', '--no-fund', '--silent', `typescript@${OLDEST}`],
    { cwd: target, shell: process.platform === 'win32' },
  );
}, 120_000);

const source = `
import {
  type Article, type ArticleInput, ArticleSchema, assertClaim, defineArticle, defineScheduledEvent, isArticle,
  loadDataset, type NewsRecord, parseNewsRecord, rollupConfirmation, safeParseScheduledEvent, type ScheduledEvent,
} from 'newsdomain';
import { EntitySchema, type PersonEntity } from 'newsdomain/entity';
import { isDefinitelyBefore } from 'newsdomain/fuzzy-date';
import { type ClaimKind, claimKinds } from 'newsdomain/vocabulary';
import { checkText } from 'newsdomain/check';
import { checkFiles } from 'newsdomain/node';
${Object.keys(faces)
  .map((name, i) => `import * as face${i} from '${name}';`)
  .join('\n')}

export const all: readonly object[] = [${Object.keys(faces).map((_, i) => `face${i}`)}];

// literals type-check, and the schemas give the interfaces
const input: ArticleInput = { type: 'article', id: 'article:a', publishedAt: '2024-06-12T08:00:00Z' };
const article: Article = defineArticle(input);
const parsed = ArticleSchema.safeParse(article);
if (parsed.success) { const same: Article = parsed.data; void same; }

// a confirmed event says by whom; an unconfirmed one can not
const visit = defineScheduledEvent({
  type: 'scheduled-event', id: 'event:a', name: 'A visit', status: 'confirmed', phase: 'planned',
  confirmation: { by: ['source:a'] },
});
export function confirmedBy(event: ScheduledEvent): readonly string[] {
  return event.status === 'confirmed' ? event.confirmation.by : [];
}
const bare = { type: 'scheduled-event', id: 'event:a', name: 'A visit', phase: 'planned' } as const;
// @ts-expect-error an unconfirmed event has no confirmation
defineScheduledEvent({ ...bare, status: 'unconfirmed', confirmation: { by: ['source:a'] } });
// @ts-expect-error a confirmed event needs a confirmation
defineScheduledEvent({ ...bare, status: 'confirmed' });
// @ts-expect-error ids of one type are no ids of another
article.id satisfies NonNullable<Article['publisherId']>;
// @ts-expect-error no such word in the vocabulary
const kind: ClaimKind = 'rumour';

// guards narrow, and a record is told by its type
export function describe(value: unknown): string {
  if (isArticle(value)) return value.headline ?? value.id;
  const record: NewsRecord = parseNewsRecord(value);
  if (record.type === 'entity' && record.kind === 'person') {
    const person: PersonEntity = record;
    return person.roles?.[0]?.title ?? person.name;
  }
  return record.id;
}
export function textOf(value: unknown): string {
  assertClaim(value);
  return value.text;
}

const dataset = loadDataset([visit]);
void [kind, claimKinds, EntitySchema, safeParseScheduledEvent({}).success, checkFiles, checkText('{}').summary.errors];
void [rollupConfirmation(visit, 'occurrence', dataset, { at: '2024-06-19' }).status, isDefinitelyBefore('2024', '2025')];
`;

interface Setting {
  readonly project: 'esm' | 'cjs';
  readonly options: Readonly<Record<string, unknown>>;
}

const settings: Readonly<Record<string, Setting>> = {
  'node16, ES modules': { project: 'esm', options: { module: 'node16', moduleResolution: 'node16' } },
  'node16, CommonJS': { project: 'cjs', options: { module: 'node16', moduleResolution: 'node16' } },
  bundler: { project: 'esm', options: { module: 'esnext', moduleResolution: 'bundler' } },
};

describe.each(Object.entries(compilers))('TypeScript (%s)', (version, compiler) => {
  test.each(Object.entries(settings))('compiles a consumer: %s', async (name, { project, options }) => {
    const at = join(folder, project);
    const file = `${version}-${name}`.replace(/\W+/g, '-');
    writeFileSync(join(at, `${file}.ts`), source);
    writeFileSync(
      join(at, `${file}.json`),
      JSON.stringify({
        compilerOptions: {
          ...options,
          target: 'es2022',
          lib: ['es2023', 'dom'],
          types: [],
          strict: true,
          exactOptionalPropertyTypes: true,
          noUncheckedIndexedAccess: true,
          // the declarations themselves are checked once for each kind: zod's come with them and take long
          skipLibCheck: version !== 'own' || name === 'bundler',
          noEmit: true,
        },
        files: [`${file}.ts`],
      }),
    );
    const output = await execute(process.execPath, [compiler, '-p', `${file}.json`], { cwd: at }).then(
      ({ stdout }) => stdout,
      ({ stdout, message }) => stdout || message,
    );
    expect(output).toBe('');
  });
});
