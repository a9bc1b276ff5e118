/**
 * Stands for `fs` where there is none: gray-matter names it for `matter.read()`, which is never called.
 * It throws if it ever is.
 */
export const readFileSync = (): never => {
  throw new Error('Front matter is parsed from text; files are read elsewhere')
}
