import type { BigIntStats } from 'node:fs'
import { link, lstat, mkdir, open, readlink, rename, rmdir, symlink, unlink } from 'node:fs/promises'
import { AppError } from '../../../shared/app-error'
import { t } from '../../../shared/texts/translate'
import { isMissing, isTaken, isWithoutLinks } from './codes'
import { isThere } from './is-there'
import { renameHeld, whileHeld } from './while-held'

/**
 * Renames a file to a name that must be free: whatever appears there meanwhile is never replaced, the call fails with
 * EEXIST or ENOTEMPTY instead. A plain rename would replace it silently.
 */
export const moveToFreeName = async (from: string, to: string): Promise<void> => {
  const stats = await lstat(from, { bigint: true })
  if (stats.isDirectory()) return moveFolder(from, to)
  if (stats.isSymbolicLink()) {
    // On macOS, a hard link to a symbolic link is a link to its target.
    await symlink(await readlink(from), to)
    return removeName(from, stats, to)
  }
  if (await isLinked(from, to)) return removeName(from, stats, to)
  await renameOntoOwn(from, to)
}

/** Gives a file that was written under a temporary name its final name; true if the old name still exists. */
export const putAtFreeName = async (temp: string, to: string): Promise<boolean> => {
  if (await isLinked(temp, to)) return true
  await renameOntoOwn(temp, to)
  return false
}

const isLinked = async (from: string, to: string): Promise<boolean> => {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if (!isWithoutLinks(error)) throw error
    return false
  }
}

/** Completes a move; if another program has saved a new file under the old name, that file stays. */
const removeName = async (from: string, moved: BigIntStats, to: string): Promise<void> => {
  try {
    await whileHeld(async () => {
      const now = await lstat(from, { bigint: true })
      if (now.dev !== moved.dev || now.ino !== moved.ino)
        throw new AppError('busy', t('files.writtenMeanwhile'))
      await unlink(from)
    })
  } catch (error) {
    if (isMissing(error)) return // moved or deleted by another program; the file has its new name
    await unlink(to)
    throw error
  }
}

/** Without hard links: an empty file of this process takes the name and is then replaced. */
const renameOntoOwn = async (from: string, to: string): Promise<void> => {
  const handle = await open(to, 'wx')
  await handle.close()
  const isOurs = async (): Promise<boolean> => (await lstat(to)).size === 0
  const look = async (): Promise<undefined> => {
    if (!(await isOurs())) throw new AppError('already-exists', t('files.nameTaken'))
  }
  try {
    await look()
    await renameHeld(from, to, look)
  } catch (error) {
    if (await isOurs().catch(() => false)) await unlink(to)
    throw error
  }
}

/** A folder replaces only an empty folder, so an empty one takes the name. On Windows it replaces none. */
const moveFolder = async (from: string, to: string): Promise<void> => {
  if (process.platform === 'win32') {
    const look = async (): Promise<undefined> => {
      if (await isThere(to)) throw new AppError('already-exists', t('files.nameTakenNow'))
    }
    await look()
    return renameHeld(from, to, look)
  }
  await mkdir(to)
  try {
    await rename(from, to)
  } catch (error) {
    await rmdir(to) // fails if something has been put into it meanwhile, which then stays
    if (!isTaken(error)) throw error
    await rename(from, to) // a disk that does not replace even an empty folder
  }
}
