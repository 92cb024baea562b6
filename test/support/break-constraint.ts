import assert from 'node:assert/strict';
import type * as z from 'zod';
import { toJsonPointer } from '../../src/finding/json-pointer.js';
import { recordSchemas } from '../../src/records/news-record.js';
import { isPlainObject, valueAt } from '../../src/schema/cross-field.js';
import { branchFor, elementOf, schemaAt, shapeOf, unwrap, visitPattern } from '../../src/schema/walk.js';
import { type Constraint, nameOf } from './constraints.js';
import type { InvalidFixture, ValidFixture } from './fixtures.js';

type Path = readonly (string | number)[];
type Part = InvalidFixture['part'];

/** A value in place of the right one, and the finding that it gives, told relative to the field. */
interface Breakage {
  readonly code: string;
  readonly below?: Path;
  readonly part?: Part;
  readonly change: (part: unknown) => unknown;
}

const to =
  (value: unknown): Breakage['change'] =>
  () =>
    value;

/** For each form, texts that do not have it, each in another way, by the code that they give. */
export const forms: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  instant: {
    'schema/date-time': [
      '2023-02-29T10:00:00Z',
      '2024-06-19',
      '2024-06-19T10:00:00',
      '2024-06-19T10:00Z',
      '2024-06-19T24:00:00Z',
      '2024-06-19T10:00:60Z',
      '2024-06-19t10:00:00z',
      '2024-06-19T10:00:00+14:30',
      '19 June 2024',
    ],
  },
  'fuzzy-date': {
    'schema/date': [
      '2023-02-30',
      '2024-13',
      'June 2024',
      '20240619',
      '2024-06-19T10:00',
      '156X-12-25',
      '{2023,2024}',
      '',
    ],
    'time/end-before-start': ['2024-06-20/2024-06-19', '[2024..2023]'],
  },
  'fuzzy-point': {
    'schema/date': [
      '2024-06-19/2024-06-20',
      '2024/..',
      '2024-06-20/2024-06-19',
      '2023-02-30',
      'mid-June',
      '2024-06-19T10:00',
      '',
    ],
    'time/end-before-start': ['[2024-06-20..2024-06-19]'],
  },
  'language-tag': {
    'schema/format': ['British English', 'en_GB', 'e', 'en-', 'en-GB-a', ''],
    'schema/language': ['de-1996-1996', 'en-a-one-a-two'],
  },
  'country-code': { 'schema/format': ['XX', 'vn', 'VNM', 'Vietnam', 'UK', ''] },
  'time-zone': {
    'schema/format': ['+07:00', 'Asia/Ho Chi Minh', ''],
    'schema/time-zone': ['Mars/Olympus_Mons', 'ICT'],
  },
  'web-url': {
    'schema/format': [
      'javascript:alert(1)',
      'www.example.org',
      '/politics',
      'ftp://example.org/',
      'https://user:secret@example.org/',
      'https://example.org/a b',
      'https://example.org\\a',
      'https://example.org:99999/',
      'https://256.1.1.1/',
      'https:/example.org/',
      'https://example.org/%',
      '',
    ],
    'schema/url': ['https://[::1::]/', 'https://xn--a.example/'],
  },
  'recurrence-rule': {
    'schema/format': [
      'every Friday',
      'RRULE:FREQ=DAILY',
      'FREQ=FORTNIGHTLY',
      'COUNT=4',
      'FREQ=DAILY;COUNT=0',
      'FREQ=YEARLY;BYMONTH=13',
      '',
    ],
    'schema/recurrence': [
      'FREQ=DAILY;COUNT=4;UNTIL=20241231',
      'FREQ=WEEKLY;BYDAY=1MO',
      'FREQ=DAILY;COUNT=1;COUNT=2',
      'FREQ=DAILY;UNTIL=20240231',
    ],
  },
  // patterns, by what they are the pattern of
  id: { 'schema/format': ['', 'article a', 'artículo:a', 'a\n', 'x'.repeat(201)] },
  sha256: { 'schema/format': ['abc', 'A'.repeat(64), 'g'.repeat(64), '0'.repeat(65), ''] },
  wikidataId: { 'schema/format': ['881', 'q881', 'Q0881', 'Q881 ', 'P31', ''] },
  domains: {
    'schema/format': [
      'https://example.org',
      'Example.org',
      'localhost',
      'example.org:80',
      '-a.org',
      'a..org',
      `${'a'.repeat(64)}.org`,
      '',
    ],
  },
  contentType: { 'schema/format': ['image', 'image/', 'jpeg image', 'text/html; charset=utf-8', ''] },
};

/** What a pattern is the pattern of: ids stand under many names, every other one under its own. */
const formOf = (constraint: string, pattern: readonly string[]): string =>
  constraint === 'form:regex'
    ? (pattern.findLast((key) => key !== '*' && Object.hasOwn(forms, key)) ?? 'id')
    : constraint.slice('form:'.length);

