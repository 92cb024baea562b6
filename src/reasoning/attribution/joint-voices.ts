import { disjointSets } from './disjoint-sets.js';

/**
 * Groups voices by what can be told apart: one group for each voice that was heard alone, one for those that were only
 * heard together with others. Where some of these others were heard alone, it joins the group of the first of them.
 */
export function groupJointVoices(
  alone: Iterable<string>,
  statements: Iterable<readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const heardAlone = new Set(alone);
  const sets = disjointSets();
  const onlyJoint = new Set<string>();
  const company = new Map<string, string>();
  const joint = [...statements];
  for (const voices of joint) {
    const others = voices.filter((voice) => !heardAlone.has(voice));
    for (const voice of others) {
      onlyJoint.add(voice);
      sets.join(others[0] ?? voice, voice);
    }
  }
  for (const voices of joint) {
    for (const friend of voices.filter((voice) => heardAlone.has(voice))) {
      for (const voice of voices) {
        const root = sets.rootOf(voice);
        const known = company.get(root);
        if (onlyJoint.has(voice) && (known === undefined || friend < known)) company.set(root, friend);
      }
    }
  }
  const groups = new Map([...heardAlone].map((voice) => [voice, [voice]]));
  for (const voice of onlyJoint) {
    const root = sets.rootOf(voice);
    const leader = company.get(root) ?? root;
    const group = groups.get(leader);
    if (group === undefined) groups.set(leader, [voice]);
    else group.push(voice);
  }
  return groups;
}
