import * as z from 'zod';
import { type CountryCode, isCountryCode } from '../../primitives/country-code.js';
import { type FuzzyDate, isFuzzyDate, safeParseFuzzyDate } from '../../primitives/fuzzy-date/parse.js';
import { isPlainDate, isPlainInterval } from '../../primitives/fuzzy-date/plain.js';
import { type Instant, instantFault, isInstant } from '../../primitives/instant.js';
import { isLanguageTag, type LanguageTag } from '../../primitives/language-tag.js';
import { isRecurrenceRule } from '../../primitives/recurrence-rule.js';
import {
  type Respell,
  respellCountryCode,
  respellFuzzyDate,
  respellInstant,
  respellLanguageTag,
  respellRecurrenceRule,
  respellTimeZone,
  respellWebUrl,
} from '../../primitives/respell.js';
import { isTimeZone, type TimeZone } from '../../primitives/time-zone.js';
import { isWebUrl, safeParseWebUrl, type WebUrl } from '../../primitives/web-url.js';
import type { ProblemParams } from '../../schema/cross-field.js';
import type { FindingCode } from '../../schema/problem.js';
import { asClause } from './as-clause.js';
import {
  LANGUAGE_TAG_PATTERN,
  RECURRENCE_RULE_PATTERN,
  TIME_ZONE_PATTERN,
  WEB_URL_PATTERN,
} from './patterns.js';

/** Why a text is not what it should be: in words, and under which code where that is not the schema's usual one. */
interface Fault {
  readonly message: string;
  readonly code?: FindingCode | undefined;
}

/** What a wrong text is told, and what would mean the same and be right. */
interface Advice {
  readonly explain: (value: string) => Fault;
  readonly respell: Respell;
}

/**
 * A string schema that a plain function judges. The cast names the branded output; the schema itself stays a
 * plain zod string with one check, which zod can compile.
 */
function judgedBy<T extends string>(
  is: (value: unknown) => boolean,
  code: FindingCode,
  expected: string,
  { explain, respell }: Advice,
): z.ZodType<T, string> {
  const schema = z.string().check((payload) => {
    if (is(payload.value)) return;
    const fault = explain(payload.value);
    const other = respell(payload.value);
    const replacement = other !== undefined && is(other) ? other : undefined;
    payload.issues.push({
      code: 'custom',
      message: fault.message,
      input: payload.value,
      params: { code: fault.code ?? code, expected, replacement, depth: 0 } satisfies ProblemParams,
      continue: true,
    });
  });
  return schema as unknown as z.ZodType<T, string>;
}

const because = (error: Error | undefined, otherwise: string): string =>
  error === undefined ? otherwise : asClause(error.message);

/** The longest text that is held against a pattern, in UTF-16 code units: longer ones can overflow the engine's stack. */
const LONGEST = 8192;

/** The code of a text that has the form of what it should be, and is none. */
const formed =
  (pattern: string, code: FindingCode) =>
  (value: string): FindingCode | undefined =>
    value.length <= LONGEST && new RegExp(pattern).test(value) ? code : undefined;

/** A well-formed interval or range that runs backwards is a mistake of its own: no pattern can tell it. */
function fuzzyDateFault(value: string): Fault {
  const { error } = safeParseFuzzyDate(value);
  return {
    message: because(error, 'not a fuzzy date'),
    code: error?.code === 'order' ? 'time/end-before-start' : undefined,
  };
}

/** A text that is not empty. */
export const TextSchema = z.string().min(1);

/** An instant: RFC 3339 date-time with offset. */
export const InstantSchema = judgedBy<Instant>(
  isInstant,
  'schema/date-time',
  'an RFC 3339 date-time with offset, such as 2024-06-19T09:30:00Z',
  {
    explain: (value) => ({ message: asClause(instantFault(value) ?? 'not an instant') }),
    respell: respellInstant,
  },
);

