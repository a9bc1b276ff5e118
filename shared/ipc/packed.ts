/**
 * A large value for the window, as JSON. It is passed on as one string, because copying thousands of objects at every
 * process boundary would take longer than creating them.
 */
export type Packed<T> = string & { readonly packed?: T }

/** Packs a value that JSON can represent. */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value)

/** Unpacks a value. */
export const unpack = <T>(packed: Packed<T>): T => JSON.parse(packed) as T