const rules: Readonly<Record<string, readonly Breakage[]>> = {
  'rule:oneAnchor': [
    { code: 'schema/exactly-one', part: 'open', change: to({}) },
    { code: 'schema/exactly-one', change: to({ articleId: 'article:a', date: '2024' }) },
  ],
  'rule:offsetsFit': [
    {
      code: 'schema/required',
      part: 'open',
      change: (part) => without(with_(part, { start: 4, end: 9, exact: 'visit' }), 'end'),
    },
    {
      code: 'anchor/end-before-start',
      below: ['end'],
      change: (part) => with_(part, { exact: 'visit', start: 9, end: 4 }),
    },
    {
      code: 'anchor/length',
      below: ['end'],
      change: (part) => with_(part, { exact: 'visit', start: 4, end: 10 }),
    },
  ],
  'rule:bodyHasText': [{ code: 'schema/at-least-one', part: 'open', change: to({}) }],
  'rule:sourceIsNamedOrDescribed': [
    { code: 'schema/required', part: 'open', change: (part) => without(part, 'name') },
    {
      code: 'schema/required',
      part: 'open',
      change: (part) => without(with_(part, { anonymous: true }), 'name', 'description'),
    },
  ],
  'rule:dateStanceHasDate': [
    {
      code: 'claim/stance-date',
      below: ['value'],
      change: (part) => with_(part, { aspect: 'date', value: 'soon' }),
    },
    {
      code: 'claim/stance-date',
      below: ['value'],
      change: (part) => with_(part, { aspect: 'date', value: '2024-06-31' }),
    },
    {
      code: 'time/end-before-start',
      below: ['value'],
      change: (part) => with_(part, { aspect: 'date', value: '2025/2024' }),
    },
  ],
  'rule:endNotBeforeStart': [
    {
      code: 'time/end-before-start',
      below: ['end', 'date'],
      change: (part) => with_(part, { start: { date: '2024-06-20' }, end: { date: '2024-06-19' } }),
    },
  ],
  'rule:historyEndsNotBeforeStart': [
    {
      code: 'time/end-before-start',
      below: ['history', 0, 'end', 'date'],
      change: (part) =>
        with_(part, { history: [{ start: { date: '2024-06-20' }, end: { date: '2024-06-19' } }] }),
    },
  ],
};

/** Makes the invalid fixtures of one constraint, each from a valid fixture with that one thing wrong. */
export function breakConstraint(
  { type, pattern, constraint }: Constraint,
  bases: readonly ValidFixture[],
): readonly InvalidFixture[] {
  const schema = recordSchemas[type];
  if (constraint === 'forbidden') {
    const value = { ...bases.find(({ value: { status } }) => status === 'unconfirmed')!.value };
    const broken = { ...minimal(value, ['name', 'phase', 'status']), confirmation: { by: ['source:a'] } };
    return [
      {
        description: nameOf({ type, pattern, constraint }),
        code: 'schema/forbidden-key',
        pointer: '/confirmation',
        part: 'key',
        value: broken,
      },
    ];
  }
  for (const base of bases) {
    let found: Path | undefined;
    visitPattern(base.value, pattern, (_, path) => {
      found ??= fits(schemaAt(schema, base.value, path), valueAt(base.value, path), constraint)
        ? path
        : undefined;
    });
    if (found === undefined) continue;
    const pruned = prune(base.value, found, constraint);
    const tooFew = leastItems(schemaAt(schema, pruned.value, pruned.path)!) - 1;
    return breakages(type, pattern, constraint, valueAt(pruned.value, pruned.path), tooFew).map(
      (breakage, index) => ({
        description: `${nameOf({ type, pattern, constraint })}${index === 0 ? '' : ` (${index + 1})`}`,
        code: breakage.code,
        pointer: toJsonPointer([...pruned.path, ...(breakage.below ?? [])]),
        part: breakage.part ?? 'value',
        value: changeAt(pruned.value, pruned.path, breakage.change),
      }),
    );
  }
  throw new Error(`no valid fixture has a field for ${nameOf({ type, pattern, constraint })}`);

  function fits(at: ReturnType<typeof schemaAt>, part: unknown, kind: string): boolean {
    if (at === undefined) return false;
    const branch = branchFor(at, part);
    const shape = branch && shapeOf(branch);
    if (kind.startsWith('required:'))
      return shape !== undefined && Object.hasOwn(Object(part), kind.slice(9));
    if (kind === 'unknown-key') return shape !== undefined;
    if (kind === 'min') {
      return (
        typeof part === 'string' ||
        typeof part === 'number' ||
        (branch !== undefined && elementOf(branch) !== undefined)
      );
    }
    return true;
  }

  /** Keeps what the schema requires and what leads to the field, so that a fixture shows its one mistake. */
  function prune(value: unknown, path: Path, kind: string): { value: unknown; path: Path } {
    const newPath: (string | number)[] = [];
    const step = (part: unknown, depth: number): unknown => {
      const key = path[depth];
      if (Array.isArray(part)) {
        if (typeof key !== 'number') return kind === 'distinct' ? part : part.slice(0, 2);
        newPath.push(0);
        const others = part.filter((_, index) => index !== key);
        const least = leastItems(schemaAt(schema, value, path.slice(0, depth))!);
        return [step(part[key], depth + 1), ...others.slice(0, Math.max(0, least - 1))];
      }
      if (!isPlainObject(part) || (key === undefined && kind.startsWith('form:'))) return part;
      const branch = branchFor(schemaAt(schema, value, path.slice(0, depth))!, part);
      const shape = (branch && shapeOf(branch)) ?? {};
      const kept = new Set(Object.keys(shape).filter((name) => shape[name]!._zod.optin !== 'optional'));
      for (const name of keptTogether(part, key)) kept.add(name);
      if (key !== undefined) {
        newPath.push(key);
        kept.add(String(key));
      }
      return Object.fromEntries(
        Object.entries(part)
          .filter(([name]) => kept.has(name))
          .map(([name, inner]) => [name, name === key ? step(inner, depth + 1) : inner]),
      );
    };
    return { value: step(value, 0), path: newPath };
  }
}

