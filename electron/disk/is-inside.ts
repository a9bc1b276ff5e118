import { sep } from 'node:path'

/** Whether a real path is a folder or inside it. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

const sites = new Map<string, string>()

/** Allows links in a posts folder to lead anywhere in its site, as generators do. */
export const letLinksInto = (postsRoot: string, siteRoot: string): void => {
  sites.set(postsRoot, siteRoot)
}

/** The folders that links in a posts folder may lead into: itself and, if known, its site. */
export const boundsOf = (postsRoot: string): readonly string[] => {
  const site = sites.get(postsRoot)
  return site === undefined || site === postsRoot ? [postsRoot] : [postsRoot, site]
}
