import type { Random } from '../fuzz/random.js';

/** Writes a value as JSON in one of the many ways in which that can be done. */
export function writeJson(value: unknown, random: Random): string {
  const blank = (): string => (random.below(8) === 0 ? random.one([' ', '\t', '\n', '\r\n', '   ']) : '');
  if (typeof value === 'string') return writeText(value, random);
  if (typeof value === 'number' && Number.isFinite(value)) {
    const plain = Object.is(value, -0) ? '-0' : String(value);
    return /^-?\d+$/.test(plain) && random.below(10) === 0
      ? plain + random.one(['.0', 'e0', '.00', 'E+0'])
      : plain;
  }
  if (Array.isArray(value)) {
    return `[${blank()}${value.map((item) => writeJson(item, random) + blank()).join(`,${blank()}`)}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value);
  if (random.below(3) === 0) entries.sort(() => random.below(3) - 1);
  const members = entries.map(
    ([key, part]) => `${writeText(key, random, 60)}${blank()}:${blank()}${writeJson(part, random)}${blank()}`,
  );
  return `{${blank()}${members.join(`,${blank()}`)}}`;
}

/** A text, with one of so many written with escapes throughout. */
function writeText(text: string, random: Random, one = 12): string {
  if (random.below(one) > 0) return JSON.stringify(text);
  const units = Array.from({ length: text.length }, (_, at) =>
    text.charCodeAt(at).toString(16).padStart(4, '0'),
  );
  return `"${units.map((unit) => `\\u${random.below(2) === 0 ? unit : unit.toUpperCase()}`).join('')}"`;
}
