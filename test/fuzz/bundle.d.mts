/** Bundles the run that tries a glance; `lax` replaces a line of a file of the glance by another. */
export function bundleRun(
  outfile: string,
  lax?: { readonly file: string; readonly line: string; readonly instead: string },
): Promise<void>;
