/** Scripts that do not separate words by spaces, so that no letter of theirs tells where a word ends. */
const unspaced = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan'];

const inWord = `(?![${unspaced.map((script) => `\\p{Script=${script}}`).join('')}])[\\p{L}\\p{M}\\p{N}]`;
const wordBefore = new RegExp(`${inWord}$`, 'u');
const wordAfter = new RegExp(`^${inWord}`, 'u');

/** Whether a UTF-16 offset lies between two letters or digits of one word. It lies between two code points. */
export function cutsWord(text: string, offset: number): boolean {
  return (
    wordAfter.test(text.slice(offset, offset + 2)) &&
    wordBefore.test(text.slice(Math.max(0, offset - 2), offset))
  );
}
