import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { isInside } from '../../disk/is-inside'

/** What stands under a name of the posts folder. */
export interface SeenName {
  readonly kind: 'file' | 'folder' | 'other'
  /** Of what a link leads to; of the link itself where it leads out of the site. */
  readonly stats: Stats
  /** Where a link leads, by its real path. */
  readonly target?: string
  /** A link that leads out of the site: what it leads to is not looked into. */
  readonly isOutside?: true
}

/** Looks at a name, and where a link leads: it is followed inside `bounds` only. Throws what the system says. */
export const lookAtName = (root: string, id: string, bounds: readonly string[]): SeenName => {
  const path = join(root, id)
  const own = lstatSync(path)
  if (!own.isSymbolicLink()) return { kind: kindOf(own), stats: own }
  const target = realpathSync(path)
  if (bounds.some((bound) => isInside(target, bound))) {
    const stats = statSync(target)
    return { kind: kindOf(stats), stats, target }
  }
  return { kind: kindOfOutside(target), stats: own, target, isOutside: true }
}

/** What the writer is told of a link that leads out of the site. */
export const outsideLink = (id: string): string => t('library.linkOutOfSite', { id })

const kindOf = (stats: Stats): SeenName['kind'] =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'

const kindOfOutside = (target: string): SeenName['kind'] => {
  try {
    return kindOf(statSync(target))
  } catch (error) {
    if (codeOf(error) === '') throw error
    return 'other' // out of reach as well as out of the site
  }
}
