import * as z from 'zod';
import { crossField } from '../../schema/cross-field.js';
import type { Problem } from '../../schema/problem.js';

/** Reports every text of a list that repeats an earlier one; items that are no texts are passed over. */
export function repeatedItems(list: unknown): readonly Problem[] {
  if (!Array.isArray(list) || list.length < 2) return [];
  const first = new Map<string, number>();
  const problems: Problem[] = [];
  for (let index = 0; index < list.length; index++) {
    const item: unknown = list[index];
    if (typeof item !== 'string') continue;
    const earlier = first.get(item);
    if (earlier === undefined) first.set(item, index);
    else {
      problems.push({
        code: 'schema/duplicate-item',
        path: [index],
        message: `${JSON.stringify(item)} stands in this list already`,
        expected: 'each item once',
        related: [{ path: [earlier], message: 'it stands here first' }],
      });
    }
  }
  return problems;
}

/** A list in which no item stands twice. */
export function distinctList<Item extends z.ZodType<string, string>>(item: Item): z.ZodArray<Item> {
  return z.array(item).check(crossField(repeatedItems));
}

/** A list in which no item stands twice, with at least one. */
export function distinctListOfSome<Item extends z.ZodType<string, string>>(item: Item): z.ZodArray<Item> {
  return z.array(item).min(1).check(crossField(repeatedItems));
}
