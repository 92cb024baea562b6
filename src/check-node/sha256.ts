/** Computes the SHA-256 of a text in UTF-8, in lower-case hexadecimal digits. Node's cryptography is loaded when first asked. */
export const sha256 = (text: string): string =>
  process.getBuiltinModule('node:crypto').createHash('sha256').update(text, 'utf8').digest('hex');
