import { BACKSLASH, QUOTE } from './bytes.js';

/** The index of the quote that ends a string of which `from` is a byte, or the quote itself; -1 where none does. */
export function closingQuote(bytes: Uint8Array, from: number): number {
  for (let at = from; ; ) {
    const quote = bytes.indexOf(QUOTE, at);
    if (quote < 0) return -1;
    let before = quote - 1;
    while (bytes[before] === BACKSLASH) before--;
    // An even number of backslashes leaves the quote a quote.
    if (((quote - before) & 1) === 1) return quote;
    at = quote + 1;
  }
}