/** A fuzzy date: EDTF (ISO 8601-2:2019) level 0 or 1, or a one-of set. */
export const FuzzyDateSchema = judgedBy<FuzzyDate>(
  (value) => isPlainDate(value as string) || isPlainInterval(value as string) || isFuzzyDate(value),
  'schema/date',
  'an EDTF date of level 0 or 1, such as 2024-06-19, 2024-06~ or [2023,2024]',
  { explain: fuzzyDateFault, respell: respellFuzzyDate },
);

/** Whether a text is an interval, be it one that runs backwards. */
const isInterval = (value: string): boolean =>
  value.includes('/') && (safeParseFuzzyDate(value).error?.code ?? 'order') === 'order';

/** A fuzzy date that is a point or a set: some time within, not an extent. */
export const FuzzyPointSchema = judgedBy<FuzzyDate>(
  (value) => isPlainDate(value as string) || (isFuzzyDate(value) && !(value as string).includes('/')),
  'schema/date',
  'an EDTF date that is no interval, such as 2024-06-19 or [2024-06-19..2024-06-21]',
  {
    explain: (value) =>
      isInterval(value)
        ? {
            message:
              'an interval is an extent and belongs in `window`; for some time within it write a set, such as [2024-06-19..2024-06-21]',
          }
        : fuzzyDateFault(value),
    respell: respellFuzzyDate,
  },
);

const repeatsSubtag = formed(LANGUAGE_TAG_PATTERN, 'schema/language');

/** A BCP 47 language tag, well-formed. */
export const LanguageTagSchema = judgedBy<LanguageTag>(
  isLanguageTag,
  'schema/format',
  'a BCP 47 language tag, such as en or vi-VN',
  {
    explain: (value) => ({
      message: 'not a well-formed BCP 47 language tag',
      code: repeatsSubtag(value),
    }),
    respell: respellLanguageTag,
  },
);

/** An ISO 3166-1 alpha-2 country code. */
export const CountryCodeSchema = judgedBy<CountryCode>(
  isCountryCode,
  'schema/format',
  'an ISO 3166-1 alpha-2 code in capitals, such as VN',
  {
    explain: () => ({ message: 'not an ISO 3166-1 alpha-2 country code in capitals' }),
    respell: respellCountryCode,
  },
);

const unknownTimeZone = formed(TIME_ZONE_PATTERN, 'schema/time-zone');

/** An IANA time zone name. */
export const TimeZoneSchema = judgedBy<TimeZone>(
  isTimeZone,
  'schema/format',
  'an IANA time zone name, such as Asia/Ho_Chi_Minh',
  {
    explain: (value) => ({ message: 'not an IANA time zone name', code: unknownTimeZone(value) }),
    respell: respellTimeZone,
  },
);

const badHost = formed(WEB_URL_PATTERN, 'schema/url');

/** An absolute http(s) URL. */
export const WebUrlSchema = judgedBy<WebUrl>(isWebUrl, 'schema/format', 'an absolute http or https URL', {
  explain: (value) => ({
    message: because(safeParseWebUrl(value).error, 'not a web URL'),
    code: badHost(value),
  }),
  respell: respellWebUrl,
});

const clashingParts = formed(RECURRENCE_RULE_PATTERN, 'schema/recurrence');

/** An RFC 5545 recurrence rule. */
export const RecurrenceRuleSchema = judgedBy<string>(
  isRecurrenceRule,
  'schema/format',
  'an RFC 5545 RRULE value, such as FREQ=WEEKLY;COUNT=4',
  {
    explain: (value) =>
      clashingParts(value) === undefined
        ? { message: 'not an RFC 5545 recurrence rule; write the value alone, such as FREQ=WEEKLY;COUNT=4' }
        : {
            message:
              'a part of this recurrence rule stands twice or excludes another, or its date does not exist (RFC 5545, section 3.3.10)',
            code: 'schema/recurrence',
          },
    respell: respellRecurrenceRule,
  },
);
