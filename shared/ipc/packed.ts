/**
 * A large value on its way to the window, as JSON. What stands between hands on one text, where taking apart and
 * copying thousands of objects at every border would take longer than making them.
 */
export type Packed<T> = string & { readonly packed?: T }

/** Makes a value ready for the way; it holds only what JSON can say. */
export const pack = <T>(value: T): Packed<T> => JSON.stringify(value)

/** The value that was packed. */
export const unpack = <T>(packed: Packed<T>): T => JSON.parse(packed) as T
