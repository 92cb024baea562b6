/** What of a value is made: all of it, or what is in it under some keys, `*` standing for the items of a list. */
export interface Wanted {
  isWhole: boolean;
  readonly below: Map<string, Wanted>;
}

const nothing: Wanted = { isWhole: false, below: new Map() };
export const everything: Wanted = { isWhole: true, below: new Map() };

/** What some paths lead to, as rules name what they read. */
export function wantedBy(paths: Iterable<string>): Wanted {
  const root: Wanted = { isWhole: false, below: new Map() };
  for (const path of paths) {
    let wanted = root;
    for (const key of path.split('.')) {
      let below = wanted.below.get(key);
      if (below === undefined) {
        below = { isWhole: false, below: new Map() };
        wanted.below.set(key, below);
      }
      wanted = below;
    }
    wanted.isWhole = true;
  }
  return root;
}

export const isWanted = ({ isWhole, below }: Wanted): boolean => isWhole || below.size > 0;

export const partOf = (wanted: Wanted, key: string): Wanted =>
  wanted.isWhole ? everything : (wanted.below.get(key) ?? nothing);
