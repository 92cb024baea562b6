/** What a finger may have struck in an id, beside the characters that are in it anyway. */
const KEYS = 'abcdefghijklmnopqrstuvwxyz0123456789:/._-';

/** Longer ids are given up: there are too many ways to mistype them. */
const LONGEST = 100;

/**
 * The ids from which one slip leads to an id: a character left out, struck too much or in place of another, or two that
 * changed places. Some may come twice. They are to be looked up, where there are too many ids to compare them all.
 */
export function* slipsOf(id: string): Generator<string, void, undefined> {
  if (id.length > LONGEST) return;
  const keys = new Set([...KEYS, ...id]);
  for (let at = 0; at <= id.length; at++) {
    const before = id.slice(0, at);
    const rest = id.slice(at);
    for (const key of keys) yield before + key + rest;
    if (rest === '') continue;
    const after = rest.slice(1);
    yield before + after;
    for (const key of keys) yield before + key + after;
    if (after !== '') yield before + after[0] + rest[0] + after.slice(1);
  }
}
