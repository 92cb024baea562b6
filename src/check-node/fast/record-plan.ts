import type * as z from 'zod';

/** What may stand at a place of a record. */
export const DOUBTFUL = 0;
export const OBJECT = 1;
export const LIST = 2;
export const TEXT = 3;
export const WORD = 4;
export const CODE = 5;
export const NUMBER = 6;
export const BOOLEAN = 7;
export const ANY = 8;
export const UNION = 9;

/** Judges a value that was made, as zod does: it adds to `issues` what is wrong. */
export type Check = (payload: Payload) => unknown;

/** What a check is given. */
export type Payload = { value: unknown; readonly issues: unknown[] };

/** A field of an object. */
export interface Field {
  readonly name: string;
  /** The bytes of the name, and the quote behind them. */
  readonly key: Uint8Array;
  readonly isRequired: boolean;
  readonly plan: Plan;
  /** The object in which it was read last, by its number: in one it stands once. */
  seenIn: number;
  /** The field that came behind it when it was read last. */
  next: Field | undefined;
}

/** A string that is one of some: what stands between its quotes, and the quote that ends it. */
export interface Word {
  readonly value: string;
  readonly key: Uint8Array;
}

/**
 * How a place of a record is read and judged, as its schema says. All plans have all of these, whatever they are for, so
 * that what reads them is fast.
 */
export interface Plan {
  readonly kind: number;
  /** Whether its value is made. */
  readonly isMade: boolean;
  /** What judges the value. It is made for them. */
  readonly checks: readonly Check[];
  readonly fields: readonly Field[];
  /** How many fields must be there. */
  readonly required: number;
  /** The field that came first when an object was read last. */
  first: Field | undefined;
  /** What is in a list, or what a value may be. */
  readonly options: readonly Plan[];
  readonly words: readonly Word[];
  /** For each byte whether a string may have it. */
  readonly bytes: Uint8Array;
  /** How many bytes a string has at least and at most, or between what a number lies. */
  readonly least: number;
  readonly most: number;
  readonly isInteger: boolean;
  /** What is made of a long string: itself, nothing but a sign that it was there, or that and where it stands. */
  readonly cut: number;
  /** Which of the options or words was right last. */
  guess: number;
  /** The string that was right last, if any was. */
  last: string | undefined;
}

export const WHOLE = 0;
export const CUT_OUT = 1;
export const CUT_NOTED = 2;

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

/** What of a value is made: all of it, or what is in it under some keys, `*` standing for the items of a list. */
export interface Wanted {
  isWhole: boolean;
  readonly below: Map<string, Wanted>;
}

const nothing: Wanted = { isWhole: false, below: new Map() };
const everything: Wanted = { isWhole: true, below: new Map() };

/** What some paths lead to, as rules name what they read. */
export function wantedBy(paths: Iterable<string>): Wanted {
  const root: Wanted = { isWhole: false, below: new Map() };
  for (const path of paths) {
    let wanted = root;
    for (const key of path.split('.')) {
      let below = wanted.below.get(key);
      if (below === undefined) {
        below = { isWhole: false, below: new Map() };
        wanted.below.set(key, below);
      }
      wanted = below;
    }
    wanted.isWhole = true;
  }
  return root;
}

const isWanted = ({ isWhole, below }: Wanted): boolean => isWhole || below.size > 0;

const partOf = (wanted: Wanted, key: string): Wanted =>
  wanted.isWhole ? everything : (wanted.below.get(key) ?? nothing);

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