/** How many items an array must have. */
function leastItems(array: z.core.$ZodType): number {
  const checks = (unwrap(array)._zod.def.checks ?? []).map(({ _zod }) => _zod.def as { minimum?: number });
  return Math.max(0, ...checks.map(({ minimum = 0 }) => minimum));
}

/** Keys that are right only beside each other. */
function keptTogether(part: Readonly<Record<string, unknown>>, key: string | number | undefined): string[] {
  if (key === 'start' && 'exact' in part) return ['end'];
  if (key === 'end' && 'exact' in part) return ['start'];
  if (part.type === 'source') return part.name === undefined ? ['anonymous', 'description'] : ['name'];
  if (key === undefined && ('articleId' in part || 'eventId' in part || 'date' in part) && !('of' in part)) {
    return Object.keys(part).slice(0, 1);
  }
  if (key === undefined && ('text' in part || 'html' in part)) return ['text', 'html'];
  return [];
}

function breakages(
  type: string,
  pattern: readonly string[],
  constraint: string,
  part: unknown,
  tooFew: number,
): readonly Breakage[] {
  const named = rules[constraint];
  if (named !== undefined) return named;
  if (constraint.startsWith('form:')) {
    return Object.entries(forms[formOf(constraint, pattern)]!).flatMap(([code, texts]) =>
      texts.map((text) => ({ code, change: to(text) })),
    );
  }
  const isRecordType = pattern.length === 1 && pattern[0] === 'type';
  if (constraint.startsWith('required:')) {
    const key = constraint.slice('required:'.length);
    const code = pattern.length === 0 && key === 'type' ? 'schema/unknown-type' : 'schema/required';
    return [{ code, part: 'open', change: (object) => without(object, key) }];
  }
  switch (constraint) {
    case 'type': {
      const code = isRecordType ? 'schema/unknown-type' : 'schema/type';
      const textFits = typeof part === 'string' || pattern.at(-1) === 'category';
      return [textFits ? 42 : 'text', null].map((wrong) => ({ code, change: to(wrong) }));
    }
    case 'enum':
      return [{ code: isRecordType ? 'schema/unknown-type' : 'schema/enum', change: to('no-such-word') }];
    case 'unknown-key':
      return [
        {
          code: 'schema/unknown-key',
          below: ['zzUnknown'],
          part: 'key',
          change: (object) => with_(object, { zzUnknown: true }),
        },
      ];
    case 'extension-key':
      return [{ code: 'schema/extension-key', below: ['desk'], change: to({ desk: 1 }) }];
    case 'integer':
      return [{ code: 'schema/type', change: (number) => Number(number) + 0.5 }];
    case 'min':
      if (typeof part === 'number') return [{ code: 'schema/range', change: to(-1_000) }];
      return [{ code: 'schema/length', change: to(Array.isArray(part) ? part.slice(0, tooFew) : '') }];
    case 'max':
      return [{ code: 'schema/range', change: to(1_000_000) }];
    case 'distinct': {
      assert.ok(Array.isArray(part));
      const twice = [part[0], part[0]];
      return [{ code: 'schema/duplicate-item', below: [1], change: to(twice) }];
    }
    default:
      throw new Error(`${type}: nothing is known to break ${constraint}`);
  }
}

function with_(part: unknown, more: Readonly<Record<string, unknown>>): unknown {
  return { ...(part as object), ...more };
}

function without(part: unknown, ...keys: readonly string[]): unknown {
  return Object.fromEntries(Object.entries(part as object).filter(([key]) => !keys.includes(key)));
}

const minimal = (value: Readonly<Record<string, unknown>>, keys: readonly string[]): object =>
  Object.fromEntries(['type', 'id', ...keys].map((key) => [key, value[key]]));

function changeAt(value: unknown, path: Path, change: (part: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value))
    return value.map((item, index) => (index === key ? changeAt(item, rest, change) : item));
  return Object.fromEntries(
    Object.entries(value as object).map(([name, part]) => [
      name,
      name === key ? changeAt(part, rest, change) : part,
    ]),
  );
}
