import type { Certainty, Polarity } from '../../vocabulary/claim.js';

/** The factuality values of FactBank 1.0 (Saurí and Pustejovsky 2009), with the ASCII signs of its files. */
export const factBankCodes = ['CT+', 'CT-', 'CTu', 'PR+', 'PR-', 'PS+', 'PS-', 'Uu'] as const;

/** A factuality value of FactBank 1.0. */
export type FactBankCode = (typeof factBankCodes)[number];

/** How sure somebody is, and in which direction. */
export interface FactBankValue {
  readonly certainty: Certainty;
  readonly polarity: Polarity;
}

const values: Readonly<Record<FactBankCode, FactBankValue>> = {
  'CT+': { certainty: 'certain', polarity: 'positive' },
  'CT-': { certainty: 'certain', polarity: 'negative' },
  CTu: { certainty: 'certain', polarity: 'unknown' },
  'PR+': { certainty: 'probable', polarity: 'positive' },
  'PR-': { certainty: 'probable', polarity: 'negative' },
  'PS+': { certainty: 'possible', polarity: 'positive' },
  'PS-': { certainty: 'possible', polarity: 'negative' },
  Uu: { certainty: 'underspecified', polarity: 'unknown' },
};

/**
 * Writes a certainty and a polarity as FactBank's code. Gives `undefined` for a pair that FactBank does not have, such
 * as probable with an unknown polarity, rather than the code of another pair.
 *
 * @example
 * ```ts
 * import { toFactBankCode } from 'newsdomain';
 *
 * toFactBankCode('probable', 'negative'); // => 'PR-'
 * toFactBankCode('underspecified', 'unknown'); // => 'Uu'
 * toFactBankCode('probable', 'unknown'); // => undefined
 * ```
 */
export function toFactBankCode(certainty: Certainty, polarity: Polarity): FactBankCode | undefined {
  return factBankCodes.find(
    (code) => values[code].certainty === certainty && values[code].polarity === polarity,
  );
}

/**
 * Reads FactBank's code; the minus may be a hyphen or U+2212. Gives `undefined` for a text that is none.
 *
 * @example
 * ```ts
 * import { fromFactBankCode } from 'newsdomain';
 *
 * fromFactBankCode('CT-'); // => { certainty: 'certain', polarity: 'negative' }
 * fromFactBankCode('CT−'); // => { certainty: 'certain', polarity: 'negative' }
 * fromFactBankCode('PRu'); // => undefined
 * ```
 */
export function fromFactBankCode(code: string): FactBankValue | undefined {
  const ascii = code.replace('\u2212', '-');
  const known = factBankCodes.find((one) => one === ascii);
  return known === undefined ? undefined : { ...values[known] };
}
