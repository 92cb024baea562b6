import type { KnipConfig } from 'knip';
import { faces } from './scripts/build/faces.js';

export default {
  entry: [...Object.values(faces), 'scripts/ci/*.mjs'],
  project: ['src/**/*.ts', 'test/**/*.ts', 'scripts/**/*.{ts,mjs}', 'examples/*.mjs', '*.ts'],
} satisfies KnipConfig;
