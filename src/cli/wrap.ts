/** Breaks a text into lines of at most `width` UTF-16 units at its spaces; a longer word stays whole. */
export function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${line} ${word}`;
    } else lines.push(word);
  }
  return lines;
}

/** The width that texts for people are wrapped to: that of the terminal, within what is good to read. */
export function textWidthOf({ columns = 80 }: { readonly columns?: number | undefined }): number {
  return Math.min(Math.max(columns, 40), 100);
}
