import { defineConfig } from 'vitest/config';

/** Another zod to run the tests with: `npm run zod-floor` names the oldest one that is allowed. */
const zod = process.env.NEWSDOMAIN_ZOD;

/** Tests that a run does without, as globs separated by commas: `--exclude` does not reach the projects. */
const without = process.env.NEWSDOMAIN_WITHOUT?.split(',') ?? [];

export default defineConfig({
  resolve: { alias: zod === undefined ? {} : { zod } },
  test: {
    testTimeout: 60_000,
    hookTimeout: 60_000,
    setupFiles: ['test/support/seed.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'source',
          include: ['test/**/*.test.ts'],
          exclude: ['test/package/**', '**/node_modules/**', ...without],
        },
      },
      {
        extends: true,
        test: {
          name: 'types',
          include: [],
          typecheck: {
            enabled: true,
            only: true,
            include: ['test/types/**/*.test-d.ts'],
            tsconfig: 'test/types/tsconfig.json',
          },
        },
      },
      {
        extends: true,
        test: {
          name: 'package',
          include: ['test/package/**/*.test.ts'],
          exclude: ['**/node_modules/**'],
          globalSetup: ['test/support/build.ts'],
        },
      },
    ],
  },
});
