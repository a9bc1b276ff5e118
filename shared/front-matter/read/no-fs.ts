/**
 * Replaces `fs` where it does not exist: gray-matter imports it for `matter.read()`, which is never called.
 * Throws if it is called after all.
 */
export const readFileSync = (): never => {
  throw new Error('Front matter is parsed from text; files are read elsewhere')
}
