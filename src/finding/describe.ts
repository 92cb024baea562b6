/** The longest `expected` or `received`, in code points. */
const LONGEST = 80;

/** Cuts a text to 80 code points, the last of them `…` where something was cut. */
export function clip(text: string): string {
  if (text.length <= LONGEST) return text;
  const points = Array.from(text.slice(0, LONGEST * 2 + 2));
  return points.length <= LONGEST ? text : `${points.slice(0, LONGEST - 1).join('')}…`;
}

/** Names a JSON type the way messages do: with an article. */
export function describeType(value: unknown): string {
  if (value === null) return 'null';
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  switch (typeof value) {
    case 'string':
      return 'a string';
    case 'number':
      return Number.isNaN(value) ? 'NaN' : 'a number';
    case 'boolean':
      return 'a boolean';
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
}

/** Shows a received value in 80 code points at most: scalars as JSON, containers by their type. */
export function describeValue(value: unknown): string {
  if (typeof value === 'string') return clip(JSON.stringify(value.slice(0, LONGEST * 2 + 2)));
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return describeType(value);
}

/** Joins alternatives for a message: `a, b or c`. */
export function oneOf(values: readonly unknown[]): string {
  const shown = values.map((value) => JSON.stringify(value));
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} or ${shown.at(-1)}`;
}
