import type { KnipConfig } from 'knip';
import { faces } from './scripts/build/faces.js';

export default {
  entry: [...Object.values(faces), 'scripts/ci/*.mjs', 'test/rules/cases/*.ts', 'test/fuzz/run.ts'],
  // what npm run kernel makes a module of
  ignore: ['src/**/assembly/*.ts'],
  project: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.{ts,mjs}', 'examples/*.mjs', '*.ts'],
  // what tests of files, terminals and hosts take from the system
  ignoreBinaries: ['mkfifo', 'script', 'setpriv'],
  // a type that a signature names is exported with it, whether or not another file has to spell it
  ignoreExportsUsedInFile: { interface: true, type: true },
} satisfies KnipConfig;
