import { readReference } from '../asset-reference'
import { folderOf, joinPath } from '../post-path'
import type { SiteLayout } from '../site-layout'

/**
 * Paths, relative to the site root, that a reference in the style sheet `style` may mean, the likeliest
 * first. None leads out of the site; there are none for other hosts, schemes and drives.
 */
export const styleAssetCandidates = (style: string, reference: string, site: SiteLayout): string[] => {
  const read = readReference(reference, site.address)
  if (read === null) return []
  const found = read.paths.flatMap((path) =>
    read.absolute ? fromTheTop(path, site) : fromTheStyle(path, style, site),
  )
  return [...new Set(found)].filter((path) => path !== null && path !== '') as string[]
}

const fromTheTop = (path: string, { basePath, publicFolders }: SiteLayout): (string | null)[] => {
  const served = basePath !== '' && path.startsWith(`${basePath}/`) ? path.slice(basePath.length) : path
  return [...publicFolders, '.'].map((folder) => joinPath(folder, served))
}

// If a generator moves a sheet, as Hugo does from `assets`, its references are relative to its new place.
const fromTheStyle = (path: string, style: string, { publicFolders }: SiteLayout): (string | null)[] => {
  const [top = '', ...below] = folderOf(style).split('/')
  const moved = top === '' || publicFolders.includes(top) ? [] : publicFolders
  return [
    joinPath(folderOf(style), path),
    ...moved.map((folder) => {
      const served = joinPath(below.join('/'), path)
      return served === null ? null : joinPath(folder, served)
    }),
  ]
}
