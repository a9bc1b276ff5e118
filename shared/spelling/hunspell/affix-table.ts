import { grouped } from '../../base/grouped'
import type { Affix, Affixes } from './affix-file'

/** Affixes by the text they add, and the length of the longest. */
export interface AffixTable {
  readonly byText: Affixes
  readonly longest: number
}

/** The affixes of one side of a word, prepared for look-up. */
export interface AffixSide {
  readonly all: AffixTable
  /** Those allowed inside compounds. */
  readonly permitted: AffixTable
  /** Those allowed between the root and an affix with this flag. */
  readonly under: ReadonlyMap<string, AffixTable>
}

const tableOf = (affixes: readonly Affix[]): AffixTable => ({
  byText: grouped(affixes, ({ add }) => add),
  longest: Math.max(0, ...affixes.map(({ add }) => add.length)),
})

/** Prepares the affixes of one side. `permit` is the flag of those allowed inside compounds, or empty. */
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
