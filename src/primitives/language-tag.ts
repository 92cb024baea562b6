import type { Branded } from './branded.js';

/** A well-formed BCP 47 language tag, kept as given. */
export type LanguageTag = Branded<'LanguageTag'>;

/** The irregular and regular tags of RFC 5646, 2.1, with what the registry prefers to them, if anything. */
const grandfathered: ReadonlyMap<string, string | undefined> = new Map([
  ['en-gb-oed', 'en-GB-oxendict'],
  ['i-ami', 'ami'],
  ['i-bnn', 'bnn'],
  ['i-default', undefined],
  ['i-enochian', undefined],
  ['i-hak', 'hak'],
  ['i-klingon', 'tlh'],
  ['i-lux', 'lb'],
  ['i-mingo', undefined],
  ['i-navajo', 'nv'],
  ['i-pwn', 'pwn'],
  ['i-tao', 'tao'],
  ['i-tay', 'tay'],
  ['i-tsu', 'tsu'],
  ['sgn-be-fr', 'sfb'],
  ['sgn-be-nl', 'vgt'],
  ['sgn-ch-de', 'sgg'],
  ['art-lojban', 'jbo'],
  ['cel-gaulish', undefined],
  ['no-bok', 'nb'],
  ['no-nyn', 'nn'],
  ['zh-guoyu', 'cmn'],
  ['zh-hakka', 'hak'],
  ['zh-min', undefined],
  ['zh-min-nan', 'nan'],
  ['zh-xiang', 'hsn'],
]);

const languagePart = /^[a-z]{2,8}$/;
const extlangPart = /^[a-z]{3}$/;
const scriptPart = /^[a-z]{4}$/;
const regionPart = /^(?:[a-z]{2}|[0-9]{3})$/;
const variantPart = /^(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3})$/;
const extensionPart = /^[a-z0-9]{2,8}$/;
const privatePart = /^[a-z0-9]{1,8}$/;

/** Whether subtags from `at` on are `x` and at least one private subtag, to the end. */
function isPrivateUse(parts: readonly string[], at: number): boolean {
  return (
    parts[at] === 'x' && at + 1 < parts.length && parts.slice(at + 1).every((part) => privatePart.test(part))
  );
}

/** Whether lower-case subtags follow the grammar `langtag` of RFC 5646, without repeated variants or singletons. */
function isLangtag(parts: readonly string[]): boolean {
  const language = parts[0] ?? '';
  if (!languagePart.test(language)) return false;
  let at = 1;
  const matches = (shape: RegExp): boolean => {
    const part = parts[at];
    return part !== undefined && shape.test(part);
  };
  if (language.length < 4) while (at < 4 && matches(extlangPart)) at++;
  if (matches(scriptPart)) at++;
  if (matches(regionPart)) at++;
  const variants = new Set<string>();
  for (; matches(variantPart); at++) {
    const variant = parts[at] ?? '';
    if (variants.has(variant)) return false;
    variants.add(variant);
  }
  const singletons = new Set<string>();
  while (at < parts.length) {
    const singleton = parts[at] ?? '';
    if (singleton === 'x') return isPrivateUse(parts, at);
    if (singleton.length !== 1 || !privatePart.test(singleton) || singletons.has(singleton)) return false;
    singletons.add(singleton);
    at++;
    if (!matches(extensionPart)) return false;
    while (matches(extensionPart)) at++;
  }
  return true;
}

/** What nearly every tag is: a language, perhaps with a script and a region. */
const commonTag = /^[A-Za-z]{2,3}(?:-[A-Za-z]{4})?(?:-(?:[A-Za-z]{2}|[0-9]{3}))?$/;

/** ASCII only: full case folding would let `ı` or `K` (the Kelvin sign) pass for letters. */
const asciiTag = /^[A-Za-z0-9-]+$/;

/**
 * Tells whether a value is a language tag that RFC 5646 (BCP 47) calls well-formed, grandfathered ones included;
 * repeated variants and singletons are refused.
 *
 * @example
 * ```ts
 * import { isLanguageTag } from 'newsdomain';
 *
 * isLanguageTag('zh-Hant-TW'); // => true
 * isLanguageTag('en_GB'); // => false
 * isLanguageTag('english language'); // => false
 * ```
 */
export function isLanguageTag(value: unknown): value is LanguageTag {
  if (typeof value !== 'string') return false;
  if (commonTag.test(value)) return true;
  if (!asciiTag.test(value)) return false;
  const lower = value.toLowerCase();
  if (grandfathered.has(lower)) return true;
  const parts = lower.split('-');
  return isLangtag(parts) || isPrivateUse(parts, 0);
}

const capitalized = (part: string): string => part.charAt(0).toUpperCase() + part.slice(1);

/** The capitals that RFC 5646, 2.1.1, recommends. */
function withUsualCase(tag: string): string {
  let afterSingleton = false;
  return tag
    .toLowerCase()
    .split('-')
    .map((part, index) => {
      if (index === 0 || afterSingleton) return part;
      if (part.length === 1) afterSingleton = true;
      if (part.length === 2) return part.toUpperCase();
      return part.length === 4 && scriptPart.test(part) ? capitalized(part) : part;
    })
    .join('-');
}

/**
 * Returns the canonical form of a language tag: usual capitals, grandfathered tags and extended language subtags
 * replaced by what the registry prefers (RFC 5646, 4.5), and what the runtime's `Intl` knows beside that. A text
 * that is no language tag comes back as it is.
 *
 * @example
 * ```ts
 * import { canonicalizeLanguageTag } from 'newsdomain';
 *
 * canonicalizeLanguageTag('EN-gb'); // => 'en-GB'
 * canonicalizeLanguageTag('zh-yue-hk'); // => 'yue-HK'
 * canonicalizeLanguageTag('i-klingon'); // => 'tlh'
 * ```
 */
export function canonicalizeLanguageTag(tag: string): string {
  if (!isLanguageTag(tag)) return tag;
  const lower = tag.toLowerCase();
  if (grandfathered.has(lower)) return grandfathered.get(lower) ?? withUsualCase(lower);
  const parts = lower.split('-');
  // The registry prefers every extended language subtag to the pair of it and its prefix.
  const [language = '', extlang = ''] = parts;
  const preferred =
    language.length > 1 && language.length < 4 && extlangPart.test(extlang)
      ? parts.slice(1).join('-')
      : lower;
  try {
    return Intl.getCanonicalLocales(preferred)[0] ?? withUsualCase(preferred);
  } catch {
    // Well-formed for RFC 5646, yet not for ECMA-402: private-use tags and reserved four-letter languages.
    return withUsualCase(preferred);
  }
}
