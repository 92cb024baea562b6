import type * as z from 'zod';
import {
  ANY,
  BOOLEAN,
  type Check,
  CODE,
  CUT_NOTED,
  CUT_OUT,
  DOUBTFUL,
  type Field,
  LIST,
  NUMBER,
  OBJECT,
  type Plan,
  TEXT,
  UNION,
  WHOLE,
  WORD,
  type Word,
} from './record-plan.js';
import { everything, isWanted, partOf, type Wanted } from './wanted.js';

const NO_BYTES = new Uint8Array(0);

const bare: Plan = {
  kind: DOUBTFUL,
  isMade: true,
  checks: [],
  fields: [],
  required: 0,
  first: undefined,
  options: [],
  words: [],
  bytes: NO_BYTES,
  least: Number.NEGATIVE_INFINITY,
  most: Number.POSITIVE_INFINITY,
  isInteger: false,
  cut: WHOLE,
  guess: 0,
  last: undefined,
};

/** What of a definition matters here. */
interface Definition {
  readonly type: string;
  readonly format?: string;
  readonly checks?: readonly z.core.$ZodCheck[];
  readonly shape?: Readonly<Record<string, z.core.$ZodType>>;
  readonly catchall?: z.core.$ZodType;
  readonly element?: z.core.$ZodType;
  readonly innerType?: z.core.$ZodType;
  readonly options?: readonly z.core.$ZodType[];
  readonly coerce?: boolean;
  readonly inclusive?: boolean;
  readonly discriminator?: string;
}

const definitionOf = (schema: z.core.$ZodType): Definition => schema._zod.def as unknown as Definition;

const utf8 = new TextEncoder();

/** The bytes of a string in JSON with the quote that ends it; `undefined` where it would be written with escapes. */
function keyOf(text: string): Uint8Array | undefined {
  const written = JSON.stringify(text);
  return written.length === text.length + 2 ? utf8.encode(written.slice(1)) : undefined;
}

/**
 * Makes the plan of a schema. It never accepts what the schema does not: whatever has no plan here is doubtful, and so
 * left to who reads records exactly. What is not wanted is judged and not made, unless a check needs it. `path` says
 * where the schema is, for the texts that are cut out: checks around these may ask only whether they are there.
 */
export function planOf(schema: z.core.$ZodType, wanted: Wanted, path = ''): Plan {
  const definition = definitionOf(schema);
  const checks = definition.checks ?? [];
  const parts = checks.length > 0 ? everything : wanted;
  const isMade = isWanted(parts);
  switch (definition.type) {
    case 'object':
      return { ...planOfObject(definition, parts, path), isMade };
    case 'array':
      return {
        ...bare,
        kind: LIST,
        isMade,
        options: [planOf(definition.element!, partOf(parts, '*'), `${path}/*`)],
        checks: checks.map(checkOf),
      };
    case 'string':
      return { ...planOfString(definition, path), isMade: isWanted(wanted) };
    case 'enum':
    case 'literal':
      return { ...planOfWords(schema, checks), isMade };
    case 'number':
    case 'int':
      return { ...planOfNumber(definition), isMade };
    case 'boolean':
      return checks.length > 0 ? bare : { ...bare, kind: BOOLEAN, isMade };
    case 'unknown':
      return { ...bare, kind: ANY, isMade, checks: checks.map(checkOf) };
    case 'union':
      // One that takes exactly one of its options has more to ask.
      return checks.length > 0 || (definition.inclusive === false && definition.discriminator === undefined)
        ? bare
        : {
            ...bare,
            kind: UNION,
            isMade,
            options: definition.options!.map((one) => planOf(one, wanted, path)),
          };
    default:
      return bare;
  }
}

const checkOf = (check: z.core.$ZodCheck): Check => check._zod.check as unknown as Check;

function planOfObject({ shape = {}, catchall, checks = [] }: Definition, wanted: Wanted, path: string): Plan {
  // Keys that no field has are for others to judge, unless there may be none.
  if (catchall === undefined || definitionOf(catchall).type !== 'never') return bare;
  const fields: Field[] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const key = keyOf(name);
    const { type, innerType, checks: own = [] } = definitionOf(schema);
    const isOptional = type === 'optional' && own.length === 0;
    const plan = planOf(isOptional ? innerType! : schema, partOf(wanted, name), `${path}/${name}`);
    // A field that is never right is one that must not be there. One that every object has is no field.
    if (key === undefined || name in Object.prototype) return bare;
    fields.push({ name, key, isRequired: !isOptional, plan, seenIn: 0, next: undefined });
  }
  const required = fields.filter(({ isRequired }) => isRequired).length;
  return { ...bare, kind: OBJECT, fields, required, first: fields[0], checks: checks.map(checkOf) };
}

/** Strings of a single class of ASCII characters, so many of them. */
const OF_ONE_CLASS = /^\^(\[[^\]\\]+\])\{(\d+)(?:,(\d+))?\}\$$/;

function planOfString({ checks = [], format, coerce }: Definition, path: string): Plan {
  if (format !== undefined || coerce === true) return bare;
  const text: Plan = { ...bare, kind: TEXT, least: 0 };
  if (checks.length === 0) {
    return path === '/body/text'
      ? { ...text, cut: CUT_NOTED }
      : path === '/body/html'
        ? { ...text, cut: CUT_OUT }
        : text;
  }
  const [only] = checks;
  const one = only!._zod.def as unknown as Definition & {
    readonly check: string;
    readonly minimum?: number;
    readonly pattern?: RegExp;
  };
  if (checks.length === 1 && one.check === 'min_length' && one.minimum === 1) return { ...text, least: 1 };
  const [, ofOne, least, most = least] = OF_ONE_CLASS.exec(one.pattern?.source ?? '') ?? [];
  if (checks.length === 1 && one.check === 'string_format' && one.pattern?.flags === '' && ofOne) {
    const isOf = new RegExp(`^${ofOne}$`);
    const bytes = new Uint8Array(256);
    // A quote ends the string, and a backslash is no character of it.
    for (let byte = 0x20; byte < 0x7f; byte++) {
      const character = String.fromCharCode(byte);
      if (isOf.test(character) && keyOf(character) !== undefined) bytes[byte] = 1;
    }
    return { ...text, kind: CODE, bytes, least: Number(least), most: Number(most) };
  }
  return { ...text, checks: checks.map(checkOf) };
}

function planOfWords(schema: z.core.$ZodType, checks: readonly z.core.$ZodCheck[]): Plan {
  const words: Word[] = [];
  for (const value of schema._zod.values ?? []) {
    const key = typeof value === 'string' ? keyOf(value) : undefined;
    if (key !== undefined) words.push({ value: value as string, key });
  }
  return checks.length > 0 || words.length === 0 ? bare : { ...bare, kind: WORD, words };
}

function planOfNumber({ checks = [], format, coerce }: Definition): Plan {
  if (coerce === true || (format !== undefined && format !== 'safeint')) return bare;
  let { least, most } = bare;
  for (const check of checks) {
    const {
      check: kind,
      value,
      inclusive,
    } = check._zod.def as unknown as {
      readonly check: string;
      readonly value: unknown;
      readonly inclusive: boolean;
    };
    if (typeof value !== 'number' || !inclusive) return bare;
    if (kind === 'greater_than') least = Math.max(least, value);
    else if (kind === 'less_than') most = Math.min(most, value);
    else return bare;
  }
  return { ...bare, kind: NUMBER, least, most, isInteger: format === 'safeint' };
}
