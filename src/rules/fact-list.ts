import type { RecordType } from '../vocabulary/record-type.js';
import type { FactList, RecordFacts } from './facts.js';

/** Makes a list of what can be gone through. */
export function factList<T extends RecordType>(through: () => Iterator<RecordFacts<T>>): FactList<T> {
  const list: FactList<T> = {
    [Symbol.iterator]: through,
    flatMap<U>(make: (one: RecordFacts<T>) => U | readonly U[]) {
      const made: U[] = [];
      for (const one of list) {
        const some = make(one);
        if (Array.isArray(some)) for (const each of some) made.push(each);
        else made.push(some as U);
      }
      return made;
    },
    filter(test) {
      const chosen: RecordFacts<T>[] = [];
      for (const one of list) if (test(one)) chosen.push(one);
      return chosen;
    },
    every(test) {
      for (const one of list) if (!test(one)) return false;
      return true;
    },
  };
  return list;
}
