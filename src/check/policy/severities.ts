import type { Severity } from '../../finding/finding.js';
import { areaOf, isAdjustable } from '../codes.js';
import type { Policy } from './policy.js';

/** How bad the findings of a code are to be; `off` leaves them out. */
export const severityLevels = ['error', 'warning', 'note', 'off'] as const;

/** How bad the findings of a code are to be. */
export type SeverityLevel = (typeof severityLevels)[number];

/** Severities by code (`schema/enum`) or area (`time/*`). Within one setting a code wins over its area. */
export type Severities = Readonly<Record<string, SeverityLevel>>;

/** Severities for all files, or for some. */
export interface SeveritySetting {
  readonly severities: Severities;
  /** Whether it is for the file of this name; for all of them by default. */
  readonly files?: ((file: string) => boolean) | undefined;
}

/** Sets severities. The last setting that is for the file and knows the code wins. */
export function severityPolicy(settings: readonly SeveritySetting[]): Policy {
  const forFile = memo((file) =>
    settings.filter(({ files }) => files === undefined || files(file)).reverse(),
  );
  return (diagnostic) => {
    if (!isAdjustable(diagnostic.code)) return diagnostic;
    const { code, file, severity } = diagnostic;
    const level = levelOf(forFile(file), code) ?? severity;
    if (level === 'off') return undefined;
    return level === severity ? diagnostic : { ...diagnostic, severity: level satisfies Severity };
  };
}

function levelOf(settings: readonly SeveritySetting[], code: string): SeverityLevel | undefined {
  const area = areaOf(code);
  for (const { severities } of settings) {
    const level = own(severities, code) ?? own(severities, area);
    if (level !== undefined) return level;
  }
  return undefined;
}

/**
 * The codes that are off in every file, whatever it is called: nobody needs to look for them.
 */
export function codesOff(settings: readonly SeveritySetting[], codes: readonly string[]): readonly string[] {
  return codes.filter((code) => {
    if (!isAdjustable(code)) return false;
    const known = settings.filter(({ severities }) => levelOf([{ severities }], code) !== undefined);
    const lastForAll = known.findLastIndex(({ files }) => files === undefined);
    return lastForAll >= 0 && known.slice(lastForAll).every((setting) => levelOf([setting], code) === 'off');
  });
}

function own(severities: Severities, key: string): SeverityLevel | undefined {
  return Object.hasOwn(severities, key) ? severities[key] : undefined;
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    let value = made.get(key);
    if (value === undefined) {
      value = make(key);
      made.set(key, value);
    }
    return value;
  };
}
