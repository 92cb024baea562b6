import type { TextDocument, TextFormat } from '../text/document.js';
import type { Span } from '../text/problem.js';
import type { Fix } from './diagnostic.js';

/** What a YAML reader takes for something else than a text (core schema). */
const yamlWord = /^(?:null|true|false|[-+.\d][\d._a-fox+-]*|[-+]?\.inf|\.nan)$/i;
/** Texts that mean themselves without quotes, wherever they stand. */
const yamlPlain = /^[A-Za-z0-9][\w./+%?&=~@:-]*(?<!:)$/;

/**
 * Makes the fix that writes another text in the place of a key or a string, in the quotes that stand there. An alias of
 * YAML is left alone: what it repeats is mended where it stands.
 */
export function replaceText(
  document: Pick<TextDocument, 'textAt'>,
  format: TextFormat,
  { start, end }: Span,
  text: string,
): Fix | null {
  const first = format === 'yaml' ? document.textAt(start, start + 1) : '"';
  if (first === '*') return null;
  return { edits: [{ byteOffset: start, byteLength: end - start, text: inQuotes(first, text) }] };
}

function inQuotes(first: string, text: string): string {
  if (first === "'") return `'${text.replaceAll("'", "''")}'`;
  const plain = first !== '"' && first !== '|' && first !== '>';
  return plain && yamlPlain.test(text) && !yamlWord.test(text) ? text : JSON.stringify(text);
}
