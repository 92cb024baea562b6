/** What is used of picomatch, which comes without types. */
declare module 'picomatch' {
  interface Options {
    /** Whether `*` also matches names that begin with a dot. */
    readonly dot?: boolean;
    /** Whether a leading `!` is an ordinary character. */
    readonly nonegate?: boolean;
  }
  function picomatch(globs: readonly string[], options?: Options): (text: string) => boolean;
  export = picomatch;
}
