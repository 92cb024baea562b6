/** How wide a line may be before what stands in it is spread over several. */
const WIDTH = 100;

/** Writes plain data as JSON that people read: what fits into a line stands in one. */
export function showJson(value: unknown, indent = ''): string {
  const flat = inOneLine(value);
  if (indent.length + flat.length <= WIDTH || typeof value !== 'object' || value === null) return flat;
  const deeper = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${value.map((item) => `${deeper}${showJson(item, deeper)}`).join(',\n')}\n${indent}]`;
  }
  const lines = Object.entries(value).map(
    ([key, part]) => `${deeper}${JSON.stringify(key)}: ${showJson(part, deeper)}`,
  );
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function inOneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(inOneLine).join(', ')}]`;
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${inOneLine(part)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
