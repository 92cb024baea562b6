/** The output formats. */
export const outputFormats = [
  'pretty',
  'compact',
  'json',
  'ndjson',
  'github',
  'gitlab',
  'sarif',
  'junit',
] as const;

/** One of the output formats. */
export type OutputFormat = (typeof outputFormats)[number];
