import { fileURLToPath } from 'node:url';
import type { Dataset } from '../../src/dataset/dataset.js';
import { readDataset } from '../../src/node.js';

/** The root of the project, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Reads the example dataset of the project. */
export const readExample = (): Promise<Dataset> => readDataset(['examples/visits'], { cwd: root });

/** Lists every object within a value, the value itself included, with the path that leads to it. */
export function objectsIn(value: unknown, path = ''): { path: string; object: Record<string, unknown> }[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${path}/${key}`));
  return Array.isArray(value) ? inside : [{ path, object: value as Record<string, unknown> }, ...inside];
}
