/**
 * Writes a whole number in English digits, in groups of three. `toLocaleString` writes the same, after it has loaded
 * the numbers of every language, which takes longer than to check a file.
 */
export const thousands = (whole: number): string => String(whole).replace(/\B(?=(?:\d{3})+$)/g, ',');
