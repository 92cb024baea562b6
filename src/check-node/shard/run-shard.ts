import { judgementOf } from '../judgement.js';
import type { RunSettings } from '../run-settings.js';
import { type CheckedShard, checkShard } from './check-shard.js';
import type { Shard } from './shard-space.js';

/** Checks one shard of files: of configuration and options, what decides what is looked for. */
export async function runShard(
  paths: Iterable<string>,
  shard: Shard,
  settings: RunSettings & { readonly program: string },
): Promise<CheckedShard> {
  const { notLookedFor, ignore } = await judgementOf(settings, settings.cwd ?? process.cwd());
  return checkShard(paths, { ...settings, shard, severities: notLookedFor, ignore });
}
