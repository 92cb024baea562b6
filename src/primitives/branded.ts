/**
 * A string that has passed the check named `B`: assignable to `string`, never from one.
 *
 * The mark is a plain property name rather than a `unique symbol`, so that the ESM and the CommonJS
 * declarations of this package describe the same type.
 */
export type Branded<B extends string> = string & { readonly '~brand': B };

/** `T` as it is written by hand: every branded string in it, at any depth, is a plain string. */
export type Unbranded<T> =
  T extends Branded<string>
    ? string
    : T extends readonly (infer Item)[]
      ? Unbranded<Item>[]
      : T extends object
        ? { [K in keyof T]: Unbranded<T[K]> }
        : T;
