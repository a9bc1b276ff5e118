/** Does the work when it is first asked for, and once. */
export const once = <T>(work: () => T): (() => T) => {
  let done: { readonly result: T } | null = null
  return () => {
    done ??= { result: work() }
    return done.result
  }
}
