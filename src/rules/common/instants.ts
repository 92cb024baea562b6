import { instantToEpochMilliseconds } from '../../primitives/instant.js';

/** Whether one instant comes after another. Two that are written alike, as most are, are compared as they stand. */
export function isInstantAfter(one: string, other: string): boolean {
  if (one.length === other.length && offsetOf(one) === offsetOf(other)) return one > other;
  return instantToEpochMilliseconds(one) > instantToEpochMilliseconds(other);
}

const offsetOf = (instant: string): string => (instant.endsWith('Z') ? 'Z' : instant.slice(-6));
