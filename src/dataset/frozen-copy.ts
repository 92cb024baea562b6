/**
 * Copies plain JSON data and freezes the copy throughout. The data is a parsed record, so its depth is bounded; what
 * stands in many places of it is copied once.
 */
export function frozenCopy<T>(value: T): T {
  const copies = new Map<object, object>();
  const copy = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part;
    let frozen = copies.get(part);
    if (frozen === undefined) {
      // fromEntries defines own properties, so that a key named `__proto__` stays a key
      frozen = Object.freeze(
        Array.isArray(part)
          ? part.map(copy)
          : Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, copy(inner)])),
      );
      copies.set(part, frozen);
    }
    return frozen;
  };
  return copy(value) as T;
}
