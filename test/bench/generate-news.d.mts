/** Gives records without end: the same options give the same records. */
export function newsRecords(options?: {
  readonly seed?: number;
  readonly bodies?: boolean;
  readonly said?: number;
  readonly ascii?: boolean;
  readonly invalid?: number;
}): Generator<object, never>;

/** Writes an archive and says how many records and bytes it holds, and what they hash to. */
export function writeArchive(
  file: string,
  options: {
    readonly megabytes: number;
    readonly seed?: number;
    readonly bodies?: boolean;
    readonly said?: number;
    readonly ascii?: boolean;
    readonly invalid?: number;
    readonly array?: boolean;
  },
): { readonly records: number; readonly bytes: number; readonly sha256: string };
