import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { PostId, Revision } from '../../shared/posts/post'
import { isMarkdownName } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { isNotThereNow } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'
import { readWhole } from '../disk/read-whole'
import { revisionOf } from '../disk/revision'

/** A rename updates a file's ctime, so a file that was just moved has a recent one. */
const youngMs = 60_000
/** A branch switch creates thousands of recent files, which are not searched for a renamed one. */
const maxCandidates = 500

/**
 * The new place of a file that another program renamed: the one recent post with exactly these bytes. Null if there is
 * none or more than one.
 */
export const findMoved = async (
  root: string,
  revision: Revision,
  now = Date.now(),
): Promise<PostId | null> => {
  const young: string[] = []
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        folders.push(path)
      if (!entry.isFile() || !isMarkdownName(entry.name)) continue
      const changed = await changeTimeOf(path)
      if (changed !== null && Math.abs(now - changed) < youngMs) young.push(path)
      if (young.length > maxCandidates) return null
    }
  }
  const same: string[] = []
  for (const path of young) if ((await revisionAt(path)) === revision) same.push(path)
  const [only] = same
  return only !== undefined && same.length === 1 ? relative(root, only).split(sep).join('/') : null
}

const entriesOf = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isNotThereNow(error)) return []
    throw diskError(error, t('files.cannotSearchFolder', { folder }))
  }
}

const changeTimeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).ctimeMs
  } catch (error) {
    if (isNotThereNow(error)) return null
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}

const revisionAt = async (path: string): Promise<Revision | null> => {
  try {
    return revisionOf((await readWhole(path, t('files.cannotReadPost'))).bytes)
  } catch (error) {
    if (error instanceof AppError) return null // gone again, too large, or not readable
    throw error
  }
}
