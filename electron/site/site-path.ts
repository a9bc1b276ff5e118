import { posix, relative, sep, win32 } from 'node:path'

const system = { relative, sep }

/** A path as the site has it, from its root and `/` separated; as it is where it lies elsewhere. The root may be a drive's. */
export const sitePathOf = (root: string, path: string, paths: typeof system = system): string => {
  const inside = paths.relative(root, path)
  const isOutside = inside === '..' || inside.startsWith(`..${paths.sep}`) || isAbsolute(inside)
  return (isOutside ? path : inside).split(paths.sep).join('/')
}

// From one drive to another there is no way but the whole path.
const isAbsolute = (path: string): boolean => posix.isAbsolute(path) || win32.isAbsolute(path)
