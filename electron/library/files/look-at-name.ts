import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { isInside } from '../../disk/is-inside'

/** What a name in the posts folder is. */
export interface SeenName {
  readonly kind: 'file' | 'folder' | 'other'
  /** Of the target of a link; of the link itself if it leads out of the site. */
  readonly stats: Stats
  /** The real path of a link's target. */
  readonly target?: string
  /** A link that leads out of the site; its target is not read. */
  readonly isOutside?: true
}

/** Looks up a name; links are followed only inside `bounds`. Throws the system's error. */
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

/** The message about a link that leads out of the site. */
export const outsideLink = (id: string): string => t('library.linkOutOfSite', { id })

const kindOf = (stats: Stats): SeenName['kind'] =>
  stats.isFile() ? 'file' : stats.isDirectory() ? 'folder' : 'other'

const kindOfOutside = (target: string): SeenName['kind'] => {
  try {
    return kindOf(statSync(target))
  } catch (error) {
    if (codeOf(error) === '') throw error
    return 'other' // not accessible, and outside the site anyway
  }
}
