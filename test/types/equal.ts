/** `true` where two types are one and the same: optional, readonly and undefined as much as the rest. */
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
