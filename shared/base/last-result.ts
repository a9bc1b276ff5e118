/** Makes a value for a key, and keeps the last one: the same key again gets the same value. */
export const lastResult = <K, V>(
  make: (key: K) => V,
  isSame: (key: K, before: K) => boolean = Object.is,
): ((key: K) => V) => {
  let last: { readonly key: K; readonly value: V } | null = null
  return (key) => {
    if (last === null || !isSame(key, last.key)) last = { key, value: make(key) }
    return last.value
  }
}
