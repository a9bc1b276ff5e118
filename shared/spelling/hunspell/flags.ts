/** The flags of a word or an affix. */
export type Flags = ReadonlySet<string>
export type ReadFlags = (written: string) => Flags

const none: ReadonlySet<string> = new Set()

/** Parses flags in the form given by the `FLAG` line of an affix file; `aliases` come from its `AF` lines. */
export const createFlagReader = (form: string, aliases: readonly string[]): ReadFlags => {
  const known = new Map<string, Flags>()
  const split = (written: string): readonly string[] => {
    if (form === 'num') return written.split(',')
    if (form === 'long') return written.match(/..?/gs) ?? []
    return [...written]
  }
  return (written) => {
    if (written === '') return none
    const before = known.get(written)
    if (before) return before
    const alias = aliases.length > 0 && /^\d+$/.test(written) ? aliases[Number(written) - 1] : undefined
    const flags = new Set(split(alias ?? written))
    known.set(written, flags)
    return flags
  }
}
