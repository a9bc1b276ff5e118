import { posix, relative, sep, win32 } from 'node:path'

const system = { relative, sep }

/** A path relative to the site root, `/` separated; unchanged if it is outside. The root may be the root of a drive. */
export const sitePathOf = (root: string, path: string, paths: typeof system = system): string => {
  const inside = paths.relative(root, path)
  const isOutside = inside === '..' || inside.startsWith(`..${paths.sep}`) || isAbsolute(inside)
  return (isOutside ? path : inside).split(paths.sep).join('/')
}

// On another drive, only the absolute path works.
const isAbsolute = (path: string): boolean => posix.isAbsolute(path) || win32.isAbsolute(path)
