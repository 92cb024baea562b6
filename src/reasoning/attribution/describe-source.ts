import type { Source } from '../../records/source.js';
import type { GroundRules } from '../../vocabulary/source.js';

/** Whether a description already says that its source goes unnamed. */
const saysUnnamed = /\b(?:unnamed|anonymous|anonymity|nameless|not (?:be )?named?)\b/i;

/** How a sentence calls a source: by its name where the terms allow it, else by what may be said of it. */
export function describeSource(source: Source | undefined, groundRules: GroundRules): string {
  if (source === undefined) return 'a source of which there is no record';
  if (groundRules === 'deep-background' || groundRules === 'off-the-record') {
    return 'a source who may not be described';
  }
  if (source.kind === 'author-voice') return 'the author';
  const named = source.name !== undefined && source.anonymous !== true && groundRules !== 'background';
  if (named) return source.name as string;
  const description = safeDescription(source);
  return saysUnnamed.test(description) ? description : `${description} ${pronoun(source)} not named`;
}

/** The description of a source, unless it gives the name away. */
function safeDescription({ kind, name, description }: Source): string {
  const reveals = name !== undefined && description?.toLowerCase().includes(name.toLowerCase());
  if (description !== undefined && reveals !== true) return description;
  return kind === 'document' ? 'a document' : kind === 'group' ? 'several sources' : 'a source';
}

function pronoun({ kind, count }: Source): string {
  if (kind === 'group' || (count ?? 1) > 1) return 'who were';
  return kind === 'person' || kind === 'official' ? 'who was' : 'which was';
}

/** Joins names as English does: "A", "A and B", "A, B and C". */
export function joinNames(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}
