/** How deep free JSON may nest: the checker's limit for whole documents, so that both agree. */
const DEEPEST = 256;

/**
 * Says why a value is no JSON, or nothing when it is. Iterative, ends on cyclic values, and looks at a part that
 * stands in many places no more often than its depth asks for.
 */
export function jsonFault(root: unknown): string | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: root, depth: 1 }];
  const seen = new Map<object, number>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, depth } = next;
    if (value === null || typeof value === 'string' || typeof value === 'boolean') continue;
    if (typeof value === 'number') {
      if (Number.isFinite(value)) continue;
      return `${value} is no JSON number`;
    }
    if (value === undefined) return 'undefined is no JSON value';
    if (typeof value !== 'object') return `a ${typeof value} is no JSON value`;
    if (depth > DEEPEST) return `nested more than ${DEEPEST} levels deep, or in a circle`;
    if (depth <= (seen.get(value) ?? 0)) continue;
    seen.set(value, depth);
    if (Array.isArray(value)) {
      // by index, and not further than the first hole: a sparse array has room for four thousand million of them
      for (let index = 0; index < value.length; index++) {
        if (value[index] === undefined) return 'undefined is no JSON value';
        open.push({ value: value[index], depth: depth + 1 });
      }
      continue;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
      return 'an instance of a class is no JSON value';
    }
    for (const part of Object.values(value)) open.push({ value: part, depth: depth + 1 });
  }
  return undefined;
}
