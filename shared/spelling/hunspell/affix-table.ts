import type { Affix, Affixes } from './affix-file'

/** Affixes by what they add, and how long the longest of them is. */
export interface AffixTable {
  readonly byText: Affixes
  readonly longest: number
}

/** The affixes at one side of a word, as they are looked for. */
export interface AffixSide {
  readonly all: AffixTable
  /** Those that may stand inside of a compound. */
  readonly permitted: AffixTable
  /** Those that may stand between the root and an affix with this flag. */
  readonly under: ReadonlyMap<string, AffixTable>
}

const tableOf = (affixes: readonly Affix[]): AffixTable => ({
  byText: Map.groupBy(affixes, ({ add }) => add),
  longest: Math.max(0, ...affixes.map(({ add }) => add.length)),
})

/** Sorts the affixes of one side. `permit` is the flag of those that may stand inside of a compound, if there is one. */
export const affixSide = (affixes: Affixes, permit: string): AffixSide => {
  const all = [...affixes.values()].flat()
  const own = new Set(all.map(({ flag }) => flag))
  const under = new Map<string, Affix[]>()
  for (const affix of all)
    for (const flag of affix.flags) {
      if (!own.has(flag)) continue
      const known = under.get(flag)
      if (known) known.push(affix)
      else under.set(flag, [affix])
    }
  return {
    all: tableOf(all),
    permitted: tableOf(all.filter(({ flags }) => permit !== '' && flags.has(permit))),
    under: new Map([...under].map(([flag, inner]) => [flag, tableOf(inner)])),
  }
}
