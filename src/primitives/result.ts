/** What a `safeParse…` function returns: zod's shape, so that both are read the same way. */
export type SafeParseResult<T, E extends Error> =
  | { readonly success: true; readonly data: T; readonly error?: undefined }
  | { readonly success: false; readonly error: E; readonly data?: undefined };
