import type { Branded } from './branded.js';
import { canParseUrl } from './can-parse-url.js';
import type { SafeParseResult } from './result.js';

/** An absolute `http` or `https` URL, kept as written. */
export type WebUrl = Branded<'WebUrl'>;

/** Why a value is no {@link WebUrl}. */
export type WebUrlErrorCode =
  | 'type'
  | 'space'
  | 'character'
  | 'backslash'
  | 'percent-encoding'
  | 'relative'
  | 'scheme'
  | 'slashes'
  | 'credentials'
  | 'host'
  | 'port';

/** The fault that keeps a value from being a {@link WebUrl}. */
export class WebUrlError extends Error {
  override readonly name = 'WebUrlError';
  /** The kind of fault. */
  readonly code: WebUrlErrorCode;
  /** Where the fault begins, in UTF-16 units. */
  readonly position: number;

  constructor(code: WebUrlErrorCode, position: number) {
    super(messages[code]);
    this.code = code;
    this.position = position;
  }
}

const messages: Record<WebUrlErrorCode, string> = {
  type: 'A web URL is a string, such as "https://example.org/news".',
  space: 'A URL has no spaces: write %20 inside it, and nothing around it.',
  character: 'This character cannot stand here in a URL: percent-encode it.',
  backslash: 'Write "/" instead of the backslash.',
  'percent-encoding': 'Two hexadecimal digits must follow "%"; the percent sign itself is %25.',
  relative: 'Write the whole URL, beginning with https:// or http://.',
  scheme: 'Only http and https URLs are accepted.',
  slashes: 'Write exactly two slashes after the scheme.',
  credentials: 'Take the user name and password before "@" out of the URL.',
  host: 'The host is no domain name and no IP address.',
  port: 'The port is a number up to 65535.',
};

interface Fault {
  readonly code: WebUrlErrorCode;
  readonly position: number;
}

/** The URL code points of the WHATWG standard below U+0080, and the characters with a role of their own. */
const allowedAscii = Uint8Array.from({ length: 128 }, (_, unit) =>
  Number(/[!$&'()*+,\-./:;=?@_~%#[\]0-9A-Za-z]/.test(String.fromCharCode(unit))),
);

/**
 * What no URL may hold beyond ASCII: controls, lone surrogates and noncharacters (WHATWG, "URL code points"), the
 * directional marks (RFC 3987, 4.1), and white space.
 */
const forbidden =
  /[\u0080-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\p{White_Space}\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const spaces = /\p{White_Space}/u;

const isHex = (unit: number): boolean =>
  (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 70) || (unit >= 97 && unit <= 102);

function characterFault(text: string): Fault | undefined {
  let ascii = true;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 127) ascii = false;
    else if (allowedAscii[unit] === 0) {
      if (unit === 92) return { code: 'backslash', position: i };
      return { code: unit === 32 || (unit >= 9 && unit <= 13) ? 'space' : 'character', position: i };
    } else if (unit === 37 && !(isHex(text.charCodeAt(i + 1)) && isHex(text.charCodeAt(i + 2))))
      return { code: 'percent-encoding', position: i };
  }
  if (ascii) return undefined;
  const position = text.search(forbidden);
  if (position === -1) return undefined;
  return { code: spaces.test(text.charAt(position)) ? 'space' : 'character', position };
}

const schemeShape = /^[A-Za-z][A-Za-z0-9+.-]*:/;

/** A last label that makes WHATWG's host parser read the whole host as an IPv4 address. */
const numericEnd = /(?:^|\.)(?:[0-9]+|0[xX][0-9A-Fa-f]*)\.?$/;
const dottedDecimal = /^(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\.(?!$)|$)){4}$/;

/**
 * Whether a host is one that WHATWG calls valid and not merely parsable. Underscores and hyphens at odd places are
 * left alone, although its domain rules are stricter: hosts in use have them.
 */
