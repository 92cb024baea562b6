/** Every way to leave out one character of a name or to swap two of them, and how other languages would write it. */
export function slipsOf(name: string): string[] {
  const slips = [...name].flatMap((_, at) => [
    name.slice(0, at) + name.slice(at + 1),
    name.slice(0, at) + (name[at + 1] ?? '') + name[at] + name.slice(at + 2),
    name.slice(0, at) + name[at] + name.slice(at),
  ]);
  const words = name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return [...new Set([...slips, words, words.replaceAll('_', '-'), name.toUpperCase()])].filter(
    (slip) => slip !== name && slip !== '',
  );
}

/** A key or an index. */
export type Step = string | number;

/** The paths of all keys in a value. */
export function keysIn(value: unknown, path: readonly Step[] = []): (readonly Step[])[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const below = keysIn(part, [...path, step]);
    return Array.isArray(value) ? below : [[...path, step], ...below];
  });
}

/** A value with the key at a path renamed. */
export function renamed(value: unknown, [step, ...rest]: readonly Step[], name: string): unknown {
  if (Array.isArray(value)) {
    return value.map((part, index) => (index === step ? renamed(part, rest, name) : part));
  }
  return Object.fromEntries(
    Object.entries(value as object).map(([key, part]) =>
      key !== step ? [key, part] : rest.length === 0 ? [name, part] : [key, renamed(part, rest, name)],
    ),
  );
}
