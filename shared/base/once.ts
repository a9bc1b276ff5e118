/** Runs the work on the first call, and only once. */
export const once = <T>(work: () => T): (() => T) => {
  let done: { readonly result: T } | null = null
  return () => {
    done ??= { result: work() }
    return done.result
  }
}
