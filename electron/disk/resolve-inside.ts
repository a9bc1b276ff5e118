import { readlink } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { PostId } from '../../shared/posts/post'
import { leadsToDevice } from '../../shared/site/file-name'
import { t } from '../../shared/texts/translate'
import { isMissing, isNoLink } from './calls/codes'
import { realPath } from './calls/real-path'
import { diskError } from './disk-error'
import { boundsOf, isInside } from './is-inside'

const maxLinks = 40

/**
 * The real path of a post, with links followed; the file itself need not exist. Throws `outside-folder` if the id
 * leads out of `root`, or a link leads out of the site.
 */
export const resolveInside = async (root: string, id: PostId): Promise<string> => {
  if (!isPlainId(id)) throw outside(id)
  const [realRoot, path] = await Promise.all([
    realPath(root).catch((error: unknown) => {
      throw diskError(error, t('files.cannotOpenFolder', { name: root }))
    }),
    realPathOfNearest(join(root, ...id.split('/')), id),
  ])
  if (path === realRoot || !boundsOf(realRoot).some((bound) => isInside(path, bound))) throw outside(id)
  return path
}

const outside = (id: PostId): AppError => new AppError('outside-folder', t('files.outside', { id }))

const isPlainId = (id: PostId): boolean =>
  id.split('/').every((part) => part !== '' && part !== '.' && part !== '..') &&
  !id.includes('\0') &&
  // On Windows both would leave the folder: a backslash path, and an alternate stream or a drive.
  !(process.platform === 'win32' && (/[\\:]/.test(id) || leadsToDevice(id)))

/** Follows every link, also a dangling last one, so that nothing is created behind it unnoticed. */
const realPathOfNearest = async (path: string, id: PostId, links = 0): Promise<string> => {
  try {
    return await realPath(path)
  } catch (error) {
    if (!isMissing(error) || links > maxLinks) throw diskError(error, t('files.cannotOpen', { name: id }))
  }
  const target = await readlink(path).catch((error: unknown) => {
    if (isNoLink(error)) return null
    throw diskError(error, t('files.cannotOpen', { name: id }))
  })
  if (target !== null) return realPathOfNearest(resolve(dirname(path), target), id, links + 1)
  const folder = dirname(path)
  if (folder === path) return path
  return join(await realPathOfNearest(folder, id, links), basename(path))
}
