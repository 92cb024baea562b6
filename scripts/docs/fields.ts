import { recordTypes } from '../../src/vocabulary/record-type.js';
import * as vocabulary from '../../src/vocabulary.js';
import { createDescriber } from '../json-schema/descriptions.js';
import { generateJsonSchemas } from '../json-schema/generate.js';

interface Json {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly $ref?: string;
  readonly items?: Json;
  readonly properties?: Readonly<Record<string, Json>>;
  readonly required?: readonly string[];
  readonly oneOf?: readonly Json[];
  readonly anyOf?: readonly Json[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly not?: Json;
}

const exported = Object.entries(vocabulary) as readonly [
  string,
  readonly string[] | Readonly<Record<string, string>>,
][];
const vocabularies = new Map(
  exported.filter((entry): entry is [string, readonly string[]] => Array.isArray(entry[1])),
);

/** Makes `docs/fields.md`: every field of every record and every word of every vocabulary, in the words of the types. */
export function fieldsPage(): string {
  const { $defs = {} } = generateJsonSchemas().get('record.json') as { $defs?: Record<string, Json> };
  const shared = Object.keys($defs).filter((name) => !(recordTypes as readonly string[]).includes(name));
  const objects = shared.filter((name) => $defs[name]!.properties !== undefined).sort();
  const texts = shared.filter((name) => !objects.includes(name) && !name.endsWith('Id')).sort();
  return [
    '# Fields and words',
    '',
    '<!-- Made by `npm run docs` from the types themselves. Change it there. -->',
    '',
    'Every field of every record and every word of every vocabulary. [The model](model.md) says what they are for. Fields in **bold** are required; all others are absent when they are not stated. The same descriptions stand in the types, where an editor shows them, and in the JSON Schemas.',
    '',
    ...recordTypes.flatMap((type) => section(type, $defs[type]!)),
    '## Parts that stand in several places',
    '',
    ...objects.flatMap((name) => [
      `### ${name}`,
      '',
      $defs[name]!.description!,
      '',
      ...table($defs[name]!),
      '',
    ]),
    '## Texts with a form',
    '',
    '| name | what it is |',
    '|---|---|',
    ...texts.map((name) => `| <a id="${anchor(name)}"></a>${name} | ${cell($defs[name]!.description!)} |`),
    '',
    '## Words',
    '',
    ...words(),
  ].join('\n');
}

function section(type: string, record: Json): readonly string[] {
  const head = [`## ${type}`, '', record.description!, ''];
  if (record.oneOf === undefined) return [...head, ...table(record), ''];
  const [first, ...others] = record.oneOf;
  const common = Object.keys(first!.properties!).filter((key) =>
    others.every(
      (other) => JSON.stringify(other.properties?.[key]) === JSON.stringify(first!.properties![key]),
    ),
  );
  const only =
    (keys: (key: string) => boolean) =>
    (branch: Json): Json => ({
      ...branch,
      properties: Object.fromEntries(Object.entries(branch.properties!).filter(([key]) => keys(key))),
    });
  return [
    ...head,
    ...table(only((key) => common.includes(key))(first!)),
    '',
    ...record.oneOf
      .map(only((key) => !common.includes(key)))
      .flatMap((branch) => [...branchHead(branch), ...table(branch), '']),
  ];
}

/** Names a branch by the words that lead to it. */
function branchHead({ properties = {} }: Json): readonly string[] {
  for (const [key, { const: one, enum: several }] of Object.entries(properties)) {
    const leading = one !== undefined ? [one] : several;
    if (leading !== undefined)
      return [`With \`${key}\` ${leading.map((word) => `\`${word}\``).join(', ')}:`, ''];
  }
  return [];
}

function table(object: Json): readonly string[] {
  return ['| field | what stands there | meaning |', '|---|---|---|', ...rows(object, '')];
}

function rows({ properties = {}, required = [] }: Json, prefix: string): readonly string[] {
  return Object.entries(properties).flatMap(([key, field]) => {
    const name = `${prefix}${key}`;
    const shown = required.includes(key) ? `**${name}**` : name;
    const inside = field.items ?? field;
    const below = inside.properties === undefined ? [] : rows(inside, `${name}${field.items ? '[]' : ''}.`);
    return [`| ${shown} | ${typeOf(field)} | ${cell(field.description ?? '')} |`, ...below];
  });
}

function typeOf(field: Json): string {
  if (field.$ref !== undefined) {
    const name = field.$ref.replace('#/$defs/', '');
    return name.endsWith('Id') ? idOf(name) : `[${name}](#${anchor(name)})`;
  }
  if (field.not !== undefined && field.type === undefined) return 'nothing';
  if (field.const !== undefined) return `\`${field.const}\``;
  if (field.enum !== undefined) {
    const known = [...vocabularies].find(
      ([, list]) => JSON.stringify(list) === JSON.stringify(field.enum),
    )?.[0];
    return known === undefined
      ? field.enum.map((word) => `\`${word}\``).join(', ')
      : `[${known}](#${anchor(known)})`;
  }
  if (field.type === 'array') return `list of ${plural(typeOf(field.items!))}`;
  if (field.type === 'object') return 'an object';
  if (field.anyOf !== undefined) return field.anyOf.map(typeOf).join(' or ');
  if (field.type === 'boolean') return 'true or false';
  if (field.type === 'string') return 'text';
  const { minimum, maximum } = field;
  const most = maximum === Number.MAX_SAFE_INTEGER ? undefined : maximum;
  const kind = field.type === 'integer' ? 'whole number' : 'number';
  if (minimum !== undefined && most !== undefined) return `${kind} from ${minimum} to ${most}`;
  return minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? kind : `${kind}, ${minimum} or more`;
}

const plural = (what: string): string =>
  what
    .replace(/^id of/, 'ids of')
    .replace(/^text$/, 'texts')
    .replace(/^an object$/, 'objects');

function idOf(name: string): string {
  const types = name
    .replace(/Id$/, '')
    .split('Or')
    .map((type) => (type === 'Event' || type === 'ScheduledEvent' ? 'scheduled-event' : type.toLowerCase()));
  return `id of ${types.map((type) => `[${type}](#${type})`).join(' or ')}`;
}

function words(): readonly string[] {
  const files = [
    'article',
    'assessment',
    'claim',
    'entity',
    'record-type',
    'scheduled-event',
    'source',
    'time',
  ].map((name) => `src/vocabulary/${name}.ts`);
  const describer = createDescriber(files);
  const documentation = (name: string): string => {
    for (const file of files) {
      try {
        return describer.docOf(file, name) ?? '';
      } catch {
        // the next file has it
      }
    }
    throw new Error(`no vocabulary file exports ${name}`);
  };
  return [...vocabularies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, list]) => {
      const meanings = exported.find(
        ([, value]) => !Array.isArray(value) && JSON.stringify(Object.keys(value)) === JSON.stringify(list),
      )![1] as Readonly<Record<string, string>>;
      return [
        `### ${name}`,
        '',
        documentation(name),
        '',
        '| word | meaning |',
        '|---|---|',
        ...list.map((word) => `| \`${word}\` | ${cell(meanings[word]!)} |`),
        '',
      ];
    });
}

const anchor = (name: string): string => name.toLowerCase();
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
