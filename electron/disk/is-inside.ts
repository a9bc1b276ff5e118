import { sep } from 'node:path'

/** Whether a real path lies in a folder, or is it. */
export const isInside = (path: string, folder: string): boolean =>
  path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep)

const sites = new Map<string, string>()

/** Says which site is around a posts folder: links among its posts may lead there, as a generator follows them. */
export const letLinksInto = (postsRoot: string, siteRoot: string): void => {
  sites.set(postsRoot, siteRoot)
}

/** The folders that no link of a posts folder may leave: itself, and the site around it where that is known. */
export const boundsOf = (postsRoot: string): readonly string[] => {
  const site = sites.get(postsRoot)
  return site === undefined || site === postsRoot ? [postsRoot] : [postsRoot, site]
}
