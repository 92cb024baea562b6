/** Copies plain JSON data and freezes the copy throughout. The data is a parsed record, so its depth is bounded. */
export function frozenCopy<T>(value: T): T {
  if (Array.isArray(value)) return Object.freeze(value.map(frozenCopy)) as T;
  if (typeof value !== 'object' || value === null) return value;
  // fromEntries defines own properties, so that a key named `__proto__` stays a key
  const entries = Object.entries(value).map(([key, part]) => [key, frozenCopy(part)] as const);
  return Object.freeze(Object.fromEntries(entries)) as T;
}
