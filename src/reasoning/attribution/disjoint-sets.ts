/** Sets of keys that grow together: union-find, nearly linear. */
export interface DisjointSets {
  /** Puts two keys, and all that is with them, into one set. */
  join(a: string, b: string): void;
  /** The key that stands for the set of a key: the smallest of the set, so that the order of joins never matters. */
  rootOf(key: string): string;
}

/** Starts with every key in a set of its own. */
export function disjointSets(): DisjointSets {
  const parents = new Map<string, string>();
  const rootOf = (key: string): string => {
    let root = key;
    for (let up = parents.get(root); up !== undefined; up = parents.get(root)) root = up;
    // shorten the way for the next one
    for (let at = key; at !== root; ) {
      const up = parents.get(at) ?? root;
      parents.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      const one = rootOf(a);
      const other = rootOf(b);
      if (one < other) parents.set(other, one);
      else if (other < one) parents.set(one, other);
    },
  };
}
