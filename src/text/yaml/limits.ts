import { Lexer } from 'yaml';
import type { TextProblemCode } from '../problem.js';

/** The longest YAML text, in bytes. */
export const maxYamlBytes = 8 * 1024 * 1024;

/** How many aliases (`*name`) a YAML text may hold. */
const maxYamlAliases = 100;

/** A limit that a text breaks, and where, in UTF-16 units. */
export interface BrokenLimit {
  readonly code: TextProblemCode;
  readonly message: string;
  readonly expected: string;
  readonly start: number;
  readonly end: number;
}

// The lexer speaks in marks that stand for nothing in the text, and one that says "a scalar comes next".
const DOCUMENT_MARK = '\u0002';
const FLOW_END_MARK = '\u0018';
const SCALAR_MARK = '\u001f';

/** A column at which block collections are open. */
interface Column {
  readonly column: number;
  list: boolean;
  other: boolean;
}

const levelsOf = ({ list, other }: Column): number => Number(list) + Number(other);

/**
 * Looks through the tokens of a YAML text, without recursion, for what would make the YAML library overflow
 * the stack or explode: too many levels, too many aliases. The depth is an upper bound: every column at which
 * something starts to the right of what is open counts as a level (as two where a list stands at the column of
 * its key), and so does every `[` and `{`.
 */
export function brokenYamlLimit(text: string, maxDepth: number): BrokenLimit | undefined {
  const columns: Column[] = [];
  let block = 0;
  let flow = 0;
  let aliases = 0;
  let offset = 0;
  let lineStart = 0;
  // Only what stands first on a line, or after a block indicator, can open a block collection.
  let fresh = true;
  let scalarNext = false;

  for (const token of new Lexer().lex(text)) {
    if (!scalarNext && (token === DOCUMENT_MARK || token === FLOW_END_MARK || token === SCALAR_MARK)) {
      scalarNext = token === SCALAR_MARK;
      if (token === FLOW_END_MARK) flow = 0;
      continue;
    }
    const start = offset;
    offset += token.length;
    const first = token[0];
    if (!scalarNext) {
      if (token === '\n' || token === '\r\n') {
        lineStart = offset;
        fresh = true;
        continue;
      }
      if (first === undefined || first === ' ' || first === '\t' || first === '#' || first === '\ufeff')
        continue;
      if (token === '---' || token === '...') {
        columns.length = 0;
        block = 0;
        flow = 0;
        fresh = true;
        continue;
      }
    }
    const tooDeep = (): BrokenLimit => ({
      code: 'syntax/depth',
      message: `more than ${maxDepth} levels of mappings and sequences`,
      expected: `at most ${maxDepth} levels`,
      start,
      end: start + 1,
    });
    if (flow === 0 && fresh) {
      const column = start - lineStart;
      while (columns.length > 0 && columns.at(-1)!.column > column) block -= levelsOf(columns.pop()!);
      let top = columns.at(-1);
      if (top?.column !== column) {
        top = { column, list: false, other: false };
        columns.push(top);
      }
      block -= levelsOf(top);
      if (!scalarNext && token === '-') {
        top.list = true;
      } else {
        // A key at the column of a list ends the list that stood in the key before.
        if (top.other) top.list = false;
        top.other = true;
      }
      block += levelsOf(top);
      // The innermost column may be a scalar's, which is no level.
      if (block - 1 > maxDepth) return tooDeep();
    }
    if (scalarNext) {
      fresh = false;
    } else if (token === '[' || token === '{') {
      flow++;
      fresh = false;
      if (flow + Math.max(0, block - 1) > maxDepth) return tooDeep();
    } else if (token === ']' || token === '}') {
      flow = Math.max(0, flow - 1);
    } else if (token === '-' || token === '?' || token === ':') {
      fresh = token !== ':' || fresh;
    } else {
      if (first === '*') {
        aliases++;
        if (aliases > maxYamlAliases) {
          return {
            code: 'syntax/alias',
            message: `more than ${maxYamlAliases} aliases`,
            expected: `at most ${maxYamlAliases} aliases`,
            start,
            end: offset,
          };
        }
      }
      // An anchor or a tag may stand in front of what opens a collection.
      if (first !== '&' && first !== '!') fresh = false;
    }
    if (scalarNext || first === '"' || first === "'") {
      const feed = token.lastIndexOf('\n');
      if (feed >= 0) {
        lineStart = start + feed + 1;
        fresh = offset === lineStart;
      }
    }
    scalarNext = false;
  }
  return undefined;
}
