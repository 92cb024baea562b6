/** Writes a primitive's message as the clause that findings are written in: no capital, no full stop. */
export function asClause(message: string): string {
  const clause = message.replace(/\.$/, '');
  return /^[A-Z][a-z ]/.test(clause) ? clause.charAt(0).toLowerCase() + clause.slice(1) : clause;
}
