import { filePart, folderOf, nameWithoutExtension } from '../../site/post-path'
import type { AddressRules } from '../rules/address-rules'
import { tidied } from '../rules/patterns'
import { byFolder, endedLike, routeOf } from './by-folder'

/** Gatsby: `path` or `slug` of the head, else the path below the posts folder (`createFilePath`). */
export const gatsby: AddressRules = {
  ...byFolder,
  addressOf: ({ path, head }, site) => {
    const fixed = head.permalink ?? head.url ?? (head.slug?.startsWith('/') ? head.slug : undefined)
    if (fixed !== undefined) return /^\/[^{:]*$/.test(fixed) ? tidied(fixed) : null
    const route = routeOf(path)
    if (route !== null) return route
    const { postsFolder } = site
    const inside = path.startsWith(`${postsFolder}/`) ? path.slice(postsFolder.length + 1) : path
    const stem = nameWithoutExtension(inside)
    const name = filePart(stem) === 'index' ? folderOf(stem) : stem
    return endedLike(tidied(`${head.slug === undefined ? name : `${folderOf(name)}/${head.slug}`}/`), site)
  },
  addsBase: true,
}
