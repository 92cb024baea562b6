/**
 * Text as bytes, exactly: UTF-8, but for surrogates without their other half, which UTF-8 cannot write and others
 * replace, so that different texts would become the same. Here each takes three bytes like any other code unit
 * (WTF-8, https://simonsapin.github.io/wtf-8/). Texts are the same exactly where their bytes are.
 */

const isLead = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00;
const isTrail = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000;

/** How many bytes a text takes, from an index on. */
export function exactTextLength(text: string, from: number): number {
  let length = 0;
  for (let index = from; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) length++;
    else if (unit < 0x800) length += 2;
    else if (isLead(unit) && isTrail(text.charCodeAt(index + 1))) {
      length += 4;
      index++;
    } else length += 3;
  }
  return length;
}

/** Writes a text, from an index on. */
export function writeExactText(text: string, from: number, bytes: Uint8Array, at: number): void {
  let to = at;
  for (let index = from; index < text.length; index++) {
    let point = text.charCodeAt(index);
    if (point < 0x80) {
      bytes[to++] = point;
      continue;
    }
    if (isLead(point) && isTrail(text.charCodeAt(index + 1))) point = text.codePointAt(index++)!;
    if (point < 0x800) bytes[to++] = 0xc0 | (point >> 6);
    else {
      if (point < 0x10000) bytes[to++] = 0xe0 | (point >> 12);
      else {
        bytes[to++] = 0xf0 | (point >> 18);
        bytes[to++] = 0x80 | ((point >> 12) & 63);
      }
      bytes[to++] = 0x80 | ((point >> 6) & 63);
    }
    bytes[to++] = 0x80 | (point & 63);
  }
}

/** How many code units are put together at a time: so many arguments any engine takes. */
const AT_ONCE = 4096;

/** Reads a text that {@link writeExactText} wrote. */
export function readExactText(bytes: Uint8Array, start: number, end: number): string {
  let at = start;
  while (at < end && bytes[at]! < 0x80) at++;
  let text = '';
  for (let from = start; from < at; from += AT_ONCE) {
    text += String.fromCharCode.apply(
      undefined,
      bytes.subarray(from, Math.min(at, from + AT_ONCE)) as unknown as number[],
    );
  }
  while (at < end) {
    const points: number[] = [];
    while (at < end && points.length < AT_ONCE) {
      const byte = bytes[at++]!;
      const more = byte < 0x80 ? 0 : byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      let point = more === 0 ? byte : byte & (0x3f >> more);
      for (let next = 0; next < more; next++) point = (point << 6) | (bytes[at++]! & 63);
      points.push(point);
    }
    text += String.fromCodePoint(...points);
  }
  return text;
}
