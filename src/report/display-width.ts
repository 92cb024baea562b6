/** Zero-width: combining marks, joiners, variation selectors. */
const zeroWidth = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d]|\u2060)$/u;
/** Two columns in a terminal: East Asian wide and full-width characters, and emoji. */
const wide =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{16fe0}-\u{18cff}\u{1aff0}-\u{1b2ff}\u{1f200}-\u{1f2ff}\u{20000}-\u{3fffd}]$|^\p{Emoji_Presentation}$/u;
/** Controls, and the marks that turn the direction of a line: a terminal must never obey data. */
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/gu;

/** How many columns of a terminal one code point takes. */
export function displayWidth(character: string): number {
  if (character >= ' ' && character <= '~') return 1;
  if (zeroWidth.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Makes a text of a data file safe to print on one line: a tab becomes a blank, what cannot be shown U+FFFD. */
export function printable(text: string): string {
  return text.replaceAll('\t', ' ').replace(unprintable, '\ufffd');
}

/** How many columns of a terminal a text takes. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += displayWidth(character);
  return width;
}
