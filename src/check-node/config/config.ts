import * as z from 'zod';
import { codeFault } from '../../check/codes.js';
import type { FailOn } from '../../check/diagnostic.js';
import { type RefsMode, refsModes } from '../../check/options.js';
import { type SeverityLevel, severityLevels } from '../../check/policy/severities.js';
import { FuzzyPointSchema } from '../../records/common/scalars.js';
import type { ProblemParams } from '../../schema/cross-field.js';
import { type RecordType, recordTypes } from '../../vocabulary/record-type.js';

/** How a team has its news data checked. Globs and paths start from the folder of this file. */
export interface CheckConfig {
  /** The JSON Schema of this file, for editors. */
  $schema?: string | undefined;
  /** Globs of files and folders that are passed over where a folder or a glob is checked; a path that is named is not. */
  ignore?: string[] | undefined;
  /** How bad findings are, by code (`schema/enum`) or area (`time/*`): `error`, `warning`, `note`, or `off`. */
  severities?: Record<string, SeverityLevel> | undefined;
  /** Severities for some files. Where several entries are for one file, the last that knows the code wins. */
  overrides?: ConfigOverride[] | undefined;
  /** Findings that are known and accepted, each with its reason. */
  suppressions?: ConfigSuppression[] | undefined;
  /** The file of findings that were there before the check was, as `--update-baseline` writes it. */
  baseline?: string | undefined;
  /** Files of ids that exist elsewhere, one id a line. */
  knownIds?: string[] | undefined;
  /** Where references must lead: over all files, in each file, or nobody asks. */
  refs?: RefsMode | undefined;
  /** The type of every record: supplies a missing one, refuses another. */
  type?: RecordType | undefined;
  /** The severity from which on findings fail the check. */
  failOn?: FailOn | undefined;
}

/** Severities for some files. */
export interface ConfigOverride {
  /** Globs of the files that these severities are for. */
  files: string[];
  /** How bad findings are in these files, by code or area. */
  severities: Record<string, SeverityLevel>;
}

/** Findings that are known and accepted. All that is said must be true of a finding. */
export interface ConfigSuppression {
  /** The code of the findings, or an area (`time/*`). */
  code: string;
  /** Globs of the files that the findings are in. */
  files?: string[] | undefined;
  /** The record that the findings are about. */
  recordId?: string | undefined;
  /** The JSON Pointer from the record to what the findings are about; `*` stands for any one step. */
  recordPointer?: string | undefined;
  /** Why the findings are accepted. */
  reason: string;
  /** The last day or moment of it, judged where the check is given `--now`. */
  until?: string | undefined;
}

interface Fault {
  readonly message: string;
  readonly suggestion?: string | undefined;
}

/** A text that a function judges. */
const custom = (faultOf: (text: string) => Fault | undefined): z.ZodString =>
  z.string().check((payload) => {
    const fault = faultOf(payload.value);
    if (fault === undefined) return;
    const { message, suggestion } = fault;
    const params: ProblemParams = { code: 'schema/format', suggestion, depth: 0 };
    payload.issues.push({ code: 'custom', message, input: payload.value, params: { ...params } });
  });

/** A code or an area. */
export const CodeSchema = custom(codeFault);

/** A glob. */
export const GlobSchema = custom((glob) => {
  if (glob === '') return { message: 'expected a glob, received an empty text' };
  if (glob.startsWith('!'))
    return { message: 'a glob says what is meant; one that begins with "!" would say what is not' };
  if (glob.startsWith('/'))
    return { message: 'globs start from the folder of this file: leave the first "/" out' };
  return undefined;
});

/** A JSON Pointer. */
export const PointerSchema = custom((pointer) =>
  /^(?:\/(?:[^~/]|~[01])*)*$/.test(pointer)
    ? undefined
    : { message: 'expected a JSON Pointer from the record, such as /attribution/0/sourceIds' },
);

/** A text that is not empty. */
export const ConfigTextSchema = custom((text) =>
  /\S/.test(text) ? undefined : { message: 'expected a text that is not empty' },
);
/** Severities by code or area. */
export const SeveritiesSchema = z.record(CodeSchema, z.enum(severityLevels));
const FilesSchema = z.array(GlobSchema).min(1);

/** The schema of {@link CheckConfig}. */
export const CheckConfigSchema = z.strictObject({
  $schema: z.string().optional(),
  ignore: z.array(GlobSchema).optional(),
  severities: SeveritiesSchema.optional(),
  overrides: z.array(z.strictObject({ files: FilesSchema, severities: SeveritiesSchema })).optional(),
  suppressions: z
    .array(
      z.strictObject({
        code: CodeSchema,
        files: FilesSchema.optional(),
        recordId: ConfigTextSchema.optional(),
        recordPointer: PointerSchema.optional(),
        reason: ConfigTextSchema,
        until: FuzzyPointSchema.optional(),
      }),
    )
    .optional(),
  baseline: ConfigTextSchema.optional(),
  knownIds: z.array(ConfigTextSchema).optional(),
  refs: z.enum(refsModes).optional(),
  type: z.enum(recordTypes).optional(),
  failOn: z.enum(['error', 'warning']).optional(),
});