function isHost(host: string): boolean {
  if (host.startsWith('[')) return /^\[[0-9A-Fa-f:.]+\]$/.test(host);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is "all of ASCII but", on purpose
  if (/[\u0000-,/:-@[-^`{-\u007f]/.test(host)) return false;
  const name = host.endsWith('.') ? host.slice(0, -1) : host;
  if (name.length > 253 || name.split('.').some((label) => label === '' || label.length > 63)) return false;
  return !numericEnd.test(host) || dottedDecimal.test(host);
}

/**
 * Whether the labels of a host that are Punycode can be decoded. Younger parsers (Node 24) do not look where a host is
 * all ASCII, older ones do: a label that is not makes each of them look.
 */
const isPunycodeSound = (host: string): boolean =>
  !/(?:^|\.)xn--/i.test(host) || canParseUrl(`https://\u00e9.${host}/`);

/** URLs with nothing that could be wrong: most are. A host of such labels is no number, no Punycode and not too long. */
const plainUrl = /^https?:\/\/(?!.*xn--)(?:[a-z0-9-]{1,63}\.){1,2}[a-z]{2,63}(?:\/[\w.~/-]*)?$/;

/** The first fault of a text, or nothing when it is a web URL. */
function faultOf(text: string): Fault | undefined {
  const inCharacters = characterFault(text);
  if (inCharacters !== undefined) return inCharacters;
  const scheme = schemeShape.exec(text)?.[0];
  if (scheme === undefined) return { code: 'relative', position: 0 };
  const start = scheme.length;
  if (scheme.length > 6 || !/^https?:$/i.test(scheme)) return { code: 'scheme', position: 0 };
  if (!text.startsWith('//', start)) return { code: 'slashes', position: start };
  let end = start + 2;
  while (end < text.length && !'/?#'.includes(text.charAt(end))) end++;
  const authority = text.slice(start + 2, end);
  if (authority === '')
    return text.charAt(end) === '/' ? { code: 'slashes', position: end } : { code: 'host', position: end };
  const user = authority.lastIndexOf('@');
  if (user !== -1) return { code: 'credentials', position: start + 2 };
  const colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
  const host = colon === -1 ? authority : authority.slice(0, colon);
  if (!isHost(host)) return { code: 'host', position: start + 2 };
  if (
    colon !== -1 &&
    !(/^[0-9]*$/.test(authority.slice(colon + 1)) && Number(authority.slice(colon + 1)) < 65536)
  )
    return { code: 'port', position: start + 3 + colon };
  // The path, the query and the fragment: brackets belong to hosts alone, and one "#" begins the fragment.
  let fragment = false;
  for (let i = end; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 91 || unit === 93 || (unit === 35 && fragment)) return { code: 'character', position: i };
    if (unit === 35) fragment = true;
  }
  if (!canParseUrl(text) || !isPunycodeSound(host)) return { code: 'host', position: start + 2 };
  return undefined;
}

/**
 * Tells whether a value is an absolute `http` or `https` URL: a valid URL string of the WHATWG standard (characters
 * beyond ASCII may stand unescaped) without credentials.
 *
 * @example
 * ```ts
 * import { isWebUrl } from 'newsdomain';
 *
 * isWebUrl('https://example.org/news?id=1#top'); // => true
 * isWebUrl('https://user:secret@example.org/'); // => false
 * isWebUrl('javascript:alert(1)'); // => false
 * ```
 */
export function isWebUrl(value: unknown): value is WebUrl {
  return typeof value === 'string' && (plainUrl.test(value) || faultOf(value) === undefined);
}

/**
 * Reads a web URL, or says where and why a value is none; `position` is in UTF-16 units.
 *
 * @example
 * ```ts
 * import { safeParseWebUrl } from 'newsdomain';
 *
 * safeParseWebUrl('https://example.org').data; // => 'https://example.org'
 * safeParseWebUrl('https://example.org/a b').error?.code; // => 'space'
 * safeParseWebUrl('www.example.org').error?.code; // => 'relative'
 * ```
 */
export function safeParseWebUrl(value: unknown): SafeParseResult<WebUrl, WebUrlError> {
  if (typeof value !== 'string') return { success: false, error: new WebUrlError('type', 0) };
  const fault = faultOf(value);
  if (fault === undefined) return { success: true, data: value as WebUrl };
  return { success: false, error: new WebUrlError(fault.code, fault.position) };
}

/**
 * Returns the value as a web URL, unchanged.
 *
 * @throws WebUrlError when it is none.
 *
 * @example
 * ```ts
 * import { parseWebUrl } from 'newsdomain';
 *
 * parseWebUrl('https://example.org/'); // => 'https://example.org/'
 * parseWebUrl('https:/example.org/'); // throws WebUrlError
 * ```
 */
export function parseWebUrl(value: unknown): WebUrl {
  const result = safeParseWebUrl(value);
  if (result.success) return result.data;
  throw result.error;
}

/**
 * Asserts that a value is a web URL.
 *
 * @throws WebUrlError when it is none.
 *
 * @example
 * ```ts
 * import { assertWebUrl } from 'newsdomain';
 *
 * assertWebUrl('http://example.org/'); // => undefined
 * assertWebUrl('ftp://example.org/'); // throws WebUrlError
 * ```
 */
export function assertWebUrl(value: unknown): asserts value is WebUrl {
  parseWebUrl(value);
}
